import { describe, expect, test } from '@jest/globals';
import { decideCare } from '../../../functions/domain/care/decideCare.ts';
import { deliveredReminders } from '../../../functions/domain/care/reminders.ts';
import { instantOn } from '../../../functions/domain/clocks/localDate.ts';
import { addDays } from '../../../functions/domain/contract/grace.ts';
import type { Happening, Mailed, Terms } from '../../../functions/domain/contract/model.ts';
import { HOUR, plus, type CalendarDate, type Instant } from '../../../functions/domain/kernel/time.ts';
import { lookedAt, settingOf, WILLING } from '../../support/builders/care.ts';
import { aCase } from '../../support/builders/cases.ts';
import { aContract, aPolicyholder, atNoon, TestContract } from '../../support/builders/contracts.ts';
import { PostOffice } from '../../support/builders/postOffice.ts';

/** The first reminder of the premium due on 1 March 2027 is ordered at this time. */
const ASKED = atNoon('2026-12-01');
const SOON = plus(ASKED, 2000);

/** A contract whose newest event orders a mail, and the post office that is to send it. */
const ordered = (at: Instant = ASKED, terms: Partial<Terms> = {}): PostOffice => new PostOffice(lookedAt(aContract(terms), at));

const invited = (): PostOffice => ordered(atNoon('2026-10-01'), { consent: { marketing: true } });

/** The first reminder of a premium was ordered at noon of a day of the customer, for that day; `at` is when it was on the wall. */
const remindedOn = (day: CalendarDate, timeZone?: string, at?: Instant): PostOffice => {
  const dueOn = addDays(day, 90);
  const contract = aContract({
    customer: aPolicyholder({ timeZone }),
    signedOn: `${Number(dueOn.slice(0, 4)) - 2}${dueOn.slice(4)}`,
    nextDueOn: dueOn,
  });
  const step = { id: `${dueOn}.reminder-1`, kind: 'reminder', dueOn, purpose: 'service', mail: true } as const;
  const asOf = instantOn(timeZone ?? 'Asia/Shanghai', day, 12 * 60);
  return new PostOffice(contract.happens({ type: 'cared', data: { day, asOf, rules: 0, steps: [step] } }, at ?? asOf));
};

const paid = (dueOn = '2027-03-01'): Happening => ({
  type: 'paid',
  data: { reference: 'PAY-1', dueOn, amount: { amount: '1200.00', currency: 'CNY' }, paidOn: '2026-12-01' },
});

const told = (post: PostOffice): readonly Mailed[] => post.events().flatMap((event) => (event.type === 'mailed' ? [event.data] : []));

describe('a mail about a contract', () => {
  test('goes out once, however often it is ordered, and is written down', async () => {
    const post = ordered();
    expect(await post.sends(SOON)).toBe('sent');
    expect(await post.sends(SOON)).toBe('known');
    expect(post.sent).toMatchObject([
      {
        messageId: 'P-1001.2.reminder',
        contractId: 'P-1001',
        kind: 'reminder',
        to: { email: 'wang@example.com', name: '王小明', locale: 'zh-CN' },
      },
    ]);
    expect(post.sent[0]?.unsubscribe).toBeUndefined();
    expect(post.sent[0]?.text).toContain('Lin Mei');
    expect(post.records).toMatchObject([{ email: 'wang@example.com', messageId: 'P-1001.2.reminder', status: 'sent' }]);
    expect(told(post)).toEqual([]);
  });

  test('is tried again when SES did not take it', async () => {
    const post = ordered();
    const { takes } = post;
    post.takes = async () => {
      throw new Error('throttled');
    };
    await expect(post.sends(SOON)).rejects.toThrow('throttled');
    expect([post.records, told(post)]).toEqual([[], []]);
    post.takes = takes;
    expect(await post.sends(plus(SOON, 60_000))).toBe('sent');
  });

  test('is not sent again when only SES knows of it, nor when the address changed in between', async () => {
    const post = ordered();
    await post.hears('sent', SOON);
    expect(await post.sends(SOON)).toBe('known');
    const customer = aPolicyholder({ email: 'new@example.com' });
    await post.happens(
      { type: 'changed', data: { terms: { ...post.state().terms, customer }, unpaidFrom: post.state().unpaidFrom } },
      SOON,
    );
    expect(await post.sends(SOON)).toBe('known');
  });

  test('goes to the address that the customer has by now', async () => {
    const post = ordered();
    const customer = aPolicyholder({ email: 'new@example.com' });
    await post.happens(
      { type: 'changed', data: { terms: { ...post.state().terms, customer }, unpaidFrom: post.state().unpaidFrom } },
      SOON,
    );
    expect(await post.sends(SOON)).toBe('sent');
    expect(post.sent[0]?.to.email).toBe('new@example.com');
  });

  test('of an event that ordered none is an error', async () => {
    const post = ordered();
    const order = post.order();
    for (const wrong of [
      { ...order, version: 1 },
      { ...order, version: 9 },
      { ...order, step: '2027-03-01.reminder-2' },
    ])
      await expect(post.sends(SOON, wrong)).rejects.toThrow('never ordered');
  });

  test('of marketing can be unsubscribed from, with a link that knows the contract', async () => {
    const post = invited();
    expect(await post.sends(atNoon('2026-10-01'))).toBe('sent');
    expect(post.sent[0]?.unsubscribe).toBe('https://care.example.com/withdraw/withdraw-P-1001.2');
    expect(post.sent[0]?.text).toContain('https://care.example.com/withdraw/withdraw-P-1001.2');
  });
});

