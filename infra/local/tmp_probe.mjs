import { readFileSync } from 'node:fs';
const s = JSON.parse(readFileSync('/tmp/l/proj/.local/stack.json'));
import { CognitoIdentityProviderClient as C, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import {
  SFNClient,
  StartExecutionCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
} from '@aws-sdk/client-sfn';
import { DynamoDBClient, PutItemCommand, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
const o = { endpoint: s.awsEndpoint, region: s.region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const c = new C(o),
  f = new SFNClient(o),
  d = new DynamoDBClient(o);
const phase = process.argv[2];
const token = async () =>
  (
    await c.send(
      new InitiateAuthCommand({
        ClientId: s.auth.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: s.staff[3].email, PASSWORD: s.staff[3].password },
      }),
    )
  ).AuthenticationResult;
if (phase === '1') {
  const t = await token();
  console.log(
    JSON.parse(Buffer.from(t.AccessToken.split('.')[1], 'base64url')),
    JSON.parse(Buffer.from(t.IdToken.split('.')[1], 'base64url')),
  );
  (await import('node:fs')).writeFileSync('/tmp/l/token', t.AccessToken);
  for (const a of [t.AccessToken, t.IdToken, 'x', t.AccessToken.slice(0, -4) + 'AAAA', '']) {
    const r = await fetch(s.siteUrl + '/api/desk/cases', { headers: a ? { authorization: 'Bearer ' + a } : {} });
    console.log('desk', r.status, (await r.text()).slice(0, 90), r.headers.get('www-authenticate'));
  }
  const e = await f.send(new StartExecutionCommand({ stateMachineArn: s.stateMachines.caseLifecycle, name: 'c1', input: '{}' }));
  await d.send(new PutItemCommand({ TableName: s.tableName, Item: { pk: { S: 'CASE#1' }, sk: { S: 'EVENT#0001' } } }));
  await new Promise((r) => setTimeout(r, 800));
  console.log(
    (await f.send(new DescribeExecutionCommand({ executionArn: e.executionArn }))).status,
    (await d.send(new ScanCommand({ TableName: s.tableName }))).Items,
  );
}
if (phase === '2') {
  console.log(
    'items',
    (await d.send(new ScanCommand({ TableName: s.tableName }))).Items.map((i) => i.sk.S),
    (await f.send(new ListExecutionsCommand({ stateMachineArn: s.stateMachines.caseLifecycle }))).executions.map((e) => [e.name, e.status]),
  );
  const r = await fetch(s.siteUrl + '/api/desk/cases', { headers: { authorization: 'Bearer ' + readFileSync('/tmp/l/token', 'utf8') } });
  console.log('old token after restart', r.status);
  console.log((await (await fetch(s.mailboxUrl + '/messages')).json()).items.map((m) => m.subject.slice(0, 6)));
  const { clockOf } = await import('./clock.ts');
  const k = clockOf(s.home);
  await f.send(new StartExecutionCommand({ stateMachineArn: s.stateMachines.caseLifecycle, name: 'c2-' + Date.now(), input: '{}' }));
  await new Promise((r) => setTimeout(r, 500));
  const list = async () => {
    try {
      return (await f.send(new ListExecutionsCommand({ stateMachineArn: s.stateMachines.caseLifecycle }))).executions.map((e) => [
        e.name,
        e.status,
        e.stopDate,
      ]);
    } catch (e) {
      return e.name + e.message;
    }
  };
  console.log('before', await list());
  await k.advance(86401);
  await new Promise((r) => setTimeout(r, 1000));
  console.log('a day later (in Wait)', await list());
  await k.advance(3601);
  await new Promise((r) => setTimeout(r, 1000));
  console.log('an hour later', await list());
  console.log(k.now(), (await fetch(s.siteUrl + '/echo')).headers.get('x-now'));
  const r2 = await fetch(s.siteUrl + '/api/desk/cases', { headers: { authorization: 'Bearer ' + readFileSync('/tmp/l/token', 'utf8') } });
  console.log('old token after a day', r2.status);
  await k.advanceTo('2027-03-01');
  console.log(k.now(), (await fetch(s.siteUrl + '/echo')).headers.get('x-now'));
  console.log((await d.send(new GetItemCommand({ TableName: s.tableName, Key: { pk: { S: 'CASE#1' }, sk: { S: 'WAIT' } } }))).Item?.pk);
  const t = await token();
  console.log('new token', (await fetch(s.siteUrl + '/api/desk/cases', { headers: { authorization: 'Bearer ' + t.AccessToken } })).status);
}
