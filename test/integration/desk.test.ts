import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from '@jest/globals';
import { problems } from '../../functions/handlers/api/answers.ts';
import { ACTIONS } from '../../functions/domain/case/permissions.ts';
import { cloudClient } from '../../infra/local/options.ts';
import { chen, emma, huang, ida, lin, signIn, wu, zhou } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { call, expectProblem, jsonOf, pointersOf } from '../support/stack/http.ts';
import { aComplaint, complaintBody, expectNothingWritten } from '../support/stack/steps.ts';
import { theStack } from '../support/stack/theStack.ts';
import { HOUR, pass } from '../support/stack/time.ts';
import { parse } from 'zod/mini';

const DESK_ADDRESSES = ['/api/desk/me', '/api/desk/staff', '/api/desk/queues', '/api/desk/cases', '/api/desk/cases/AC-AAAAA-AAAAA'];

/** The answer's status everywhere at the desk, for one authorization. */
const statuses = async (authorization: string | undefined): Promise<readonly number[]> =>
  Promise.all([
    ...DESK_ADDRESSES.map(async (path) => (await call('GET', path, { headers: { authorization } })).status),
    call('POST', '/api/desk/cases', { json: complaintBody(), headers: { authorization } }).then(({ status }) => status),
    call('POST', '/api/desk/cases/AC-AAAAA-AAAAA/note', { json: { note: 'x' }, headers: { authorization, 'if-match': '"1"' } }).then(
      ({ status }) => status,
    ),
  ]);

const all401 = [...DESK_ADDRESSES, '', ''].map(() => 401);

/** An access token of the same person in another user pool. */
async function tokenOfAnotherPool(): Promise<{ access: string; drop: () => Promise<unknown> }> {
  const cognito = new CognitoIdentityProviderClient(cloudClient(theStack()));
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({ PoolName: 'another', UsernameConfiguration: { CaseSensitive: false } }),
  );
  const pool = { UserPoolId: UserPool?.Id ?? '' };
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({ ...pool, ClientName: 'another', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }),
  );
  const password = theStack().staff[0]?.password ?? '';
  await cognito.send(new AdminCreateUserCommand({ ...pool, Username: lin.email, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...pool, Username: lin.email, Password: password, Permanent: true }));
  const { access } = await signIn(lin.email, UserPoolClient?.ClientId);
  return { access, drop: () => cognito.send(new DeleteUserPoolCommand(pool)) };
}

describe('signing in', () => {
  test('no token, no access: missing, made up, of a customer, an id token, of another pool, expired', async () => {
    const life = await aComplaint();
    expect(await statuses(undefined)).toEqual(all401);
    expect(await statuses('Bearer nonsense')).toEqual(all401);
    expect(await statuses(`Bearer ${life.token}`)).toEqual(all401);
    expect(await statuses(`Bearer ${await lin.idToken()}`)).toEqual(all401);
    const [header, payload] = (await lin.accessToken()).split('.');
    expect(await statuses(`Bearer ${header}.${payload}.AAAA`)).toEqual(all401);

    const another = await tokenOfAnotherPool();
    expect(await statuses(`Bearer ${another.access}`)).toEqual(all401);
    await another.drop();

    const { access } = await signIn(lin.email);
    expect((await call('GET', '/api/desk/me', { headers: { authorization: `Bearer ${access}` } })).status).toBe(200);
    await pass(HOUR + 60);
    expect(await statuses(`Bearer ${access}`)).toEqual(all401);
    expect((await lin.call('GET', '/api/desk/me')).status).toBe(200);
  });

  test('tells who somebody is', async () => {
    expect(jsonOf(await lin.call('GET', '/api/desk/me'))).toEqual({ id: lin.email, name: 'Lin Mei', groups: ['agent'] });
  });
});

describe('groups', () => {
  test('an auditor reads everything and changes nothing', async () => {
    const life = await aComplaint();
    expect((await ida.look(life.caseId)).actions).toEqual([]);
    expect((await ida.queue('queue=team')).items.length).toBeGreaterThan(0);
    await expectNothingWritten(async () => {
      for (const action of ACTIONS) expectProblem(await ida.tries(life.caseId, action, {}), 'forbidden');
      expectProblem(await ida.call('POST', '/api/desk/cases', { json: complaintBody() }), 'forbidden');
    });
  });

  test('a department notes what it found and nothing else', async () => {
    const life = await aComplaint();
    await wu.does(life.caseId, 'note', { note: 'Batch 7 is affected.' });
    await expectNothingWritten(async () => {
      for (const action of ACTIONS.filter((each) => each !== 'note')) expectProblem(await wu.tries(life.caseId, action, {}), 'forbidden');
      expectProblem(await wu.call('POST', '/api/desk/cases', { json: complaintBody() }), 'forbidden');
    });
    expect(JSON.stringify(await life.view())).not.toContain('Batch 7');
  });

  test('an agent does not approve, and does not do the owner’s work; a supervisor and an admin may', async () => {
    const life = await aComplaint();
    await life.assignedTo(lin);
    expectProblem(await lin.tries(life.caseId, 'approve'), 'forbidden');
    const refused = expectProblem(await zhou.tries(life.caseId, 'findings', { text: 'x', rootCause: 'process' }), 'not-allowed-now');
    expect(refused['allowed']).toEqual((await zhou.look(life.caseId)).actions);
    expect((await chen.look(life.caseId)).actions).toContain('findings');
    expect((await huang.look(life.caseId)).actions).toContain('findings');
  });
});

