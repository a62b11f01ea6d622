import { resolved, type MediaType, type Method, type OpenApi, type Operation, type Parameter, type Schema } from './openapi.ts';

/** A call that can be shown as a line for a terminal. */
export interface Call {
  readonly path: string;
  readonly method: Method;
  readonly operation: Operation;
}

/** Shell variables that the reader sets once, in place of example values. */
const VARIABLES: Readonly<Record<string, string>> = { caseId: 'CASE_ID', token: 'SURVEY_TOKEN', id: 'FILE_ID' };

const TOKENS: Readonly<Record<string, string>> = { trackingToken: 'TRACKING_TOKEN', desk: 'DESK_TOKEN' };

/** Text in single quotes, in which a shell changes nothing. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const parametersOf = (document: OpenApi, operation: Operation): readonly Parameter[] =>
  (operation.parameters ?? []).map((one) => ('$ref' in one ? resolved(document.components.parameters, one) : one));

const addressOf = (document: OpenApi, { path, operation }: Call): string => {
  const query = parametersOf(document, operation).flatMap((one) =>
    one.in === 'query' && one.example !== undefined ? [`${one.name}=${encodeURIComponent(String(one.example))}`] : [],
  );
  const url = `${document.servers[0]?.url ?? ''}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  return path.includes('{') ? `"${url.replace(/\{(\w+)\}/g, (_, name: string) => `$${VARIABLES[name] ?? name}`)}"` : quoted(url);
};

const headerOf = ({ name }: Parameter): readonly string[] => {
  if (name === 'If-Match') return [`-H "If-Match: \\"$VERSION\\""`];
  if (name === 'Idempotency-Key') return ['-H "Idempotency-Key: $(uuidgen)"'];
  return [];
};

const fileFields = ({ properties = {} }: Schema): readonly string[] =>
  Object.entries(properties).flatMap(([name, { contentMediaType }]) => (contentMediaType ? [`-F ${quoted(`${name}=@photo.png`)}`] : []));

const firstExample = ({ examples = {} }: MediaType): unknown => Object.values(examples)[0]?.value;

const bodyOf = ({ requestBody }: Operation): readonly string[] => {
  const file = requestBody?.content['multipart/form-data'];
  if (file) return fileFields(file.schema);
  const json = requestBody?.content['application/json'];
  return json ? ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(firstExample(json), null, 2))}`] : [];
};

/** How the operation is called from a terminal, with its first example. `$CASE_ID` and the like are for the reader to set. */
export const curl = (document: OpenApi, call: Call): string => {
  const { method, operation } = call;
  const token = TOKENS[Object.keys(operation.security[0] ?? {})[0] ?? ''];
  const isFile = Object.values(operation.responses).some((one) => '$ref' in one && one.$ref.endsWith('/File'));
  const body = bodyOf(operation);
  return [
    `curl${isFile ? ' -OJ' : ''}${method === 'put' || (method === 'post' && body.length === 0) ? ` -X ${method.toUpperCase()}` : ''} ${addressOf(document, call)}`,
    ...(token ? [`-H "Authorization: Bearer $${token}"`] : []),
    ...parametersOf(document, operation).flatMap((one) => (one.in === 'header' ? headerOf(one) : [])),
    ...body,
  ].join(' \\\n  ');
};
