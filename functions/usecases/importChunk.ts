import type { ImportRow } from '../domain/contract/import/file.ts';
import type { ImportedRow } from '../domain/contract/import/outcome.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { ImportFiles, ImportStore, KnownContracts } from './importPorts.ts';
import { importRow, lookedUp, rulesReadOnce } from './importRow.ts';
import { inParallel } from './inParallel.ts';
import type { PutContractDeps } from './putContract.ts';

export interface ImportChunkDeps extends PutContractDeps {
  readonly imports: Pick<ImportStore, 'load' | 'finish'>;
  readonly files: Pick<ImportFiles, 'getChunk'>;
  readonly known: KnownContracts;
}

/** Contracts that are put at the same time; with two functions at work that is what a new table takes without a thought. */
const AT_ONCE = 8;

/** Rows that may all break by themselves; when more do, and none does not, the trouble is elsewhere. */
const MAY_ALL_BREAK = 3;

/** Tries of a row. The ways to the store try again by themselves what may pass. */
const TRIES = 3;

interface Tried {
  readonly row: ImportedRow;
  /** What broke, when every try of it did. */
  readonly breakage?: Error | undefined;
}

const tried = async (put: (row: ImportRow) => Promise<ImportedRow>, row: ImportRow): Promise<Tried> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { row: await put(row) };
    } catch (error) {
      const { line, contractId } = row;
      const breakage = error instanceof Error ? error : new Error('a row failed', { cause: error });
      if (attempt === TRIES)
        return { row: { line, contractId, outcome: 'refused', errors: [{ pointer: '', code: 'csv-failed' }] }, breakage };
    }
  }
};

/**
 * Imports one chunk of a file, and writes what became of its rows. A row that breaks stops no other: it is reported as such. When all of them break, this
 * throws, for the whole chunk to be tried again. Done twice, it writes nothing twice and reports the same. Returns what broke.
 */
export const importChunk =
  ({ imports, files, ...deps }: ImportChunkDeps) =>
  async (importId: string, chunk: number, now: Instant): Promise<readonly Error[]> => {
    const [record, rows] = await Promise.all([imports.load(importId), files.getChunk(importId, chunk)]);
    if (!record) throw new Error(`import ${importId} is unknown`);
    const contracts = await lookedUp(deps, rows);
    const put = importRow({ ...deps, contracts, rules: rulesReadOnce(deps.rules) }, { by: record.by, now, importId });
    const all = await inParallel(rows, AT_ONCE, (row) => tried(put, row));
    const broken = all.flatMap(({ breakage }) => (breakage === undefined ? [] : [breakage]));
    const toPut = rows.filter((row) => !('errors' in row)).length;
    const [first] = broken;
    if (first && toPut > MAY_ALL_BREAK && broken.length === toPut) throw first;
    await imports.finish(
      importId,
      chunk,
      now,
      all.map(({ row }) => row),
    );
    return broken;
  };
