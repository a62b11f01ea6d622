import type { ContractEvent } from '../../../functions/domain/contract/model.ts';
import { shardOf } from '../../../functions/adapters/dynamodb/contractItems.ts';
import { BadCursor } from '../../../functions/usecases/badCursor.ts';
import type { TasksQuery } from '../../../functions/usecases/carePorts.ts';
import type { ContractIndex, ContractsFilter, ContractStore } from '../../../functions/usecases/contractPorts.ts';

const pageOf = (ids: readonly string[], limit: number, cursor: string | undefined) => {
  const from = cursor === undefined ? 0 : ids.indexOf(cursor) + 1;
  if (cursor !== undefined && from === 0) throw new BadCursor('not of this list');
  const contractIds = ids.slice(from, from + limit);
  return { contractIds, nextCursor: from + limit < ids.length ? contractIds.at(-1) : undefined };
};

/** Ids by what they are listed by; those without are not listed. */
const sorted = (
  lists: ReadonlyMap<string, { readonly index: ContractIndex }>,
  by: (index: ContractIndex) => string | undefined,
): readonly string[] =>
  [...lists]
    .flatMap(([contractId, { index }]) => {
      const key = by(index);
      return key === undefined ? [] : [[`${key}#${contractId}`, contractId] as const];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, contractId]) => contractId);

/** A register of contracts in memory, as the table keeps it: what lists know is only what was told to them. */
export class ContractRegister implements ContractStore {
  readonly events = new Map<string, readonly ContractEvent[]>();
  readonly lists = new Map<string, { readonly version: number; readonly index: ContractIndex }>();
  /** Numbers under the addresses that point to them. */
  readonly pointers = new Map<string, Set<string>>();
  readonly numbers = new Set<string>();

  constructor(...contracts: readonly { readonly events: readonly ContractEvent[] }[]) {
    for (const { events } of contracts) {
      const [first] = events;
      if (first) this.events.set(first.contractId, events);
    }
  }

  /** How many events there are: what the doors wrote. */
  get written(): number {
    return [...this.events.values()].reduce((sum, { length }) => sum + length, 0);
  }

  load = async (contractId: string) => ({ events: this.events.get(contractId) ?? [], index: this.lists.get(contractId)?.index });

  register = async (event: ContractEvent, index: ContractIndex): Promise<'written' | 'conflict'> => {
    if (this.events.has(event.contractId)) return 'conflict';
    this.events.set(event.contractId, [event]);
    this.lists.set(event.contractId, { version: 1, index });
    return 'written';
  };

  append = async (event: ContractEvent): Promise<'written' | 'conflict'> => {
    const events = this.events.get(event.contractId) ?? [];
    if (events.length !== event.version - 1) return 'conflict';
    this.events.set(event.contractId, [...events, event]);
    return 'written';
  };

  index = async (contractId: string, version: number, index: ContractIndex): Promise<void> => {
    if ((this.lists.get(contractId)?.version ?? 0) <= version) this.lists.set(contractId, { version, index });
  };

  point = async (contractId: string, email: string | undefined): Promise<void> => {
    this.numbers.add(contractId);
    if (email) this.pointers.set(email.toLowerCase(), new Set([...(this.pointers.get(email.toLowerCase()) ?? []), contractId]));
  };

  list = async ({ limit, cursor, ...filter }: ContractsFilter & { readonly limit: number; readonly cursor?: string | undefined }) => {
    return pageOf(this.idsFor(filter), limit, cursor);
  };

  dueForCare = async (
    shard: number,
    until: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ) => {
    const ids = sorted(this.lists, ({ careAt }) => (careAt !== undefined && careAt <= until ? careAt : undefined));
    return pageOf(
      ids.filter((id) => shardOf(id) === shard),
      limit,
      cursor,
    );
  };

  listTasks = async ({ owner, notOwners = [], dueTo = '~', limit, cursor }: TasksQuery) =>
    pageOf(
      sorted(this.lists, (index) =>
        index.tasks && index.tasks.due <= dueTo && (owner === undefined || index.owner === owner) && !notOwners.includes(index.owner)
          ? index.tasks.due
          : undefined,
      ),
      limit,
      cursor,
    );

  private idsFor({ customer, number = '', owner, dueFrom = '', dueTo = '~' }: ContractsFilter): readonly string[] {
    const numbered = (ids: Iterable<string>): readonly string[] => [...ids].filter((id) => id.startsWith(number)).sort();
    if (customer !== undefined) return numbered(this.pointers.get(customer.toLowerCase()) ?? []);
    if (number) return numbered(this.numbers);
    return sorted(this.lists, (index) =>
      (owner === undefined || index.owner === owner) && index.dueOn >= dueFrom && index.dueOn <= dueTo ? index.dueOn : undefined,
    );
  }
}
