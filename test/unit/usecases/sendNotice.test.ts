import { describe, expect, test } from '@jest/globals';
import type { NoticeOrder } from '../../../functions/domain/case/consequences.ts';
import type { Assignee } from '../../../functions/domain/case/decideStaff.ts';
import type { RuleBook } from '../../../functions/domain/clocks/rules.ts';
import { DAY, HOUR, plus, type Instant } from '../../../functions/domain/kernel/time.ts';
import { noticeOrders } from '../../../functions/usecases/noticeOrders.ts';
import type { MailRecord, OutgoingMail } from '../../../functions/usecases/ports.ts';
import { sendNotice, type SendNoticeDeps } from '../../../functions/usecases/sendNotice.ts';
import { aCase, START, type TestCase } from '../../support/builders/cases.ts';
import { BOOK, BOOKS, withTargets } from '../../support/builders/policy.ts';
import { chen, lin } from '../../support/builders/staff.ts';

const notAsked = (): never => {
  throw new Error('whoever tells staff does not come by here');
};

interface Scene {
  readonly staff?: readonly Assignee[];
  readonly suppressed?: readonly string[];
  readonly books?: readonly RuleBook[];
}

/** A mailbox for everybody: what was sent, what was written down, and who wants no mail. */
const aPostOffice = ({ staff = [lin, chen], suppressed = [], books = BOOKS }: Scene = {}) => {
  const sent: OutgoingMail[] = [];
  const records: (MailRecord & { readonly email: string })[] = [];
  const asked: Instant[] = [];
  const addresses: SendNoticeDeps['addresses'] = {
    mailRecord: async (email, messageId) => records.find((one) => one.email === email && one.messageId === messageId),
    record: async (email, record) => void records.push({ ...record, email }),
    standing: async (email) => ({ suppressed: suppressed.includes(email), unsubscribed: true }), // of surveys: staff are told all the same
    mailsOfCase: notAsked,
    surveyedSince: notAsked,
    suppress: notAsked,
    unsubscribe: notAsked,
  };
  const rules = { since: async (since: Instant) => (asked.push(since), books) };
  const ordersFor = ({ state, now }: TestCase) =>
    noticeOrders({ directory: { list: async () => staff }, hashes: { hash: async (_, text) => text } }, state, books, now);
  const sends = (
    order: NoticeOrder,
    { events, now }: TestCase,
    mailer: SendNoticeDeps['mailer'] = { send: async (mail) => void sent.push(mail) },
  ) => sendNotice({ cases: { load: async () => ({ events }) }, addresses, rules, mailer, siteUrl: 'https://care.example.com' })(order, now);
  return { sent, records, asked, ordersFor, sends };
};

/** An inquiry of lin's that is to be answered within two hours. */
const owned = (): TestCase => aCase({ kind: 'inquiry' }).assigned(lin);

const first = <Item>([item]: readonly Item[]): Item => {
  if (item === undefined) throw new Error('there is one');
  return item;
};

