import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { REGION } from '../../infra/local/options.ts';
import type { Request } from '../../functions/http/message.ts';
import { cloud, functionName } from '../support/stack/probes.ts';
import { aComplaint, complaintBody } from '../support/stack/steps.ts';
import { theStack } from '../support/stack/theStack.ts';
import { atMost, exactly, quantile, type Report } from './report.ts';
import { stackUp } from './stack.ts';

const ACKNOWLEDGED_SECONDS = 5;
const TRIES = 10;

const WRITES = /^(Put|Update|Delete|BatchWrite|Transact|Execute)/;

/** The environment of the deployed function, with the credentials of these tools. */
async function becomeTheSite(): Promise<void> {
  const { Environment } = await cloud().lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName('site') }));
  const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: REGION };
  Object.assign(process.env, Environment?.Variables, credentials, { AWS_ENDPOINT_URL: theStack().awsEndpoint });
}

const requestFor = (body: unknown): Request => ({
  method: 'POST',
  path: '/api/cases',
  params: {},
  query: {},
  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
  cookies: {},
  source: '192.0.2.1',
  domain: 'localhost',
  claims: {},
  body: async () => ({ kind: 'json', value: body }),
});

/** The requests to DynamoDB that the door makes until it has its answer: the door itself runs here, with every call of its client taken down. */
async function callsUntilAnswer(): Promise<readonly string[]> {
  await becomeTheSite();
  const { dynamodb } = await import('../../functions/adapters/dynamodb/client.ts');
  const { attachments } = await import('../../functions/runtime/attachments.ts');
  const { storage } = await import('../../functions/runtime/wiring.ts');
  const { now } = await import('../../functions/runtime/now.ts');
  const { policy } = await import('../../functions/runtime/settings.ts');
  const { postCase } = await import('../../functions/handlers/customer/openCase.ts');
  const calls: string[] = [];
  dynamodb.middlewareStack.add(
    (next, { commandName }) => {
      calls.push(String(commandName).replace(/Command$/, ''));
      return next;
    },
    { step: 'initialize' },
  );
  const door = postCase({ ...storage(), attachments: attachments(), policy: policy(), now, siteUrl: theStack().siteUrl });
  const { status } = await door(requestFor(complaintBody()));
  if (status !== 201) throw new Error(`The door answered ${status}.`);
  return [...calls];
}

/** Seconds from the answer to the acknowledgement in the inbox. */
async function secondsToAcknowledgement(): Promise<number> {
  const complaint = await aComplaint();
  const answered = performance.now();
  await complaint.mail('acknowledgement');
  return (performance.now() - answered) / 1000;
}

/** Writes before the answer of `POST /api/cases`, and how soon the customer has it by mail. */
export async function opening(): Promise<Report> {
  await stackUp();
  const seconds: number[] = [];
  for (let n = 0; n < TRIES; n += 1) seconds.push(await secondsToAcknowledgement());
  const calls = await callsUntilAnswer();
  const writes = calls.filter((call) => WRITES.test(call));
  return {
    figures: [
      exactly('writes before the answer', 1, writes.length),
      atMost('acknowledgement in the inbox, median of 10', ACKNOWLEDGED_SECONDS, quantile(seconds, 0.5), ' s', 2),
      atMost('acknowledgement in the inbox, worst of 10', ACKNOWLEDGED_SECONDS, Math.max(...seconds), ' s', 2),
    ],
    details: [`requests to DynamoDB before the answer: ${calls.join(', ')} (the query counts what the same source opened lately)`],
  };
}
