import type { ImportRow } from '../domain/contract/import/file.ts';
import type { ImportedRow } from '../domain/contract/import/outcome.ts';
import { inParallel } from './inParallel.ts';
import type { KnownContracts } from './importPorts.ts';
import { importRow, lookedUp, rulesReadOnce, type Importing } from './importRow.ts';
import type { PutContractDeps } from './putContract.ts';

/** Contracts that are looked up at the same time. */
const AT_ONCE = 32;

/**
 * Says what an import would do, row by row, by doing all of it but the writing. Rows that nothing was found out about when time was over are left out: what the
 * file alone tells of them came first.
 */
export const previewImport =
  (deps: PutContractDeps & { readonly known: KnownContracts }) =>
  async (rows: readonly ImportRow[], importing: Importing, isOver: () => boolean): Promise<readonly ImportedRow[]> => {
    const { load } = await lookedUp(deps, rows);
    const contracts = { load, register: async () => 'written' as const, append: async () => 'written' as const };
    const preview = importRow({ ...deps, contracts, rules: rulesReadOnce(deps.rules) }, importing);
    const wrong = rows.filter((row) => 'errors' in row);
    const right = rows.filter((row) => !('errors' in row));
    const done = [...(await Promise.all(wrong.map(preview))), ...(await inParallel(right, AT_ONCE, preview, isOver))];
    return done.sort((a, b) => a.line - b.line);
  };