describe('instead of sending, the contract says', () => {
  const held = async (post: PostOffice, at: Instant = SOON): Promise<Mailed | undefined> => {
    await post.sends(at);
    expect(post.sent).toEqual([]);
    expect(await post.sends(at)).toBe('known');
    expect(told(post)).toHaveLength(1);
    return told(post)[0];
  };

  test('that it was paid before it went out', async () => {
    const post = ordered();
    await post.happens(paid(), SOON);
    expect(await held(post)).toEqual({ version: 2, step: '2027-03-01.reminder-1', outcome: 'held', held: 'settled' });
  });

  test('once, of two senders that find it out at the same time', async () => {
    const post = ordered();
    await post.happens(paid(), SOON);
    expect(await Promise.all([post.sends(SOON), post.sends(SOON)])).toEqual(['settled', 'settled']);
    expect(told(post)).toHaveLength(1);
  });

  test('that the cover ended, or the premium fell away', async () => {
    const { terms, unpaidFrom } = ordered().state();
    for (const endsOn of ['2026-11-30', '2027-02-28']) {
      const post = ordered();
      await post.happens({ type: 'changed', data: { terms: { ...terms, endsOn }, unpaidFrom } }, SOON);
      expect(await held(post)).toMatchObject({ held: 'settled' });
    }
  });

  test('that the address is suppressed: it gives it up, and looks again at once, so that somebody visits instead', async () => {
    const post = ordered();
    post.suppressed.set('wang@example.com', 'bounced');
    expect(await held(post)).toEqual({
      version: 2,
      step: '2027-03-01.reminder-1',
      outcome: 'held',
      held: 'suppressed',
      again: '2026-12-01',
      gaveUp: true,
    });
    const state = post.state();
    expect(state.unreachable).toBe('wang@example.com');
    const setting = settingOf(state);
    const decided = decideCare(
      state,
      { setting, facts: { ...WILLING, suppressed: true }, day: '2026-12-01', asOf: SOON },
      { elsewhere: [] },
    );
    expect(decided?.type === 'cared' && decided.data.steps.some(({ task, dueOn }) => task && dueOn === '2027-03-01')).toBe(true);
  });

  test('that the customer has no address any more', async () => {
    const post = ordered();
    const { terms, unpaidFrom } = post.state();
    const customer = { ...terms.customer, email: undefined };
    await post.happens({ type: 'changed', data: { terms: { ...terms, customer }, unpaidFrom } }, SOON);
    expect(await held(post)).toMatchObject({ held: 'no-address', again: '2026-12-01' });
  });

  test('that consent was taken back, here or under the address', async () => {
    const here = invited();
    await here.happens({ type: 'consented', data: { purpose: 'marketing', given: false, source: 'phone' } }, atNoon('2026-10-01'));
    expect(await held(here, atNoon('2026-10-01'))).toMatchObject({ held: 'no-consent' });
    const there = invited();
    await there.customers.keepConsent('wang@example.com', 'k', {
      purpose: 'marketing',
      given: false,
      source: 'link',
      at: atNoon('2026-10-01'),
    });
    expect(await held(there, atNoon('2026-10-01'))).toMatchObject({ held: 'no-consent' });
    expect(told(there)[0]?.again).toBeUndefined();
  });

  test('that a complaint came in: about this contract holds all, any other only marketing', async () => {
    const complaint = (contract?: string) =>
      aCase({ classification: { category: 'product-quality', priority: 'normal', safety: false, contract } }).events;
    const open = async (post: PostOffice, contract?: string): Promise<PostOffice> => {
      post.cases.set('AC-1', complaint(contract));
      await post.customers.pointCase('wang@example.com', 'AC-1', true);
      return post;
    };
    expect(await held(await open(ordered(), 'P-1001'))).toMatchObject({ held: 'complaint', again: '2026-12-01' });
    expect(await held(await open(invited()), atNoon('2026-10-01'))).toMatchObject({ held: 'complaint' });
    const other = await open(ordered(), 'P-2002');
    expect(await other.sends(SOON)).toBe('sent');
  });

  test('that its day is over', async () => {
    const post = ordered();
    const late = plus(ASKED, 95 * 24 * HOUR);
    expect(['late', 'settled']).toContain((await held(post, late))?.held);
  });

  test.each([
    ['Shanghai, at nine in the evening', undefined, '2026-12-01', '2026-12-01T13:00:00.000Z', '2026-12-02'],
    ['Shanghai, a second before eight in the morning', undefined, '2026-12-01', '2026-12-01T23:59:59.000Z', '2026-12-02'],
    ['New York, in the morning after the clocks went back', 'America/New_York', '2026-10-31', '2026-11-01T12:59:59.000Z', '2026-11-01'],
    ['Berlin, in the morning after the clocks went back', 'Europe/Berlin', '2026-10-24', '2026-10-25T06:59:59.000Z', '2026-10-25'],
    ['Berlin, in the evening before the clocks go forward', 'Europe/Berlin', '2027-03-27', '2027-03-27T20:00:00.000Z', '2027-03-28'],
    ['Berlin, in the morning after they did', 'Europe/Berlin', '2027-03-27', '2027-03-28T05:59:59.000Z', '2027-03-28'],
  ])('that it is night in %s', async (_, timeZone, day, at, again) => {
    expect(await held(remindedOn(day, timeZone), at)).toEqual({
      version: 2,
      step: `${addDays(day, 90)}.reminder-1`,
      outcome: 'held',
      held: 'night',
      again,
    });
  });
});

