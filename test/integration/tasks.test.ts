import { describe, expect, test } from '@jest/globals';
import { addMonths } from '../../functions/domain/clocks/months.ts';
import { addDays } from '../../functions/domain/contract/grace.ts';
import { deskContract } from '../../functions/handlers/api/contractAnswers.ts';
import { inDays, swept, today } from '../support/stack/care.ts';
import { aHolder, aNumber, looked, pays, paymentBody, registered, reports, says, tasksOf } from '../support/stack/contracts.ts';
import { chen, ida, lin, wu, zhou } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf, call, expectProblem, jsonOf, pointersOf } from '../support/stack/http.ts';
import { itemsAt, type Item } from '../support/stack/probes.ts';
import { writeItem } from '../support/stack/sabotage.ts';
import { anAddress, expectNothingWritten } from '../support/stack/steps.ts';
import { quiet } from '../support/stack/time.ts';

const TASK = 'touch.month-1';
const DONE = { outcome: 'done' };

/** Waits until the lists, which are a moment behind, show what is expected. */
const soon = (check: () => Promise<void>) =>
  eventually(async () => {
    await check();
    return true;
  });

/** The day of the first month of contracts that were signed twenty days ago. */
const signedOn = (): string => inDays(-20);
const firstMonth = (): string => addMonths(signedOn(), 1);

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;

/** Given contracts whose visit of the first month is to be made. */
const visited = async (...owners: readonly string[]): Promise<readonly string[]> => {
  const customer = { name: '王小明', email: anAddress('visited'), locale: 'zh-CN', phone: '138 0013 8000' };
  const ids = owners.map(() => aNumber());
  for (const [n, id] of ids.entries()) await registered({ customer, owner: owners[n], signedOn: signedOn(), nextDueOn: undefined }, id);
  await quiet();
  await swept(firstMonth());
  return ids;
};

const aVisit = async (owner = lin.email): Promise<string> => (await visited(owner))[0] ?? '';

