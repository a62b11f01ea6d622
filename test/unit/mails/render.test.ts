import { describe, expect, test } from '@jest/globals';
import { renderMail } from '../../../functions/content/mails/render.ts';
import { mailFor, MAILS, timersOf, type MailKind } from '../../../functions/domain/case/consequences.ts';
import { LOCALES, type Locale, type Opening } from '../../../functions/domain/case/model.ts';
import { aCase, type TestCase } from '../../support/builders/cases.ts';
import { everyMail, LINKS, mailInput } from '../../support/builders/mails.ts';
import { POLICY } from '../../support/builders/policy.ts';
import { movesFrom } from '../../support/builders/walks.ts';

const escaped = (url: string): string => url.replaceAll('&', '&amp;');

/** What is left of a mail when the words are taken from a catalogue with a hole, or a value is missing. */
const LEFTOVERS = /undefined|\[object|\bNaN\b|Invalid Date|\{[a-zA-Z]*\}|\$\{/;

const withoutStyle = (html: string): string => html.replace(/<style>[^<]*<\/style>/, '');

const rendered = (locale: Locale, opening: Partial<Opening> = {}) =>
  everyMail(locale, opening).map(([name, input]) => ({ name, input, mail: renderMail(input) }));

test('the stories cover every kind of mail', () => {
  const kinds = new Set(everyMail('en').map(([, { kind }]) => kind));
  expect([...kinds].sort()).toEqual([...MAILS].sort());
});

describe.each(LOCALES)('every mail in %s', (locale) => {
  const mails = rendered(locale);

  test.each(mails)('$name is whole', ({ mail, input }) => {
    for (const part of [mail.subject, withoutStyle(mail.html), mail.text]) {
      expect(part).toContain(input.state.caseId);
      expect(part).not.toMatch(LEFTOVERS);
    }
    const link = input.kind.startsWith('survey') ? LINKS.survey : LINKS.tracking;
    expect(mail.text).toContain(`${link}\n`);
    expect(mail.html).toContain(`href="${escaped(link)}"`);
    expect(mail.html).toContain(`<html lang="${locale}"`);
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark"');
    expect(mail.html).not.toMatch(/<script|<img|<link|@import|url\(/i);
    expect(mail.text).not.toMatch(/<[a-z/]|&[a-z]+;|\n{3}/);
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  test('only surveys can be unsubscribed from', () => {
    for (const { mail, input } of mails) {
      const survey = input.kind.startsWith('survey');
      expect(mail.text.includes(LINKS.unsubscribe)).toBe(survey);
      expect(mail.html.includes(LINKS.unsubscribe)).toBe(survey);
    }
  });

  test('each is told apart by its text, and written in its own language', () => {
    const chinese = /[\u4e00-\u9fff]/;
    for (const { mail } of mails) expect(chinese.test(mail.text)).toBe(locale !== 'en');
    expect(new Set(mails.map(({ mail }) => mail.text)).size).toBeGreaterThan(mails.length - 3);
  });
});

const HOSTILE = `"><script>alert(1)</script><b>{{constructor}} \${process.env} {name} {x, plural, other {#}} &lt; '</td>`;

describe('texts of customers and staff', () => {
  test('are shown as text, whatever they hold', () => {
    const opening = {
      subject: HOSTILE,
      desiredRemedy: HOSTILE,
      product: { name: HOSTILE, orderNo: HOSTILE },
      customer: { name: HOSTILE, email: 'a@example.com', locale: 'en' },
    } as const;
    for (const { mail } of rendered('en', opening)) {
      expect(mail.html).not.toMatch(/<script|<b>/);
      expect(mail.html).toContain(
        '&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;{{constructor}} ${process.env} {name} {x, plural, other {#}} &amp;lt;',
      );
      expect(mail.text).toContain(HOSTILE);
    }
  });

  test('keep their line breaks, and cannot pass for ours', () => {
    const story = aCase({ customer: { name: 'Emma', email: 'a@example.com', locale: 'en' } }).assigned();
    const replied = story.happens({ type: 'replied', data: { message: 'One\r\n\r\nTwo\n[Accept]\nhttps://evil.example' } });
    const { html, text } = renderMail(mailInput(replied, 'reply', 3));
    expect(html).toContain('One<br /><br />Two<br />[Accept]<br />https://evil.example');
    expect(text).toContain('> One\n>\n> Two\n> [Accept]\n> https://evil.example\n');
  });

  test('cannot break the subject line or turn its direction', () => {
    const [, input] = everyMail('en', { subject: 'Kettle\r\nBcc: all@example.com\u0000\u202egnp.exe\u2028x' })[0] ?? [];
    if (!input) throw new Error('no mail');
    expect(renderMail(input).subject).toBe('We have received your complaint – Kettle Bcc: all@example.comgnp.exe x [AC-1]');
  });

  test('are shortened in the subject between whole characters', () => {
    const [, input] = everyMail('zh-CN', { subject: '👨‍👩‍👧'.repeat(40) })[0] ?? [];
    if (!input) throw new Error('no mail');
    expect(renderMail(input).subject).toMatch(/^您的投诉已受理｜(👨‍👩‍👧)+…（AC-1）$/u);
  });
});

const textOf = (locale: Locale, name: string): string => {
  const found = rendered(locale).find((each) => each.name === name);
  if (!found) throw new Error(`no story ${name}`);
  return found.mail.text;
};

describe('what the letters promise', () => {
  test('the acknowledgement names the expected times', () => {
    const text = textOf('en', 'acknowledgement of a complaint');
    expect(text).toContain('First answer by: Mon, 2 Mar 2026, 19:00 (China Standard Time)');
    expect(text).toContain('Solution by: Tue, 3 Mar 2026, 13:00 (China Standard Time)');
    expect(text).toContain('What you want: A new kettle');
  });

  test('a follow-up names the earlier case', () => {
    expect(textOf('en', 'acknowledgement of a follow-up')).toContain('after case AC-0');
  });

  test('the refusal gives reasons, rule, our own steps and the routes outside', () => {
    const text = textOf('zh-CN', 'refusal');
    for (const part of [
      'The warranty ended in May.',
      'Warranty terms, section 2',
      '未曾处理过您工单的同事',
      '二级复核',
      '12315',
      '消费者协会',
      '人民法院',
    ])
      expect(text).toContain(part);
    const taiwan = textOf('zh-TW', 'refusal');
    for (const part of ['1950', '消保官', '調解', '訴訟']) expect(taiwan).toContain(part);
    expect(taiwan).not.toContain('12315');
  });

  test('an extension gives the reasons, the new last day, the law and where to turn', () => {
    const text = textOf('en', 'extension of the period');
    for (const part of [
      '> The laboratory needs three weeks.',
      'You have our decision by: Wed, 1 Apr 2026',
      'from 15 to 30 days in all',
      '12378',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('approval of our management');
    const further = textOf('zh-CN', 'further extension of the period');
    for (const part of [
      '2026年5月6日',
      '由 30 日延长至共 60 日',
      '现已审批同意',
      '《银行业保险业消费投诉处理管理办法》（银保监会令 2020 年第 3 号）第二十条',
    ])
      expect(further).toContain(part);
    expect(further).not.toContain('chen');
  });

  test('an extension into a year whose holidays are not announced says so', () => {
    const [, input] = everyMail('zh-TW').find(([name]) => name === 'extension of the period') ?? [];
    const [clock] = input?.clocks.legal ?? [];
    if (!input || !clock) throw new Error('no extension');
    const unconfirmed = { ...input, clocks: { ...input.clocks, legal: [{ ...clock, unconfirmedYears: [2027, 2028] }] } };
    expect(renderMail(unconfirmed).text).toContain('2027和2028 年的假日安排尚未公布');
  });

  test('a rejection leads where the domain says', () => {
    expect(textOf('en', 'offer of money')).toContain('A colleague who has not handled your case');
    expect(textOf('en', 'offer after two rejections')).toContain('A supervisor then reviews');
    expect(textOf('en', 'offer of the review')).toContain('our own procedure ends');
    expect(textOf('en', 'refusal after two rejections')).not.toContain('A colleague who has not handled');
    expect(textOf('en', 'refusal by the review')).not.toContain('Reject');
  });

  test('an offer names the amount and the day by which to answer', () => {
    const text = textOf('zh-CN', 'offer of money');
    expect(text).toContain('金额：¥129.90');
    expect(text).toContain('请在此前答复：2026年3月12日');
  });

  test('a warning names when the case closes, and until when it can be reopened', () => {
    const text = textOf('en', 'first warning about an offer');
    expect(text).toContain('closes by itself on Thu, 12 Mar 2026, 17:03 (China Standard Time)');
    expect(text).toContain('until Thu, 26 Mar 2026, 17:03');
  });

  test('nobody is told of a survey that will not come', () => {
    expect(textOf('en', 'fulfilment')).toContain('short survey');
    const followUp = aCase({ channel: 'follow-up', followUpOf: 'AC-0', customer: { name: 'Emma', email: 'a@example.com', locale: 'en' } });
    const done = followUp.assigned().found().offered().accepted().fulfilled();
    expect(renderMail(mailInput(done, 'fulfilment', done.state.version)).text).not.toContain('survey');
  });
});

describe('wrong orders', () => {
  const [, acknowledged] = everyMail('en')[0] ?? [];
  const order = (kind: MailKind) => () => acknowledged && renderMail({ ...acknowledged, kind });

  test.each(['reply', 'question', 'extension', 'offer', 'decision', 'fulfilment', 'warning-1', 'closing'] as const)(
    '%s of a new case throws',
    (kind) => {
      expect(order(kind)).toThrow(`mail ${kind}`);
    },
  );

  test('a survey without its links throws', () => {
    const survey = everyMail('en').find(([, { kind }]) => kind === 'survey')?.[1];
    if (!survey) throw new Error('no survey');
    const { tracking, unsubscribe } = LINKS;
    expect(() => renderMail({ ...survey, links: { tracking, unsubscribe } })).toThrow('the survey link');
    expect(() => renderMail({ ...survey, links: { tracking, survey: LINKS.survey } })).toThrow('the unsubscribe link');
  });
});

const ordersOf = ({ events, state }: TestCase): readonly (readonly [MailKind, number])[] => {
  const last = events.at(-1);
  const order = last && mailFor(last);
  const timers = timersOf(state, POLICY);
  return [
    ...(order ? [[order.kind, order.version] as const] : []),
    ...timers.flatMap(({ purpose, version }) =>
      purpose === 'expire' || purpose === 'finish' || purpose === 'clock' ? [] : [[purpose, version] as const],
    ),
  ];
};

test('whatever happens to a case, each mail that it calls for can be written', () => {
  const written = new Set<MailKind>();
  // A fixed walk through the moves: no chance, so that a failure comes again.
  for (let walk = 0; walk < 60; walk += 1) {
    let story = aCase({ customer: { name: 'Emma', email: 'a@example.com', locale: LOCALES[walk % 3] ?? 'en' } });
    for (let step = 0; step < 14; step += 1) {
      for (const [kind, version] of ordersOf(story)) {
        expect(withoutStyle(renderMail(mailInput(story, kind, version)).html)).not.toMatch(LEFTOVERS);
        written.add(kind);
      }
      const moves = movesFrom(story);
      const move = moves[(walk * 31 + step * 17 + walk * step) % moves.length];
      if (!move) break;
      story = move.make(story);
    }
  }
  expect(written.size).toBeGreaterThan(6);
});
