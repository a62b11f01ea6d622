import { stringify } from 'csv-stringify/sync';
import { guarded } from '../../domain/contract/import/formulas.ts';

/**
 * Rows as CSV in UTF-8 with CRLF. What a spreadsheet would run as a formula gets an apostrophe in front, which reading it back takes off again. The first
 * part of a file has the byte order mark by which Excel knows UTF-8.
 */
export const writeCsv = (rows: readonly (readonly string[])[], { isFirst }: { readonly isFirst: boolean }): string =>
  stringify(
    rows.map((cells) => cells.map(guarded)),
    { bom: isFirst, escape_formulas: true, record_delimiter: '\r\n' },
  );