describe('a task', () => {
  test('is raised on its day, shown to its owner, put off, done, and off the list', async () => {
    const contractId = await aVisit();
    const contract = await looked(contractId);
    expect(contract.tasks).toMatchObject([{ id: TASK, state: 'open', due: addDays(firstMonth(), 14), late: false }]);
    expect(contract.plan.find(({ id }) => id === TASK)).toMatchObject({ state: 'open', on: firstMonth() });
    await soon(async () => expect(await tasksOf([contractId], { owner: 'me' })).toEqual([`${contractId} ${TASK}`]));

    const until = addDays(today(), 60);
    const headers = { 'if-match': `"${contract.version}"`, 'idempotency-key': crypto.randomUUID() };
    const postponed = await reports(contractId, TASK, { outcome: 'postponed', until, notes: '客户出差。' }, headers);
    expect(answerOf(deskContract, postponed).tasks).toMatchObject([{ state: 'open', due: until, notes: '客户出差。' }]);
    expectProblem(await reports(contractId, TASK, DONE, { 'if-match': `"${contract.version}"` }), 'stale-contract');
    await soon(async () => expect(await tasksOf([contractId], { owner: 'me', dueTo: addDays(until, -1) })).toEqual([]));
    expect(await tasksOf([contractId], { owner: 'me', dueTo: until })).toEqual([`${contractId} ${TASK}`]);

    const key = { 'idempotency-key': crypto.randomUUID() };
    const done = await reports(contractId, TASK, { ...DONE, notes: '一切顺利。' }, key);
    expect(answerOf(deskContract, done).tasks).toMatchObject([{ state: 'done', closedBy: { id: lin.email } }]);
    await expectNothingWritten(async () => {
      const again = await reports(contractId, TASK, { ...DONE, notes: '一切顺利。' }, key);
      expect([again.status, jsonOf(again), again.headers.get('idempotency-replayed')]).toEqual([200, jsonOf(done), 'true']);
      expect(expectProblem(await reports(contractId, TASK, DONE), 'task-closed')).toMatchObject({
        current: { tasks: [{ state: 'done' }] },
      });
      expectProblem(await reports(contractId, 'touch.month-4', DONE), 'not-found');
      expectProblem(await reports(aNumber(), TASK, DONE), 'not-found');
    });
    await soon(async () => expect(await tasksOf([contractId])).toEqual([]));
  });

  test('of two at once that report on it one counts', async () => {
    const contractId = await aVisit();
    const both = await Promise.all([
      reports(contractId, TASK, DONE),
      reports(contractId, TASK, { outcome: 'impossible', notes: '-' }, {}, chen),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is refused what cannot be, by its pointer, and nothing is written', async () => {
    const contractId = await aVisit();
    const wrong = async (body: unknown) => pointersOf(await reports(contractId, TASK, body));
    await quiet();
    await expectNothingWritten(async () => {
      expect(await wrong({})).toEqual(['/outcome']);
      expect(await wrong({ outcome: 'postponed' })).toEqual(['/until']);
      for (const until of [today(), inDays(-1), inDays(200), '2100-01-01', '2026-02-30', 5])
        expect(await wrong({ outcome: 'postponed', until })).toEqual(['/until']);
      expect(await wrong({ outcome: 'impossible' })).toEqual(['/notes']);
      expect(await wrong({ ...DONE, notes: 'x'.repeat(2001), owner: 'x' })).toEqual(['/notes', '/owner']);
      for (const person of [wu, ida]) expectProblem(await reports(contractId, TASK, DONE, {}, person), 'forbidden');
      expect((await call('POST', `/api/desk/contracts/${contractId}/tasks/${TASK}`, { json: DONE })).status).toBe(401);
      expectProblem(
        await lin.call('POST', `/api/desk/contracts/${contractId}/tasks/${TASK}`, {
          body: '{',
          headers: { 'content-type': 'application/json' },
        }),
        'malformed-body',
      );
    });
  });

  test('is taken back by a payment', async () => {
    const due = addMonths(inDays(60).slice(0, 8) + '15', 0);
    const { contractId } = await registered({
      customer: { name: '老王' },
      signedOn: `${Number(due.slice(0, 4)) - 1}${due.slice(4)}`,
      nextDueOn: due,
    });
    await quiet();
    await swept(inDays(1));
    const open = (await looked(contractId)).tasks.filter(({ state, dueOn }) => state === 'open' && dueOn === due);
    expect(open.length).toBeGreaterThan(0);
    await soon(async () => expect((await tasksOf([contractId])).length).toBe(open.length));
    expect((await pays(contractId, paymentBody({ dueOn: due, paidOn: today() }))).status).toBe(200);
    expect((await looked(contractId)).tasks.find(({ id }) => id === open[0]?.id)?.state).toBe('cancelled');
    await soon(async () => expect(await tasksOf([contractId])).toEqual([]));
    expectProblem(await reports(contractId, open[0]?.id ?? '', DONE), 'task-closed');
  });
});

describe('the list', () => {
  test('shows whose tasks are whose, and finds those of owners who have left', async () => {
    const [mine = '', hers = ''] = await visited(lin.email, zhou.email);
    const left = aNumber();
    for (const item of await itemsAt(`CONTRACT#${mine}`)) {
      const moved: unknown = JSON.parse(JSON.stringify(item).replaceAll(mine, left).replaceAll(lin.email, 'left@aftercare.example'));
      if (isItem(moved)) await writeItem(moved);
    }
    await soon(async () => expect(await tasksOf([mine, hers, left])).toEqual(expect.arrayContaining([`${left} ${TASK}`])));
    expect([...(await tasksOf([mine, hers, left]))].sort()).toEqual([mine, hers, left].map((id) => `${id} ${TASK}`).sort());
    expect(await tasksOf([mine, hers, left], { owner: 'me' })).toEqual([`${mine} ${TASK}`]);
    expect(await tasksOf([mine, hers, left], { owner: zhou.email }, chen)).toEqual([`${hers} ${TASK}`]);
    expect(await tasksOf([mine, hers, left], { owner: 'nobody' }, chen)).toEqual([`${left} ${TASK}`]);
    expect(await tasksOf([mine, hers, left], { owner: 'nobody', limit: '1' }, chen)).toEqual([`${left} ${TASK}`]);
    for (const person of [wu, ida]) expect(await tasksOf([mine], {}, person)).toEqual([`${mine} ${TASK}`]);
    expect((await call('GET', '/api/desk/tasks')).status).toBe(401);
  });

  test('refuses what it cannot mean', async () => {
    const wrong = async (query: string) => pointersOf(await lin.call('GET', `/api/desk/tasks?${query}`));
    expect(await wrong('dueTo=soon&limit=0&vip=1')).toEqual(['/dueTo', '/limit', '/vip']);
    expect(await wrong('owner=')).toEqual(['/owner']);
    expectProblem(await lin.call('GET', '/api/desk/tasks?cursor=x'), 'bad-cursor');
  });
});

describe('a consent', () => {
  const GIVEN = { purpose: 'marketing', given: true, source: 'phone', note: '愿意参加活动。' };
  const marketing = async (contractId: string) => (await looked(contractId)).consent.current.find(({ purpose }) => purpose === 'marketing');

  test('told of one contract counts for all of the customer, and the newest word counts', async () => {
    const customer = aHolder();
    const [one, other] = [await registered({ customer }), await registered({ customer })];
    expect(answerOf(deskContract, await says(one.contractId, GIVEN)).consent.current[1]).toMatchObject({ given: true, source: 'phone' });
    await soon(async () => expect(await marketing(other.contractId)).toMatchObject({ given: true, source: 'phone' }));
    expect((await says(other.contractId, { ...GIVEN, given: false, source: 'letter' })).status).toBe(200);
    await soon(async () => expect(await marketing(one.contractId)).toMatchObject({ given: false, source: 'letter' }));
    const { ledger } = (await looked(one.contractId)).consent;
    expect(ledger.map(({ source, given }) => `${source} ${given}`)).toEqual(['phone true', 'letter false']);
  });

  test('is written once for one key, and refused where it is wrong', async () => {
    const { contractId } = await registered();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await says(contractId, GIVEN, key);
    await quiet();
    await expectNothingWritten(async () => {
      const again = await says(contractId, GIVEN, key);
      expect([jsonOf(again), again.headers.get('idempotency-replayed')]).toEqual([jsonOf(first), 'true']);
      expect(pointersOf(await says(contractId, { given: 'yes' }))).toEqual(['/given', '/purpose', '/source']);
      expect(pointersOf(await says(contractId, { ...GIVEN, source: 'link' }))).toEqual(['/source']);
      expectProblem(await says(aNumber(), GIVEN), 'not-found');
      expectProblem(await says(contractId, GIVEN, { 'if-match': '"1"' }), 'stale-contract');
      for (const person of [wu, ida]) expectProblem(await says(contractId, GIVEN, {}, person), 'forbidden');
    });
  });
});
