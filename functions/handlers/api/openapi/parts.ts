import type { Content, Example, Header, Parameter, Reference, Schema, SecurityScheme } from '../../../web/docs/openapi.ts';
import { CASE_ID, OFFERED, PHOTO, TOKEN } from './exampleCase.ts';
import { CONTRACT_ID, TASK_ID } from './exampleContract.ts';
import { schemaRef, SCHEMAS } from './schemas.ts';

/** Parameters that several operations take. */
export const PARAMETERS = {
  CaseId: {
    name: 'caseId',
    in: 'path',
    required: true,
    description: 'Number of the case.',
    schema: { type: 'string' },
    example: CASE_ID,
  },
  AttachmentId: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Id of the file, from `attachments` of the case.',
    schema: { type: 'string' },
    example: PHOTO.id,
  },
  SurveyToken: {
    name: 'token',
    in: 'path',
    required: true,
    description: 'The token in the survey’s link. It counts once, for one case, until it expires.',
    schema: { type: 'string' },
    example: TOKEN,
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Any text that only this request has, such as a UUID. Sent again with the same body, it gets the same answer and changes nothing; with another body it is refused. Forms send it as the field `key`.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '5f0c1d62-7f0e-4b52-9d3a-2f6d1c1f8f11',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the case as you saw it. If somebody else was faster, nothing is changed and you get the case as it is now.',
    schema: { type: 'string', pattern: '^(W/)?"\\d{1,6}"$' },
    example: `"${OFFERED}"`,
  },
  ContractId: {
    name: 'contractId',
    in: 'path',
    required: true,
    description:
      'Number of the contract, as your own system has it: 1 to 64 letters, digits, `.`, `_` and `-`, at least one letter or digit.',
    schema: { type: 'string', minLength: 1, maxLength: 64, pattern: '^(?=.*[A-Za-z0-9])[A-Za-z0-9._-]{1,64}$' },
    example: CONTRACT_ID,
  },
  TaskId: {
    name: 'taskId',
    in: 'path',
    required: true,
    description: 'Id of the task, from `tasks` of the contract.',
    schema: { type: 'string' },
    example: TASK_ID,
  },
  ContractIfMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag of the contract as you saw it. If it was changed since, nothing is written and you get the contract as it is now.',
    schema: { type: 'string', pattern: '^(W/)?"\\d{1,6}"$' },
    example: '"1"',
  },
  RulesIfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'The ETag of the rules as you saw them. If somebody else was faster, nothing is changed and you get the rules as they are now.',
    schema: { type: 'string', pattern: '^(W/)?"\\d{1,6}"$' },
    example: '"0"',
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'Language of the sentences in field errors: `zh-CN`, `zh-TW` or `en`. Codes and types do not change with it.',
    schema: { type: 'string' },
    example: 'zh-CN',
  },
} as const satisfies Record<string, Parameter>;

export const parameter = (name: keyof typeof PARAMETERS): Reference => ({ $ref: `#/components/parameters/${name}` });

/** Headers of answers. */
export const HEADERS = {
  ETag: {
    description: 'Version of the case, of the contract or of the rules, for `If-Match`.',
    schema: { type: 'string' },
    example: `"${OFFERED}"`,
  },
  Location: { description: 'Where to go on.', schema: { type: 'string', format: 'uri-reference' } },
  Link: { description: 'With `rel="next"`: where the next part is. Missing on the last one.', schema: { type: 'string' } },
  'Retry-After': { description: 'Seconds to wait before the next try.', schema: { type: 'string', pattern: '^\\d+$' }, example: '60' },
  'Idempotency-Replayed': {
    description: 'There when the request had been carried out before, and this is its answer again.',
    schema: { type: 'string', const: 'true' },
  },
  'Content-Disposition': { description: 'The file name; files are downloads, never pages.', schema: { type: 'string' } },
} as const satisfies Record<string, Header>;

export type HeaderName = keyof typeof HEADERS;

/** References to headers, by name. */
export const headers = (...names: readonly HeaderName[]): Readonly<Record<string, Reference>> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** Reference to an answer of the document. */
export const responseRef = (name: string): Reference => ({ $ref: `#/components/responses/${name}` });

