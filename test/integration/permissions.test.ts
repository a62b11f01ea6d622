import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { asRole, formCall, jsonCall, type Credentials } from '../support/stack/aws.ts';
import { cloud, functionName, queueUrl } from '../support/stack/probes.ts';
import { aComplaint } from '../support/stack/steps.ts';
import { theStack } from '../support/stack/theStack.ts';

type Attempt = (credentials: Credentials) => Promise<{ status: number; text: string }>;

const KEY = { pk: { S: 'CASE#AC-AAAAA-AAAAA' }, sk: { S: 'EVENT#0001' } };
const dynamodb =
  (action: string, input: object): Attempt =>
  (credentials) =>
    jsonCall('dynamodb', `DynamoDB_20120810.${action}`, { TableName: theStack().tableName, ...input }, credentials);
const queryIndex = (index: string) =>
  dynamodb('Query', {
    IndexName: index,
    KeyConditionExpression: '#k = :k',
    ExpressionAttributeNames: { '#k': index },
    ExpressionAttributeValues: { ':k': { S: 'x' } },
  });

let startedBefore = ''; // the name of an execution that exists, so that starting it again changes nothing

beforeAll(async () => {
  const life = await aComplaint();
  await life.workflowAt('intake');
  startedBefore = life.caseId;
});

/** What a function may try to do, in ways that have no effect where they are allowed. */
const ATTEMPTS = {
  'send a mail': (credentials) =>
    formCall(
      'ses',
      { Action: 'SendRawEmail', Version: '2010-12-01', Source: 'care@aftercare.example', 'RawMessage.Data': 'eA==' },
      credentials,
    ),
  'delete an event': dynamodb('DeleteItem', { Key: KEY }),
  'change an event': dynamodb('UpdateItem', {
    Key: KEY,
    UpdateExpression: 'SET #x = :x',
    ExpressionAttributeNames: { '#x': 'x' },
    ExpressionAttributeValues: { ':x': { S: 'x' } },
    ConditionExpression: 'attribute_exists(pk)',
  }),
  'write an event': dynamodb('PutItem', { Item: KEY, ConditionExpression: 'attribute_exists(pk)' }),
  'read a case': dynamodb('Query', { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': KEY.pk } }),
  'read the whole table': dynamodb('Scan', {}),
  'list open cases': queryIndex('open'),
  'list contracts': queryIndex('contracts'),
  'list what is to be looked after': queryIndex('care'),
  'count a source': queryIndex('source'),
  'start a workflow': (credentials) =>
    jsonCall(
      'states',
      'AWSStepFunctions.StartExecution',
      { stateMachineArn: theStack().stateMachines.caseLifecycle, name: startedBefore, input: '{}' },
      credentials,
    ),
  'answer a workflow': (credentials) =>
    jsonCall('states', 'AWSStepFunctions.SendTaskSuccess', { taskToken: 'x', output: '{}' }, credentials),
  'stop a workflow': (credentials) =>
    jsonCall(
      'states',
      'AWSStepFunctions.StopExecution',
      { executionArn: `${theStack().stateMachines.caseLifecycle.replace('stateMachine', 'execution')}:x` },
      credentials,
    ),
  'have a contract looked after': async (credentials) =>
    jsonCall('sqs', 'AmazonSQS.SendMessage', { QueueUrl: await queueUrl('care'), MessageBody: '' }, credentials),
  'order a mail': async (credentials) =>
    jsonCall('sqs', 'AmazonSQS.SendMessage', { QueueUrl: await queueUrl('outbox.fifo'), MessageBody: 'no group' }, credentials),
  'list staff': (credentials) =>
    jsonCall(
      'cognito-idp',
      'AWSCognitoIdentityProviderService.ListUsersInGroup',
      { UserPoolId: theStack().auth.userPoolId, GroupName: 'agent' },
      credentials,
    ),
  'create an account': (credentials) =>
    jsonCall(
      'cognito-idp',
      'AWSCognitoIdentityProviderService.AdminCreateUser',
      { UserPoolId: theStack().auth.userPoolId, Username: '' },
      credentials,
    ),
} satisfies Record<string, Attempt>;
type AttemptName = keyof typeof ATTEMPTS;

const isName = (name: string): name is AttemptName => name in ATTEMPTS;
const NAMES = Object.keys(ATTEMPTS).filter(isName);

/** What carries on from an event, and tells staff when a clock runs out. */
const CARRYING: readonly AttemptName[] = [
  'write an event',
  'change an event',
  'read a case',
  'start a workflow',
  'answer a workflow',
  'order a mail',
  'have a contract looked after',
  'list staff',
];

describe('a function may do what it is there for, and is refused everything else', () => {
  test.each<[string, readonly AttemptName[]]>([
    ['site', ['write an event', 'read a case', 'count a source']],
    ['desk', ['write an event', 'read a case', 'list open cases', 'list contracts', 'list staff']],
    ['docs', []],
    ['dispatch', [...CARRYING, 'list open cases']],
    ['repair', [...CARRYING, 'list contracts']],
    ['timer', ['write an event', 'read a case', 'order a mail']],
    ['care', ['write an event', 'read a case']],
    ['sweep', ['read a case', 'list open cases', 'list what is to be looked after', 'have a contract looked after']],
    ['sendMail', ['send a mail', 'write an event', 'read a case', 'list staff']],
    ['mailEvents', ['write an event', 'read a case']],
  ])('%s', async (name, may) => {
    const { Role = '' } = await cloud().lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName(name) }));
    const credentials = await asRole(Role);
    const allowed: AttemptName[] = [];
    for (const attempt of NAMES) {
      const { status, text } = await ATTEMPTS[attempt](credentials);
      if (!/AccessDenied|not authorized/.test(text)) allowed.push(attempt);
      expect({ attempt, status: status === 500 }).toEqual({ attempt, status: false });
    }
    expect(allowed.sort()).toEqual([...may].sort());
  });
});
