import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../../functions/domain/case/model.ts';
import type { ContractHistoryLine } from '../../../functions/domain/contract/deskView.ts';
import { dateOf, dueLines } from '../../../functions/web/desk/contractDue.ts';
import { termFacts } from '../../../functions/web/desk/contractFacts.ts';
import { percentDone, toImport, wrongCells } from '../../../functions/web/desk/contractImport.ts';
import { tellContract, termsAt } from '../../../functions/web/desk/contractStory.ts';
import { FEW_TERMS, teller, TERMS } from './contractSample.ts';

const AT = '2026-11-22T02:00:00.000Z';
const BY = { role: 'staff', id: 'li' } as const;
const payment = { reference: 'R1', dueOn: '2026-05-31', amount: TERMS.premium, paidOn: '2026-06-02' };
const CHANGED = { ...TERMS, owner: 'zhao', endsOn: undefined, premium: { amount: '1300.00', currency: 'CNY' } };
const HISTORY: readonly ContractHistoryLine[] = [
  { version: 1, at: AT, by: BY, type: 'registered', data: { terms: TERMS, unpaidFrom: '2026-05-31' } },
  {
    version: 2,
    at: AT,
    by: { role: 'system' },
    type: 'failed',
    data: { ...payment, reference: 'R0', reason: 'No funds', nextAttemptOn: '2026-06-02' },
  },
  { version: 3, at: AT, by: { role: 'staff', id: 'gone' }, type: 'paid', data: payment },
  { version: 4, at: AT, by: BY, type: 'changed', data: { terms: CHANGED, unpaidFrom: '2026-05-31' } },
];

const NAME = { 'zh-CN': '合同检视', 'zh-TW': '契約檢視', en: 'Contract check-up' };
const CHECK_UP = { id: 'touch.month-4', kind: 'touchpoint', touchpoint: { id: 'month-4', name: NAME }, purpose: 'service' } as const;
const REMINDER = { id: '2026-05-31.reminder-2', kind: 'reminder', dueOn: '2026-05-31', purpose: 'service' } as const;
const CARE: readonly ContractHistoryLine[] = [
  {
    version: 5,
    at: AT,
    by: { role: 'system' },
    type: 'cared',
    data: {
      day: '2026-04-01',
      asOf: AT,
      rules: 0,
      steps: [
        { ...REMINDER, mail: true },
        { ...CHECK_UP, held: 'one-a-day', again: '2026-04-02', task: { due: '2026-04-15' } },
      ],
    },
  },
  {
    version: 6,
    at: AT,
    by: { role: 'system' },
    type: 'mailed',
    data: { version: 5, step: REMINDER.id, outcome: 'bounced', gaveUp: true },
  },
  {
    version: 7,
    at: AT,
    by: { role: 'system' },
    type: 'cared',
    data: { day: '2026-04-03', asOf: AT, rules: 0, steps: [{ ...REMINDER, held: 'suppressed', task: { due: '2026-04-15' } }] },
  },
  {
    version: 8,
    at: AT,
    by: BY,
    type: 'task',
    data: { task: CHECK_UP.id, outcome: 'postponed', until: '2026-04-20', notes: 'On a journey' },
  },
  { version: 9, at: AT, by: BY, type: 'task', data: { task: REMINDER.id, outcome: 'done' } },
  { version: 10, at: AT, by: BY, type: 'consented', data: { purpose: 'marketing', given: false, source: 'phone', note: 'Too many' } },
  { version: 11, at: AT, by: { role: 'customer' }, type: 'consented', data: { purpose: 'marketing', given: true, source: 'fair' } },
  {
    version: 12,
    at: AT,
    by: { role: 'system' },
    type: 'mailed',
    data: { version: 7, step: 'unknown', outcome: 'held', held: 'night', again: '2026-04-04' },
  },
];

describe('care in words', () => {
  const told = tellContract(CARE, teller('en'));

  test('says each step of a day, what became of its mail, and its task', () => {
    expect(told[0]?.title).toBe('Renewal reminder 2, Contract check-up');
    expect(told[0]?.facts).toEqual([
      { label: 'Renewal reminder 2, premium due Sun, 31 May 2026', value: 'Mail sent' },
      {
        label: 'Contract check-up',
        value: 'Not sent yet: the customer already got another message that day. Next try Thu, 2 Apr 2026. · Task, due Wed, 15 Apr 2026',
      },
    ]);
    expect(told[2]?.title).toBe('Renewal reminder 2, premium due Sun, 31 May 2026');
  });

  test('says what was reported of a mail, a task, a consent, and what of them is unknown', () => {
    expect(told.slice(3).map(({ title, facts }) => [title, ...facts.map(({ value }) => value)])).toEqual([
      ['李雷 postponed the task to Mon, 20 Apr 2026: Contract check-up', 'On a journey'],
      ['李雷 did the task: Renewal reminder 2, premium due Sun, 31 May 2026'],
      ['李雷 recorded that the customer does not agree (phone): News and offers', 'Too many'],
      ['The customer recorded that the customer agrees (fair): News and offers'],
      ['About a mail: unknown', 'Not sent yet: it would have gone out at night. Next try Sat, 4 Apr 2026.'],
    ]);
    expect(told[1]).toMatchObject({
      title: 'About a mail: Renewal reminder 2, premium due Sun, 31 May 2026',
      facts: [{ value: 'Mail came back: not delivered' }, { value: 'Mail to this address stops.' }],
    });
  });
});

