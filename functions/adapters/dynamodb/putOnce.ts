import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from './client.ts';
import { toItem } from './items.ts';

/** Writes an item unless one with its keys is there already: then `conflict`, and nothing is changed. */
export const putOnce = async (tableName: string, item: object): Promise<'written' | 'conflict'> => {
  try {
    await dynamodb.send(new PutItemCommand({ TableName: tableName, Item: toItem(item), ConditionExpression: 'attribute_not_exists(pk)' }));
    return 'written';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'conflict';
    throw error;
  }
};
