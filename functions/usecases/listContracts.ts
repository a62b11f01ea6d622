import { contractRow, type ContractRow } from '../domain/contract/deskView.ts';
import { customerDate } from '../domain/contract/status.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { CareRulesStore } from './carePorts.ts';
import type { ContractsQuery, ContractStore } from './contractPorts.ts';
import { findContracts } from './findContracts.ts';
import type { RulesStore, StaffDirectory } from './ports.ts';
import { staffNames } from './staffNames.ts';
import { teamRegion } from './teamRegion.ts';

export interface ListContractsDeps {
  readonly contracts: Pick<ContractStore, 'load' | 'list'>;
  readonly directory: StaffDirectory;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly care: Pick<CareRulesStore, 'current'>;
}

export interface ContractsPage {
  readonly items: readonly ContractRow[];
  readonly nextCursor?: string | undefined;
}

/** A page of the register (F57). */
export const listContracts =
  ({ contracts, directory, rules, care }: ListContractsDeps) =>
  async (query: ContractsQuery, now: Instant): Promise<ContractsPage> => {
    const [region, names, book, found] = await Promise.all([
      teamRegion(rules, now),
      staffNames(directory),
      care.current(),
      findContracts(contracts)(query),
    ]);
    const items = found.contracts.map((state) => contractRow(state, customerDate(state.terms.customer, region, now), names, book.rules));
    return { items, nextCursor: found.nextCursor };
  };
