import { chunksOf, CHUNK_ROWS, MOST_SHOWN, sumOf, type Counts, type ImportedRow, type Outcome } from '../domain/contract/import/outcome.ts';
import type { ImportRecord, ImportStore } from './importPorts.ts';

export interface ImportProgress {
  readonly record: ImportRecord;
  readonly counts: Counts;
  readonly isDone: boolean;
  /** The first rows that were refused, by line. */
  readonly wrong: readonly ImportedRow[];
}

type Reads = Pick<ImportStore, 'load' | 'finished' | 'rows'>;

interface Found {
  readonly rows: readonly ImportedRow[];
  /** Where to go on: a number of rows of the file. Undefined at the end. */
  readonly next?: number | undefined;
}

/** Rows with an outcome from one row of the file on; chunks that hold none of them are not read. */
const findRows = async (
  imports: Reads,
  { importId, rows: total }: ImportRecord,
  finished: ReadonlyMap<number, Counts>,
  { from, limit, outcome }: { readonly from: number; readonly limit: number; readonly outcome?: Outcome | undefined },
): Promise<Found> => {
  const found: ImportedRow[] = [];
  for (let chunk = Math.floor(from / CHUNK_ROWS); chunk < chunksOf(total); chunk += 1) {
    const counts = finished.get(chunk);
    if (!counts || (outcome && counts[outcome] === 0)) continue;
    const rows = await imports.rows(importId, chunk);
    for (const [index, row] of rows.entries()) {
      const at = chunk * CHUNK_ROWS + index;
      if (at < from || (outcome && row.outcome !== outcome)) continue;
      if (found.length === limit) return { rows: found, next: at };
      found.push(row);
    }
  }
  return { rows: found };
};

/** How far an import is, and what was refused so far. Undefined for an unknown one. */
export const readImport =
  (imports: Reads) =>
  async (importId: string): Promise<ImportProgress | undefined> => {
    const record = await imports.load(importId);
    if (!record) return undefined;
    const finished = await imports.finished(importId);
    const { rows: wrong } = await findRows(imports, record, finished, { from: 0, limit: MOST_SHOWN, outcome: 'refused' });
    return { record, counts: sumOf([...finished.values()]), isDone: finished.size === chunksOf(record.rows), wrong };
  };

/** A page of what became of the rows, in the order of the file. Undefined for an unknown import. */
export const listImportRows =
  (imports: Reads) =>
  async (
    importId: string,
    page: { readonly from: number; readonly limit: number; readonly outcome?: Outcome | undefined },
  ): Promise<(Found & { readonly record: ImportRecord }) | undefined> => {
    const record = await imports.load(importId);
    return record && { record, ...(await findRows(imports, record, await imports.finished(importId), page)) };
  };
