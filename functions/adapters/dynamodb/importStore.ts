import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { countsOf, type Counts, type ImportedRow } from '../../domain/contract/import/outcome.ts';
import type { ImportRecord, ImportStore } from '../../usecases/importPorts.ts';
import { dynamodb } from './client.ts';
import { toItem, type Item } from './items.ts';
import { chunkKey, IMPORT, importKey } from './keys.ts';
import { putOnce } from './putOnce.ts';
import { queryAll } from './queryAll.ts';

/** How long an import can be looked at: its rows name customers' contracts. */
const KEPT_SECONDS = 30 * 86_400;

const expiresAt = (at: string): number => Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS;

const isRecord = (value: object): value is ImportRecord => 'importId' in value && 'header' in value && 'rows' in value && 'hash' in value;

const isCounts = (value: unknown): value is Counts => typeof value === 'object' && value !== null && 'refused' in value;

const isRows = (value: unknown): value is readonly ImportedRow[] => Array.isArray(value);

/** Imports in the table `tableName`: a record, and for every finished chunk its counts and its rows. */
export const importStore = (tableName: string): ImportStore => {
  const read = async (importId: string, sk: string): Promise<Item | undefined> => {
    const Key = { pk: { S: importKey(importId) }, sk: { S: sk } };
    return (await dynamodb.send(new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item;
  };
  const write = async (item: object): Promise<void> => {
    await dynamodb.send(new PutItemCommand({ TableName: tableName, Item: toItem(item) }));
  };

  return {
    begin: (record) => putOnce(tableName, { pk: importKey(record.importId), sk: IMPORT, expiresAt: expiresAt(record.at), ...record }),

    async load(importId) {
      const item = await read(importId, IMPORT);
      if (!item) return undefined;
      const { pk: _, sk: __, expiresAt: ___, ...record } = unmarshall(item);
      if (!isRecord(record)) throw new Error(`import ${importId} is not readable`);
      return record;
    },

    async finish(importId, chunk, at, rows) {
      const common = { pk: importKey(importId), expiresAt: expiresAt(at) };
      await write({ ...common, sk: chunkKey('ROWS', chunk), list: rows });
      await write({ ...common, sk: chunkKey('CHUNK', chunk), counts: countsOf(rows) }); // last: it says that the chunk is finished
    },

    async finished(importId) {
      const items = await queryAll({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': { S: importKey(importId) }, ':sk': { S: 'CHUNK#' } },
        ConsistentRead: true,
      });
      return new Map(
        items.map((item) => {
          const { sk, counts } = unmarshall(item);
          if (!isCounts(counts)) throw new Error(`a chunk of import ${importId} is not readable`);
          return [Number(String(sk).slice('CHUNK#'.length)), counts] as const;
        }),
      );
    },

    async rows(importId, chunk) {
      const item = await read(importId, chunkKey('ROWS', chunk));
      const { list } = item ? unmarshall(item) : {};
      return isRows(list) ? list : [];
    },
  };
};
