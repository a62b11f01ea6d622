import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Book } from '../../domain/kernel/book.ts';
import type { BookStore } from '../../usecases/ports.ts';
import { dynamodb } from './client.ts';
import type { Item } from './items.ts';
import { versionKey } from './keys.ts';
import { putOnce } from './putOnce.ts';

/** Versions that the second read brings, where the newest was not enough; every later read brings as many as all before. */
const PAGE = 3;

interface Reading {
  /** Numbers of the versions, both included. */
  readonly from: number;
  readonly to?: number;
  readonly limit?: number;
}

/** Greatest number of a version. */
const LAST = 999_999;

/**
 * Versions of rules as items of one partition, and below them `first`, which came with the software. A version never changes, so each is read once in the life
 * of a process; whether there is a newer one is asked every time, for the price of a read that finds nothing.
 */
export const bookStore = <Rules>(tableName: string, partition: string, first: Book<Rules>): BookStore<Rules> => {
  const known = new Map([[first.version, first]]);
  /** Number of the newest version that is known; undefined as long as nobody asked. */
  let newest: number | undefined;

  const keep = (item: Item): void => {
    const book = toBook<Rules>(item);
    if (!known.has(book.version)) known.set(book.version, book); // what was worked out from the first reading stays with it
  };

  /** Brings versions into what is known, the newest first. */
  const read = async ({ from, to = LAST, limit }: Reading): Promise<void> => {
    let start: Item | undefined;
    let count = 0;
    do {
      const page: { readonly Items?: Item[] | undefined; readonly LastEvaluatedKey?: Item | undefined } = await dynamodb.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': { S: partition }, ':from': { S: versionKey(from) }, ':to': { S: versionKey(to) } },
          ScanIndexForward: false,
          Limit: limit,
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      page.Items?.forEach(keep);
      count += page.Items?.length ?? 0;
      start = page.LastEvaluatedKey;
    } while (start && count < (limit ?? LAST));
  };

  const one = async (version: number, limit: number): Promise<Book<Rules>> => {
    if (!known.has(version)) await read({ from: Math.max(first.version + 1, version - limit + 1), to: version, limit });
    const book = known.get(version);
    if (!book) throw new Error(`there is no version ${version} of the rules ${partition}`);
    return book;
  };

  const current = async (): Promise<Book<Rules>> => {
    if (newest === undefined) await read({ from: first.version + 1, limit: 1 });
    else await read({ from: newest + 1 });
    newest = Math.max(...known.keys());
    return one(newest, 1);
  };

  const since = async (at: string): Promise<readonly Book<Rules>[]> => {
    const books = [await current()];
    for (let oldest = books[0]; oldest && oldest.at > at && oldest.version > first.version; oldest = books[0])
      books.unshift(await one(oldest.version - 1, Math.max(PAGE, books.length)));
    return books;
  };

  return {
    current,
    since,
    version: (version) => one(version, 1),
    versions: () => since(first.at),
    append: ({ version, ...book }) => putOnce(tableName, { pk: partition, sk: versionKey(version), ...book }),
  };
};

const isBook = <Rules>(value: object): value is Book<Rules> =>
  'version' in value && 'at' in value && 'rules' in value && typeof value.rules === 'object';

const toBook = <Rules>(item: Item): Book<Rules> => {
  const version = Number((item['sk']?.S ?? '').slice('VERSION#'.length));
  const { at, by, note, rules, command } = unmarshall(item);
  const book: object = { version, at, by, note, rules, command };
  if (!isBook<Rules>(book)) throw new Error(`version ${version} of the rules is not readable`);
  return book;
};
