import { describe, expect, test } from '@jest/globals';
import type { Holiday, HolidayYear } from '../../../../functions/domain/clocks/regions/holidayYear.ts';
import { statutoryDays } from '../../../../functions/domain/clocks/regions/statutory.ts';
import { dayNumber } from '../../../../functions/domain/kernel/time.ts';

const list = (year: number, holidays: readonly Holiday[], more: Partial<HolidayYear> = {}): HolidayYear => ({
  region: 'CN',
  year,
  source: `notice of ${year}`,
  confirmed: true,
  holidays,
  ...more,
});
const newYear = (from: string, to: string, ...workdays: string[]): Holiday => ({ name: '元旦', from, to, workdays });
const dayOf = (date: string, ...imported: HolidayYear[]) => statutoryDays('CN', imported).dayOf(dayNumber(date));

describe('the list in force for a year', () => {
  test('is the last imported one, then the built-in one, then the projection', () => {
    const first = list(2027, [], { source: 'first' });
    const second = list(2027, [], { source: 'second' });
    expect(statutoryDays('CN', [first, second]).yearOf(2027)).toBe(second);
    expect(statutoryDays('CN', [list(2026, [])]).yearOf(2026).source).toBe('notice of 2026');
    expect(statutoryDays('CN', [first]).isConfirmed(2027)).toBe(true);
    expect(statutoryDays('CN', [first]).isConfirmed(2028)).toBe(false);
  });

  test('is never one of another region', () => {
    expect(statutoryDays('TW', [list(2027, [])]).isConfirmed(2027)).toBe(false);
  });
});

describe('a date that the notice of the next year names', () => {
  const notice = list(2027, [newYear('2026-12-31', '2027-01-02', '2026-12-27')]);

  test('counts in its own year', () => {
    expect(dayOf('2026-12-31', notice)).toEqual({ kind: 'off', name: '元旦' });
    expect(dayOf('2026-12-27', notice)).toEqual({ kind: 'work', name: '元旦' });
    expect(dayOf('2026-10-01', notice)).toEqual({ kind: 'off', name: '国庆节' });
    expect(dayOf('2027-01-02', notice)).toEqual({ kind: 'off', name: '元旦' });
  });

  test('overrules what the earlier notice says', () => {
    const earlier = list(2026, [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07', workdays: ['2026-12-27'] }]);
    const later = list(2027, [newYear('2026-12-27', '2027-01-02')]);
    expect(dayOf('2026-12-27', later, earlier)).toEqual({ kind: 'off', name: '元旦' });
  });

  test('overrules a projection of its own year', () => {
    const far = list(2030, [{ name: '元旦', from: '2030-01-01', to: '2030-01-01', workdays: ['2029-10-01'] }]);
    expect(dayOf('2029-10-01', far)).toEqual({ kind: 'work', name: '元旦' });
    expect(dayOf('2029-10-02', far)).toEqual({ kind: 'off', name: '国庆节' });
  });
});

test('a projection says nothing about a year that is confirmed, but may about one that is not', () => {
  const taiwan = (...imported: HolidayYear[]) => statutoryDays('TW', imported).dayOf(dayNumber('2027-12-31'));
  expect(taiwan()).toEqual({ kind: 'off', name: '開國紀念日' });
  expect(taiwan(list(2027, [], { region: 'TW' }))).toBeUndefined();
});

test('a list with dates that do not exist or run backwards is passed over, without an endless loop', () => {
  const odd = list(2027, [newYear('2027-02-30', '2027-03-02'), newYear('2027-05-05', '2027-05-01', 'soon')]);
  expect(dayOf('2027-03-01', odd)).toBeUndefined();
  expect(dayOf('2027-05-03', odd)).toBeUndefined();
});

test('a hundred thousand days are looked up in well under a second', () => {
  const days = statutoryDays('CN', []);
  const start = performance.now();
  for (let day = 0; day < 47_000; day++) days.dayOf(day);
  for (let day = 20_000; day < 73_000; day++) days.dayOf(day);
  expect(performance.now() - start).toBeLessThan(1_000);
});