describe('a notice', () => {
  test('goes to whoever is named, in their language, and is written down', async () => {
    const post = aPostOffice({ staff: [{ ...lin, locale: 'en' }] });
    const story = owned().later(HOUR);
    const order = first(await post.ordersFor(story));
    expect(await post.sends(order, story)).toBe('sent');
    const { messageId } = order;
    expect(post.sent).toMatchObject([
      {
        messageId,
        caseId: 'AC-1',
        kind: 'clock',
        at: story.now,
        to: { email: 'lin', name: 'Lin', locale: 'en' },
        subject: expect.stringContaining('AC-1'),
        text: expect.stringContaining('Lin'),
        html: expect.stringContaining('lang="en"'),
      },
    ]);
    expect(post.records).toEqual([{ email: 'lin', messageId, caseId: 'AC-1', kind: 'clock', status: 'sent', at: story.now }]);
    expect(post.asked).toEqual([story.now]);
  });

  test('is in the team’s language for whoever has none', async () => {
    const post = aPostOffice();
    const story = owned().later(HOUR);
    await post.sends(first(await post.ordersFor(story)), story);
    expect(post.sent).toMatchObject([{ to: { locale: 'zh-CN' }, html: expect.stringContaining('lang="zh-CN"') }]);
  });

  test('says who else was told, and not the reader', async () => {
    const post = aPostOffice({
      staff: [
        { ...lin, locale: 'en' },
        { ...chen, locale: 'en' },
      ],
    });
    const story = owned().later(3 * HOUR);
    const [toOwner, ...above] = await post.ordersFor(story);
    await post.sends(first([toOwner].filter((one) => one !== undefined)), story);
    const alone = aPostOffice({ staff: [{ ...lin, locale: 'en' }] });
    const early = owned().later(HOUR);
    await alone.sends(first(await alone.ordersFor(early)), early);
    expect(above.map(({ notice }) => notice.to)).toEqual(['supervisor', 'department']);
    expect(first(post.sent).text).toMatch(/supervisor/i);
    expect(first(alone.sent).text).not.toMatch(/supervisor/i);
  });

  test('that was sent is not sent again: known by what was written down', async () => {
    const post = aPostOffice();
    const story = owned().later(HOUR);
    const order = first(await post.ordersFor(story));
    await post.sends(order, story);
    expect(await post.sends(order, story.later(HOUR))).toBe('known');
    expect([post.sent.length, post.records.length]).toEqual([1, 1]);
  });

  test('for two reasons at once is one mail: supervisors who stand in for the owner hear of the last day once', async () => {
    const post = aPostOffice();
    const story = aCase()
      .happens({ type: 'replied', data: { message: 'm' } })
      .held('parts')
      .later(16 * DAY);
    const orders = (await post.ordersFor(story)).filter(({ notice }) => notice.clock === 'complaint-answer');
    expect(orders.map(({ to }) => to.email)).toEqual(['chen', 'chen']);
    expect(await post.sends(first(orders), story)).toBe('sent');
    expect(await post.sends(first(orders.slice(1)), story)).toBe('known');
    expect(post.sent).toHaveLength(1);
  });

  test('is not sent to an address that takes no mail, which is written down', async () => {
    const post = aPostOffice({ suppressed: ['lin'] });
    const story = owned().later(HOUR);
    const order = first(await post.ordersFor(story));
    expect(await post.sends(order, story)).toBe('suppressed');
    expect(post.sent).toEqual([]);
    expect(post.records).toMatchObject([{ email: 'lin', messageId: order.messageId, status: 'suppressed' }]);
    expect(await post.sends(order, story)).toBe('known');
  });

  test('that could not be handed over is not written down, so that the next try sends it', async () => {
    const post = aPostOffice();
    const story = owned().later(HOUR);
    const order = first(await post.ordersFor(story));
    await expect(post.sends(order, story, { send: () => Promise.reject(new Error('throttled')) })).rejects.toThrow('throttled');
    expect(post.records).toEqual([]);
    expect(await post.sends(order, story)).toBe('sent');
  });
});

describe('a notice is out of date, and nobody gets it', () => {
  const expectOutOfDate = async (order: NoticeOrder, story: TestCase, scene: Scene = {}) => {
    const post = aPostOffice(scene);
    expect(await post.sends(order, story)).toBe('out-of-date');
    expect([post.sent, post.records]).toEqual([[], []]);
  };
  const orderOf = async (story: TestCase) => first(await aPostOffice().ordersFor(story));

  test('when the clock was met in the meantime', async () => {
    const story = owned().later(HOUR);
    await expectOutOfDate(await orderOf(story), story.replied());
  });

  test('when the case ended', async () => {
    const story = owned().later(HOUR);
    await expectOutOfDate(await orderOf(story), story.withdrew());
  });

  test('when the next level is reached: that one is told instead', async () => {
    const story = owned().later(HOUR);
    const order = await orderOf(story);
    await expectOutOfDate(order, story.later(HOUR));
    expect((await orderOf(story.later(HOUR))).notice.level).toBe(100);
  });

  test('when it is of an earlier message that was answered, though another one is as late', async () => {
    const wrote = owned()
      .replied()
      .wrote()
      .later(3 * HOUR);
    const order = first((await aPostOffice().ordersFor(wrote)).filter(({ notice }) => notice.clock === 'nextResponse'));
    const again = wrote
      .replied()
      .wrote('And now?')
      .later(3 * HOUR);
    const fresh = first((await aPostOffice().ordersFor(again)).filter(({ notice }) => notice.clock === 'nextResponse'));
    expect({ ...fresh.notice, run: '', at: '' }).toEqual({ ...order.notice, run: '', at: '' });
    await expectOutOfDate(order, again);
    expect(await aPostOffice().sends(fresh, again)).toBe('sent');
  });

  test('when new rules give more time', async () => {
    const story = owned().later(HOUR);
    const books = [BOOK, { ...withTargets(BOOK, 'high', { firstResponse: 600 }), version: 1, at: plus(START, HOUR) }];
    await expectOutOfDate(await orderOf(story), story, { books });
  });
});
