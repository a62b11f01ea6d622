import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import type { KnownContracts } from '../../usecases/importPorts.ts';
import { dynamodb } from './client.ts';
import { contractIdIn } from './contractItems.ts';
import type { Item } from './items.ts';
import { contractKey, eventKey } from './keys.ts';

/** Keys that DynamoDB looks up in one call. */
const BATCH = 100;

/** Which contracts the table `tableName` holds, a hundred at a time. */
export const knownContracts =
  (tableName: string): KnownContracts =>
  async (contractIds) => {
    const known = new Set<string>();
    let keys: Item[] = [...new Set(contractIds)].map((contractId) => ({ pk: { S: contractKey(contractId) }, sk: { S: eventKey(1) } }));
    while (keys.length > 0) {
      const asked = { Keys: keys.slice(0, BATCH), ProjectionExpression: 'pk', ConsistentRead: true };
      const { Responses, UnprocessedKeys } = await dynamodb.send(new BatchGetItemCommand({ RequestItems: { [tableName]: asked } }));
      for (const item of Responses?.[tableName] ?? []) known.add(contractIdIn(item['pk']?.S));
      keys = [...keys.slice(BATCH), ...(UnprocessedKeys?.[tableName]?.Keys ?? [])];
    }
    return known;
  };
