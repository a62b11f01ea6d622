import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, contractDates } from '../../../../functions/domain/clocks/months.ts';
import { calendarDate, dayNumber } from '../../../../functions/domain/kernel/time.ts';

const dates = fc.integer({ min: dayNumber('1970-01-01'), max: dayNumber('2099-12-31') }).map(calendarDate);
const lastOfMonth = (date: string) => calendarDate(dayNumber(date) + 1).endsWith('-01');

describe('months of a contract', () => {
  test('are counted from the signing date, to the month’s end at most', () => {
    expect(contractDates('2026-01-31', [1, 4, 7, 10, 12])).toEqual({
      '1': '2026-02-28',
      '4': '2026-05-31',
      '7': '2026-08-31',
      '10': '2026-11-30',
      '12': '2027-01-31',
    });
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('%s and %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test('keep the day or fall on the month’s last, and are never chained', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 240 }), (signedOn, months) => {
        const found = addMonths(signedOn, months);
        const [year = 0, month = 0, day] = signedOn.split('-').map(Number);
        const [foundYear = 0, foundMonth = 0, foundDay] = found.split('-').map(Number);
        expect(foundYear * 12 + foundMonth).toBe(year * 12 + month + months);
        expect(foundDay === day || lastOfMonth(found)).toBe(true);
        expect(contractDates(signedOn, [1, months])[months]).toBe(found);
      }),
    );
  });

  test.each([['2026-02-30', 1] as const, ['2026-01-31', -1] as const, ['2026-01-31', 1.5] as const, ['2026-01-31', 1201] as const])(
    '%s and %d months is refused',
    (date, months) => {
      expect(() => addMonths(date, months)).toThrow(RangeError);
    },
  );
});
