import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { DeleteScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { cloudClient } from '../../../infra/local/options.ts';
import { jsonCall } from './aws.ts';
import { cloud, functionName, itemsOf, queueUrl, type Item, type QueueName } from './probes.ts';
import { theStack } from './theStack.ts';

/** Calls a function as the cloud would. Throws when it fails. */
export async function invoke(handler: string, event: object): Promise<void> {
  const answer = await cloud().lambda.send(new InvokeCommand({ FunctionName: functionName(handler), Payload: JSON.stringify(event) }));
  if (answer.FunctionError) throw new Error(`${handler} failed: ${answer.Payload?.transformToString()}`);
}

/** Runs `meanwhile` while the table's stream is not read: what is written stays without consequences. */
export async function withoutDispatch<T>(meanwhile: () => Promise<T>): Promise<T> {
  const { EventSourceMappings = [] } = await cloud().lambda.send(
    new ListEventSourceMappingsCommand({ FunctionName: functionName('dispatch') }),
  );
  const UUID = EventSourceMappings[0]?.UUID;
  if (!UUID) throw new Error('Nothing reads the stream.');
  const read = (Enabled: boolean) => cloud().lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
  await read(false);
  try {
    return await meanwhile();
  } finally {
    await read(true);
  }
}

/** Runs `meanwhile` without the nightly sweep, which would mend what a drill wants to see broken; a night that it missed it makes up for afterwards. */
export async function withoutNightlySweep<T>(meanwhile: () => Promise<T>): Promise<T> {
  const { text } = await jsonCall('events', 'AWSEvents.ListRules', {});
  const Name = /"Name": ?"([^"]*Nightly[^"]*)"/.exec(text)?.[1];
  if (!Name) throw new Error('There is no nightly sweep.');
  await jsonCall('events', 'AWSEvents.DisableRule', { Name });
  try {
    return await meanwhile();
  } finally {
    await jsonCall('events', 'AWSEvents.EnableRule', { Name });
  }
}

/** Runs `meanwhile` while a function has other settings, for example ones that break it. */
export async function withSettings<T>(handler: string, changes: Readonly<Record<string, string>>, meanwhile: () => Promise<T>): Promise<T> {
  const FunctionName = functionName(handler);
  const { Environment } = await cloud().lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const set = (Variables: Record<string, string>) =>
    cloud().lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
  const usual = Environment?.Variables ?? {};
  await set({ ...usual, ...changes });
  try {
    return await meanwhile();
  } finally {
    await set(usual);
  }
}

/** Removes all schedules of a case, as if they had been lost; gives what they were for. */
export async function loseTimers(caseId: string): Promise<readonly string[]> {
  const scheduler = new SchedulerClient(cloudClient(theStack()));
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({ NamePrefix: caseId }));
  for (const { Name, GroupName } of Schedules) await scheduler.send(new DeleteScheduleCommand({ Name: Name ?? '', GroupName }));
  scheduler.destroy();
  return Schedules.map(({ Name = '' }) => (Name.startsWith(`${caseId}-clock-`) ? 'clock' : Name.replace(/^.*?-\d+-/, ''))).sort();
}

/** Puts a message on a queue. In the outbox, `id` is what makes it one of its own. */
export async function putOn(queue: QueueName, body: object | string, { group, id }: { group?: string; id?: string } = {}): Promise<void> {
  await cloud().sqs.send(
    new SendMessageCommand({
      QueueUrl: await queueUrl(queue),
      MessageBody: typeof body === 'string' ? body : JSON.stringify(body),
      ...(group && { MessageGroupId: group, MessageDeduplicationId: id ?? crypto.randomUUID() }),
    }),
  );
}

/** The stream records of everything that was written about a case, as if the stream were read once more. */
export async function streamOf(caseId: string): Promise<{ Records: readonly object[] }> {
  const items = await itemsOf(caseId);
  return {
    Records: items.map((item) => ({
      eventID: crypto.randomUUID(),
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      dynamodb: { Keys: { pk: item['pk'], sk: item['sk'] }, NewImage: item },
    })),
  };
}

/** Writes an item past all rules. */
export const writeItem = (item: Item) => cloud().dynamodb.send(new PutItemCommand({ TableName: theStack().tableName, Item: item }));

/** Removes an item past all rules. */
export const removeItem = ({ pk, sk }: Item) =>
  cloud().dynamodb.send(new DeleteItemCommand({ TableName: theStack().tableName, Key: { pk: pk ?? { S: '' }, sk: sk ?? { S: '' } } }));
