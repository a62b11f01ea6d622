import type { ContractEvent } from '../../domain/contract/model.ts';
import type { ContractIndex } from '../../usecases/contractPorts.ts';
import { storedEvent, type Item } from './items.ts';
import { CONTRACT, contractsKey } from './keys.ts';

/** Number of the contract that a key of it or of a pointer to it names. */
export const contractIdIn = (key: string | undefined): string => (key ?? '').slice(CONTRACT.length);

/** Attributes that put a contract into the list of its team. */
export const indexAttributes = (team: string, contractId: string, { dueOn, owner }: ContractIndex): object => ({
  contracts: contractsKey(team),
  dueOn: `${dueOn}#${contractId}`,
  owner,
});

/** The index attributes that the first event carries. */
export const toIndex = (item: Item): ContractIndex | undefined => {
  const [dueOn] = item['dueOn']?.S?.split('#') ?? [];
  const owner = item['owner']?.S;
  return dueOn && owner ? { dueOn, owner } : undefined;
};

const isEvent = (value: object): value is ContractEvent =>
  'contractId' in value && 'version' in value && 'type' in value && 'at' in value && 'by' in value && 'data' in value;

/** Reads an event back. Throws on an item that is none: then something else writes to the table. */
export const toEvent = (item: Item): ContractEvent => {
  const event: object = { contractId: contractIdIn(item['pk']?.S), ...storedEvent(item) };
  if (!isEvent(event)) throw new Error(`item ${item['pk']?.S} ${item['sk']?.S} is not an event`);
  return event;
};
