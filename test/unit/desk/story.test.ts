import { describe, expect, test } from '@jest/globals';
import { common } from '../../../functions/content/common/index.ts';
import { desk } from '../../../functions/content/desk/index.ts';
import { LOCALES, type Happening, type Locale } from '../../../functions/domain/case/model.ts';
import type { StoryLine } from '../../../functions/web/desk/answers.ts';
import { namesOf, since, tell } from '../../../functions/web/desk/story.ts';

const opening: Extract<Happening, { readonly type: 'opened' }> = {
  type: 'opened',
  data: {
    kind: 'complaint',
    subject: 's',
    description: 'It broke.',
    desiredRemedy: 'A new one',
    customer: { name: 'Wang Li', email: 'li@example.com', locale: 'zh-CN' },
    channel: 'web',
    consent: { service: true, marketing: false },
    classification: { category: 'other', priority: 'high', safety: false },
  },
};

const HAPPENINGS: readonly Happening[] = [
  opening,
  { type: 'classified', data: { category: 'delivery', priority: 'urgent', safety: true } },
  { type: 'assigned', data: { owner: 'lin', ownerName: 'Lin Mei' } },
  { type: 'replied', data: { message: 'Hello' } },
  { type: 'wrote', data: { message: 'Well?' } },
  { type: 'noted', data: { note: 'Secret' } },
  { type: 'attached', data: { id: 'a', name: 'a.png', contentType: 'image/png', size: 1 } },
  { type: 'held', data: { reason: 'customer-reply', message: 'When?' } },
  { type: 'resumed', data: {} },
  { type: 'extended', data: { reasons: 'The lab needs time', days: 60, approval: true } },
  { type: 'found', data: { text: 'Found', rootCause: 'supplier' } },
  { type: 'offered', data: { remedy: 'refund', amount: { amount: '12.50', currency: 'CNY' }, reasons: 'Because', needsApproval: true } },
  { type: 'approved', data: {} },
  { type: 'declined', data: { reasons: 'Too much' } },
  { type: 'refused', data: { reasons: 'No', rule: 'Article 24' } },
  { type: 'accepted', data: {} },
  { type: 'rejected', data: { reason: 'Why', to: 'review' } },
  { type: 'received', data: {} },
  { type: 'fulfilled', data: { reference: 'SF-1' } },
  { type: 'answered', data: { outcome: 2, handling: 5, recommend: 9, comment: 'Fine' } },
  { type: 'escalated', data: {} },
  { type: 'withdrawn', data: {} },
  { type: 'expired', data: {} },
  { type: 'finished', data: {} },
  { type: 'reopened', data: {} },
];

const lines: readonly StoryLine[] = HAPPENINGS.map((happening, n) => ({
  ...happening,
  version: n + 1,
  at: '2026-03-02T10:00:00.000Z',
  by: n === 0 ? { role: 'customer' } : { role: 'staff', id: 'lin', group: 'agent' },
}));

const teller = (locale: Locale) => ({
  locale,
  words: desk(locale),
  labels: common(locale),
  nameOf: namesOf([], lines),
  customerName: 'Wang Li',
});

const told = (type: Happening['type'], locale: Locale = 'en') => {
  const line = lines.find((one) => one.type === type);
  if (!line) throw new Error(`no line of ${type}`);
  return tell(line, teller(locale));
};

describe('the history as staff read it', () => {
  test.each(LOCALES)('has words for everything that can happen, in %s', (locale) => {
    for (const line of lines) expect(tell(line, teller(locale)).title).not.toMatch(/[{}]|undefined|^$/);
  });

  test('names people', () => {
    expect(told('opened').title).toBe('Wang Li opened the case');
    expect(told('assigned').title).toBe('Lin Mei took the case');
    expect(told('replied', 'zh-CN').title).toBe('Lin Mei回复了客户');
  });

  test('says when staff opened it for the customer', () => {
    const line: StoryLine = {
      ...opening,
      data: { ...opening.data, channel: 'phone' },
      version: 1,
      at: '2026-03-02T10:00:00.000Z',
      by: { role: 'staff', id: 'lin' },
    };
    expect(tell(line, teller('en')).title).toBe('Lin Mei opened the case for the customer (Phone)');
  });

  test('falls back to the user name of somebody unknown', () => {
    const line: StoryLine = {
      type: 'noted',
      data: { note: 'n' },
      version: 2,
      at: '2026-03-02T10:00:00.000Z',
      by: { role: 'staff', id: 'old@example.com' },
    };
    expect(tell(line, teller('en')).title).toBe('old@example.com made a note');
  });

  test('keeps what only staff see apart', () => {
    const internal = lines.map((line) => tell(line, teller('en'))).filter(({ reach }) => reach === 'internal');
    expect(internal.map(({ version }) => lines[version - 1]?.type)).toEqual([
      'classified',
      'assigned',
      'noted',
      'resumed',
      'found',
      'offered',
      'declined',
      'escalated',
    ]);
  });

  test('shows causes, rules, money and scores with their names', () => {
    expect(told('found').facts).toEqual([{ label: 'Root cause', value: 'Supplier' }]);
    expect(told('offered').facts).toEqual([{ label: 'Amount', value: 'CN¥12.50' }]);
    expect(told('refused').facts).toEqual([{ label: 'Rule or law it rests on', value: 'Article 24' }]);
    expect(told('answered').facts.map(({ value }) => value)).toEqual(['2 of 5', '5 of 5', '9 of 10']);
  });

  test('says to how many days a period was extended, why, and who approved it', () => {
    expect(told('extended')).toMatchObject({
      reach: 'customer',
      title: 'Lin Mei extended the legal period to 60 days in all',
      text: 'The lab needs time',
      facts: [{ label: 'Approved by', value: 'Lin Mei (Agent)' }],
    });
    const first: StoryLine = {
      type: 'extended',
      data: { reasons: 'r', days: 30, approval: false },
      version: 2,
      at: '2026-03-02T10:00:00.000Z',
      by: { role: 'staff', id: 'lin', group: 'agent' },
    };
    expect(tell(first, teller('zh-CN'))).toMatchObject({ title: 'Lin Mei将法定期限延长至共 30 日', facts: [] });
  });

  test('knows what is new since a version', () => {
    expect(since({ history: lines }, lines.length - 1).map(({ type }) => type)).toEqual(['reopened']);
  });
});