describe('the night ends', () => {
  test.each([
    ['Shanghai', undefined, '2026-12-01', '2026-12-02T00:00:00.000Z'],
    ['New York', 'America/New_York', '2026-10-31', '2026-11-01T13:00:00.000Z'],
    ['Berlin in autumn', 'Europe/Berlin', '2026-10-24', '2026-10-25T07:00:00.000Z'],
    ['Berlin in spring', 'Europe/Berlin', '2027-03-27', '2027-03-28T06:00:00.000Z'],
  ])('at eight in %s, on the day of the clock change too', async (_, timeZone, day, at) => {
    expect(await remindedOn(day, timeZone).sends(at)).toBe('sent');
  });
});

describe('a drill for another day', () => {
  test('is sent by the hour of that day, not by that of the clock on the wall', async () => {
    const post = remindedOn('2026-12-01', undefined, '2026-06-01T15:00:00.000Z');
    expect(await post.sends('2026-06-01T15:00:02.000Z')).toBe('sent');
    expect(post.sent[0]?.text).toContain('还有 90 天到期');
  });

  test('goes on at the pace of the clock on the wall', async () => {
    const post = remindedOn('2026-12-01', undefined, '2026-06-01T04:00:00.000Z');
    expect(await post.sends('2026-06-01T13:30:00.000Z')).toBe('night');
  });
});