describe('the history of a contract in words', () => {
  test('says who did what, and what changed from what to what', () => {
    const told = tellContract(HISTORY, teller('en'));
    expect(told.map(({ title }) => title)).toEqual([
      '李雷 registered the contract',
      'The system recorded a failed debit of CN¥1,200.00 for Sun, 31 May 2026',
      'gone recorded a payment of CN¥1,200.00 for Sun, 31 May 2026',
      '李雷 changed the terms',
    ]);
    expect(told[1]?.facts.map(({ value }) => value)).toEqual(['Tue, 2 Jun 2026', 'R0', 'No funds', 'Tue, 2 Jun 2026']);
    expect(told[3]?.changes).toEqual([
      { label: 'Premium', before: 'CN¥1,200.00', after: 'CN¥1,300.00' },
      { label: 'Last day of cover', before: 'Tue, 30 Jan 2046', after: undefined },
      { label: 'Owner', before: '李雷', after: 'zhao' },
    ]);
  });

  test('can be told from a version on', () => {
    expect(tellContract(HISTORY, teller('en'), 2).map(({ version }) => version)).toEqual([3, 4]);
  });

  test('knows the terms of any time', () => {
    expect([0, 1, 3, 4, 9].map((version) => termsAt(HISTORY, version))).toEqual([undefined, TERMS, TERMS, CHANGED, CHANGED]);
  });

  test.each(LOCALES)('leaves no word untranslated and no gap in %s', (locale) => {
    const texts = tellContract([...HISTORY, ...CARE], teller(locale)).flatMap(({ title, facts }) => [
      title,
      ...facts.flatMap(({ label, value }) => [label, value]),
    ]);
    expect(texts.filter((text) => text.trim() === '' || text.includes('{') || text.includes('undefined'))).toEqual([]);
  });
});

describe('what was agreed', () => {
  test('has a value for everything that can be agreed', () => {
    expect(termFacts(TERMS, teller('zh-TW')).filter(({ value }) => !value)).toEqual([]);
  });

  test('says that nobody asked for consent', () => {
    expect(termFacts(FEW_TERMS, teller('en')).find(({ name }) => name === 'marketing')?.value).toBe('Not asked');
  });
});

describe('due dates on a day', () => {
  const failed = { ...payment, reference: 'R0', status: 'failed', nextAttemptOn: '2026-09-02' } as const;
  const of = {
    dueOn: '2026-05-31',
    dueDates: [
      { dueOn: '2026-02-28', paid: true },
      { dueOn: '2026-05-31', paid: false },
      { dueOn: '2026-08-31', paid: true, paidOn: '2026-08-30', reference: 'R2' },
      { dueOn: '2026-11-30', paid: false },
    ],
    payments: [failed],
  };
  const states = (today: string, dueOn = of.dueOn) => dueLines({ ...of, dueOn }, today).map(({ state, days }) => [state, days]);

  test('are paid, overdue, next or to come', () => {
    expect(states('2026-09-01')).toEqual([
      ['paid-before', -185],
      ['overdue', -93],
      ['paid', -1],
      ['open', 90],
    ]);
  });

  test('what is due today is not overdue', () => {
    expect(states('2026-05-31')[1]).toEqual(['next', 0]);
  });

  test('tell of the last debit that failed while they are not paid', () => {
    expect(dueLines(of, '2026-09-01').map((line) => line.failed?.reference)).toEqual([undefined, 'R0', undefined, undefined]);
  });

  test('stand as the customer’s day is', () => {
    const at = '2026-11-22T17:00:00.000Z';
    expect(dateOf({ name: 'x' }, at)).toBe('2026-11-23');
    expect(dateOf({ name: 'x', region: 'TW' }, at)).toBe('2026-11-23');
    expect(dateOf({ name: 'x', timeZone: 'Europe/Berlin' }, at)).toBe('2026-11-22');
  });
});

describe('an import', () => {
  test.each([
    [0, 0, 'running', 0],
    [1, 3, 'running', 33],
    [3, 3, 'running', 99],
    [3, 3, 'done', 100],
  ] as const)('of which %d of %d lines are through (%s) is at %d %%', (done, rows, state, percent) => {
    expect(percentDone({ done, rows, state })).toBe(percent);
  });

  test('deals with all lines that are not refused, looked up or not', () => {
    expect(toImport({ rows: 10, counts: { created: 2, changed: 1, unchanged: 1, refused: 3 } })).toBe(7);
  });

  test('names each thing that is wrong with a line, and the line once', () => {
    const errors = [
      { pointer: '/signedOn', column: 'Signed on', detail: 'a', code: 'date' as const },
      { pointer: '', detail: 'b', code: 'type' as const },
    ];
    expect(wrongCells([{ line: 7, contractId: 'PA-1', outcome: 'refused', errors }])).toEqual([
      { line: 7, contractId: 'PA-1', column: 'Signed on', detail: 'a', isFirst: true, ofLine: 2 },
      { line: 7, contractId: 'PA-1', column: undefined, detail: 'b', isFirst: false, ofLine: 2 },
    ]);
  });
});
