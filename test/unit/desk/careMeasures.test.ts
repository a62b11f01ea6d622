import { describe, expect, test } from '@jest/globals';
import type { CareSums } from '../../../functions/domain/care/careReport.ts';
import { isCounted, isReached, remindersEach, shareOf } from '../../../functions/web/desk/careMeasures.ts';

const sums = (of: Partial<Record<'contracts' | 'kept' | 'due' | 'paidInTime' | 'reminders' | 'tasks' | 'inTime', number>>): CareSums => ({
  renewals: {
    due: of.due ?? 0,
    paidInTime: of.paidInTime ?? 0,
    paidLate: 0,
    unpaid: 0,
    suspended: 0,
    lapsed: 0,
    reminders: of.reminders ?? 0,
    byReminders: [],
  },
  tasks: { due: of.tasks ?? 0, inTime: of.inTime ?? 0, late: 0, impossible: 0, overdue: 0 },
  thirteenthMonth: { contracts: of.contracts ?? 0, kept: of.kept ?? 0, premiums: [] },
});

describe('the measures of care', () => {
  test.each([
    [100, 88, true],
    [100, 87, false],
    [1_000, 879, false],
    [1, 1, true],
    [0, 0, undefined],
  ])('of %d contracts %d go on: target reached is %s', (contracts, kept, reached) => {
    expect(isReached('persistency', shareOf('persistency', sums({ contracts, kept })))).toBe(reached);
  });

  test('only persistency has a target', () => {
    expect(isReached('tasks', shareOf('tasks', sums({ tasks: 9, inTime: 9 })))).toBeUndefined();
  });

  test('are parts of their own wholes', () => {
    const of = sums({ contracts: 10, kept: 9, due: 20, paidInTime: 15, tasks: 30, inTime: 29 });
    expect((['persistency', 'renewals', 'tasks'] as const).map((share) => shareOf(share, of).percent)).toEqual([90, 75, 96]);
  });

  test('never round reminders up to the target', () => {
    expect(remindersEach(sums({ due: 100, reminders: 299 }))).toBe(2.9);
    expect(remindersEach(sums({ due: 0 }))).toBeUndefined();
  });

  test('know a month in which nothing was counted', () => {
    expect([sums({}), sums({ tasks: 1 })].map(isCounted)).toEqual([false, true]);
  });
});
