import { describe, expect, test } from '@jest/globals';
import { occurrencesOf } from '../../../../functions/domain/care/occasions.ts';
import type { Occasion } from '../../../../functions/domain/care/rules.ts';
import type { Terms } from '../../../../functions/domain/contract/model.ts';

const TERMS: Terms = {
  customer: { name: '陈晓', email: 'chen@example.com', birthday: '1992-02-29' },
  owner: 'lin',
  product: '安心年金',
  signedOn: '2026-01-31',
  deliveredOn: '2026-02-03',
  premium: { amount: '1200.00', currency: 'CNY' },
  everyMonths: 12,
  paymentMethod: 'transfer',
};

const days = (when: Occasion, from: string, to: string, terms: Partial<Terms> = {}): readonly string[] =>
  occurrencesOf({ ...TERMS, ...terms }, when, from, to).map(({ on, of }) => (of === undefined ? on : `${on} ${of}`));

describe('the days of an occasion', () => {
  test.each<[what: string, when: Occasion, days: readonly string[]]>([
    ['the delivery', { kind: 'delivery' }, ['2026-02-03']],
    ['months after signing, to the last day of a shorter month', { kind: 'after', months: 1 }, ['2026-02-28']],
    ['every so many months, each counted from the signing', { kind: 'every', months: 6 }, ['2026-07-31 6', '2027-01-31 12']],
    ['the birthday, on the 28th where there is no 29th', { kind: 'birthday' }, ['2026-02-28 2026']],
    ['New Year', { kind: 'festival', festival: 'new-year' }, ['2026-01-01 2026', '2027-01-01 2027']],
    ['Lunar New Year', { kind: 'festival', festival: 'lunar-new-year' }, ['2026-02-17 2026']],
    ['Dragon Boat', { kind: 'festival', festival: 'dragon-boat' }, ['2026-06-19 2026']],
    ['Mid-Autumn', { kind: 'festival', festival: 'mid-autumn' }, ['2026-09-25 2026']],
    ['a day of some months', { kind: 'calendar', months: [2, 6], day: 30 }, ['2026-02-28 202602', '2026-06-30 202606']],
    ['a date', { kind: 'date', on: '2026-05-20' }, ['2026-05-20']],
  ])('%s', (_, when, expected) => expect(days(when, '2026-01-01', '2027-01-31')).toEqual(expected));

  test('29 February comes back every four years', () => {
    expect(days({ kind: 'birthday' }, '2027-01-01', '2028-12-31')).toEqual(['2027-02-28 2027', '2028-02-29 2028']);
    expect(days({ kind: 'every', months: 12 }, '2024-01-01', '2028-12-31', { signedOn: '2024-02-29' })).toEqual([
      '2025-02-28 12',
      '2026-02-28 24',
      '2027-02-28 36',
      '2028-02-29 48',
    ]);
    expect(days({ kind: 'calendar', months: [2], day: 31 }, '2027-01-01', '2028-12-31')).toEqual([
      '2027-02-28 202702',
      '2028-02-29 202802',
    ]);
  });

  test('somebody of 101 is greeted, and nobody on the day of birth', () => {
    const old: Partial<Terms> = { customer: { name: '王', birthday: '1925-06-01' } };
    expect(days({ kind: 'birthday' }, '2026-01-01', '2026-12-31', old)).toEqual(['2026-06-01 2026']);
    const child: Partial<Terms> = { customer: { name: '王', birthday: '2026-06-01' } };
    expect(days({ kind: 'birthday' }, '2026-01-01', '2027-12-31', child)).toEqual(['2027-06-01 2027']);
  });

  test('nothing comes without a day to count from', () => {
    expect(days({ kind: 'birthday' }, '2026-01-01', '2027-12-31', { customer: { name: '王' } })).toEqual([]);
    expect(days({ kind: 'delivery' }, '2026-01-01', '2027-12-31', { deliveredOn: undefined })).toEqual([]);
    expect(days({ kind: 'festival', festival: 'lunar-new-year' }, '2100-01-01', '2101-12-31')).toEqual([]);
  });

  test('the first and the last day count, and a span that ends before it begins has none', () => {
    expect(days({ kind: 'date', on: '2026-05-20' }, '2026-05-20', '2026-05-20')).toEqual(['2026-05-20']);
    expect(days({ kind: 'festival', festival: 'new-year' }, '2027-06-01', '2026-06-01')).toEqual([]);
    expect(days({ kind: 'every', months: 1 }, '2026-03-01', '2026-02-01')).toEqual([]);
  });
});

test.each<[when: Occasion, personal: boolean, lasts: number]>([
  [{ kind: 'delivery' }, false, 14],
  [{ kind: 'after', months: 1 }, false, 14],
  [{ kind: 'every', months: 1 }, false, 14],
  [{ kind: 'birthday' }, true, 0],
  [{ kind: 'festival', festival: 'new-year' }, true, 0],
  [{ kind: 'calendar', months: [5], day: 2 }, true, 14],
  [{ kind: 'date', on: '2026-05-02' }, true, 14],
])('%j is of the customer and not of the contract: %s; its mail makes sense for %d days more', (when, personal, lasts) => {
  const [first] = occurrencesOf(TERMS, when, '2026-01-01', '2026-12-31').filter(({ on }) => on > '2026-01-01' || when.kind === 'festival');
  expect(first).toMatchObject({ personal, lasts });
});
