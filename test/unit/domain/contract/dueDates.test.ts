import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addMonths } from '../../../../functions/domain/clocks/months.ts';
import { dueDatesBetween, dueOnOrAfter, isDueDate, oldestUnpaid } from '../../../../functions/domain/contract/dueDates.ts';
import { PERIODS } from '../../../../functions/domain/contract/model.ts';
import { calendarDate, dayNumber } from '../../../../functions/domain/kernel/time.ts';
import { aContract } from '../../../support/builders/contracts.ts';

const days = (from: string, to: string) => fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(calendarDate);
const schedules = fc.record({ signedOn: days('1990-01-01', '2060-12-31'), everyMonths: fc.constantFrom(...PERIODS) });

describe('due dates', () => {
  test.each([
    ['2026-01-31', 1, ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']],
    ['2026-01-31', 3, ['2026-04-30', '2026-07-31', '2026-10-31', '2027-01-31']],
    ['2025-08-31', 6, ['2026-02-28', '2026-08-31', '2027-02-28']],
    ['2024-02-29', 12, ['2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']],
    ['2024-02-29', 1, ['2026-01-29', '2026-02-28', '2026-03-29', '2026-04-29']],
  ] as const)('signed on %s, every %d months, are %j', (signedOn, everyMonths, expected) => {
    const [first] = expected;
    expect(dueDatesBetween({ signedOn, everyMonths }, first, expected.at(-1) ?? first)).toEqual(expected);
  });

  test('are whole multiples of the period from the signing date, never chained, and none is left out', () => {
    fc.assert(
      fc.property(schedules, fc.integer({ min: 1, max: 60 }), (schedule, n) => {
        const date = addMonths(schedule.signedOn, n * schedule.everyMonths);
        expect(isDueDate(schedule, date)).toBe(true);
        const all = dueDatesBetween(schedule, schedule.signedOn, date);
        expect(all).toEqual(Array.from({ length: n }, (_, k) => addMonths(schedule.signedOn, (k + 1) * schedule.everyMonths)));
        expect(new Set(all).size).toBe(n);
      }),
    );
  });

  test('the next one is the first that is not before the day, and nothing else is one', () => {
    fc.assert(
      fc.property(schedules, days('1980-01-01', '2070-12-31'), (schedule, day) => {
        const next = dueOnOrAfter(schedule, day) ?? '';
        expect(next >= day && next > schedule.signedOn).toBe(true);
        expect(dueDatesBetween(schedule, day, next)).toEqual([next]);
        expect(isDueDate(schedule, day)).toBe(next === day);
      }),
    );
  });

  test('end with the cover: the last day of cover can still be one', () => {
    const schedule = { signedOn: '2026-01-31', everyMonths: 1 } as const;
    const until = (endsOn: string) => dueDatesBetween({ ...schedule, endsOn }, '2026-01-01', '2030-01-01');
    expect(until('2026-03-31')).toEqual(['2026-02-28', '2026-03-31']);
    expect(until('2026-03-30')).toEqual(['2026-02-28']);
    expect(until('2026-02-27')).toEqual([]);
    expect(dueOnOrAfter({ ...schedule, endsOn: '2026-03-30' }, '2026-03-01')).toBeUndefined();
  });

  test('stop after a hundred years', () => {
    const schedule = { signedOn: '1970-01-01', everyMonths: 12 } as const;
    expect(dueOnOrAfter(schedule, '2070-01-01')).toBe('2070-01-01');
    expect(dueOnOrAfter(schedule, '2070-01-02')).toBeUndefined();
    expect(dueDatesBetween(schedule, '2069-06-01', '2099-12-31')).toEqual(['2070-01-01']);
  });
});

describe('the oldest unpaid due date', () => {
  test('is the first after the registration, unless the house says otherwise', () => {
    expect(oldestUnpaid(aContract().state)).toBe('2027-03-01');
    expect(oldestUnpaid(aContract({ signedOn: '2020-03-01' }, { today: '2026-03-01' }).state)).toBe('2026-03-01');
    expect(oldestUnpaid(aContract({ signedOn: '2020-03-01' }, { today: '2026-03-02' }).state)).toBe('2027-03-01');
    expect(oldestUnpaid(aContract({ signedOn: '2020-03-01', nextDueOn: '2025-03-01' }).state)).toBe('2025-03-01');
    expect(oldestUnpaid(aContract({ endsOn: '2027-02-28' }).state)).toBeUndefined();
  });

  test('is the gap, when later ones were paid before it', () => {
    const paidAhead = aContract().reported({ dueOn: '2028-03-01' });
    expect(oldestUnpaid(paidAhead.state)).toBe('2027-03-01');
    expect(oldestUnpaid(paidAhead.reported().state)).toBe('2029-03-01');
  });
});