describe('what SES reports', () => {
  const sent = async (): Promise<PostOffice> => {
    const post = ordered();
    await post.sends(SOON);
    return post;
  };

  test('is told to the contract once, and a delivered reminder counts', async () => {
    const post = await sent();
    for (let n = 0; n < 3; n += 1) await post.hears('delivered', SOON);
    expect(told(post)).toEqual([{ version: 2, step: '2027-03-01.reminder-1', outcome: 'delivered' }]);
    expect(deliveredReminders(post.state(), '2027-03-01')).toBe(1);
  });

  test('of a bounce for good gives the address up, for this contract and all others', async () => {
    const post = await sent();
    await post.hears('bounced', SOON);
    expect(told(post)).toEqual([{ version: 2, step: '2027-03-01.reminder-1', outcome: 'bounced', gaveUp: true }]);
    expect([post.suppressed.get('wang@example.com'), post.state().unreachable]).toEqual(['bounced', 'wang@example.com']);
  });

  test('of a full mailbox counts as bounced and gives nothing up; a bounce for good after it does', async () => {
    const post = await sent();
    await post.hears('bounced', SOON, { transient: true });
    await post.hears('bounced', SOON, { transient: true });
    expect(told(post)).toEqual([{ version: 2, step: '2027-03-01.reminder-1', outcome: 'bounced' }]);
    expect([post.suppressed.size, post.state().unreachable]).toEqual([0, undefined]);
    await post.hears('bounced', SOON);
    expect(told(post)).toHaveLength(2);
    expect(post.state().unreachable).toBe('wang@example.com');
  });

  test.each([
    [['delivered', 'complained'], 'complained'],
    [['complained', 'delivered'], 'complained'],
    [['bounced', 'delivered', 'bounced'], 'bounced'],
    [['delivered', 'bounced'], 'bounced'],
  ] as const)('in the order %j comes to %s', async (order, outcome) => {
    const post = await sent();
    for (const type of order) await post.hears(type, SOON);
    expect(post.state().steps['2027-03-01.reminder-1']).toMatchObject({ outcome });
    expect(deliveredReminders(post.state(), '2027-03-01')).toBe(0);
    expect(told(post).filter(({ gaveUp }) => gaveUp)).toHaveLength(1);
  });

  test('of an address that the customer no longer has suppresses that one only', async () => {
    const post = await sent();
    const customer = aPolicyholder({ email: 'new@example.com' });
    await post.happens(
      { type: 'changed', data: { terms: { ...post.state().terms, customer }, unpaidFrom: post.state().unpaidFrom } },
      SOON,
    );
    await post.hears('bounced', SOON, { email: 'wang@example.com' });
    expect([...post.suppressed.keys()]).toEqual(['wang@example.com']);
    expect(post.state().unreachable).toBeUndefined();
    expect(told(post)[0]?.gaveUp).toBeUndefined();
  });

  test('of a mail that was ordered again since says nothing about the new one', async () => {
    const post = ordered();
    const step = '2027-03-01.reminder-1';
    await post.happens(
      { type: 'mailed', data: { version: 2, step, outcome: 'held', held: 'night', again: '2026-12-02' } },
      atNoon('2026-12-01'),
    );
    const again = new PostOffice(lookedAt(new TestContract(post.events(), post.state()), atNoon('2026-12-02')));
    await again.hears('delivered', atNoon('2026-12-02'), { messageId: 'P-1001.2.reminder' });
    expect([again.state().steps[step]?.outcome, deliveredReminders(again.state(), '2027-03-01')]).toEqual([undefined, 0]);
    await again.hears('delivered', atNoon('2026-12-02'));
    expect(deliveredReminders(again.state(), '2027-03-01')).toBe(1);
  });

  test('of a contract, an event or a mail that does not exist changes nothing', async () => {
    const post = await sent();
    const before = post.register.written;
    for (const messageId of ['P-9999.2.reminder', 'P-1001.1.reminder', 'P-1001.99.reminder', 'nonsense', ''])
      await post.hears('delivered', SOON, { messageId });
    expect(post.register.written).toBe(before);
  });

  test('before the mail was written down writes it down', async () => {
    const post = ordered();
    await post.hears('delivered', SOON);
    expect(post.records).toMatchObject([{ messageId: 'P-1001.2.reminder', contractId: 'P-1001', kind: 'reminder', status: 'sent' }]);
    expect(await post.sends(SOON)).toBe('known');
  });
});

describe('the link of a marketing mail', () => {
  const AT = atNoon('2026-10-01');
  const link = 'P-1001.2';

  test('takes consent back at once, for the contract and for the address, and gives it again', async () => {
    const post = invited();
    expect(await post.asks(link)).toBe(true);
    expect(await post.clicks(link, false, AT)).toBe(false);
    expect(await post.asks(link)).toBe(false);
    expect(post.state().consents.at(-1)).toMatchObject({ purpose: 'marketing', given: false, source: 'link', at: AT });
    expect(await post.customers.consents('wang@example.com')).toMatchObject([{ given: false, source: 'link', at: AT }]);
    expect(await post.clicks(link, true, plus(AT, 1000))).toBe(true);
    expect(await post.asks(link)).toBe(true);
  });

  test('writes nothing the second time', async () => {
    const post = invited();
    await post.clicks(link, false, AT);
    const before = post.register.written;
    await post.clicks(link, false, plus(AT, 1000));
    expect(post.register.written).toBe(before);
    expect(await post.customers.consents('wang@example.com')).toHaveLength(1);
  });

  test('is about whoever got the mail, not about who holds the contract by now', async () => {
    const post = invited();
    const customer = aPolicyholder({ email: 'new@example.com', name: '李四' });
    await post.happens({ type: 'changed', data: { terms: { ...post.state().terms, customer }, unpaidFrom: post.state().unpaidFrom } }, AT);
    const before = post.register.written;
    expect(await post.clicks(link, false, AT)).toBe(false);
    expect(post.register.written).toBe(before);
    expect(await post.customers.consents('wang@example.com')).toHaveLength(1);
    expect(await post.customers.consents('new@example.com')).toEqual([]);
    expect(await post.asks('P-1001.3')).toBe(true);
  });

  test.each(['P-9999.1', 'P-1001.0', 'nonsense', ''])('to nothing (%j) is told apart', async (subject) => {
    expect(await invited().asks(subject)).toBeUndefined();
    expect(await invited().clicks(subject, false, AT)).toBeUndefined();
  });
});
