import type { CareSums } from '../../domain/care/careReport.ts';
import { PERSISTENCY_TARGET } from '../../domain/care/careReport.ts';
import { keptOf, type Kept } from './attained.ts';

/** Measures that are parts of a whole, the most important first. */
export const SHARES = ['persistency', 'renewals', 'tasks'] as const;
export type Share = (typeof SHARES)[number];

const whole = (met: number, all: number): Kept => keptOf({ met, missed: all - met });

/** A measure of some sums, as a part of its whole. */
export const shareOf = (share: Share, { thirteenthMonth, renewals, tasks }: CareSums): Kept => {
  switch (share) {
    case 'persistency':
      return whole(thirteenthMonth.kept, thirteenthMonth.contracts);
    case 'renewals':
      return whole(renewals.paidInTime, renewals.due);
    case 'tasks':
      return whole(tasks.inTime, tasks.due);
  }
};

/** The part that a measure is to reach, from 0 to 1; undefined where none was agreed. */
export const targetOf = (share: Share): number | undefined => (share === 'persistency' ? PERSISTENCY_TARGET : undefined);

/** True when a measure reaches its target; undefined without a target, and where nothing was counted. */
export const isReached = (share: Share, { met, all }: Kept): boolean | undefined => {
  const target = targetOf(share);
  return target === undefined || all === 0 ? undefined : met / all >= target;
};

/** Reminders delivered for each renewal, with one decimal, rounded down; undefined where there was no renewal. */
export const remindersEach = ({ renewals: { reminders, due } }: CareSums): number | undefined =>
  due === 0 ? undefined : Math.floor((reminders / due) * 10) / 10;

/** True when something was counted. */
export const isCounted = ({ thirteenthMonth, renewals, tasks }: CareSums): boolean =>
  thirteenthMonth.contracts + renewals.due + tasks.due > 0;
