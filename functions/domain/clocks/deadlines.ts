import type { Pause, Priority } from '../case/model.ts';
import { between, HOUR, plus, type Instant } from '../kernel/time.ts';
import type { Policy } from '../policy.ts';

/** Due times of one case, and how far they were pushed out. */
export interface Deadlines {
  readonly firstResponseDue: Instant;
  readonly resolutionDue: Instant;
  /** Milliseconds of pauses, ended or running, that pushed the resolution out. */
  readonly pausedMs: number;
}

/** First response and resolution due times (F15) in plain hours per priority; pauses push the resolution out (F17). `now` ends a running pause. */
export const deadlines = (
  targets: Policy['targets'],
  priority: Priority,
  openedAt: Instant,
  pauses: readonly Pause[],
  now: Instant,
): Deadlines => {
  const { firstResponseHours, resolutionHours } = targets[priority];
  const pausedMs = pauses.reduce((sum, pause) => sum + Math.max(0, between(pause.from, pause.to ?? now)), 0);
  return {
    firstResponseDue: plus(openedAt, firstResponseHours * HOUR),
    resolutionDue: plus(openedAt, resolutionHours * HOUR + pausedMs),
    pausedMs,
  };
};
