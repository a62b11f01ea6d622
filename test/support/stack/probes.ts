import { DynamoDBClient, QueryCommand, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, GetQueueUrlCommand, PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { cloudClient } from '../../../infra/local/options.ts';
import { sweep as runSweep } from '../../../infra/local/sweeper.ts';
import { theClock, theStack } from './theStack.ts';

export type Item = Record<string, AttributeValue>;

/** Clients of the local cloud. They know how far it is ahead, so they are made anew after the clock moved. */
function clients() {
  const settings = cloudClient(theStack());
  return {
    dynamodb: new DynamoDBClient(settings),
    sfn: new SFNClient(settings),
    sqs: new SQSClient(settings),
    lambda: new LambdaClient(settings),
  };
}

let made: { offset: number; clients: ReturnType<typeof clients> } | undefined;

/** SDK clients of the stack, as an operator with all rights. */
export function cloud(): ReturnType<typeof clients> {
  const offset = theClock().offsetSeconds();
  if (made?.offset !== offset) made = { offset, clients: clients() };
  return made.clients;
}

/** All items of the table. */
export async function allItems(): Promise<readonly Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page: { Items?: Item[] | undefined; LastEvaluatedKey?: Item | undefined } = await cloud().dynamodb.send(
      new ScanCommand({ TableName: theStack().tableName, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

/** How many events cases and contracts have together: what doors write, and nothing that follows from it. */
export const countEvents = async (): Promise<number> => (await allItems()).filter(({ sk }) => sk?.S?.startsWith('EVENT#')).length;

/** Everything in one partition of the table. */
export async function itemsAt(pk: string): Promise<readonly Item[]> {
  const { Items = [] } = await cloud().dynamodb.send(
    new QueryCommand({
      TableName: theStack().tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
    }),
  );
  return Items;
}

/** Everything stored about one case. */
export const itemsOf = (caseId: string): Promise<readonly Item[]> => itemsAt(`CASE#${caseId}`);

/** The step that the workflow of a case or of a contract's renewal waits in, by the partition of that. */
export async function waitAt(pk: string): Promise<{ step: string; version: number; token: string; execution: string } | undefined> {
  const item = (await itemsAt(pk)).find(({ sk }) => sk?.S === 'WAIT');
  const { step, version, token, execution } = item ? unmarshall(item) : {};
  return step ? { step: String(step), version: Number(version), token: String(token), execution: String(execution) } : undefined;
}

/** The step that the workflow of a case waits in. */
export const waitOf = (caseId: string) => waitAt(`CASE#${caseId}`);

type Machine = keyof ReturnType<typeof theStack>['stateMachines'];

/** ARN of an execution by its name. */
export const executionArn = (name: string, machine: Machine = 'caseLifecycle'): string =>
  `${theStack().stateMachines[machine].replace(':stateMachine:', ':execution:')}:${name}`;

/** An execution by its name: its status, and its history as text. `undefined` when there is none. */
export async function execution(
  name: string,
  machine?: Machine,
): Promise<{ status: string; entered: readonly string[]; history: string } | undefined> {
  const arn = executionArn(name, machine);
  try {
    const { status = '' } = await cloud().sfn.send(new DescribeExecutionCommand({ executionArn: arn }));
    const { events = [] } = await cloud().sfn.send(
      new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 1000, includeExecutionData: true }),
    );
    const entered = events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
    return { status, entered, history: JSON.stringify(events) };
  } catch (problem) {
    if (problem instanceof Error && problem.name === 'ExecutionDoesNotExist') return undefined;
    throw problem;
  }
}

/** The queues of the stack (`infra/stacks/aftercare.ts`). */
export const QUEUES = ['outbox.fifo', 'repair', 'timers', 'care'] as const;
export type QueueName = (typeof QUEUES)[number] | 'outbox-parked.fifo' | 'repair-parked' | 'timers-parked' | 'care-parked' | 'undelivered';

/** Address of a queue. */
export async function queueUrl(name: QueueName): Promise<string> {
  const { QueueUrl = '' } = await cloud().sqs.send(new GetQueueUrlCommand({ QueueName: `aftercare-${theStack().stage}-${name}` }));
  return QueueUrl;
}

/** Messages in a queue, being worked on or not. */
export async function messagesIn(name: QueueName): Promise<number> {
  const { Attributes = {} } = await cloud().sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: await queueUrl(name), AttributeNames: ['All'] }),
  );
  return (
    Number(Attributes['ApproximateNumberOfMessages'] ?? 0) +
    Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0) +
    Number(Attributes['ApproximateNumberOfMessagesDelayed'] ?? 0)
  );
}

/** Empties a queue. */
export const purge = async (name: QueueName): Promise<unknown> =>
  cloud().sqs.send(new PurgeQueueCommand({ QueueUrl: await queueUrl(name) }));

/** Runs the daily sweep for the stack's present day; gives how many cases it asked a repair for. */
export const sweepNow = (): Promise<unknown> => runSweep(theStack(), theClock().now());

/** Runs the daily sweep as of nine in the morning of a day in Shanghai, as `npm run sweep -- --date` does. */
export const sweepOn = (date: string): Promise<unknown> => runSweep(theStack(), new Date(`${date}T01:00:00.000Z`));

/** Name of a function of the stack by its handler file. */
export const functionName = (handler: string): string => `aftercare-${theStack().stage}-${handler}`;
