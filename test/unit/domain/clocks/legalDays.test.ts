import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay, legalPeriod, LONGEST_PERIOD, type LegalLength } from '../../../../functions/domain/clocks/legalDays.ts';
import { statutoryDays } from '../../../../functions/domain/clocks/regions/statutory.ts';
import { calendarDate, dayNumber } from '../../../../functions/domain/kernel/time.ts';

const CHINA = statutoryDays('CN', []);
const TAIWAN = statutoryDays('TW', []);
const period = (event: string, length: LegalLength, statutory = CHINA) => legalPeriod({ event, period: length, statutory });

describe('a statutory period', () => {
  test.each([
    ['2026-02-12', { days: 7 }, '2026-02-19', '2026-02-24', '2026-02-14'],
    ['2025-09-21', { days: 7 }, '2025-09-28', '2025-09-28', '2025-09-28'],
    ['2026-02-12', { workingDays: 7 }, '2026-02-28', '2026-02-28', '2026-02-28'],
    ['2026-01-31', { months: 1 }, '2026-02-28', '2026-02-28', '2026-02-28'],
    ['2024-01-31', { months: 1 }, '2024-02-29', '2024-02-29', '2024-02-29'],
    ['2026-04-01', { days: 3 }, '2026-04-04', '2026-04-07', '2026-04-03'],
    ['2026-03-06', { days: 1 }, '2026-03-07', '2026-03-09', '2026-03-09'],
  ] as const)('from %s of %j', (event, length, rawLastDay, lastDay, internalTarget) => {
    expect(period(event, length)).toEqual({ rawLastDay, lastDay, internalTarget, unconfirmedYears: [] });
  });

  test('has its internal target on the legal last day when no working day lies between', () => {
    expect(period('2026-10-01', { days: 3 })).toMatchObject({
      rawLastDay: '2026-10-04',
      lastDay: '2026-10-08',
      internalTarget: '2026-10-08',
    });
  });

  test('has other days in Taiwan', () => {
    expect(period('2026-02-12', { days: 7 }, TAIWAN)).toMatchObject({ lastDay: '2026-02-23', internalTarget: '2026-02-13' });
  });

  test.each([
    ['2026-12-28', { days: 7 }, [2027]],
    ['2026-12-28', { workingDays: 2 }, []],
    ['2026-12-20', { workingDays: 300 }, [2027, 2028]],
    ['2026-12-20', { days: 800 }, [2029]],
    ['2023-06-01', { days: 400 }, []],
  ] as const)('from %s of %j rests on unconfirmed years %j', (event, length, years) => {
    expect(period(event, length).unconfirmedYears).toEqual(years);
  });

  test.each([
    ['2026-02-30', { days: 7 }],
    ['yesterday', { days: 7 }],
    ['2100-01-01', { days: 7 }],
    ['2026-02-12', { days: 0 }],
    ['2026-02-12', { days: -1 }],
    ['2026-02-12', { workingDays: 1.5 }],
    ['2026-02-12', { months: Number.NaN }],
    ['2026-02-12', { days: LONGEST_PERIOD.days + 1 }],
  ])('from %s of %j is refused', (event, length) => {
    expect(() => period(event, length)).toThrow(RangeError);
  });

  test('that never meets a working day is refused, not searched for ever', () => {
    const never = { ...CHINA, dayOf: () => ({ kind: 'off' as const, name: '' }) };
    expect(() => period('2026-02-12', { workingDays: 7 }, never)).toThrow(RangeError);
  });

  const events = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2079-12-31') }).map(calendarDate);
  const regions = fc.constantFrom(CHINA, TAIWAN);
  const between = (from: number, to: number, statutory: typeof CHINA) => {
    let count = 0;
    for (let day = from; day <= to; day++) if (isWorkingDay(day, statutory)) count++;
    return count;
  };

  test('of days ends on a working day, at or after the raw day, with no working day skipped', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 400 }), regions, (event, days, statutory) => {
        const found = period(event, { days }, statutory);
        const [raw, last, target] = [found.rawLastDay, found.lastDay, found.internalTarget].map(dayNumber);
        if (raw === undefined || last === undefined || target === undefined) throw new Error('no days');
        expect(raw).toBe(dayNumber(event) + days);
        expect(isWorkingDay(last, statutory) && last >= raw).toBe(true);
        expect(between(raw, last, statutory)).toBe(1);
        expect(isWorkingDay(target, statutory) && target > dayNumber(event) && target <= last).toBe(true);
        if (target > raw) expect(between(dayNumber(event) + 1, raw, statutory)).toBe(0);
        else expect(between(target, raw, statutory)).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  test('of working days has as many of them as it says', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 60 }), regions, (event, workingDays, statutory) => {
        const last = dayNumber(period(event, { workingDays }, statutory).lastDay);
        expect(isWorkingDay(last, statutory)).toBe(true);
        expect(between(dayNumber(event) + 1, last, statutory)).toBe(workingDays);
      }),
      { numRuns: 500 },
    );
  });
});
