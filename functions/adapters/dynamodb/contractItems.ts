import type { ContractEvent } from '../../domain/contract/model.ts';
import { CARE_SHARDS, type ContractIndex } from '../../usecases/contractPorts.ts';
import { storedEvent, type Item } from './items.ts';
import { careKey, CONTRACT, contractsKey, tasksKey } from './keys.ts';

/** Number of the contract that a key of it or of a pointer to it names. */
export const contractIdIn = (key: string | undefined): string => (key ?? '').slice(CONTRACT.length);

/** Names of the attributes by which contracts are listed. */
export const LISTED = ['contracts', 'dueOn', 'owner', 'care', 'careAt', 'open', 'due'] as const;

/** The part of the contracts that one belongs to: always the same for the same number, and all about equally large (FNV-1a). */
export const shardOf = (contractId: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(contractId)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) % CARE_SHARDS;
};

/** Attributes that put a contract into the lists: by due date, by the time of its next care, and by its open tasks. */
export const indexAttributes = (team: string, contractId: string, { dueOn, owner, careAt, tasks }: ContractIndex): object => ({
  contracts: contractsKey(team),
  dueOn: `${dueOn}#${contractId}`,
  owner,
  ...(careAt !== undefined && { care: careKey(shardOf(contractId)), careAt: `${careAt}#${contractId}` }),
  ...(tasks && { open: tasksKey(team), due: `${tasks.due}#${contractId}` }),
});

const beforeId = (item: Item, name: string): string | undefined => item[name]?.S?.split('#')[0];

/** The index attributes that the first event carries. */
export const toIndex = (item: Item): ContractIndex | undefined => {
  const dueOn = beforeId(item, 'dueOn');
  const owner = item['owner']?.S;
  const due = beforeId(item, 'due');
  return dueOn && owner ? { dueOn, owner, careAt: beforeId(item, 'careAt'), tasks: due === undefined ? undefined : { due } } : undefined;
};

const isEvent = (value: object): value is ContractEvent =>
  'contractId' in value && 'version' in value && 'type' in value && 'at' in value && 'by' in value && 'data' in value;

/** Reads an event back. Throws on an item that is none: then something else writes to the table. */
export const toEvent = (item: Item): ContractEvent => {
  const event: object = { contractId: contractIdIn(item['pk']?.S), ...storedEvent(item) };
  if (!isEvent(event)) throw new Error(`item ${item['pk']?.S} ${item['sk']?.S} is not an event`);
  return event;
};
