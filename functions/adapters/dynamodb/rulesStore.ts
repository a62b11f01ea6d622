import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { FIRST_BOOK } from '../../domain/clocks/defaultRules.ts';
import type { RuleBook } from '../../domain/clocks/rules.ts';
import type { RulesStore } from '../../usecases/ports.ts';
import { dynamodb } from './client.ts';
import type { Item } from './items.ts';
import { RULES, versionKey } from './keys.ts';
import { putOnce } from './putOnce.ts';

/** Versions that the second read brings, where the newest was not enough; every later read brings as many as all before. */
const PAGE = 3;

/** Versions of the rules as items of the table `tableName`, and below them the one that came with the software. */
export const rulesStore = (tableName: string): RulesStore => {
  // A version never changes, so what is worked out from it is kept as long as the process.
  const known = new Map<number, RuleBook>();

  const bookOf = (item: Item): RuleBook => {
    const version = Number((item['sk']?.S ?? '').slice('VERSION#'.length));
    const book = known.get(version) ?? toBook(version, item);
    known.set(version, book);
    return book;
  };

  return {
    async since(since) {
      const books: RuleBook[] = [];
      let start: Item | undefined;
      do {
        const page: { readonly Items?: Item[] | undefined; readonly LastEvaluatedKey?: Item | undefined } = await dynamodb.send(
          new QueryCommand({
            TableName: tableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': { S: RULES } },
            ScanIndexForward: false,
            Limit: books.length === 0 ? 1 : Math.max(PAGE, books.length),
            ConsistentRead: true,
            ExclusiveStartKey: start,
          }),
        );
        for (const item of page.Items ?? []) {
          books.unshift(bookOf(item));
          if ((books[0]?.at ?? since) <= since) return books;
        }
        start = page.LastEvaluatedKey;
      } while (start);
      return [FIRST_BOOK, ...books];
    },

    append: ({ version, ...book }) => putOnce(tableName, { pk: RULES, sk: versionKey(version), ...book }),
  };
};

const isBook = (value: object): value is RuleBook => 'version' in value && 'at' in value && 'rules' in value;

const toBook = (version: number, item: Item): RuleBook => {
  const { at, by, note, rules, command } = unmarshall(item);
  const book: object = { version, at, by, note, rules, command };
  if (!isBook(book) || typeof rules !== 'object') throw new Error(`version ${version} of the rules is not readable`);
  return book;
};