/** How callers prove who they are. */
export const SECURITY_SCHEMES: Readonly<Record<string, SecurityScheme>> = {
  trackingToken: {
    type: 'http',
    scheme: 'bearer',
    description:
      'Customers have no account: the signed token of the tracking link is the key, to one case only. It is the `t` in `trackingUrl`, and in the link of every mail. Forms send it as the field `t`.',
  },
  trackingLink: { type: 'apiKey', in: 'query', name: 't', description: 'The same token in the address, for links from the tracking page.' },
  desk: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'Staff send the access token that Cognito gave them at sign-in (authorization code flow with PKCE; the local stages also take `USER_PASSWORD_AUTH`, for scripts). Their groups decide what they may do: `agent`, `department`, `supervisor`, `auditor`, `admin`.',
  },
};

/** A JSON body. */
export const json = (name: string, examples: Readonly<Record<string, Example>>): Content => ({
  'application/json': {
    schema: schemaRef(name),
    examples: Object.fromEntries(Object.entries(examples).map(([key, { summary, value }]) => [key, { summary, value: travelled(value) }])),
  },
});

/** A value as it travels: what is undefined is not there. */
export const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** One example. */
export const example = (summary: string, value: unknown): Readonly<Record<string, Example>> => ({ example: { summary, value } });

const asText = (schema: Schema): Schema => {
  if (schema.type === 'boolean') return { type: 'string', enum: ['true', 'on', ...(schema.const === true ? [] : ['false'])] };
  return schema;
};

/** Fields of an object as a form sends them: `outer.inner` for what is nested, text for everything, no lists. */
const formFields = (
  schema: Schema,
  prefix = '',
  optional = false,
): { readonly properties: Record<string, Schema>; readonly required: string[] } => {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const needed = !optional && (schema.required?.includes(name) ?? false);
    const nested = property.$ref ? SCHEMAS[property.$ref.slice('#/components/schemas/'.length)] : property;
    if (nested?.type === 'array') continue;
    if (nested?.properties) {
      const inner = formFields(nested, `${prefix}${name}.`, !needed);
      Object.assign(properties, inner.properties);
      required.push(...inner.required);
    } else {
      properties[`${prefix}${name}`] = { ...asText(property), description: property.description ?? '' };
      if (needed) required.push(`${prefix}${name}`);
    }
  }
  return { properties, required };
};

/** Fields that steer a form; no part of what it says. */
const STEERING = {
  key: { type: 'string', description: 'The Idempotency-Key of a form.' },
  t: { type: 'string', description: 'The tracking token of a form; takes the place of `Authorization`.' },
} as const satisfies Record<string, Schema>;
type Steering = keyof typeof STEERING;

const formSchema = (name: string, steering: readonly Steering[]): Schema => {
  const schema = SCHEMAS[name];
  if (!schema) throw new Error(`there is no schema ${name}`);
  if (schema.oneOf)
    return { oneOf: schema.oneOf.map((option) => ({ title: `${schemaName(option)} form`, ...formSchema(schemaName(option), steering) })) };
  const { properties, required } = formFields(schema);
  return {
    type: 'object',
    ...(schema.description && { description: schema.description }),
    properties: { ...properties, ...Object.fromEntries(steering.map((field) => [field, STEERING[field]])) },
    required,
    additionalProperties: false,
  };
};

const schemaName = ({ $ref }: Schema): string => $ref?.split('/').pop() ?? '';

const formValue = (value: object, prefix = ''): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, field]: readonly [string, unknown]) => {
      if (Array.isArray(field)) return [];
      if (typeof field === 'object' && field !== null) return Object.entries(formValue(field, `${prefix}${name}.`));
      return [[`${prefix}${name}`, typeof field === 'boolean' ? String(field) : field]];
    }),
  );

const asForm = ({ summary, value }: Example): Example => ({
  summary,
  value: typeof value === 'object' && value ? formValue(value) : value,
});

/** The same body as a browser's form sends it: every variant of the JSON body, with dotted names. */
export const form = (name: string, examples: Readonly<Record<string, Example>>, ...steering: readonly Steering[]): Content => ({
  'application/x-www-form-urlencoded': {
    schema: formSchema(name, steering),
    examples: Object.fromEntries(Object.entries(examples).map(([key, one]) => [key, asForm(one)])),
  },
});

/** A page, for people. */
export const PAGE: Content = { 'text/html': { schema: { type: 'string' } } };
