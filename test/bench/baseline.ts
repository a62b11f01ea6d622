import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const dynamodb = new DynamoDBClient({});

/** A handler that only imports client-dynamodb: what load times are compared with. */
export const handler = (): Promise<unknown> => dynamodb.send(new GetItemCommand({ TableName: 'table', Key: {} }));
