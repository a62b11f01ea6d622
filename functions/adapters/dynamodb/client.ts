import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** One client per process. */
export const dynamodb = new DynamoDBClient({});
