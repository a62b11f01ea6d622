import { describe, expect, test } from '@jest/globals';
import { addMonths } from '../../functions/domain/clocks/months.ts';
import { addDays } from '../../functions/domain/contract/grace.ts';
import { deskContract } from '../../functions/handlers/api/contractAnswers.ts';
import { aQuietDay, dueOn, today } from '../support/stack/care.ts';
import { aHolder, aNumber, listed, looked, numbersIn, paymentBody, pays, puts, registered, termsBody } from '../support/stack/contracts.ts';
import { chen, huang, ida, lin, wu, zhou } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf, call, expectProblem, jsonOf, pointersOf } from '../support/stack/http.ts';
import { invoke, putOn, removeItem, withoutDispatch } from '../support/stack/sabotage.ts';
import { allItems, itemsAt } from '../support/stack/probes.ts';
import { anAddress, expectNothingWritten } from '../support/stack/steps.ts';

/** Waits until the lists, which are a moment behind, show what is expected. */
const soon = (check: () => Promise<void>) =>
  eventually(async () => {
    await check();
    return true;
  });

describe('the register', () => {
  test('takes a contract, knows it again, and changes it by one event', async () => {
    const contractId = aNumber();
    const body = termsBody();
    const first = await puts(contractId, body);
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"']);
    expect(first.headers.get('location')).toMatch(new RegExp(`/api/desk/contracts/${contractId}$`));
    expect(answerOf(deskContract, first)).toMatchObject({ contractId, ownerName: 'Lin Mei', dueOn: '2026-02-28', terms: body });
    await expectNothingWritten(async () => {
      const again = await puts(contractId, { ...body, premium: { currency: 'CNY', amount: '1200' } });
      expect([again.status, jsonOf(again)]).toEqual([200, jsonOf(first)]);
    });
    const changed = await puts(contractId, { ...body, product: 'care-basic' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    const read = await lin.call('GET', `/api/desk/contracts/${contractId}`);
    expect([read.status, jsonOf(read)]).toEqual([200, jsonOf(changed)]);
    expect(answerOf(deskContract, read).history.map(({ type }) => type)).toEqual(['registered', 'changed']);
  });

  test('of ten at once one registers, and of ten changes of one version one counts', async () => {
    const contractId = aNumber();
    const body = termsBody();
    const first = await Promise.all(Array.from({ length: 10 }, () => puts(contractId, body)));
    expect(first.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, n) => puts(contractId, { ...body, product: `care-${n}` }, { 'if-match': '"1"' }, n % 2 ? zhou : lin)),
    );
    expect(others.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    const slower = others.find(({ status }) => status === 412);
    if (!slower) throw new Error('Nobody was slower.');
    expect(expectProblem(slower, 'stale-contract')).toMatchObject({ current: { version: 2, since: [{ type: 'changed' }] } });
    expect(slower.headers.get('etag')).toBe('"2"');
  });

  test('does not take one customer for another', async () => {
    const { contractId } = await registered();
    const other = termsBody({ customer: aHolder({ name: '李娜' }) });
    await expectNothingWritten(async () => expect(pointersOf(await puts(contractId, other))).toEqual(['/customer']));
    expect((await puts(contractId, other, { 'if-match': '"1"' })).status).toBe(200);
  });

  test('says what is wrong, by its pointer, and writes nothing', async () => {
    const wrong = async (body: unknown, contractId = aNumber()) => pointersOf(await puts(contractId, body));
    await expectNothingWritten(async () => {
      expect(await wrong({})).toEqual(
        ['customer', 'everyMonths', 'owner', 'paymentMethod', 'premium', 'product', 'signedOn'].map((f) => `/${f}`),
      );
      expect(await wrong(termsBody({ nextDueOn: '2026-02-27', owner: 'nobody', endsOn: '2020-01-01' }))).toEqual([
        '/endsOn',
        '/nextDueOn',
        '/owner',
      ]);
      expect(await wrong(termsBody({ signedOn: '2026-02-30', premium: { amount: '1.234', currency: 'yuan' } }))).toEqual([
        '/premium/amount',
        '/premium/currency',
        '/signedOn',
      ]);
      expect(await wrong(termsBody(), 'a%20b')).toEqual(['/contractId']);
      expect(await wrong(termsBody(), 'x'.repeat(65))).toEqual(['/contractId']);
      expectProblem(
        await lin.call('PUT', `/api/desk/contracts/${aNumber()}`, { body: '{', headers: { 'content-type': 'application/json' } }),
        'malformed-body',
      );
      expectProblem(
        await lin.call('PUT', `/api/desk/contracts/${aNumber()}`, { body: new URLSearchParams({ owner: 'lin' }) }),
        'unsupported-media-type',
      );
      expectProblem(await lin.call('GET', '/api/desk/contracts/P-nobody'), 'not-found');
    });
  });

  test('is read by all staff, and kept by those who may own contracts', async () => {
    const { contractId } = await registered();
    for (const person of [wu, ida]) {
      await expectNothingWritten(async () => {
        expectProblem(await puts(contractId, termsBody(), {}, person), 'forbidden');
        expectProblem(await pays(contractId, paymentBody(), {}, person), 'forbidden');
      });
      expect((await person.call('GET', `/api/desk/contracts/${contractId}`)).status).toBe(200);
      expect((await person.call('GET', '/api/desk/contracts?limit=1')).status).toBe(200);
    }
    for (const [n, person] of [zhou, chen, huang].entries())
      expect((await puts(contractId, termsBody({ product: `care-${n}` }), {}, person)).status).toBe(200);
    for (const path of ['', `/${contractId}`]) expect((await call('GET', `/api/desk/contracts${path}`)).status).toBe(401);
  });
});

describe('payments', () => {
  test('come in any order and twice; the premium is paid once', async () => {
    const { contractId } = await registered();
    const reports = [
      paymentBody({ status: 'failed', paidOn: '2026-02-10', reason: '余额不足', nextAttemptOn: '2026-02-20' }),
      paymentBody(),
      paymentBody({ dueOn: '2027-02-28', paidOn: '2026-02-21' }),
    ];
    const replies = await Promise.all([...reports, ...reports].reverse().map((report) => pays(contractId, report)));
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(6).fill(200));
    expect(replies.filter(({ headers }) => headers.get('idempotency-replayed') === 'true').length).toBe(3);
    const contract = answerOf(deskContract, await lin.call('GET', `/api/desk/contracts/${contractId}`));
    expect(contract).toMatchObject({ version: 4, dueOn: '2028-02-29' });
    expect(contract.payments.map(({ status, dueOn }) => [status, dueOn])).toEqual([
      ['failed', '2026-02-28'],
      ['succeeded', '2026-02-28'],
      ['succeeded', '2027-02-28'],
    ]);
  });

  test('are refused where they cannot be right', async () => {
    const { contractId } = await registered({ endsOn: '2026-06-30' });
    await expectNothingWritten(async () => {
      const wrong = async (changes: object) => pointersOf(await pays(contractId, paymentBody(changes)));
      expect(await wrong({ amount: { amount: '12', currency: 'CNY' } })).toEqual(['/amount/amount']);
      expect(await wrong({ amount: { amount: '1200', currency: 'TWD' } })).toEqual(['/amount/currency']);
      expect(await wrong({ dueOn: '2026-03-01' })).toEqual(['/dueOn']);
      expect(await wrong({ dueOn: '2025-02-28' })).toEqual(['/dueOn']);
      expect(await wrong({ paidOn: '2024-02-28' })).toEqual(['/paidOn']);
      expect(pointersOf(await pays(contractId, {}))).toEqual(['/status']);
      expectProblem(await pays(aNumber(), paymentBody()), 'not-found');
      expect(expectProblem(await pays(contractId, paymentBody({ paidOn: '2026-07-01' })), 'contract-ended')).toMatchObject({
        endsOn: '2026-06-30',
      });
    });
    const report = paymentBody();
    expect((await pays(contractId, report)).status).toBe(200);
    await expectNothingWritten(async () => {
      expect(pointersOf(await pays(contractId, { ...report, paidOn: '2026-02-21' }))).toEqual(['/reference']);
      expect(pointersOf(await pays(contractId, paymentBody()))).toEqual(['/dueOn']);
      expect(pointersOf(await pays(contractId, paymentBody({ dueOn: undefined })))).toEqual(['/dueOn']);
    });
  });

  test('bring a suspended cover back, and nothing after its last day does', async () => {
    const due = aQuietDay(-100);
    const { contractId } = await dueOn(due, { customer: aHolder() });
    const before = await looked(contractId);
    expect(before).toMatchObject({
      status: 'suspended',
      renewal: { dueOn: due, graceEnd: addDays(due, 60), suspendedOn: expect.any(String) },
    });
    expect(before.renewal?.reinstatementEnd).toBe(addMonths(before.renewal?.suspendedOn ?? '', 24));
    const paid = answerOf(deskContract, await pays(contractId, paymentBody({ dueOn: due, paidOn: today() })));
    expect([paid.status, paid.renewal?.stage]).toEqual(['reinstated', 'ahead']);
    const late = answerOf(
      deskContract,
      await pays((await dueOn(due, { customer: aHolder() })).contractId, paymentBody({ dueOn: due, paidOn: due })),
    );
    expect(late.status).toBe('active');
    const ended = await dueOn(due, { customer: aHolder(), endsOn: addDays(due, 30) });
    expect(expectProblem(await pays(ended.contractId, paymentBody({ dueOn: due, paidOn: today() })), 'contract-ended')).toMatchObject({
      endsOn: addDays(due, 30),
    });
  });

  test('are known by their Idempotency-Key, too', async () => {
    const { contractId } = await registered();
    const report = paymentBody();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await pays(contractId, report, key);
    await expectNothingWritten(async () => {
      const again = await pays(contractId, report, key);
      expect([jsonOf(again), again.headers.get('idempotency-replayed')]).toEqual([jsonOf(first), 'true']);
      expectProblem(await pays(contractId, paymentBody({ dueOn: '2027-02-28' }), key), 'key-reused');
    });
  });
});

