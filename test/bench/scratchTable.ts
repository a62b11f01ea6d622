import { CreateTableCommand, DeleteTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { REGION } from '../../infra/local/options.ts';
import { cloud } from '../support/stack/probes.ts';
import { theStack } from '../support/stack/theStack.ts';

/** Lets the adapters of this process talk to the local cloud. To be called before the first of them is imported. */
export const useTheCloud = (): void => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL: theStack().awsEndpoint,
  });
};

/** Does something with an empty table of the stack's shape, with all its indexes, but without its stream: nothing but this process writes to it. */
export async function withScratchTable<Result>(name: string, use: (tableName: string) => Promise<Result>): Promise<Result> {
  const { dynamodb } = cloud();
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: theStack().tableName }));
  const TableName = `bench-${name}-${process.pid}`;
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions,
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
  );
  try {
    return await use(TableName);
  } finally {
    await dynamodb.send(new DeleteTableCommand({ TableName }));
  }
}
