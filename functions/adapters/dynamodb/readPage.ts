import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { dynamodb } from './client.ts';
import type { Item } from './items.ts';

/** Entries that one read goes through when a filter lets only some of them pass. */
const FILTERED = 200;

const keyOf = (item: Item | undefined, names: readonly string[]): Item =>
  Object.fromEntries(names.flatMap((name) => (item?.[name] ? [[name, item[name]]] : [])));

/** A page of a list: reads on until it has `limit` items, however few the filter lets pass. `keys` are the attributes that say where it ended: those of the table and of the index. */
export const readPage = async (
  input: QueryCommandInput,
  keys: readonly string[],
  { limit, start }: { readonly limit: number; readonly start: Item | undefined },
): Promise<{ readonly items: readonly Item[]; readonly next: Item | undefined }> => {
  const items: Item[] = [];
  let next = start;
  do {
    const Limit = input.FilterExpression ? Math.max(FILTERED, limit) : limit - items.length;
    const page = await dynamodb.send(new QueryCommand({ ...input, Limit, ExclusiveStartKey: next }));
    items.push(...(page.Items ?? []));
    next = page.LastEvaluatedKey;
  } while (next && items.length < limit);
  return items.length > limit ? { items: items.slice(0, limit), next: keyOf(items[limit - 1], keys) } : { items, next };
};