describe('lists', () => {
  test('find a contract by number, customer, owner and due date, and follow what changes', async () => {
    const email = anAddress('two.contracts');
    const customer = aHolder({ name: '李娜', email });
    const prefix = `L${crypto.randomUUID().slice(0, 8)}`;
    const first = await registered(
      { customer, owner: zhou.email, signedOn: '2025-01-31', everyMonths: 1, nextDueOn: '2026-02-28' },
      `${prefix}-1`,
    );
    await registered({ customer, owner: zhou.email, signedOn: '2025-01-30', nextDueOn: '2026-01-30' }, `${prefix}-2`);
    const both = [`${prefix}-1`, `${prefix}-2`];
    await soon(async () => expect(await numbersIn({ number: prefix })).toEqual(both));
    await soon(async () => expect(await numbersIn({ customer: email.toUpperCase() })).toEqual(both));
    expect(await numbersIn({ number: `${prefix}-2` })).toEqual([`${prefix}-2`]);
    expect(await numbersIn({ number: prefix, owner: lin.email })).toEqual([]);
    const due = { owner: zhou.email, dueFrom: '2026-01-30', dueTo: '2026-02-28' };
    const shown = (await numbersIn(due)).filter((id) => both.includes(id));
    expect(shown).toEqual([`${prefix}-2`, `${prefix}-1`]);

    const monthly = { amount: '1200', currency: 'CNY' };
    expect((await pays(first.contractId, paymentBody({ amount: monthly }))).status).toBe(200);
    expect(
      (
        await puts(
          `${prefix}-2`,
          termsBody({ customer: { ...customer, email: anAddress('new') }, signedOn: '2025-01-30', nextDueOn: '2026-01-30' }),
        )
      ).status,
    ).toBe(200);
    await soon(async () => expect((await numbersIn(due)).filter((id) => both.includes(id))).toEqual([]));
    await soon(async () =>
      expect(
        (await numbersIn({ owner: zhou.email, dueFrom: '2026-03-31', dueTo: '2026-03-31' })).filter((id) => both.includes(id)),
      ).toEqual([`${prefix}-1`]),
    );
    expect(await numbersIn({ customer: email })).toEqual([`${prefix}-1`]);
  });

  test('come page by page, however few the filter lets pass', async () => {
    const prefix = `S${crypto.randomUUID().slice(0, 8)}`;
    const ids = Array.from({ length: 5 }, (_, n) => `${prefix}-${n}`);
    await Promise.all(
      ids.map((id, n) => registered({ owner: n % 2 ? huang.email : chen.email, signedOn: '2019-05-31', nextDueOn: '2026-05-31' }, id)),
    );
    const pages = async (query: Readonly<Record<string, string>>) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listed({ ...query, limit: '2', ...(cursor && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(2);
        seen.push(...page.items.map(({ contractId }) => contractId).filter((id) => id.startsWith(prefix)));
        cursor = page.nextCursor;
      } while (cursor);
      return seen;
    };
    const day = { dueFrom: '2026-05-31', dueTo: '2026-05-31' };
    await soon(async () => expect(await pages(day)).toEqual(ids));
    expect(await pages({ ...day, owner: chen.email })).toEqual([ids[0], ids[2], ids[4]]);
    await soon(async () => expect(await pages({ number: prefix })).toEqual(ids));
    await soon(async () => expect(await pages({})).toEqual(ids));

    const { nextCursor = '' } = await listed({ ...day, limit: '1' });
    for (const query of [{ number: prefix }, { dueFrom: '2026-05-31' }, { owner: chen.email, ...day }, { customer: anAddress() }])
      expectProblem(
        await lin.call('GET', `/api/desk/contracts?${new URLSearchParams({ ...query, cursor: nextCursor }).toString()}`),
        'bad-cursor',
      );
    expectProblem(await lin.call('GET', '/api/desk/contracts?cursor=x'), 'bad-cursor');
  });

  test('refuse what they cannot mean', async () => {
    const wrong = async (query: string) => pointersOf(await lin.call('GET', `/api/desk/contracts?${query}`));
    expect(await wrong('customer=li.na')).toEqual(['/customer']);
    expect(await wrong('number=a+b')).toEqual(['/number']);
    expect(await wrong('dueFrom=2027-01-01&dueTo=2026-01-01')).toEqual(['/dueTo']);
    expect(await wrong('dueFrom=tomorrow&limit=0&vip=1')).toEqual(['/dueFrom', '/limit', '/vip']);
  });
});

test('what was missed is mended: the stream read late and twice, pointers lost', async () => {
  const email = anAddress('lost');
  const { contractId } = await withoutDispatch(async () => {
    const contract = await registered({ customer: aHolder({ name: '李娜', email }) });
    await pays(contract.contractId, paymentBody());
    expect(await numbersIn({ customer: email })).toEqual([]);
    return contract;
  });
  await putOn('repair', { contractId, at: new Date().toISOString() });
  await soon(async () => expect(await numbersIn({ customer: email })).toEqual([contractId]));
  await soon(async () => expect(await numbersIn({ number: contractId, dueFrom: '2027-02-28' })).toEqual([contractId]));

  const pointers = (await allItems()).filter(({ sk }) => sk?.S === `CONTRACT#${contractId}`);
  expect(pointers.map(({ pk }) => pk?.S?.split('#')[0]).sort()).toEqual(['ADDRESS', 'CONTRACTS']);
  expect(JSON.stringify(pointers)).not.toContain(email);
  for (const pointer of pointers) await removeItem(pointer);
  const Records = (await itemsAt(`CONTRACT#${contractId}`)).map((item) => ({
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: item['pk'], sk: item['sk'] }, NewImage: item },
  }));
  await invoke('dispatch', { Records });
  await invoke('dispatch', { Records });
  expect(await numbersIn({ customer: email })).toEqual([contractId]);
});
