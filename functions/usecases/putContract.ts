import { decideTerms, ownerStays } from '../domain/contract/decideTerms.ts';
import type { Terms } from '../domain/contract/model.ts';
import { customerDate } from '../domain/contract/status.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import {
  changeContract,
  type ChangeContractDeps,
  type ChangeContractInput,
  type ChangeContractRefusal,
  type ChangedContract,
} from './changeContract.ts';
import type { RulesStore, StaffDirectory } from './ports.ts';
import { teamRegion } from './teamRegion.ts';

export interface PutContractDeps extends ChangeContractDeps {
  readonly directory: StaffDirectory;
  readonly rules: Pick<RulesStore, 'since'>;
}

/** Registers a contract, or brings it up to the terms that the house's system tells (F57). The same terms again write nothing. */
export const putContract =
  (deps: PutContractDeps) =>
  async (input: ChangeContractInput, terms: Terms): Promise<Result<ChangedContract, ChangeContractRefusal>> => {
    const today = customerDate(terms.customer, await teamRegion(deps.rules, input.now), input.now);
    return changeContract(deps)(input, async (state) => {
      const staff = ownerStays(state, terms) ? [] : await deps.directory.list();
      const owner = staff.find(({ id }) => id.toLowerCase() === terms.owner.toLowerCase());
      const decided = decideTerms(state, terms, { today, owner, confirmed: input.expectedVersion !== undefined });
      if (!decided.ok) return decided;
      return ok(decided.value ? { happening: decided.value } : { version: state?.version ?? 0, outcome: 'unchanged' });
    });
  };
