import { describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import { contractsPage } from '../../../functions/handlers/api/contractAnswers.ts';
import type { ProblemType } from '../../../functions/http/problem.ts';
import type { Answer } from '../../../functions/http/message.ts';
import { ContractRegister } from '../../support/builders/contractRegister.ts';
import { aContract, aPolicyholder, aReport, someTerms } from '../../support/builders/contracts.ts';
import { askContracts, askInVain, carriedOn, contractIn, errorsIn, expectProblem, SITE } from './contractDoors.ts';
import { bodyOf } from './doors.ts';

describe('PUT', () => {
  test('registers, with its address; the same again writes nothing; other terms are one event', async () => {
    const register = new ContractRegister();
    const first = await askContracts(register, 'PUT', { body: someTerms() });
    expect([first.status, first.headers]).toMatchObject([201, { etag: '"1"', location: `${SITE}/api/desk/contracts/P-1001` }]);
    expect(contractIn(first)).toMatchObject({
      contractId: 'P-1001',
      status: 'active',
      ownerName: 'Lin',
      dueOn: '2027-03-01',
      dueDates: [
        { dueOn: '2027-03-01', paid: false },
        { dueOn: '2028-03-01', paid: false },
      ],
    });

    const again = await askInVain(register, 'PUT', { body: someTerms({ premium: { currency: 'CNY', amount: '1200' } }) });
    expect([again.status, again.headers?.['etag'], again.headers?.['location']]).toEqual([200, '"1"', undefined]);
    expect(contractIn(again)).toEqual(contractIn(first));

    const changed = await askContracts(register, 'PUT', { body: someTerms({ product: 'care-basic' }) });
    expect([changed.status, changed.headers?.['etag']]).toEqual([200, '"2"']);
    expect(contractIn(changed)).toMatchObject({ product: 'care-basic', version: 2 });
    expect(contractIn(changed).history.map(({ type, by }) => [type, by.id])).toEqual([
      ['registered', 'lin'],
      ['changed', 'lin'],
    ]);
    expect(register.written).toBe(2);
  });

  test('honours If-Match: whoever was slower is told what changed', async () => {
    const register = new ContractRegister(aContract().changed({ product: 'care-basic' }));
    const stale = await askInVain(register, 'PUT', { body: someTerms({ endsOn: '2030-02-28' }), headers: { 'if-match': '"1"' } });
    expect(stale.headers?.['etag']).toBe('"2"');
    expect(expectProblem(stale, 'stale-contract')).toMatchObject({
      current: { version: 2, product: 'care-basic', since: [{ type: 'changed' }] },
    });
    for (const tag of ['*', '"x"', '2', '"1", "2"'])
      expectProblem(await askInVain(register, 'PUT', { body: someTerms(), headers: { 'if-match': tag } }), 'stale-contract');
    const taken = await askContracts(register, 'PUT', { body: someTerms({ endsOn: '2030-02-28' }), headers: { 'if-match': 'W/"2"' } });
    expect([taken.status, taken.headers?.['etag']]).toEqual([200, '"3"']);
    expect((await askInVain(register, 'PUT', { body: someTerms({ endsOn: '2030-02-28' }), headers: { 'if-match': '"2"' } })).status).toBe(
      200,
    );
  });

  test('of a contract that somebody saw, but that is not there, is stale', async () => {
    const answer = await askInVain(new ContractRegister(), 'PUT', { body: someTerms(), headers: { 'if-match': '"1"' } });
    expect(expectProblem(answer, 'stale-contract')).not.toHaveProperty('current');
  });

  test('knows a replay by its key, even after others changed the contract', async () => {
    const register = new ContractRegister();
    const put = (changes: Parameters<typeof someTerms>[0], key: string) =>
      askContracts(register, 'PUT', { body: someTerms(changes), headers: { 'idempotency-key': key } });
    const first = await put({}, 'a');
    await put({ product: 'care-basic' }, 'b');
    const replay = await put({}, 'a');
    expect([replay.status, replay.headers]).toMatchObject([201, { 'idempotency-replayed': 'true', etag: '"1"' }]);
    expect(replay.body).toBe(first.body);
    expectProblem(await put({ product: 'x' }, 'a'), 'key-reused');
    expect(register.written).toBe(2);
    for (const key of [' ', 'k'.repeat(256)]) expectProblem(await put({}, key), 'invalid-input');
  });

  test('does not mix up two customers under one number, unless it was seen', async () => {
    const register = new ContractRegister(aContract());
    const body = someTerms({ customer: { name: '李娜', email: 'li.na@example.com' } });
    expect(errorsIn(await askInVain(register, 'PUT', { body }))).toEqual(['/customer another-customer']);
    expect((await askContracts(register, 'PUT', { body, headers: { 'if-match': '"1"' } })).status).toBe(200);
  });

  test('tries again when somebody else writes at the same moment', async () => {
    const register = new ContractRegister();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((product) => askContracts(register, 'PUT', { body: someTerms({ product }) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(register.written).toBe(4);
  });

  const customerWith = (changes: object) => ({ ...someTerms(), customer: { ...aPolicyholder(), ...changes } });
  const termsWith = (changes: object) => ({ ...someTerms(), ...changes });

  test.each<[string, unknown, readonly string[]]>([
    [
      'nothing',
      {},
      ['customer', 'everyMonths', 'owner', 'paymentMethod', 'premium', 'product', 'signedOn'].map((field) => `/${field} required`),
    ],
    ['a list', [], [' type']],
    ['null', null, [' type']],
    ['an unknown field', termsWith({ vip: true }), ['/vip unknown-field']],
    ['an unknown field of the customer', customerWith({ 'a/b': 1 }), ['/customer/a~1b unknown-field']],
    ['__proto__', JSON.parse(`{"__proto__":{},${JSON.stringify(someTerms()).slice(1)}`), ['/__proto__ unknown-field']],
    ['no name', customerWith({ name: ' ' }), ['/customer/name required']],
    ['a name over two lines', customerWith({ name: 'a\nb' }), ['/customer/name control-characters']],
    ['no address', customerWith({ email: 'wang' }), ['/customer/email email']],
    ['null for an address', customerWith({ email: null }), ['/customer/email type']],
    ['another language', customerWith({ locale: 'de' }), ['/customer/locale choice']],
    ['another region', customerWith({ region: 'HK' }), ['/customer/region choice']],
    ['no zone', customerWith({ timeZone: 'Mars/Olympus' }), ['/customer/timeZone time-zone']],
    ['a birthday to come', customerWith({ birthday: '2999-01-01' }), ['/customer/birthday date-in-future']],
    ['a birthday long ago', customerWith({ birthday: '1899-12-31' }), ['/customer/birthday date']],
    ['a birthday that does not exist', customerWith({ birthday: '1990-02-30' }), ['/customer/birthday date']],
    ['an owner who is not staff', termsWith({ owner: 'nobody' }), ['/owner not-staff']],
    ['an owner who only reads', termsWith({ owner: 'auditor' }), ['/owner not-staff']],
    ['no product', termsWith({ product: '' }), ['/product required']],
    ['101 characters of product', termsWith({ product: '险'.repeat(101) }), ['/product too-long']],
    ['a signing to come', termsWith({ signedOn: '2999-01-01' }), ['/signedOn date-in-future']],
    ['a signing on 30 February', termsWith({ signedOn: '2026-02-30' }), ['/signedOn date']],
    ['a signing in another form', termsWith({ signedOn: '01.03.2026' }), ['/signedOn date']],
    ['a signing before the clocks', termsWith({ signedOn: '1969-12-31' }), ['/signedOn years']],
    ['a delivery before the signing', termsWith({ deliveredOn: '2026-02-28' }), ['/deliveredOn before-signing']],
    ['an end before the signing', termsWith({ endsOn: '2026-02-28' }), ['/endsOn before-signing']],
    ['an end after the clocks', termsWith({ endsOn: '2100-01-01' }), ['/endsOn years']],
    ['a due date that is none', termsWith({ nextDueOn: '2027-03-02' }), ['/nextDueOn no-due-date']],
    ['every two months', termsWith({ everyMonths: 2 }), ['/everyMonths choice']],
    ['months as text', termsWith({ everyMonths: '12' }), ['/everyMonths choice']],
    ['another way to pay', termsWith({ paymentMethod: 'gold' }), ['/paymentMethod choice']],
    ['no premium', termsWith({ premium: { amount: '0', currency: 'CNY' } }), ['/premium/amount money']],
    ['less than nothing', termsWith({ premium: { amount: '-1', currency: 'CNY' } }), ['/premium/amount money']],
    ['three places', termsWith({ premium: { amount: '1.005', currency: '元' } }), ['/premium/amount money', '/premium/currency choice']],
    ['a number as premium', termsWith({ premium: 1200 }), ['/premium type']],
    ['half a consent', termsWith({ consent: {} }), ['/consent/marketing required']],
  ])('refuses %s with its pointer', async (_, body, expected) => {
    const register = new ContractRegister();
    expect(errorsIn(await askInVain(register, 'PUT', { body }))).toEqual(expected);
  });

  test.each(['..', '.', '---', 'a b', 'a/b', 'ü', 'x'.repeat(65), 'P#1'])('refuses the number %j', async (id) => {
    expect(errorsIn(await askInVain(new ContractRegister(), 'PUT', { id, body: someTerms() }))).toEqual(['/contractId contract-number']);
  });

  test.each<[string, { text?: string; type?: string }, ProblemType]>([
    ['no JSON', { text: '{"customer":' }, 'malformed-body'],
    ['a form', { text: 'owner=lin', type: 'application/x-www-form-urlencoded' }, 'unsupported-media-type'],
    ['XML', { text: '<contract/>', type: 'application/xml' }, 'unsupported-media-type'],
    ['a megabyte', { text: JSON.stringify(someTerms({ product: 'x'.repeat(1_000_000) })) }, 'body-too-large'],
  ])('refuses %s', async (_, sent, type) => {
    expectProblem(await askInVain(new ContractRegister(), 'PUT', sent), type);
  });
});

describe('payments', () => {
  const CNY = { amount: '1200.00', currency: 'CNY' };

  test('are one event, and the contract is what it is afterwards', async () => {
    const register = new ContractRegister(aContract());
    const answer = await askContracts(register, 'POST', { body: { ...aReport(), paidOn: '2026-03-01' } });
    expect([answer.status, answer.headers?.['etag']]).toEqual([200, '"2"']);
    expect(contractIn(answer)).toMatchObject({
      dueOn: '2028-03-01',
      payments: [{ reference: 'PAY-1', status: 'succeeded', dueOn: '2027-03-01' }],
    });
  });

  test('that come twice get the same answer, and change nothing', async () => {
    const register = new ContractRegister(aContract());
    const body = { ...aReport(), paidOn: '2026-03-01' };
    const first = await askContracts(register, 'POST', { body });
    await askContracts(register, 'POST', { body: { ...body, reference: 'PAY-2' } });
    const again = await askInVain(register, 'POST', { body });
    expect([again.status, again.headers?.['idempotency-replayed'], again.headers?.['etag']]).toEqual([200, 'true', '"2"']);
    expect(again.body).toBe(first.body);
    expect(errorsIn(await askInVain(register, 'POST', { body: { ...body, dueOn: '2028-03-01' } }))).toEqual(['/reference reference-used']);
  });

  test('that failed keep reason and next attempt', async () => {
    const register = new ContractRegister(aContract());
    const failed = { ...aReport(), status: 'failed', paidOn: '2026-03-01', reason: '余额不足', nextAttemptOn: '2026-03-08' };
    expect(contractIn(await askContracts(register, 'POST', { body: failed }))).toMatchObject({
      dueOn: '2027-03-01',
      payments: [{ status: 'failed', reason: '余额不足', nextAttemptOn: '2026-03-08' }],
    });
  });

  test('for an unknown contract are 404', async () => {
    for (const id of ['P-9', '..', 'a b'])
      expectProblem(
        await askInVain(new ContractRegister(aContract()), 'POST', { id, body: { ...aReport(), paidOn: '2026-03-01' } }),
        'not-found',
      );
  });

  test('made after the end are 409, with the end', async () => {
    const register = new ContractRegister(aContract({ signedOn: '2024-03-01', endsOn: '2026-02-28', nextDueOn: '2025-03-01' }));
    const body = { ...aReport(), paidOn: '2026-03-01' };
    expect(expectProblem(await askInVain(register, 'POST', { body }), 'contract-ended')).toMatchObject({ endsOn: '2026-02-28' });
    expect((await askContracts(register, 'POST', { body: { ...body, paidOn: '2026-02-28' } })).status).toBe(200);
  });

  test('say the amount that is due', async () => {
    const wrong = { ...aReport(), paidOn: '2026-03-01', amount: { amount: '12.00', currency: 'CNY' } };
    const answer = await askInVain(new ContractRegister(aContract()), 'POST', { body: wrong });
    expect(errorsIn(answer)).toEqual(['/amount/amount amount-due']);
    expect(answer.body).toContain('1200.00 CNY');
  });

  const reportWith = (changes: object) => ({ reference: 'X', status: 'succeeded', amount: CNY, paidOn: '2026-03-01', ...changes });

  test.each<[string, unknown, readonly string[]]>([
    ['nothing', {}, ['/status choice']],
    ['a list', [], [' type']],
    ['another status', reportWith({ status: 'pending' }), ['/status choice']],
    ['no fields', { status: 'succeeded' }, ['/amount required', '/paidOn required', '/reference required']],
    ['no reference', reportWith({ reference: ' ' }), ['/reference required']],
    ['a long reference', reportWith({ reference: 'x'.repeat(101) }), ['/reference too-long']],
    [
      'a reason of success',
      reportWith({ reason: 'x', nextAttemptOn: '2026-03-08' }),
      ['/nextAttemptOn unknown-field', '/reason unknown-field'],
    ],
    ['a day to come', reportWith({ paidOn: '2999-01-01' }), ['/paidOn date-in-future']],
    ['a day that does not exist', reportWith({ paidOn: '2026-02-29' }), ['/paidOn date']],
    ['a day before the signing', reportWith({ paidOn: '2026-02-28' }), ['/paidOn before-signing']],
    ['a due date that is none', reportWith({ dueOn: '2027-03-02' }), ['/dueOn no-due-date']],
    ['a due date in words', reportWith({ dueOn: 'soon' }), ['/dueOn date']],
    ['another currency', reportWith({ amount: { amount: '1200', currency: 'USD' } }), ['/amount/currency amount-due']],
    ['a number as amount', reportWith({ amount: 1200 }), ['/amount type']],
    ['an attempt before the last', reportWith({ status: 'failed', nextAttemptOn: '2026-02-28' }), ['/nextAttemptOn attempt-before-debit']],
    ['an unknown field', reportWith({ bank: 'x' }), ['/bank unknown-field']],
  ])('with %s are refused with its pointer', async (_, body, expected) => {
    expect(errorsIn(await askInVain(new ContractRegister(aContract()), 'POST', { body }))).toEqual(expected);
  });
});

describe('who may', () => {
  test.each([
    [['agent'], true],
    [['supervisor'], true],
    [['admin'], true],
    [['department'], false],
    [['auditor'], false],
    [['auditor', 'department'], false],
  ] as const)('%j write: %p; all read', async (as, may) => {
    const register = new ContractRegister(aContract());
    const before = register.written;
    const put = await askContracts(register, 'PUT', { as, body: someTerms({ product: 'x' }) });
    const paid = await askContracts(register, 'POST', { as, body: { ...aReport(), paidOn: '2026-03-01' } });
    expect([put.status, paid.status]).toEqual(may ? [200, 200] : [403, 403]);
    expect(register.written).toBe(before + (may ? 2 : 0));
    expect((await askContracts(register, 'GET', { as })).status).toBe(200);
    expect((await askContracts(register, 'LIST', { as })).status).toBe(200);
  });

  test('nobody without a group', async () => {
    for (const method of ['GET', 'LIST', 'PUT', 'POST'] as const)
      expectProblem(await askContracts(new ContractRegister(), method, { as: [], body: {} }), 'forbidden');
  });
});

describe('GET', () => {
  test('shows what is due, in the zone of the customer', async () => {
    const register = new ContractRegister(
      aContract({
        signedOn: '2025-03-02',
        everyMonths: 12,
        customer: aPolicyholder({ timeZone: 'America/New_York' }),
        nextDueOn: '2026-03-02',
      }),
    );
    const at = (now: string) => askContracts(register, 'GET', { now });
    expect(contractIn(await at('2026-03-03T04:59:00.000Z'))).toMatchObject({ status: 'due' });
    expect(contractIn(await at('2026-03-03T05:01:00.000Z'))).toMatchObject({
      status: 'grace',
      dueDates: [
        { dueOn: '2026-03-02', paid: false },
        { dueOn: '2027-03-02', paid: false },
        { dueOn: '2028-03-02', paid: false },
      ],
    });
  });

  test('names no owner who has left', async () => {
    const left = aContract({ owner: 'gone' }, { owner: { id: 'gone', name: 'Gone', groups: ['agent'] } });
    expect(contractIn(await askContracts(new ContractRegister(left), 'GET'))).not.toHaveProperty('ownerName');
  });

  test('of what is not there is 404', async () => {
    for (const id of ['P-9', '..', '%']) expectProblem(await askContracts(new ContractRegister(), 'GET', { id }), 'not-found');
  });
});

describe('the list', () => {
  const registered = async (): Promise<ContractRegister> => {
    const register = new ContractRegister();
    const put = (id: string, changes: Parameters<typeof someTerms>[0]) => askContracts(register, 'PUT', { id, body: someTerms(changes) });
    await put('P-1', {});
    await put('P-10', { everyMonths: 1, owner: 'wang' });
    await put('P-2', { customer: { name: '李娜', email: 'li.na@example.com' }, signedOn: '2025-09-15' });
    await put('Q-1', { customer: { name: '老王' }, endsOn: '2027-02-28' });
    await carriedOn(register);
    return register;
  };
  const idsIn = (answer: Answer) => parse(contractsPage, bodyOf(answer)).items.map(({ contractId }) => contractId);

  test.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{}, ['P-10', 'P-2', 'P-1', 'Q-1']],
    [{ number: 'P-1' }, ['P-1', 'P-10']],
    [{ number: 'Q-1' }, ['Q-1']],
    [{ number: 'X' }, []],
    [{ customer: 'WANG@example.com' }, ['P-1', 'P-10']],
    [{ customer: 'wang@example.com', owner: 'wang' }, ['P-10']],
    [{ customer: 'wang@example.com', number: 'P-10' }, ['P-10']],
    [{ customer: 'nobody@example.com' }, []],
    [{ owner: 'lin' }, ['P-2', 'P-1', 'Q-1']],
    [{ dueFrom: '2026-09-15', dueTo: '2027-03-01' }, ['P-2', 'P-1']],
    [{ dueTo: '2026-09-14' }, ['P-10']],
    [{ dueFrom: '2027-03-02' }, []],
    [{ dueFrom: '2026-09-15', dueTo: '2026-09-15', lang: 'en' }, ['P-2']],
  ])('%j', async (query, expected) => {
    expect(idsIn(await askContracts(await registered(), 'LIST', { query }))).toEqual(expected);
  });

  test('comes page by page', async () => {
    const register = await registered();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await askContracts(register, 'LIST', { query: { limit: '1', ...(cursor && { cursor }) } });
      const page = parse(contractsPage, bodyOf(answer));
      expect(page.items.length).toBeLessThanOrEqual(1);
      seen.push(...page.items.map(({ contractId }) => contractId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['P-10', 'P-2', 'P-1', 'Q-1']);
  });

  test('follows payments, owners and addresses', async () => {
    const register = await registered();
    await askContracts(register, 'POST', { id: 'P-2', body: { ...aReport(), paidOn: '2026-03-01' } });
    await askContracts(register, 'PUT', {
      id: 'P-1',
      body: someTerms({ owner: 'wang', customer: aPolicyholder({ email: 'new@example.com' }) }),
    });
    await carriedOn(register);
    const ids = async (query: Readonly<Record<string, string>>) => idsIn(await askContracts(register, 'LIST', { query }));
    expect(await ids({ dueFrom: '2027-09-15' })).toEqual(['P-2']);
    expect(await ids({ owner: 'wang' })).toEqual(['P-10', 'P-1']);
    expect(await ids({ customer: 'new@example.com' })).toEqual(['P-1']);
    expect(await ids({ customer: 'wang@example.com' })).toEqual(['P-10']);
  });

  test.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ customer: 'wang' }, ['/customer email']],
    [{ customer: '' }, ['/customer email']],
    [{ number: 'a b' }, ['/number contract-number']],
    [{ owner: '' }, ['/owner required']],
    [{ dueFrom: '2026-02-30' }, ['/dueFrom date']],
    [{ dueFrom: '2027-01-01', dueTo: '2026-12-31' }, ['/dueTo end-before-start']],
    [{ limit: '0' }, ['/limit too-small']],
    [{ limit: '101' }, ['/limit too-big']],
    [{ limit: 'many' }, ['/limit type']],
    [{ limit: '1.5' }, ['/limit type']],
    [{ dueForm: '2026-01-01' }, ['/dueForm unknown-field']],
  ])('refuses %j', async (query, expected) => {
    expect(errorsIn(await askContracts(new ContractRegister(), 'LIST', { query }))).toEqual(expected);
  });

  test('takes no cursor that it did not give out', async () => {
    expectProblem(await askContracts(await registered(), 'LIST', { query: { cursor: 'x' } }), 'bad-cursor');
  });
});
