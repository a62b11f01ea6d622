import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { cloudClient } from './options.ts';
import type { StackInfo } from './stack_file.ts';

/** Runs the daily sweep for the day of `time`, as EventBridge would. Returns its answer; throws when it fails. */
export async function sweep(stack: Pick<StackInfo, 'awsEndpoint' | 'home' | 'sweepFunctionName'>, time: Date): Promise<unknown> {
  const lambda = new LambdaClient(cloudClient(stack));
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: stack.sweepFunctionName, Payload: JSON.stringify(scheduledEvent(time)) }),
  );
  lambda.destroy();
  const result = answer.Payload?.transformToString() ?? 'null';
  if (answer.FunctionError) throw new Error(`The sweep failed: ${result}`);
  return JSON.parse(result || 'null');
}

const scheduledEvent = (time: Date) => ({
  version: '0',
  id: crypto.randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '000000000000',
  region: 'us-east-1',
  time: time.toISOString().replace(/\.\d+Z$/, 'Z'), // EventBridge tells whole seconds
  resources: [],
  detail: {},
});
