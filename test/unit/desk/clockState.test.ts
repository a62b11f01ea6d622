import { describe, expect, test } from '@jest/globals';
import type { Attainment } from '../../../functions/domain/case/attainment.ts';
import type { Notice } from '../../../functions/domain/case/notices.ts';
import { keptOf, monthAfter, totalOf } from '../../../functions/web/desk/attained.ts';
import { noticesAt, percentUsed } from '../../../functions/web/desk/clockState.ts';

const RUN = '2026-03-02T01:00:00.000Z';
const notice = (clock: Notice['clock'], level: Notice['level'], hour: number, to: Notice['to'] = 'owner'): Notice => ({
  clock,
  run: RUN,
  level,
  to,
  at: `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`,
});

describe('notices of a case', () => {
  const all = [
    notice('firstResponse', 50, 2),
    notice('resolution', 50, 4),
    notice('firstResponse', 80, 5),
    notice('complaint-answer', 'last-day', 6),
    notice('complaint-answer', 'last-day', 6, 'supervisor'),
    notice('resolution', 80, 7),
  ];

  test('are told, or the next of each clock', () => {
    const { told, next } = noticesAt(all, '2026-03-02T03:00:00.000Z');
    expect(told).toEqual(all.slice(0, 1));
    expect(next).toEqual([all[1], all[2], all[3], all[4]]);
  });
});

test('a target is used up to the whole percent, and not before', () => {
  expect(percentUsed({ elapsedSeconds: 3_599, targetSeconds: 3_600 })).toBe(99);
  expect(percentUsed({ elapsedSeconds: 3_600, targetSeconds: 3_600 })).toBe(100);
});

describe('targets that were kept', () => {
  test('are counts below a handful, and never 100 % with a miss', () => {
    expect(keptOf({ met: 3, missed: 1 })).toMatchObject({ all: 4, percent: undefined });
    expect(keptOf({ met: 5, missed: 0 })).toMatchObject({ all: 5, percent: 100 });
    expect(keptOf({ met: 999, missed: 1 })).toMatchObject({ percent: 99 });
  });

  test('add up over months; the worst stays the worst', () => {
    const month = (name: string, met: number, missed: number, worstLateMinutes?: number): Attainment => {
      const clock = { met, missed, worstLateMinutes, medianLateMinutes: worstLateMinutes };
      const clocks = { firstResponse: clock, nextResponse: clock, resolution: clock };
      return { month: name, team: 'service', cases: met + missed, clocks, policies: [] };
    };
    const months = [month('2026-01', 2, 1, 30), month('2026-02', 4, 0), month('2026-03', 1, 2, 12)];
    expect(totalOf(months, 'resolution')).toEqual({ met: 7, missed: 3, all: 10, percent: 70, worstLateMinutes: 30 });
    expect(totalOf([], 'resolution')).toMatchObject({ all: 0, percent: undefined, worstLateMinutes: undefined });
  });

  test.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -36, '2023-11'],
  ])('%s and %d months is %s', (month, step, other) => expect(monthAfter(month, step)).toBe(other));
});
