import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import { addMonths } from '../../functions/domain/clocks/months.ts';
import type { CareBook, CareRules, ServicePlan, Texts, Touchpoint } from '../../functions/domain/care/rules.ts';
import { problems, rulesVersions } from '../../functions/handlers/api/answers.ts';
import { careBook } from '../../functions/handlers/api/careAnswers.ts';
import { inDays } from '../support/stack/care.ts';
import { aNumber, looked, puts, termsBody } from '../support/stack/contracts.ts';
import { chen, huang, ida, lin, wu, type Person } from '../support/stack/desk.ts';
import { answerOf, call, expectProblem, jsonOf, pointersOf, type Reply } from '../support/stack/http.ts';
import { quiet } from '../support/stack/time.ts';

const PATH = '/api/desk/care/rules';

const inForce = async (person: Person = huang): Promise<CareBook> => answerOf(careBook, await person.call('GET', PATH));

interface Putting {
  readonly person?: Person;
  readonly version?: number;
  readonly note?: string;
  readonly key?: string;
}

/** Tries to put care rules into force; the answer may be a problem. Without a version those in force are replaced. */
const putsCare = async (rules: unknown, { person = huang, version, note, key }: Putting = {}): Promise<Reply> =>
  person.call('PUT', PATH, {
    json: { rules, ...(note && { note }) },
    headers: { 'if-match': `"${version ?? (await inForce()).version}"`, 'idempotency-key': key },
  });

const texts = (text: string): Texts => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** A product that no other test has, so that its plan is nobody else's. */
const aProduct = (): string => `Plan ${crypto.randomUUID().slice(0, 8)}`;

const CALL: Touchpoint = {
  id: 'first-call',
  name: texts('Call'),
  when: { kind: 'after', months: 5 },
  purpose: 'service',
  task: { days: 5 },
  mail: { subject: texts('Hello'), text: texts('Hello {name}') },
  active: true,
};

/** The rules with a plan for a product before all others. */
const withPlan = ({ plans, quiet: night }: CareRules, change: Partial<ServicePlan> = {}): CareRules => {
  const last = plans.at(-1);
  if (!last) throw new Error('there is always a last plan');
  const plan: ServicePlan = { ...last, id: 'for-a-test', name: 'For a test', products: [aProduct()], touchpoints: [CALL], ...change };
  return { plans: [plan, ...plans.filter(({ id }) => id !== plan.id)], quiet: night };
};

const before = inForce();

afterAll(async () => {
  await putsCare((await before).rules, { note: 'After a test' });
  await quiet();
});

