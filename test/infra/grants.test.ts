import { describe, expect, test } from '@jest/globals';
import { grants, stage, statements } from './template.ts';

const EXECUTIONS = 'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<CaseLifecycleMachine>:*';
const RENEWALS = 'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<RenewalMachine>:*';
const SCHEDULES = 'arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/aftercare-prod/*';
const IDENTITY = 'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/<MailSender>';
const CONFIGURATION_SET = 'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:configuration-set/aftercare-prod';

const keys = { '<KeysSecret>': ['secretsmanager:GetSecretValue'] };
const files = { '<AttachmentsBucket>/*': ['s3:GetObject', 's3:PutObject'] };
const working = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
const sending = ['sqs:SendMessage'];
const parking = { '<Undelivered>': sending };
const driving = {
  '<CaseLifecycleMachine>': ['states:SendTaskFailure', 'states:SendTaskSuccess', 'states:StartExecution'],
  '<RenewalMachine>': ['states:SendTaskFailure', 'states:SendTaskSuccess', 'states:StartExecution'],
  [EXECUTIONS]: ['states:DescribeExecution'],
  [RENEWALS]: ['states:DescribeExecution'],
  [SCHEDULES]: ['scheduler:CreateSchedule'],
  '<TimersRole>': ['iam:PassRole'],
  '<OutboxQueue>': sending,
  '<StaffPool>': ['cognito-idp:ListUsersInGroup'],
};

/** Everything that each function may do, beside its logs and traces. */
const GRANTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  site: { ...keys, ...files, '<CasesTable>': ['dynamodb:PutItem', 'dynamodb:Query'], '<CasesTable>/index/source': ['dynamodb:Query'] },
  desk: {
    ...keys,
    ...files,
    '<CasesTable>': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    '<CasesTable>/index/contracts': ['dynamodb:Query'],
    '<CasesTable>/index/open': ['dynamodb:Query'],
    '<StaffPool>': ['cognito-idp:ListUsersInGroup'],
  },
  transfer: {
    ...keys,
    '<CasesTable>': ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    '<CasesTable>/index/contracts': ['dynamodb:Query'],
    '<StaffPool>': ['cognito-idp:ListUsersInGroup'],
    '<ImportFilesBucket>/*': ['s3:PutObject'],
    '<ImportsQueue>': sending,
  },
  importer: {
    ...keys,
    '<CasesTable>': ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    '<StaffPool>': ['cognito-idp:ListUsersInGroup'],
    '<ImportFilesBucket>/*': ['s3:GetObject'],
    '<ImportsQueue>': working,
  },
  docs: {},
  dispatch: {
    ...keys,
    ...driving,
    '<CasesTable>': [
      ...['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      ...['dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    ],
    '<CasesTable>/stream/*': ['dynamodb:ListStreams'],
    '<CasesTable>/index/open': ['dynamodb:Query'],
    '<RepairsQueue>': sending,
    '<RepairsParked>': sending,
    '<CareQueue>': sending,
  },
  repair: {
    ...keys,
    ...driving,
    '<CasesTable>': ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    '<CasesTable>/index/contracts': ['dynamodb:Query'],
    '<RepairsQueue>': [...working, ...sending].sort(),
    '<CareQueue>': sending,
  },
  timer: {
    ...keys,
    '<CasesTable>': ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    '<OutboxQueue>': sending,
    '<RepairsQueue>': sending,
    '<TimerMessagesQueue>': working,
  },
  care: {
    ...keys,
    '<CasesTable>': ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    '<RepairsQueue>': sending,
    '<CareQueue>': working,
  },
  sweep: {
    ...keys,
    ...parking,
    '<CasesTable>': ['dynamodb:Query'],
    '<CasesTable>/index/care': ['dynamodb:Query'],
    '<CareQueue>': sending,
    '<CasesTable>/index/open': ['dynamodb:Query'],
    '<RepairsQueue>': sending,
  },
  sendMail: {
    ...keys,
    '<CasesTable>': ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    '<OutboxQueue>': working,
    '<StaffPool>': ['cognito-idp:ListUsersInGroup'],
    [IDENTITY]: ['ses:SendRawEmail'],
    [CONFIGURATION_SET]: ['ses:SendRawEmail'],
  },
  mailEvents: { ...keys, ...parking, '<CasesTable>': ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'] },
};

describe('on AWS', () => {
  test.each(Object.entries(GRANTS))('%s may do exactly what it needs', (handler, expected) => {
    expect(grants('prod', `${handler}Role`)).toEqual({
      ...expected,
      [`<${handler}Logs>`]: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      '*': ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    });
  });

  test('every function is held to such a list', () => {
    const names = stage('prod')
      .ofType('Lambda::Function')
      .map(({ properties }) => properties['FunctionName']);
    expect(names.sort()).toEqual(
      Object.keys(GRANTS)
        .map((handler) => `aftercare-prod-${handler}`)
        .sort(),
    );
  });

  test.each(['CaseLifecycle', 'Renewal'])('the workflow %s may write the table, and log', (workflow) => {
    const { '*': logging = [], ...rest } = grants('prod', `${workflow}Role`);
    expect(rest).toEqual({ '<CasesTable>': ['dynamodb:UpdateItem'] });
    expect(logging.filter((action) => !/^(logs|xray):/.test(action))).toEqual([]);
  });

  test('a timer may reach its queue', () => {
    expect(grants('prod', 'TimersRole')).toEqual({ '<TimerMessagesQueue>': ['sqs:SendMessage'] });
  });

  test('only the one address sends mail, and only schedules get the role of timers', () => {
    const all = stage('prod')
      .ofType('IAM::Policy')
      .flatMap(({ properties }) => statements(properties['PolicyDocument']));
    const conditions = (action: string) => all.filter(({ actions }) => actions.includes(action)).map(({ condition }) => condition);
    expect(conditions('ses:SendRawEmail')).toEqual([{ StringEquals: { 'ses:FromAddress': 'care@aftercare.example' } }]);
    for (const condition of conditions('iam:PassRole'))
      expect(condition).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } });
  });
});

describe.each(['dev', 'prod'] as const)('in %s', (name) => {
  const all = stage(name)
    .ofType('IAM::Policy')
    .flatMap(({ properties }) => statements(properties['PolicyDocument']));

  test('no action is a wildcard, and nothing but logs and traces goes to any resource', () => {
    expect(all.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    const anywhere = all.filter(({ resources }) => resources.includes('*')).flatMap(({ actions }) => actions);
    expect(anywhere.filter((action) => !/^(logs|xray):/.test(action))).toEqual([]);
  });

  test('no role has a policy that AWS manages', () => {
    expect(
      stage(name)
        .ofType('IAM::Role')
        .filter(({ properties }) => properties['ManagedPolicyArns']),
    ).toEqual([]);
  });
});
