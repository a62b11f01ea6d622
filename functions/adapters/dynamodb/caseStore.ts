import {
  ConditionalCheckFailedException,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { CaseStore, OpenCasesFilter } from '../../usecases/ports.ts';
import { dynamodb } from './client.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { eventItem, indexAttributes, toEvent, toIndex, toItem, toWaiting, type Item } from './items.ts';
import { caseKey, eventKey, openKey, WAIT } from './keys.ts';
import { queryAll } from './queryAll.ts';

/** Cases as their events in the table `tableName`. `hash` signs the cursors of lists. */
export const caseStore = (tableName: string, sign: (text: string) => Promise<string>): CaseStore => ({
  async load(caseId) {
    const items = await queryAll({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: caseKey(caseId) } },
      ConsistentRead: true,
    });
    const events = items.filter((item) => item['sk']?.S?.startsWith('EVENT#'));
    const waiting = items.find((item) => item['sk']?.S === WAIT);
    return {
      events: events.map(toEvent),
      waiting: waiting && toWaiting(waiting),
      index: events[0] && toIndex(events[0]),
    };
  },

  open: (event, index, source) =>
    put(
      tableName,
      toItem({
        ...eventItem(event),
        ...indexAttributes(index),
        indexed: event.version,
        source,
      }),
    ),

  append: (event) => put(tableName, toItem(eventItem(event))),

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

  async index(caseId, version, index) {
    const wanted = index ? toItem(indexAttributes(index)) : {};
    const kept = INDEX_ATTRIBUTES.filter((name) => wanted[name]);
    const dropped = INDEX_ATTRIBUTES.filter((name) => !wanted[name]);
    const set = ['indexed', ...kept].map((name) => `#${name} = :${name}`).join(', ');
    const remove = dropped.length > 0 ? ` REMOVE ${dropped.map((name) => `#${name}`).join(', ')}` : '';
    try {
      await dynamodb.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: { S: caseKey(caseId) }, sk: { S: eventKey(1) } },
          ConditionExpression: '#indexed <= :indexed', // time and new rules move what a version is listed by
          UpdateExpression: `SET ${set}${remove}`,
          ExpressionAttributeNames: Object.fromEntries(['indexed', ...INDEX_ATTRIBUTES].map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ':indexed': { N: String(version) },
            ...Object.fromEntries(Object.entries(wanted).map(([name, value]) => [`:${name}`, value])),
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },

  async listOpen(query) {
    const caseIds: string[] = [];
    let start = query.cursor === undefined ? undefined : await decodeCursor(query.cursor, sign);
    do {
      const page = await dynamodb.send(
        new QueryCommand({ ...openQuery(tableName, query), Limit: query.limit - caseIds.length, ExclusiveStartKey: start }),
      );
      for (const item of page.Items ?? []) caseIds.push((item['pk']?.S ?? '').slice('CASE#'.length));
      start = page.LastEvaluatedKey;
    } while (start && caseIds.length < query.limit);
    return { caseIds, nextCursor: start && (await encodeCursor(start, sign)) };
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
});

/** Attributes by which an open case is listed. */
const INDEX_ATTRIBUTES = ['open', 'due', 'owner'];

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

const put = async (tableName: string, item: Item): Promise<'written' | 'conflict'> => {
  try {
    await dynamodb.send(new PutItemCommand({ TableName: tableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }));
    return 'written';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'conflict';
    throw error;
  }
};
