import { expect, test } from '@jest/globals';
import type { AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../../functions/adapters/dynamodb/client.ts';
import { readPage } from '../../../functions/adapters/dynamodb/readPage.ts';

type Item = Record<string, AttributeValue>;

const QUERY = { TableName: 'table', IndexName: 'contracts' };
const KEYS = ['pk', 'sk', 'dueOn'];
const entry = (n: number): Item => ({ pk: { S: `P#${n}` }, sk: { S: 'EVENT#0001' }, dueOn: { S: String(n) }, owner: { S: 'lin' } });
const keyOf = (n: number): Item => ({ pk: { S: `P#${n}` }, sk: { S: 'EVENT#0001' }, dueOn: { S: String(n) } });

/** Answers reads with these pages, one after the other; keeps what was asked. */
const answering = (...pages: readonly { readonly Items: readonly Item[]; readonly LastEvaluatedKey?: Item }[]): QueryCommand['input'][] => {
  const asked: QueryCommand['input'][] = [];
  Object.assign(dynamodb, {
    send: async ({ input }: QueryCommand) => {
      asked.push(input);
      return pages[asked.length - 1] ?? { Items: [] };
    },
  });
  return asked;
};

test('without a filter reads what is wanted, and no more', async () => {
  const asked = answering({ Items: [1, 2].map(entry), LastEvaluatedKey: keyOf(2) }, { Items: [3].map(entry), LastEvaluatedKey: keyOf(3) });
  const { items, next } = await readPage(QUERY, KEYS, { limit: 3, start: undefined });
  expect(asked.map(({ Limit, ExclusiveStartKey }) => [Limit, ExclusiveStartKey])).toEqual([
    [3, undefined],
    [1, keyOf(2)],
  ]);
  expect([items.length, next]).toEqual([3, keyOf(3)]);
});

test('with a filter reads ahead, and goes on after the last that it gave out', async () => {
  const filtered = { ...QUERY, FilterExpression: '#owner = :owner' };
  const asked = answering({ Items: [1, 2, 3, 4, 5].map(entry), LastEvaluatedKey: keyOf(200) });
  expect(await readPage(filtered, KEYS, { limit: 2, start: keyOf(0) })).toEqual({ items: [entry(1), entry(2)], next: keyOf(2) });
  expect(asked.map(({ Limit, ExclusiveStartKey }) => [Limit, ExclusiveStartKey])).toEqual([[200, keyOf(0)]]);
});

test('with a filter that lets nothing pass reads to the end', async () => {
  const asked = answering({ Items: [], LastEvaluatedKey: keyOf(200) }, { Items: [] });
  expect(await readPage({ ...QUERY, FilterExpression: 'x' }, KEYS, { limit: 2, start: undefined })).toEqual({ items: [], next: undefined });
  expect(asked.length).toBe(2);
});

test('a page that ends with the list has no next one', async () => {
  answering({ Items: [1, 2].map(entry) });
  expect((await readPage(QUERY, KEYS, { limit: 2, start: undefined })).next).toBeUndefined();
});
