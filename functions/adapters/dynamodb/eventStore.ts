import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from './client.ts';
import { toItem, type Item } from './items.ts';
import { eventKey } from './keys.ts';
import { putOnce } from './putOnce.ts';
import { queryAll } from './queryAll.ts';

/** What every event has, whatever it happened to. */
export interface StoredEvent {
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly by: object;
  readonly data: object;
  readonly command?: object | undefined;
}

/**
 * Things that are stored as their events: a partition for each, in which an item is written once for every version. What a thing is listed by (`listed`: names of
 * attributes) rides on its first event, and only ever moves to a later version.
 */
export const eventStore = (tableName: string, listed: readonly string[]) => ({
  /** Everything in a partition, and the events of it, oldest first. */
  async load(pk: string): Promise<{ readonly events: readonly Item[]; readonly others: readonly Item[] }> {
    const items = await queryAll({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
    });
    const isEvent = (item: Item): boolean => item['sk']?.S?.startsWith('EVENT#') ?? false;
    return { events: items.filter(isEvent), others: items.filter((item) => !isEvent(item)) };
  },

  /** Writes the first event with what the thing is listed by. `conflict` when it exists. */
  begin: (pk: string, { version, ...event }: StoredEvent, list: object): Promise<'written' | 'conflict'> =>
    putOnce(tableName, { pk, sk: eventKey(version), ...event, ...list, indexed: version }),

  /** Writes the next event. `conflict` when this version exists. */
  append: (pk: string, { version, ...event }: StoredEvent): Promise<'written' | 'conflict'> =>
    putOnce(tableName, { pk, sk: eventKey(version), ...event }),

  /** Brings what the thing is listed by to `version`; what is not in `list` is dropped. Older versions change nothing. */
  async index(pk: string, version: number, list: object): Promise<void> {
    const wanted = toItem(list);
    const kept = listed.filter((name) => wanted[name]);
    const dropped = listed.filter((name) => !wanted[name]);
    const set = ['indexed', ...kept].map((name) => `#${name} = :${name}`).join(', ');
    const remove = dropped.length > 0 ? ` REMOVE ${dropped.map((name) => `#${name}`).join(', ')}` : '';
    try {
      await dynamodb.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: { S: pk }, sk: { S: eventKey(1) } },
          ConditionExpression: '#indexed <= :indexed', // time and new rules move what a version is listed by
          UpdateExpression: `SET ${set}${remove}`,
          ExpressionAttributeNames: Object.fromEntries(['indexed', ...listed].map((name) => [`#${name}`, name])),
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
});
