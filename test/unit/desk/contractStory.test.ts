import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../../functions/domain/case/model.ts';
import type { ContractHistoryLine } from '../../../functions/domain/contract/deskView.ts';
import { dateOf, dueLines, graceEnd } from '../../../functions/web/desk/contractDue.ts';
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
    const texts = tellContract(HISTORY, teller(locale)).flatMap(({ title, facts }) => [
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

  test('end their grace with the last day on which the cover is kept', () => {
    expect(graceEnd('2026-05-31')).toBe('2026-07-30');
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