describe('two people on one case', () => {
  test('the second one is told what changed: 412; without If-Match nothing is written: 428', async () => {
    const life = await aComplaint();
    const { version } = await lin.look(life.caseId);
    await life.assignedTo(lin);
    await expectNothingWritten(async () => {
      const late = await zhou.tries(life.caseId, 'assign', { owner: zhou.email }, { version });
      expectProblem(late, 'stale');
      expect(late.headers.get('etag')).toBe(`"${version + 1}"`);
      const { current } = parse(problems.stale, jsonOf(late));
      expect(current).toMatchObject({ version: version + 1, owner: lin.email });
      expect(current.since.map(({ type }) => type)).toEqual(['assigned']);
      expectProblem(await zhou.call('POST', `/api/desk/cases/${life.caseId}/note`, { json: { note: 'x' } }), 'precondition-required');
      for (const tag of ['*', '"x"', '1', '"1", "2"'])
        expectProblem(
          await zhou.call('POST', `/api/desk/cases/${life.caseId}/note`, { json: { note: 'x' }, headers: { 'if-match': tag } }),
          'stale',
        );
    });
  });

  test('of ten at once exactly one writes', async () => {
    const life = await aComplaint();
    const { version } = await lin.look(life.caseId);
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? zhou : emma).tries(life.caseId, 'assign', { owner: emma.email }, { version })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    expect((await lin.look(life.caseId)).version).toBe(version + 1);
  });

  test('what does not fit the stage is 409, with what does', async () => {
    const life = await aComplaint();
    for (const action of ['findings', 'offer', 'refuse', 'fulfil', 'resume', 'reopen'] as const) {
      const body = {
        findings: { text: 'x', rootCause: 'process' },
        offer: { remedy: 'repair', reasons: 'x' },
        refuse: { reasons: 'x', rule: 'y' },
        fulfil: { reference: 'x' },
        resume: {},
        reopen: {},
      }[action];
      const problem = expectProblem(await lin.tries(life.caseId, action, body), 'not-allowed-now');
      expect(problem['allowed']).toEqual((await lin.look(life.caseId)).actions);
    }
  });
});

describe('the same request twice', () => {
  test('gives the same bytes, by customers and staff; another body under the same key is refused', async () => {
    const key = crypto.randomUUID();
    const body = complaintBody();
    const open = (json: unknown) => call('POST', '/api/cases', { json, headers: { 'idempotency-key': key } });
    const [first, second] = [await open(body), await open(body)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([null, 'true']);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    await expectNothingWritten(async () => expectProblem(await open({ ...body, subject: 'Other' }), 'key-reused'));

    const life = await aComplaint();
    const say = (message: string) => life.customerTries('messages', { message }, key);
    const said = await say('Hello');
    await expectNothingWritten(async () => {
      const again = await say('Hello');
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
      expectProblem(await say('Goodbye'), 'key-reused');
      expect(JSON.parse(again.text)).toEqual(JSON.parse(said.text));
    });

    const { version } = await lin.look(life.caseId);
    const note = (text: string) => lin.tries(life.caseId, 'note', { note: text }, { version, key });
    const noted = await note('First');
    await expectNothingWritten(async () => {
      const again = await note('First');
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
      expect(again.headers.get('etag')).toBe(noted.headers.get('etag'));
      expectProblem(await note('Second'), 'key-reused');
      expectProblem(await lin.tries(life.caseId, 'respond', { message: 'First' }, { version, key }), 'key-reused');
    });
  });
});

describe('queues', () => {
  test('hold what they say, page by page, with honest counts', async () => {
    const lives = await Promise.all([aComplaint(), aComplaint(), aComplaint()]);
    const [first, second, third] = lives;
    if (!first || !second || !third) throw new Error('There are no cases.');
    await first.assignedTo(lin);
    await eventually(async () => (await lin.wholeQueue('mine')).includes(first.caseId));
    expect(await lin.wholeQueue('unassigned')).toEqual(expect.arrayContaining([second.caseId, third.caseId]));
    expect(await lin.wholeQueue('unassigned')).not.toContain(first.caseId);
    expect(await zhou.wholeQueue('mine')).not.toContain(first.caseId);

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lin.queue(`queue=team&limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ caseId }) => caseId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(lives.map(({ caseId }) => caseId)));
    expect((await lin.counts()).team).toBe(seen.length);
    expect((await lin.queue(`queue=team&stage=investigation`)).items.every(({ stage }) => stage === 'investigation')).toBe(true);
  });

  test('refuse what they cannot mean', async () => {
    const cursor = (await lin.queue('queue=team&limit=1')).nextCursor ?? '';
    for (const wrong of ['x', `${cursor.slice(0, -2)}AA`, cursor.slice(1), `${cursor}A`])
      expectProblem(await lin.call('GET', `/api/desk/cases?queue=team&cursor=${encodeURIComponent(wrong)}`), 'bad-cursor');
    for (const limit of ['0', '-1', '101', '1.5', 'many', '1e9'])
      expect(pointersOf(await lin.call('GET', `/api/desk/cases?limit=${limit}`))).toEqual(['/limit']);
    expect(pointersOf(await lin.call('GET', '/api/desk/cases?queue=theirs'))).toEqual(['/queue']);
    expect(pointersOf(await lin.call('GET', '/api/desk/cases?stage=limbo'))).toEqual(['/stage']);
    expectProblem(await lin.call('GET', '/api/desk/cases/AC-AAAAA-AAAAA'), 'not-found');
  });
});
