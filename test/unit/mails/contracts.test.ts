import { describe, expect, test } from '@jest/globals';
import { renderContractMail } from '../../../functions/content/mails/contracts/render.ts';
import { STEP_KINDS } from '../../../functions/domain/contract/model.ts';
import { LOCALES, type Locale } from '../../../functions/domain/case/model.ts';
import type { Terms } from '../../../functions/domain/contract/model.ts';
import { settingOf } from '../../support/builders/care.ts';
import { contractMailInput, everyContractMail, OWNER, WITHDRAWAL } from '../../support/builders/contractMails.ts';
import { aContract, aPolicyholder } from '../../support/builders/contracts.ts';

/** What is left of a mail when the words are taken from a catalogue with a hole, or a value is missing. */
const LEFTOVERS = /undefined|\[object|\bNaN\b|Invalid Date|\{[a-zA-Z]*\}|\$\{/;

const withoutStyle = (html: string): string => html.replace(/<style>[^<]*<\/style>/, '');

const rendered = (...[locale, changes]: Parameters<typeof everyContractMail>) =>
  everyContractMail(locale, changes).map(([name, input]) => ({ name, input, mail: renderContractMail(input) }));

const textOf = (locale: Locale, name: string, changes: Parameters<typeof everyContractMail>[1] = {}): string => {
  const found = rendered(locale, changes).find((each) => each.name === name);
  if (!found) throw new Error(`no story ${name}`);
  return found.mail.text;
};

test('the stories cover every kind of step that a customer is written to about', () => {
  const kinds = new Set(everyContractMail('en').map(([, { step }]) => step.kind));
  const staffOnly = ['renewal-visit', 'thirteenth-month'];
  expect([...kinds].sort()).toEqual(STEP_KINDS.filter((kind) => !staffOnly.includes(kind)).sort());
});

describe.each(LOCALES)('every mail about a contract in %s', (locale) => {
  const mails = rendered(locale);

  test.each(mails)('$name is whole', ({ mail, input }) => {
    for (const part of [mail.subject, withoutStyle(mail.html), mail.text]) expect(part).not.toMatch(LEFTOVERS);
    if (input.step.purpose === 'service') expect(mail.text).toContain('P-2026.1001');
    if (input.step.kind !== 'touchpoint') expect(mail.subject).toContain('P-2026.1001');
    expect(mail.text).toContain(OWNER);
    expect(mail.html).toContain(`<html lang="${locale}"`);
    expect(mail.html).not.toMatch(/<script|<img|<link|@import|url\(/i);
    expect(mail.html).not.toContain('class="stage"');
    expect(mail.text).not.toMatch(/<[a-z/]|&[a-z]+;|\n{3}/);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.locale).toBe(locale);
  });

  test('only marketing can be unsubscribed from', () => {
    expect(mails.filter(({ input }) => input.step.purpose === 'marketing')).toHaveLength(2);
    for (const { mail, input } of mails)
      for (const part of [mail.text, mail.html]) expect(part.includes(WITHDRAWAL)).toBe(input.step.purpose === 'marketing');
  });

  test('each is told apart by its text, and written in its own language', () => {
    for (const { mail } of mails)
      expect(/[\u4e00-\u9fff]/.test(mail.text.replaceAll('王小明', '').replace(/.*insufficient funds/, ''))).toBe(locale !== 'en');
    expect(new Set(mails.map(({ mail }) => mail.text)).size).toBe(mails.length);
  });

  test('names nobody where the owner has left', () => {
    for (const { mail } of rendered(locale, { ownerName: undefined })) {
      expect(mail.text).not.toMatch(/\blin\b/i);
      expect(mail.text).not.toMatch(LEFTOVERS);
    }
  });
});

test('no word of the mainland is left in the mails of Taiwan, nor one that Taiwan replaced', () => {
  for (const { mail } of rendered('zh-TW')) expect(mail.text).not.toMatch(/合同|合約|邮|缴|电/);
  for (const { mail } of rendered('zh-CN')) expect(mail.text).not.toMatch(/契約|繳|郵|電/);
});

describe('what the letters say', () => {
  test('a reminder: how much, when, how, and how many are left', () => {
    const first = textOf('en', 'first reminder');
    for (const part of [
      'due in 90 days',
      'Amount: CN¥1,200.00',
      'Due on: Mon, 1 Mar 2027',
      'Direct debit',
      'the account covers it',
      'reminder 1; we send 4 at most',
    ])
      expect(first).toContain(part);
    expect(textOf('en', 'second reminder by transfer')).toContain('contract number P-2026.1001 as the reference');
    expect(textOf('en', 'third reminder by card')).toContain('charge your card');
    expect(textOf('en', 'last reminder in cash')).toContain('due in 7 days');
  });

  test('the word after a payment: what came, for what, and when the next is due', () => {
    const text = textOf('en', 'feedback');
    for (const part of [
      'Amount: CN¥1,200.00',
      'Paid on: Sat, 20 Feb 2027',
      'Premium due on: Mon, 1 Mar 2027',
      'Next premium due: Wed, 1 Mar 2028',
    ])
      expect(text).toContain(part);
    expect(textOf('en', 'feedback on a payment that was late in the post')).toContain('your cover was never interrupted');
    expect(text).not.toContain('suspension');
    const last = textOf('en', 'feedback on the last premium');
    expect(last).toContain('all premiums of your contract are paid');
    expect(last).not.toContain('Next premium');
  });

  test('a payment after the suspension: what is still to be paid, if anything', () => {
    expect(textOf('en', 'cover that is back')).toContain('There is nothing else to do.');
    const open = textOf('en', 'cover that is back, with another premium open');
    expect(open).toContain('in force again. Another premium is still open');
    expect(open).toContain('Still open since: Wed, 1 Sept 2027');
    const suspended = textOf('en', 'feedback where another premium keeps the cover suspended');
    expect(suspended).toContain('Another one is still open');
    for (const text of [open, suspended]) expect(text).not.toContain('nothing else to do');
    expect(suspended).not.toMatch(/in force|is over/);
  });

  test('a failed debit: the reason, the next attempt, and until when the cover is safe whatever else is sent', () => {
    const text = textOf('en', 'debit that failed, with a next attempt');
    for (const part of [
      'On 1 March 2027 we wanted to debit',
      'insufficient funds',
      'Next attempt on: Wed, 10 Mar 2027',
      'We try again on 10 March 2027',
      'a payment by 1 April 2027 keeps it',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/a payment by [12] April 2027 keeps it/); // thirty days from a demand that goes out today or tomorrow
    const card = textOf('en', 'card that failed');
    expect(card).toContain('give us a card');
    expect(card).not.toContain('Next attempt');
  });

  test('the demand: until when to pay, and what happens otherwise', () => {
    const text = textOf('en', 'demand');
    for (const part of ['was due on 1 March 2027', 'Please pay by: Thu, 1 Apr 2027', 'suspended from 2 April 2027 on', 'within 24 months'])
      expect(text).toContain(part);
    expect(textOf('en', 'demand for several premiums')).toContain('CN¥2,400.00 (2 premiums of CN¥1,200.00)');
  });

  test('the demand for a premium that is debited again says so, and asks for nothing', () => {
    const contract = aContract({ customer: aPolicyholder({ locale: 'en' }) }).reported(
      { status: 'failed', paidOn: '2027-03-01', dueOn: '2027-03-01', nextAttemptOn: '2027-03-10' },
      '2027-03-01',
    );
    const step = { id: '2027-03-01.grace', kind: 'grace', dueOn: '2027-03-01', purpose: 'service', mail: true } as const;
    const cared = { day: '2027-03-02', asOf: '2027-03-02T04:00:00.000Z', rules: 0, steps: [step] };
    const demanded = contract.happens({ type: 'cared', data: cared });
    const { text } = renderContractMail(contractMailInput(demanded, { setting: settingOf(demanded.state) }));
    expect(text).toContain('We try again on 10 March 2027');
    expect(text).not.toContain('tell us when we may debit it again');
  });

  test('the suspension: since when, what to sign by when, and until when cover can come back', () => {
    const text = textOf('en', 'suspension');
    for (const part of ['suspended since 2 April 2027', 'Please confirm by: Sun, 2 May 2027', 'Can be brought back until: Mon, 2 Apr 2029'])
      expect(text).toContain(part);
    expect(textOf('en', 'cover that is back')).toContain('in force again');
    expect(textOf('en', 'end')).toContain('Ended on: Tue, 3 Apr 2029');
  });
});

const HOSTILE = `"><script>alert(1)</script><b>{{constructor}} {owner} {name} {x, plural, other {#}} &lt; '</td>`;

describe('texts of others', () => {
  const terms: Partial<Terms> = { product: HOSTILE, customer: aPolicyholder({ name: HOSTILE }) };

  test('are shown as text, and never filled in again', () => {
    for (const { mail, input } of rendered('en', {
      terms: { ...terms, customer: aPolicyholder({ name: HOSTILE, birthday: '1988-06-15' }) },
      ownerName: HOSTILE,
    })) {
      expect(mail.html).not.toMatch(/<script|<b>/);
      expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      if (input.step.kind === 'touchpoint') expect(mail.text).toContain(HOSTILE);
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
  });

  test('of the plan get their values in one pass; what is no placeholder stays', () => {
    const [, input] = everyContractMail('en').find(([name]) => name === 'contract handed over') ?? [];
    if (!input) throw new Error('no mail');
    const points = input.setting.plan.touchpoints.map((point) => ({
      ...point,
      mail: {
        subject: { en: 'Hello {name}\r\nBcc: x@y.example', 'zh-CN': '', 'zh-TW': '' },
        text: { en: '{name}, {product}, {contract}: {owner} {else} {{name}}\n\n\n\nNext', 'zh-CN': '', 'zh-TW': '' },
      },
    }));
    const setting = { ...input.setting, plan: { ...input.setting.plan, touchpoints: points } };
    const { subject, text } = renderContractMail({ ...input, setting, ownerName: '{name}' });
    expect(subject).toBe('Hello 王小明 Bcc: x@y.example');
    expect(text).toContain('王小明, care-plus, P-2026.1001: {name} {else} {王小明}\n\nNext\n');
  });

  test('in Chinese keep a space to Latin letters and none to Chinese ones', () => {
    expect(textOf('zh-CN', 'first reminder')).toContain('您的合同由 Lin Mei 负责');
    expect(textOf('zh-CN', 'first reminder', { ownerName: '林梅' })).toContain('您的合同由林梅负责');
    expect(textOf('zh-CN', 'contract handed over', { ownerName: '林梅' })).toContain('您的服务专员林梅会与您联系');
    expect(textOf('zh-CN', 'contract handed over')).toContain('您的服务专员 Lin Mei 会与您联系');
  });
});

test('marketing without its link, and a step that nobody is written to about, are refused', () => {
  const [, invitation] = everyContractMail('en').find(([name]) => name === 'invitation to an event') ?? [];
  if (!invitation) throw new Error('no mail');
  expect(() => renderContractMail({ ...invitation, withdrawal: undefined })).toThrow('lacks the link to withdraw');
  expect(() => renderContractMail({ ...invitation, step: { ...invitation.step, kind: 'thirteenth-month' } })).toThrow(
    'no customer is written to',
  );
});
