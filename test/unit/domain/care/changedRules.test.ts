import { describe, expect, test } from '@jest/globals';
import { FIRST_CARE_BOOK } from '../../../../functions/domain/care/defaultRules.ts';
import type { CareBook, Occasion, Touchpoint } from '../../../../functions/domain/care/rules.ts';
import { caredOn, diary, STANDARD_PLAN } from '../../../support/builders/care.ts';
import { aContract } from '../../../support/builders/contracts.ts';

const CALL: Touchpoint = {
  id: 'call',
  name: { 'zh-CN': '致电', 'zh-TW': '致電', en: 'Call' },
  when: { kind: 'after', months: 4 },
  purpose: 'service',
  task: { days: 7 },
  active: true,
};

/** Rules with these touchpoints. */
const bookOf = (...touchpoints: readonly Touchpoint[]): CareBook => ({
  ...FIRST_CARE_BOOK,
  rules: { ...FIRST_CARE_BOOK.rules, plans: [{ ...STANDARD_PLAN, touchpoints }] },
});
const calling = (when: Occasion): CareBook => bookOf({ ...CALL, when });

const first = aContract();
const days = (contract: typeof first): readonly string[] =>
  diary(contract)
    .map((line) => line.split(':')[0] ?? '')
    .filter((line) => line.includes('touch.'));

describe('a touchpoint whose days change', () => {
  test('is not repeated for who had it', () => {
    const had = caredOn(first, ['2026-07-01'], { book: calling({ kind: 'after', months: 4 }) });
    expect(days(caredOn(had, ['2026-08-01', '2026-09-01'], { book: calling({ kind: 'after', months: 5 }) }))).toEqual([
      '2026-07-01 touch.call',
    ]);
  });

  test('comes on its new day for who did not have it', () => {
    expect(days(caredOn(first, ['2026-07-01', '2026-08-01'], { book: calling({ kind: 'after', months: 5 }) }))).toEqual([
      '2026-08-01 touch.call',
    ]);
  });

  test('comes at the next day by its new months where it returns, and never twice on one', () => {
    const had = caredOn(first, ['2026-07-01', '2026-11-01', '2027-03-02'], { book: calling({ kind: 'every', months: 4 }) });
    expect(days(had)).toEqual(['2026-07-01 touch.call.4', '2026-11-01 touch.call.8', '2027-03-02 touch.call.12']);
    const later = caredOn(had, ['2027-03-05', '2027-07-01', '2027-09-01'], { book: calling({ kind: 'every', months: 6 }) });
    expect(days(later).slice(3)).toEqual(['2027-09-01 touch.call.18']);
  });
});

describe('a touchpoint that is added', () => {
  const book = bookOf({ ...CALL, when: { kind: 'after', months: 1 } }, { ...CALL, id: 'visit', when: { kind: 'every', months: 1 } });

  test('is made up for a month, and no longer', () => {
    expect(days(caredOn(first, ['2026-10-31'], { book }))).toEqual(['2026-10-31 touch.visit.7']);
    expect(days(caredOn(first, ['2026-05-03'], { book }))).toEqual(['2026-05-03 touch.visit.2']);
    expect(days(caredOn(first, ['2026-05-02'], { book }))).toHaveLength(3);
  });

  test('is late by as many days as the sweep', () => {
    expect(days(caredOn(first, ['2026-04-20'], { book }))).toEqual(['2026-04-20 touch.call', '2026-04-20 touch.visit.1']);
  });
});

test('one that is switched off, and on again, is done from then on', () => {
  const visit: Touchpoint = { ...CALL, when: { kind: 'every', months: 3 } };
  const off = caredOn(first, ['2026-06-01', '2026-09-01'], { book: bookOf({ ...visit, active: false }) });
  expect(days(off)).toEqual([]);
  expect(days(caredOn(off, ['2026-11-15', '2026-12-01'], { book: bookOf(visit) }))).toEqual(['2026-12-01 touch.call.9']);
});
