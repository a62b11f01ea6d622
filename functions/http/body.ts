import { Problem } from './problem.ts';

export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A body by its encoding. Forms are what browsers send without script. */
export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>>; readonly files: Readonly<Record<string, UploadedFile>> }
  | { readonly kind: 'csv'; readonly bytes: Uint8Array };

/** What a body may be besides JSON and a form of texts. */
export interface Takes {
  /** True where a body may carry a file. */
  readonly takesFiles?: boolean | undefined;
  /** True where a body may be a file of rows, by itself or in a form. */
  readonly takesCsv?: boolean | undefined;
}

/** Characters of a body that may carry a file, as the gateway hands it over: a Lambda is called with at most 6 MB, headers and base64 included. */
const MOST_WITH_FILE = 5_900_000;
/** Characters of a JSON or form body that carries no file. */
const MOST_TEXT = 200_000;

/** Reads a request body. Throws Problems: `body-too-large`, `malformed-body`, `unsupported-media-type`. */
export const readBody = async (
  text: string | undefined,
  isBase64: boolean,
  contentType: string | undefined,
  { takesFiles = false, takesCsv = false }: Takes,
): Promise<Body> => {
  const mayBeFile = takesFiles || takesCsv;
  if (!text) return { kind: 'none' };
  const most = mayBeFile ? MOST_WITH_FILE : MOST_TEXT;
  if (text.length > most) throw new Problem('body-too-large', { detail: `At most ${most.toLocaleString('en')} characters are read here.` });
  const bytes = Buffer.from(text, isBase64 ? 'base64' : 'utf8');
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return { kind: 'json', value: parseJson(bytes) };
  if (type === 'application/x-www-form-urlencoded')
    return { kind: 'form', fields: Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))), files: {} };
  if (type === 'text/csv' && takesCsv) return { kind: 'csv', bytes };
  if (type === 'multipart/form-data' && mayBeFile) return parseMultipart(bytes, contentType ?? '');
  throw new Problem('unsupported-media-type');
};

const parseJson = (bytes: Buffer): unknown => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return value;
  } catch (error) {
    throw new Problem('malformed-body', { detail: 'The body is not JSON in UTF-8.' }, error);
  }
};

const parseMultipart = async (bytes: Buffer, contentType: string): Promise<Body> => {
  const fields: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
    for (const [name, value] of form)
      if (typeof value === 'string') fields[name] = value;
      else files[name] = { name: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
  } catch (error) {
    throw new Problem('malformed-body', { detail: 'The form cannot be read.' }, error);
  }
  return { kind: 'form', fields, files };
};