describe('service plans', () => {
  test('all of the staff read them; an admin changes them, and nobody else', async () => {
    const { version, rules } = await inForce();
    for (const person of [lin, chen, wu, ida]) {
      expect(await inForce(person)).toMatchObject({ version });
      expect((await person.call('GET', `${PATH}/versions`)).status).toBe(200);
      expectProblem(await putsCare(withPlan(rules), { person }), 'forbidden');
    }
    expect((await call('GET', PATH)).status).toBe(401);
    expect((await call('PUT', PATH, { json: { rules }, headers: { 'if-match': `"${version}"` } })).status).toBe(401);
    expect((await inForce()).version).toBe(version);
  });

  test('count for every contract of their product at once, and are kept by version', async () => {
    const [mine, other, product] = [aNumber(), aNumber(), aProduct()];
    const signed = { signedOn: inDays(-7), nextDueOn: addMonths(inDays(-7), 12) };
    expect((await puts(mine, termsBody({ ...signed, product: `${product} Gold` }))).status).toBe(201);
    expect((await puts(other, termsBody(signed))).status).toBe(201);
    const planned = async (contractId: string): Promise<readonly string[]> =>
      (await looked(contractId)).plan.filter(({ kind }) => kind === 'touchpoint').map(({ id }) => id);
    const usual = await planned(other);
    expect(usual.length).toBeGreaterThan(1);
    expect(await planned(mine)).toEqual(usual);

    const { version, rules } = await inForce();
    const changed = withPlan(rules, { products: [product] });
    const made = answerOf(careBook, await putsCare(changed, { note: 'A plan for a test' }));
    expect(made).toMatchObject({ version: version + 1, by: huang.email, note: 'A plan for a test', rules: changed });
    expect(await planned(mine)).toEqual(['touch.first-call']);
    expect(await planned(other)).toEqual(usual);

    const { items } = answerOf(rulesVersions, await ida.call('GET', `${PATH}/versions`));
    expect(items[0]).toEqual({ version: version + 1, at: made.at, by: huang.email, note: 'A plan for a test' });
    expect(items.map((one) => one.version)).toEqual(Array.from({ length: version + 2 }, (_, n) => version + 1 - n));
  });

  test('are changed by one of two admins; the other is told: 412. Without If-Match: 428', async () => {
    const { version, rules } = await inForce();
    const quietly = (from: string): CareRules => ({ ...rules, quiet: { from, to: rules.quiet.to } });
    const replies = await Promise.all(['21:15', '21:30', '21:45'].map((from) => putsCare(quietly(from), { version })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const late = replies.find(({ status }) => status === 412);
    if (!late) throw new Error('nobody was late');
    expectProblem(late, 'stale-care-rules');
    expect(parse(problems['stale-care-rules'], jsonOf(late)).current).toEqual(await inForce());
    expect(late.headers.get('etag')).toBe(`"${version + 1}"`);
    expectProblem(await huang.call('PUT', PATH, { json: { rules } }), 'precondition-required');
    expect((await inForce()).version).toBe(version + 1);
  });

  test('that are sent again are not written again', async () => {
    const { version, rules } = await inForce();
    const key = crypto.randomUUID();
    const send = (body: unknown) => putsCare(body, { version, key });
    const again = withPlan(rules, { name: 'Again' });
    const first = await send(again);
    const second = await send(again);
    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true']);
    expect(jsonOf(second)).toEqual(jsonOf(first));
    expectProblem(await send(withPlan(rules, { name: 'Other' })), 'key-reused');
    expect(answerOf(careBook, await putsCare(again, { version: 0 })).version).toBe(version + 1);
    expect((await inForce()).version).toBe(version + 1);
  });

  const point = (change: object) => (rules: CareRules) => withPlan(rules, { touchpoints: [{ ...CALL, ...change }] });
  const P = '/rules/plans/0';

  test.each<readonly [what: string, rules: (rules: CareRules) => unknown, pointers: readonly string[]]>([
    ['no rules at all', () => ({}), ['/rules/plans', '/rules/quiet']],
    ['no plan for all', (rules) => ({ ...withPlan(rules), plans: withPlan(rules).plans.slice(0, 1) }), ['/rules/plans']],
    ['a plan that is never reached', (rules) => ({ ...rules, plans: [...rules.plans, ...withPlan(rules).plans.slice(0, 1)] }), []],
    [
      'reminders in the wrong order',
      (rules) => withPlan(rules, { renewal: { remindDaysBefore: [7, 30], deliveredAtLeast: 3 } }),
      [`${P}/renewal/deliveredAtLeast`, `${P}/renewal/remindDaysBefore/1`],
    ],
    ['a night without end', (rules) => ({ ...rules, quiet: { from: '12:00', to: '11:00' } }), ['/rules/quiet/to']],
    ['a text that is missing', point({ name: { ...CALL.name, 'zh-TW': '' } }), [`${P}/touchpoints/0/name/zh-TW`]],
    [
      'a placeholder that is none',
      point({ mail: { subject: texts('Hi'), text: { ...CALL.name, en: '{first}' } } }),
      [`${P}/touchpoints/0/mail/text/en`],
    ],
    ['a birthday mail without consent', point({ when: { kind: 'birthday' } }), [`${P}/touchpoints/0/purpose`]],
    ['29 February of 2027', point({ when: { kind: 'date', on: '2027-02-29' } }), [`${P}/touchpoints/0/when/on`]],
    [
      'neither task nor mail',
      (rules) => withPlan(rules, { touchpoints: [{ ...CALL, task: undefined, mail: undefined }] }),
      [`${P}/touchpoints/0`],
    ],
  ])('are refused with the field: %s', async (_, wrong, pointers) => {
    const { version, rules } = await inForce();
    const reply = await putsCare(wrong(rules));
    expectProblem(reply, 'invalid-input');
    if (pointers.length > 0) expect([...new Set(pointersOf(reply))].sort()).toEqual(pointers);
    else expect(pointersOf(reply)).toContain(`/rules/plans/${rules.plans.length}/products`);
    expect((await inForce()).version).toBe(version);
  });
});
