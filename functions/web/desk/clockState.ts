import type { ClockState, ServiceClock } from '../../domain/case/clocks.ts';
import type { Notice } from '../../domain/case/notices.ts';
import type { Instant } from '../../domain/kernel/time.ts';

/** A sign for each state, so that none depends on its colour alone. */
export const STATE_SIGNS: Readonly<Record<ClockState, string>> = {
  running: '○',
  paused: '‖',
  late: '!',
  met: '✓',
  missed: '✓',
  stopped: '–',
};

/** Whole percent of the target that is used up, rounded down: 100 means that it is due. */
export const percentUsed = ({ elapsedSeconds, targetSeconds }: Pick<ServiceClock, 'elapsedSeconds' | 'targetSeconds'>): number =>
  targetSeconds > 0 ? Math.floor((elapsedSeconds / targetSeconds) * 100) : 100;

/** Notices of a case, told and to come, each in order; of those to come only the next of each clock. */
export const noticesAt = (
  notices: readonly Notice[],
  now: Instant,
): { readonly told: readonly Notice[]; readonly next: readonly Notice[] } => {
  const coming = notices.filter(({ at }) => at > now);
  return {
    told: notices.filter(({ at }) => at <= now),
    next: coming.filter((notice) => !coming.some(({ clock, at }) => clock === notice.clock && at < notice.at)),
  };
};
