import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { ContractIds, ContractsFilter, ContractStore } from '../../usecases/contractPorts.ts';
import type { TasksQuery } from '../../usecases/carePorts.ts';
import { TEAM } from '../../usecases/team.ts';
import { contractIdIn, indexAttributes, LISTED, toEvent, toIndex } from './contractItems.ts';
import { dynamodb } from './client.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { eventStore } from './eventStore.ts';
import { waitingIn } from './items.ts';
import { addressKey, careKey, contractKey, contractsKey, tasksKey } from './keys.ts';
import { putOnce } from './putOnce.ts';
import { readPage } from './readPage.ts';

/** Sorts after every date with whatever follows it. */
const AFTER = '~';

/** Keyed hashes: of cursors, and of addresses. */
interface Keyed {
  readonly sign: (text: string) => Promise<string>;
  readonly address: (email: string) => Promise<string>;
}

/** Contracts as their events in the table `tableName`, with pointers to them from their numbers and from the addresses of their customers. */
export const contractStore = (tableName: string, { sign, address }: Keyed): ContractStore => {
  const store = eventStore(tableName, LISTED);
  const ofCustomer = async (email: string): Promise<string> => addressKey(await address(email.trim().toLowerCase()));

  /** A read costs a tenth of a write that finds its item there already. */
  const exists = async (pk: string, sk: string): Promise<boolean> => {
    const input = {
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: { ':pk': { S: pk }, ':sk': { S: sk } },
    };
    return (await dynamodb.send(new QueryCommand({ ...input, Select: 'COUNT' }))).Count === 1;
  };

  /** Pointers in one partition, by the number of the contract. */
  const pointers = (pk: string, number = ''): QueryCommandInput => ({
    TableName: tableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': { S: pk }, ':sk': { S: contractKey(number) } },
  });

  const byDueDate = ({ owner, dueFrom, dueTo }: ContractsFilter): QueryCommandInput => ({
    TableName: tableName,
    IndexName: 'contracts',
    KeyConditionExpression: 'contracts = :team AND dueOn BETWEEN :from AND :to',
    ExpressionAttributeValues: {
      ':team': { S: contractsKey(TEAM) },
      ':from': { S: dueFrom ?? '0' },
      ':to': { S: `${dueTo ?? ''}${AFTER}` },
      ...(owner && { ':owner': { S: owner } }),
    },
    ...(owner && { FilterExpression: '#owner = :owner', ExpressionAttributeNames: { '#owner': 'owner' } }),
  });

  const byCare = (shard: number, until: string): QueryCommandInput => ({
    TableName: tableName,
    IndexName: 'care',
    KeyConditionExpression: 'care = :shard AND careAt <= :until',
    ExpressionAttributeValues: { ':shard': { S: careKey(shard) }, ':until': { S: until + AFTER } },
  });

  /** Tasks share the index of open cases: work to be done by owner and due time, each kind in partitions of its own. */
  const byTasks = ({ owner, notOwners = [], dueTo }: Omit<TasksQuery, 'limit' | 'cursor'>): QueryCommandInput => {
    const others = Object.fromEntries(notOwners.map((other, n) => [`:other${n}`, { S: other }]));
    const filters = [...(owner ? ['#owner = :owner'] : []), ...Object.keys(others).map((other) => `#owner <> ${other}`)];
    return {
      TableName: tableName,
      IndexName: 'open',
      KeyConditionExpression: '#open = :team AND due <= :to',
      ExpressionAttributeNames: { '#open': 'open', ...(filters.length > 0 && { '#owner': 'owner' }) },
      ExpressionAttributeValues: {
        ':team': { S: tasksKey(TEAM) },
        ':to': { S: `${dueTo ?? ''}${AFTER}` },
        ...(owner && { ':owner': { S: owner } }),
        ...others,
      },
      ...(filters.length > 0 && { FilterExpression: filters.join(' AND ') }),
    };
  };

  /** One page of a list; `keys` are the attributes of its index. */
  const page = async (
    input: QueryCommandInput,
    keys: readonly string[],
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<ContractIds> => {
    // A cursor is a key of one list: in another it would be none.
    const signed = (text: string): Promise<string> =>
      sign(JSON.stringify([input.KeyConditionExpression, input.ExpressionAttributeValues, text]));
    const start = cursor === undefined ? undefined : await decodeCursor(cursor, signed);
    const { items, next } = await readPage(input, ['pk', 'sk', ...keys], { limit, start });
    return {
      contractIds: items.map((item) => contractIdIn(input.IndexName ? item['pk']?.S : item['sk']?.S)),
      nextCursor: next && (await encodeCursor(next, signed)),
    };
  };

  const queryFor = async (filter: ContractsFilter): Promise<QueryCommandInput> => {
    if (filter.customer !== undefined) return pointers(await ofCustomer(filter.customer), filter.number);
    return filter.number === undefined ? byDueDate(filter) : pointers(contractsKey(TEAM), filter.number);
  };

  return {
    async load(contractId) {
      const { events, others } = await store.load(contractKey(contractId));
      return { events: events.map(toEvent), waiting: waitingIn(others), index: events[0] && toIndex(events[0]) };
    },

    register: ({ contractId, ...event }, index) => store.begin(contractKey(contractId), event, indexAttributes(TEAM, contractId, index)),

    append: ({ contractId, ...event }) => store.append(contractKey(contractId), event),

    index: (contractId, version, index) => store.index(contractKey(contractId), version, indexAttributes(TEAM, contractId, index)),

    async point(contractId, email) {
      const sk = contractKey(contractId);
      for (const pk of [contractsKey(TEAM), ...(email === undefined ? [] : [await ofCustomer(email)])])
        if (!(await exists(pk, sk))) await putOnce(tableName, { pk, sk });
    },

    async list({ limit, cursor, ...filter }) {
      const input = await queryFor(filter);
      return page(input, input.IndexName ? ['contracts', 'dueOn'] : [], { limit, cursor });
    },

    dueForCare: (shard, until, of) => page(byCare(shard, until), ['care', 'careAt'], of),

    listTasks: ({ limit, cursor, ...filter }) => page(byTasks(filter), ['open', 'due'], { limit, cursor }),
  };
};
