import type { Actor } from '../domain/case/model.ts';
import type { ImportRow } from '../domain/contract/import/file.ts';
import type { ImportedRow } from '../domain/contract/import/outcome.ts';
import type { FieldError } from '../domain/kernel/fieldError.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { ChangeContractRefusal } from './changeContract.ts';
import type { KnownContracts } from './importPorts.ts';
import type { RulesStore } from './ports.ts';
import { putContract, type PutContractDeps } from './putContract.ts';

/** Who puts the contracts of a file. */
export interface Importing {
  readonly by: Actor;
  readonly now: Instant;
  /** The import; none on a dry run. Its rows are commands of their own: one that was carried out before has the same outcome again. */
  readonly importId?: string | undefined;
}

/** Nothing but wrong fields is refused to a contract that is put whatever its version. */
const errorsOf = (refusal: ChangeContractRefusal): readonly FieldError[] =>
  refusal.kind === 'invalid' ? refusal.errors : [{ pointer: '', code: 'csv-failed' }];

/** Puts the contract of a row, exactly as `PUT /api/desk/contracts/{contractId}` would, and says what that came to. Throws when it cannot be known. */
export const importRow = (deps: PutContractDeps, { by, now, importId }: Importing) => {
  const put = putContract(deps);
  return async (row: ImportRow): Promise<ImportedRow> => {
    const { line, contractId } = row;
    if ('errors' in row) return { line, contractId, outcome: 'refused', errors: row.errors };
    const command = importId === undefined ? undefined : { key: `import ${importId} ${line}`, body: row.terms };
    const result = await put({ contractId, by, now, command }, row.terms);
    if (!result.ok) return { line, contractId, outcome: 'refused', errors: errorsOf(result.refusal) };
    const { outcome, state } = result.value;
    if (outcome === 'unchanged') return { line, contractId, outcome };
    return { line, contractId, outcome: state.version === 1 ? 'created' : 'changed' };
  };
};

/** Contracts that are looked up first, all together: most rows of a first import are new, and need no reading of their own. */
export const lookedUp = async (
  { contracts, known }: Pick<PutContractDeps, 'contracts'> & { readonly known: KnownContracts },
  rows: readonly ImportRow[],
): Promise<PutContractDeps['contracts']> => {
  const exists = new Set(await known(rows.flatMap((row) => ('terms' in row ? [row.contractId] : []))));
  return {
    register: contracts.register,
    append: contracts.append,
    async load(contractId) {
      if (exists.has(contractId)) return contracts.load(contractId);
      exists.add(contractId); // somebody may write it meanwhile: then it is read
      return { events: [] };
    },
  };
};

/** The rules, read once for all rows. */
export const rulesReadOnce = (rules: Pick<RulesStore, 'since'>): Pick<RulesStore, 'since'> => {
  const known = new Map<Instant, ReturnType<RulesStore['since']>>();
  return {
    since(at) {
      const reading = known.get(at) ?? rules.since(at);
      known.set(at, reading);
      return reading;
    },
  };
};
