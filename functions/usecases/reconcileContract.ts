import { fold } from '../domain/contract/evolve.ts';
import type { ContractEvent } from '../domain/contract/model.ts';
import { contractIndex } from './contractIndex.ts';
import type { ContractRecord, ContractStore } from './contractPorts.ts';

export interface ReconcileContractDeps {
  readonly contracts: Pick<ContractStore, 'load' | 'index' | 'point'>;
}

const emailIn = (event: ContractEvent): string | undefined => ('terms' in event.data ? event.data.terms.customer.email : undefined);

/** True when an event lets the contract be found where it was not: by its number, or by an address that is new. */
const isFoundAnew = (events: readonly ContractEvent[], { version, ...event }: ContractEvent): boolean => {
  if (event.type === 'registered') return true;
  const before = events.slice(0, version - 1).map(emailIn);
  return event.type === 'changed' && !before.includes(event.data.terms.customer.email);
};

const carryIndex = async ({ contracts }: ReconcileContractDeps, contractId: string, { events, index }: ContractRecord): Promise<void> => {
  const wanted = contractIndex(fold(events));
  if (wanted.dueOn === index?.dueOn && wanted.owner === index.owner) return;
  await contracts.index(contractId, events.length, wanted);
};

/** Makes everything follow from events of a contract that were just written: how it is found, and where it is listed. Idempotent. */
export const reconcileContract =
  (deps: ReconcileContractDeps) =>
  async (contractId: string, versions: readonly number[]): Promise<void> => {
    const record = await deps.contracts.load(contractId);
    const fresh = record.events.filter(({ version }) => versions.includes(version));
    if (fresh.length === 0) return;
    const { terms } = fold(record.events);
    if (fresh.some((event) => isFoundAnew(record.events, event))) await deps.contracts.point(contractId, terms.customer.email);
    await carryIndex(deps, contractId, record);
  };

/** Goes over a whole contract and mends what is missing. Safe to run at any time, as often as wanted. */
export const repairContract =
  (deps: ReconcileContractDeps) =>
  async (contractId: string): Promise<void> => {
    const record = await deps.contracts.load(contractId);
    if (record.events.length === 0) return;
    await deps.contracts.point(contractId, fold(record.events).terms.customer.email);
    await carryIndex(deps, contractId, record);
  };
