import { contractRow, type ContractRow } from '../domain/contract/deskView.ts';
import { fold } from '../domain/contract/evolve.ts';
import type { Contract } from '../domain/contract/model.ts';
import { customerDate } from '../domain/contract/status.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { ContractsFilter, ContractsQuery, ContractStore } from './contractPorts.ts';
import type { RulesStore, StaffDirectory } from './ports.ts';
import { staffNames } from './staffNames.ts';
import { teamRegion } from './teamRegion.ts';

export interface ListContractsDeps {
  readonly contracts: Pick<ContractStore, 'load' | 'list'>;
  readonly directory: StaffDirectory;
  readonly rules: Pick<RulesStore, 'since'>;
}

export interface ContractsPage {
  readonly items: readonly ContractRow[];
  readonly nextCursor?: string | undefined;
}

/** Reads of the list that one request makes when few contracts fit: past that the answer is short and has a cursor. */
const MOST_READS = 10;

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.trim().toLowerCase();

/** Lists can be behind: an address that a customer gave up still points here, and a payment moves the due date a moment later. */
const fits = (
  { terms, contractId }: Contract,
  { dueOn }: ContractRow,
  { customer, number, owner, dueFrom, dueTo }: ContractsFilter,
): boolean =>
  (customer === undefined || same(terms.customer.email, customer)) &&
  (number === undefined || contractId.startsWith(number)) &&
  (owner === undefined || terms.owner === owner) &&
  (dueFrom === undefined || (dueOn !== undefined && dueOn >= dueFrom)) &&
  (dueTo === undefined || (dueOn !== undefined && dueOn <= dueTo));

/** A page of the register (F57). Rows are folded from their events, so they are never behind what was written. */
export const listContracts =
  ({ contracts, directory, rules }: ListContractsDeps) =>
  async ({ limit, cursor: from, ...filter }: ContractsQuery, now: Instant): Promise<ContractsPage> => {
    const [region, names] = await Promise.all([teamRegion(rules, now), staffNames(directory)]);
    const items: ContractRow[] = [];
    let cursor = from;
    for (let read = 0; read < MOST_READS && items.length < limit; read += 1) {
      const page = await contracts.list({ ...filter, limit: limit - items.length, cursor });
      const records = await Promise.all(page.contractIds.map((contractId) => contracts.load(contractId)));
      for (const { events } of records) {
        if (events.length === 0) continue;
        const state = fold(events);
        const row = contractRow(state, customerDate(state.terms.customer, region, now), names);
        if (fits(state, row, filter)) items.push(row);
      }
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    return { items, nextCursor: cursor };
  };
