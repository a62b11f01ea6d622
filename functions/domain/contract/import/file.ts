import type { Locale } from '../../case/model.ts';
import type { FieldError } from '../../kernel/fieldError.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Terms } from '../model.ts';
import { readHeader, type Header } from './columns.ts';
import { decode, type Encoding } from './decode.ts';
import { refuseRepeated } from './repeated.ts';
import { allErrors, readRow, type Row, type RowReading } from './row.ts';

/** Contracts of one file at most. */
export const MOST_ROWS = 10_000;

/** Bytes of one file: as part of a form it is base64 encoded, and a Lambda is called with at most 6 MB. */
export const MOST_BYTES = 4_000_000;

/** A text with its cells told apart: the first row, and those below it. */
export interface Table {
  /** Undefined when there is no row at all; without cells when they cannot be told apart. */
  readonly header: readonly string[] | undefined;
  readonly rows: readonly Row[];
}

/** A row as far as the file alone can tell: terms to be put, or why not. */
export type ImportRow =
  | { readonly line: number; readonly contractId: string; readonly terms: Terms }
  | { readonly line: number; readonly contractId: string; readonly errors: readonly FieldError[] };

/** A file of contracts, read. */
export interface ContractFile {
  readonly encoding: Encoding;
  readonly header: Header;
  readonly rows: readonly ImportRow[];
}

export interface ReadingTools {
  readonly readCsv: (text: string) => Table;
  /** What `PUT /api/desk/contracts/{contractId}` makes of a number and a body. */
  readonly parseTerms: (contractId: string, body: unknown) => Result<Terms, readonly FieldError[]>;
  /** Language in which missing columns are named. */
  readonly locale: Locale;
}

const toImportRow = ({ line, contractId, body, errors }: RowReading, parseTerms: ReadingTools['parseTerms']): ImportRow => {
  const isUnreadable = errors.some(({ pointer }) => pointer === '');
  if (isUnreadable) return { line, contractId, errors };
  const terms = parseTerms(contractId, body);
  if (!terms.ok) return { line, contractId, errors: allErrors(errors, terms.refusal) };
  return errors.length > 0 ? { line, contractId, errors } : { line, contractId, terms: terms.value };
};

const wrong = (code: FieldError['code'], max?: number): FieldError => ({
  pointer: '/file',
  code,
  ...(max !== undefined && { values: { max } }),
});

/** Reads a file of contracts (F89). Refused as a whole when it is too large, not text, has no rows, or its first line does not say what the cells mean. */
export const readContractFile = (bytes: Uint8Array, tools: ReadingTools): Result<ContractFile, readonly FieldError[]> => {
  if (bytes.length > MOST_BYTES) return refuse([wrong('csv-large', MOST_BYTES / 1_000_000)]);
  const decoded = decode(bytes);
  if (!decoded.ok) return refuse([decoded.refusal]);
  const table = tools.readCsv(decoded.value.text);
  if (!table.header) return refuse([wrong('csv-empty')]);
  const header = readHeader(table.header, tools.locale);
  if (header.errors.length > 0) return refuse(header.errors);
  if (table.rows.length === 0) return refuse([wrong('csv-no-rows')]);
  if (table.rows.length > MOST_ROWS) return refuse([wrong('csv-many-rows', MOST_ROWS)]);
  const rows = table.rows.map((row) => toImportRow(readRow(row, header), tools.parseTerms));
  return ok({ encoding: decoded.value.encoding, header, rows: refuseRepeated(rows) });
};
