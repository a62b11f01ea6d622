import type { FieldError } from '../../kernel/fieldError.ts';
import type { ImportRow } from './file.ts';

const errorsOf = (row: ImportRow): readonly FieldError[] => ('errors' in row ? row.errors : []);

const hasNumber = (row: ImportRow): boolean => row.contractId !== '' && errorsOf(row).every(({ pointer }) => pointer !== '/contractId');

/** Refuses every row whose contract another row has too, and says which: which of them is right, nobody here can know. */
export const refuseRepeated = (rows: readonly ImportRow[]): readonly ImportRow[] => {
  const lines = new Map<string, number[]>();
  for (const row of rows) {
    if (!hasNumber(row)) continue;
    const known = lines.get(row.contractId);
    if (known) known.push(row.line);
    else lines.set(row.contractId, [row.line]);
  }
  return rows.map((row) => {
    const other = hasNumber(row) && lines.get(row.contractId)?.find((line) => line !== row.line);
    if (!other) return row;
    const { line, contractId } = row;
    const error: FieldError = { pointer: '/contractId', code: 'csv-repeated', values: { line: other } };
    return { line, contractId, errors: [...errorsOf(row), error] };
  });
};
