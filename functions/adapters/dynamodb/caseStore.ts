import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { CaseStore, OpenCasesFilter } from '../../usecases/ports.ts';
import { dynamodb } from './client.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { eventStore } from './eventStore.ts';
import { indexAttributes, toEvent, toIndex, waitingIn, type Item } from './items.ts';
import { CASE, caseKey, openKey } from './keys.ts';
import { readPage } from './readPage.ts';

/** Cases as their events in the table `tableName`. `sign` signs the cursors of lists. */
export const caseStore = (tableName: string, sign: (text: string) => Promise<string>): CaseStore => {
  const store = eventStore(tableName, ['open', 'due', 'owner']);
  return {
    async load(caseId) {
      const { events, others } = await store.load(caseKey(caseId));
      return {
        events: events.map(toEvent),
        waiting: waitingIn(others),
        index: events[0] && toIndex(events[0]),
      };
    },

    open: ({ caseId, ...event }, index, source) => store.begin(caseKey(caseId), event, { ...indexAttributes(index), source }),

    append: ({ caseId, ...event }) => store.append(caseKey(caseId), event),

    async countOpenings(source, since, limit) {
      const { Count } = await dynamodb.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: 'source',
          Select: 'COUNT',
          Limit: limit,
          KeyConditionExpression: '#source = :source AND #at > :since',
          ExpressionAttributeNames: { '#source': 'source', '#at': 'at' },
          ExpressionAttributeValues: { ':source': { S: source }, ':since': { S: since } },
        }),
      );
      return Count ?? 0;
    },

    index: (caseId, version, index) => store.index(caseKey(caseId), version, index ? indexAttributes(index) : {}),

    async listOpen({ cursor, limit, ...filter }) {
      const start = cursor === undefined ? undefined : await decodeCursor(cursor, sign);
      const { items, next } = await readPage(openQuery(tableName, filter), ['pk', 'sk', 'open', 'due'], { limit, start });
      return {
        caseIds: items.map((item) => (item['pk']?.S ?? '').slice(CASE.length)),
        nextCursor: next && (await encodeCursor(next, sign)),
      };
    },

    async countOpen(query) {
      let count = 0;
      let start: Item | undefined;
      do {
        const page = await dynamodb.send(new QueryCommand({ ...openQuery(tableName, query), Select: 'COUNT', ExclusiveStartKey: start }));
        count += page.Count ?? 0;
        start = page.LastEvaluatedKey;
      } while (start);
      return count;
    },
  };
};

const openQuery = (tableName: string, { team, owner, dueBefore }: OpenCasesFilter): QueryCommandInput => {
  const filter = owner === undefined ? undefined : owner === null ? 'attribute_not_exists(#owner)' : '#owner = :owner';
  return {
    TableName: tableName,
    IndexName: 'open',
    KeyConditionExpression: `#open = :open${dueBefore ? ' AND due < :before' : ''}`,
    ...(filter ? { FilterExpression: filter } : {}),
    ExpressionAttributeNames: { '#open': 'open', ...(filter ? { '#owner': 'owner' } : {}) },
    ExpressionAttributeValues: {
      ':open': { S: openKey(team) },
      ...(owner ? { ':owner': { S: owner } } : {}),
      ...(dueBefore ? { ':before': { S: dueBefore } } : {}),
    },
  };
};
