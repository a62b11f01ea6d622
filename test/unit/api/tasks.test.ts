import { describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import { tasksPage } from '../../../functions/handlers/api/contractAnswers.ts';
import type { ProblemType } from '../../../functions/http/problem.ts';
import { caredOn } from '../../support/builders/care.ts';
import { ContractRegister } from '../../support/builders/contractRegister.ts';
import { aContract, aPolicyholder, atNoon, type TestContract } from '../../support/builders/contracts.ts';
import { chen, lin } from '../../support/builders/staff.ts';
import { askContracts, askInVain, carriedOn, contractIn, errorsIn, expectProblem } from './contractDoors.ts';
import { bodyOf } from './doors.ts';

const task = 'touch.month-1';
const now = atNoon('2026-04-02');
const DONE = { outcome: 'done' };

/** A contract with the visit of its first month to be made by 15 April. */
const visited = caredOn(aContract(), ['2026-04-01']);
const aRegister = (contract: TestContract = visited) => new ContractRegister(contract);

describe('a report on a task', () => {
  test('is one event, and the contract is what it is afterwards', async () => {
    const register = aRegister();
    const answer = await askContracts(register, 'TASK', { task, now, body: { ...DONE, notes: '一切顺利。' } });
    expect([answer.status, answer.headers?.['etag']]).toEqual([200, '"3"']);
    const { tasks, plan, history } = contractIn(answer);
    expect(tasks).toMatchObject([{ id: task, state: 'done', notes: '一切顺利。', closedAt: now, closedBy: { id: 'lin' } }]);
    expect(plan.find(({ id }) => id === task)).toMatchObject({ state: 'done', task: { state: 'done' } });
    expect(history.at(-1)).toMatchObject({ type: 'task', by: { id: 'lin', group: 'agent' }, data: { task, outcome: 'done' } });
    expect(register.written).toBe(3);
  });

  test('puts it off', async () => {
    const body = { outcome: 'postponed', until: '2026-05-20', notes: 'Travelling.' };
    const answer = contractIn(await askContracts(aRegister(), 'TASK', { task, now, body }));
    expect(answer.tasks).toMatchObject([{ state: 'open', firstDue: '2026-04-15', due: '2026-05-20', postponeTo: '2026-10-02' }]);
  });

  test('counts by the day of the customer', async () => {
    const register = aRegister(caredOn(aContract({ customer: aPolicyholder({ timeZone: 'America/New_York' }) }), ['2026-04-01']));
    const put = (until: string) => ({ task, now: '2026-04-03T03:00:00.000Z', body: { outcome: 'postponed', until } });
    expect(errorsIn(await askInVain(register, 'TASK', put('2026-04-02')))).toEqual(['/until date-not-ahead']);
    expect((await askContracts(register, 'TASK', put('2026-04-03'))).status).toBe(200);
  });

  test('with the same key again gets the same answer; without one the task is closed', async () => {
    const register = aRegister();
    const headers = { 'idempotency-key': 'k-1', 'if-match': '"2"' };
    const first = await askContracts(register, 'TASK', { task, now, body: DONE, headers });
    const again = await askInVain(register, 'TASK', { task, now, body: DONE, headers });
    expect([again.status, again.headers?.['idempotency-replayed'], again.body]).toEqual([200, 'true', first.body]);
    expectProblem(await askInVain(register, 'TASK', { task, now, body: { ...DONE, notes: 'x' }, headers }), 'key-reused');
    expectProblem(await askInVain(register, 'TASK', { task: 'touch.month-4', now, body: DONE, headers }), 'key-reused');
    const closed = await askInVain(register, 'TASK', { task, now, body: DONE });
    expect(closed.headers?.['etag']).toBe('"3"');
    expect(expectProblem(closed, 'task-closed')).toMatchObject({ current: { version: 3, tasks: [{ id: task, state: 'done' }] } });
  });

  test('of what somebody else changed since is refused, with what happened', async () => {
    const register = aRegister(visited.changed({ product: 'care-basic' }));
    const stale = await askInVain(register, 'TASK', { task, now, body: DONE, headers: { 'if-match': '"2"' } });
    expect(stale.headers?.['etag']).toBe('"3"');
    expect(expectProblem(stale, 'stale-contract')).toMatchObject({ current: { version: 3, since: [{ type: 'changed' }] } });
    expect((await askContracts(register, 'TASK', { task, now, body: DONE, headers: { 'if-match': '"3"' } })).status).toBe(200);
  });

  test('of a task that a payment cancelled is refused', async () => {
    const silent = caredOn(aContract({ customer: { name: '王小明' } }), ['2026-12-01']).reported({ paidOn: '2026-12-02' }, '2026-12-02');
    const answer = await askInVain(aRegister(silent), 'TASK', { task: '2027-03-01.visit', now: atNoon('2026-12-03'), body: DONE });
    expectProblem(answer, 'task-closed');
  });

  test.each<[string, string, string]>([
    ['contract', 'P-9', task],
    ['contract whose number cannot be', '..', task],
    ['task', 'P-1001', 'touch.month-4'],
    ['task whose id cannot be', 'P-1001', '..'],
    ['task without a name', 'P-1001', '%20'],
  ])('of a %s that is not there is 404', async (_, id, name) => {
    expectProblem(await askInVain(aRegister(), 'TASK', { id, task: name, now, body: DONE }), 'not-found');
  });

  const put = (until: unknown) => ({ outcome: 'postponed', until });

  test.each<[string, unknown, readonly string[]]>([
    ['nothing', {}, ['/outcome choice']],
    ['a list', [], [' type']],
    ['another outcome', { outcome: 'cancelled' }, ['/outcome choice']],
    ['no day', { outcome: 'postponed' }, ['/until required']],
    ['a day that does not exist', put('2026-04-31'), ['/until date']],
    ['a day in words', put('tomorrow'), ['/until date']],
    ['a number as day', put(20260420), ['/until type']],
    ['today', put('2026-04-02'), ['/until date-not-ahead']],
    ['a day long ago', put('1999-04-02'), ['/until date-not-ahead']],
    ['a day too far', put('2026-10-03'), ['/until date-too-far']],
    ['a day after the clocks', put('2100-01-01'), ['/until years']],
    ['a day for what is done', { ...DONE, until: '2026-05-20' }, ['/until unknown-field']],
    ['no reason for what is impossible', { outcome: 'impossible' }, ['/notes required']],
    ['an empty reason', { outcome: 'impossible', notes: ' \n' }, ['/notes required']],
    ['empty notes', { ...DONE, notes: '' }, ['/notes required']],
    ['2,001 characters', { ...DONE, notes: '记'.repeat(2001) }, ['/notes too-long']],
    ['characters that nobody sees', { ...DONE, notes: 'a\u0000b' }, ['/notes control-characters']],
    ['an unknown field', { ...DONE, owner: 'wang' }, ['/owner unknown-field']],
    ['__proto__', JSON.parse('{"outcome":"done","__proto__":{}}'), ['/__proto__ unknown-field']],
  ])('with %s is refused with its pointer', async (_, body, expected) => {
    expect(errorsIn(await askInVain(aRegister(), 'TASK', { task, now, body }))).toEqual(expected);
  });

  test('says until when it may be put off', async () => {
    const answer = await askInVain(aRegister(), 'TASK', { task, now, body: put('2026-10-03') });
    expect(answer.body).toContain('2026-10-02');
  });

  test.each<[string, { text?: string; type?: string }, ProblemType]>([
    ['no JSON', { text: '{"outcome":' }, 'malformed-body'],
    ['a form', { text: 'outcome=done', type: 'application/x-www-form-urlencoded' }, 'unsupported-media-type'],
    ['a megabyte', { text: JSON.stringify({ ...DONE, notes: 'x'.repeat(1_000_000) }) }, 'body-too-large'],
  ])('in %s is refused', async (_, sent, type) => {
    for (const what of ['TASK', 'CONSENT'] as const) expectProblem(await askInVain(aRegister(), what, { task, now, ...sent }), type);
  });
});

describe('a consent', () => {
  const SAID = { purpose: 'marketing', given: true, source: 'visit', note: '愿意参加活动。' };

  test('is one event and one entry of the ledger, and the newest counts', async () => {
    const register = aRegister();
    const answer = await askContracts(register, 'CONSENT', { now, body: SAID });
    expect([answer.status, answer.headers?.['etag']]).toEqual([200, '"3"']);
    expect(contractIn(answer).consent).toEqual({
      current: [{ purpose: 'service' }, { purpose: 'marketing', given: true, at: now, source: 'visit' }],
      ledger: [{ ...SAID, at: now }],
    });
    const withdrawn = await askContracts(register, 'CONSENT', {
      now: atNoon('2026-04-03'),
      body: { purpose: 'marketing', given: false, source: 'phone' },
      headers: { 'if-match': '"3"' },
    });
    expect(contractIn(withdrawn).consent.current[1]).toMatchObject({ given: false, source: 'phone' });
    expect(contractIn(withdrawn).history.at(-1)).toMatchObject({ type: 'consented', data: { given: false } });
  });

  test('is shown with what the address said elsewhere', async () => {
    const consents = [{ purpose: 'marketing' as const, given: false, source: 'link', at: atNoon('2026-04-01') }];
    const seen = await askContracts(aRegister(), 'GET', { now, known: { consents, suppressed: true } });
    expect(contractIn(seen)).toMatchObject({ unreachable: true, consent: { ledger: [{ source: 'link' }] } });
  });

  test('with the same key again is written once, and over what was not seen not at all', async () => {
    const register = aRegister();
    const headers = { 'idempotency-key': 'k-1' };
    const first = await askContracts(register, 'CONSENT', { now, body: SAID, headers });
    const again = await askInVain(register, 'CONSENT', { now, body: SAID, headers });
    expect([again.headers?.['idempotency-replayed'], again.body]).toEqual(['true', first.body]);
    expectProblem(await askInVain(register, 'CONSENT', { now, body: { ...SAID, given: false }, headers }), 'key-reused');
    expectProblem(await askInVain(register, 'CONSENT', { now, body: SAID, headers: { 'if-match': '"2"' } }), 'stale-contract');
    expectProblem(await askInVain(register, 'CONSENT', { id: 'P-9', now, body: SAID }), 'not-found');
  });

  test.each<[string, unknown, readonly string[]]>([
    ['nothing', {}, ['/given required', '/purpose required', '/source required']],
    ['another purpose', { ...SAID, purpose: 'profiling' }, ['/purpose choice']],
    ['yes in words', { ...SAID, given: 'yes' }, ['/given type']],
    ['a source that is not staff’s', { ...SAID, source: 'link' }, ['/source choice']],
    ['a long note', { ...SAID, note: 'x'.repeat(501) }, ['/note too-long']],
    ['an unknown field', { ...SAID, at: now }, ['/at unknown-field']],
  ])('with %s is refused with its pointer', async (_, body, expected) => {
    expect(errorsIn(await askInVain(aRegister(), 'CONSENT', { now, body }))).toEqual(expected);
  });
});

test.each([
  [['agent'], true],
  [['supervisor'], true],
  [['admin'], true],
  [['department'], false],
  [['auditor', 'department'], false],
] as const)('%j report: %p; all read the tasks', async (as, may) => {
  const register = aRegister();
  const told = await askContracts(register, 'TASK', { as, task, now, body: DONE });
  const said = await askContracts(register, 'CONSENT', { as, now, body: { purpose: 'marketing', given: true, source: 'phone' } });
  expect([told.status, said.status]).toEqual(may ? [200, 200] : [403, 403]);
  expect(register.written).toBe(may ? 4 : 2);
  expect((await askContracts(register, 'TASKS', { as, now })).status).toBe(200);
});

test('nobody without a group reports or reads', async () => {
  for (const what of ['TASK', 'CONSENT', 'TASKS'] as const)
    expectProblem(await askContracts(aRegister(), what, { as: [], task, body: DONE }), 'forbidden');
});

describe('the list of tasks', () => {
  const registered = async (): Promise<ContractRegister> => {
    const of = (id: string, owner: string, signedOn: string, days: readonly string[]) =>
      caredOn(aContract({ owner, signedOn }, { owner: { id: owner, name: owner, groups: ['agent'] }, today: signedOn }, id), days);
    const register = new ContractRegister(
      of('P-1', 'lin', '2026-03-01', ['2026-04-01', '2026-07-01']),
      of('P-2', 'wang', '2026-03-02', ['2026-04-02']),
      of('P-3', 'gone', '2026-03-03', ['2026-04-03']),
      of('P-4', 'lin', '2026-03-04', []),
    );
    await carriedOn(register);
    return register;
  };
  const today = atNoon('2026-07-02');
  const tasksIn = async (register: ContractRegister, query: Readonly<Record<string, string>>) =>
    parse(tasksPage, bodyOf(await askContracts(register, 'TASKS', { query, now: today }))).items.map(
      ({ contractId, id, late }) => `${contractId} ${id}${late ? ' late' : ''}`,
    );
  const [P1, P1_LATER, P2, P3] = ['P-1 touch.month-1 late', 'P-1 touch.month-4', 'P-2 touch.month-1 late', 'P-3 touch.month-1 late'];

  test.each<[Readonly<Record<string, string>>, readonly (string | undefined)[]]>([
    [{}, [P1, P1_LATER, P2, P3]],
    [{ owner: 'me' }, [P1, P1_LATER]],
    [{ owner: 'wang' }, [P2]],
    [{ owner: 'nobody' }, [P3]],
    [{ owner: 'somebody-else' }, []],
    [{ dueTo: '2026-04-15' }, [P1]],
    [{ owner: 'me', dueTo: '2026-07-15', lang: 'en' }, [P1, P1_LATER]],
    [{ dueTo: '2026-04-14' }, []],
  ])('%j', async (query, expected) => {
    expect(await tasksIn(await registered(), query)).toEqual(expected);
  });

  test('names the owner while there is one', async () => {
    const names = parse(tasksPage, bodyOf(await askContracts(await registered(), 'TASKS', { now: today }))).items.map(
      ({ ownerName }) => ownerName,
    );
    expect(names).toEqual(['Lin', 'Lin', 'Wang', undefined]);
    const left = await askContracts(await registered(), 'TASKS', { now: today, query: { owner: 'nobody' }, known: { staff: [lin, chen] } });
    expect(parse(tasksPage, bodyOf(left)).items.map(({ contractId }) => contractId)).toEqual(['P-2', 'P-3']);
  });

  test('follows a contract whose owner left to the new one, with its open tasks', async () => {
    const register = await registered();
    const terms = (await register.load('P-3')).events.flatMap((event) => (event.type === 'registered' ? [event.data.terms] : []))[0];
    await askContracts(register, 'PUT', { id: 'P-3', now: today, body: { ...terms, owner: 'wang' } });
    expect(await tasksIn(register, { owner: 'nobody' })).toEqual([]);
    await carriedOn(register);
    expect(await tasksIn(register, { owner: 'nobody' })).toEqual([]);
    expect(await tasksIn(register, { owner: 'wang' })).toEqual([P2, P3]);
  });

  test('is what the contracts say, even while the list is behind', async () => {
    const register = await registered();
    await askContracts(register, 'TASK', { id: 'P-1', task: 'touch.month-1', now: today, body: DONE });
    await askContracts(register, 'TASK', { id: 'P-2', task: 'touch.month-1', now: today, body: DONE });
    expect(await tasksIn(register, {})).toEqual([P1_LATER, P3]);
    await carriedOn(register);
    expect(await tasksIn(register, {})).toEqual([P3, P1_LATER]);
  });

  test('comes page by page', async () => {
    const register = await registered();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await askContracts(register, 'TASKS', { now: today, query: { limit: '1', ...(cursor && { cursor }) } });
      const page = parse(tasksPage, bodyOf(answer));
      seen.push(page.items.map(({ contractId }) => contractId).join(' '));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['P-1 P-1', 'P-2', 'P-3']);
  });

  test.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ owner: '' }, ['/owner required']],
    [{ dueTo: '2026-02-30' }, ['/dueTo date']],
    [{ dueTo: 'soon', limit: '0' }, ['/dueTo date', '/limit too-small']],
    [{ limit: '101' }, ['/limit too-big']],
    [{ due: '2026-01-01' }, ['/due unknown-field']],
  ])('refuses %j', async (query, expected) => {
    expect(errorsIn(await askInVain(aRegister(), 'TASKS', { query }))).toEqual(expected);
  });

  test('takes no cursor that it did not give out', async () => {
    expectProblem(await askContracts(await registered(), 'TASKS', { query: { cursor: 'x' } }), 'bad-cursor');
  });
});
