import { oldestUnpaid } from '../domain/contract/dueDates.ts';
import { fold } from '../domain/contract/evolve.ts';
import type { Contract } from '../domain/contract/model.ts';
import type { ContractsFilter, ContractsQuery, ContractStore } from './contractPorts.ts';

export interface FoundContracts {
  readonly contracts: readonly Contract[];
  readonly nextCursor?: string | undefined;
}

/** Reads of the list that one request makes when few contracts fit: past that the answer is short and has a cursor. */
const MOST_READS = 10;

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.trim().toLowerCase();

/** Lists can be behind: an address that a customer gave up still points here, and a payment moves the due date a moment later. */
const fits = (state: Contract, { customer, number, owner, dueFrom, dueTo }: ContractsFilter): boolean => {
  const { terms, contractId } = state;
  const dueOn = oldestUnpaid(state);
  return (
    (customer === undefined || same(terms.customer.email, customer)) &&
    (number === undefined || contractId.startsWith(number)) &&
    (owner === undefined || terms.owner === owner) &&
    (dueFrom === undefined || (dueOn !== undefined && dueOn >= dueFrom)) &&
    (dueTo === undefined || (dueOn !== undefined && dueOn <= dueTo))
  );
};

/** A page of contracts that fit, folded from their events, so they are never behind what was written. */
export const findContracts =
  (store: Pick<ContractStore, 'load' | 'list'>) =>
  async ({ limit, cursor: from, ...filter }: ContractsQuery): Promise<FoundContracts> => {
    const contracts: Contract[] = [];
    let cursor = from;
    for (let read = 0; read < MOST_READS && contracts.length < limit; read += 1) {
      const page = await store.list({ ...filter, limit: limit - contracts.length, cursor });
      const records = await Promise.all(page.contractIds.map((contractId) => store.load(contractId)));
      const states = records.flatMap(({ events }) => (events.length > 0 ? [fold(events)] : []));
      contracts.push(...states.filter((state) => fits(state, filter)));
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    return { contracts, nextCursor: cursor };
  };
