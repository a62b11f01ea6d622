import { dueTime } from '../clocks/businessTime.ts';
import type { LegalClockName } from '../clocks/legalRules.ts';
import { REGION_ZONE, startOfDate } from '../clocks/localDate.ts';
import type { Recipient, RuleBook, ServiceClockName } from '../clocks/rules.ts';
import { HOUR, plus, type Instant } from '../kernel/time.ts';
import { bookAt, courses, legalClocks, type Course, type LegalClock } from './clocks.ts';
import type { Case } from './model.ts';

/** What a notice is about: a percentage of a service target, or one of the two days that count for a statutory period. */
export type NoticeLevel = number | 'target-day' | 'last-day';

/** A warning or an escalation that is due to somebody at a time (F23). */
export interface Notice {
  readonly clock: ServiceClockName | LegalClockName;
  /** When the clock began, or was extended; tells two runs of one clock apart. */
  readonly run: Instant;
  readonly level: NoticeLevel;
  readonly to: Recipient;
  readonly at: Instant;
}

/** When the working day of whoever is told begins. */
const MORNING = 9 * HOUR;

const ofService = (of: Course, books: readonly RuleBook[], now: Instant): readonly Notice[] =>
  bookAt(books, now).rules.milestones.flatMap(({ percent, to }) => {
    const at = dueTime(of.time, of.start, Math.ceil((of.target * percent) / 100), of.stops);
    return at === undefined ? [] : [{ clock: of.name, run: of.startedAt, level: percent, to, at: new Date(at).toISOString() }];
  });

const ofLegal = ({ clock, region, event, extensions, internalTarget, lastDay }: LegalClock): readonly Notice[] => {
  const zone = REGION_ZONE[region];
  const notice = (level: NoticeLevel, to: Recipient, day: string): Notice => ({
    clock,
    run: extensions.at(-1)?.at ?? startOfDate(zone, event),
    level,
    to,
    at: plus(startOfDate(zone, day), MORNING),
  });
  return [
    ...(internalTarget < lastDay ? [notice('target-day', 'owner', internalTarget)] : []),
    notice('last-day', 'owner', lastDay),
    notice('last-day', 'supervisor', lastDay),
  ];
};

const isOn = ({ doneAt, stopped }: Course): boolean => !doneAt && !stopped;

/** Every notice of the clocks that are still to be met, past and to come, by time. What is to come of a paused service clock is not known and left out. */
export const noticesOf = (state: Case, books: readonly RuleBook[], now: Instant): readonly Notice[] =>
  [
    ...courses(state, books, now)
      .filter(isOn)
      .flatMap((of) => ofService(of, books, now).filter(({ at }) => !of.paused || at <= now)),
    ...legalClocks(state, books, now)
      .filter((clock) => clock.state === 'running' || clock.state === 'late')
      .flatMap(ofLegal),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));

/** What must have been told by `now`: for each clock and person the latest, as whoever hears that a target is missed needs no word that it is half gone. */
export const noticesReached = (state: Case, books: readonly RuleBook[], now: Instant): readonly Notice[] => {
  const latest = new Map(
    noticesOf(state, books, now)
      .filter(({ at }) => at <= now)
      .map((notice) => [`${notice.clock} ${notice.to}`, notice]),
  );
  return [...latest.values()];
};

/** When the clocks of a case must be looked at next: to tell somebody, or because a target is missed and the list of overdue cases must follow. */
export const nextLookAt = (state: Case, books: readonly RuleBook[], now: Instant): Instant | undefined => {
  const dueTimes = courses(state, books, now)
    .filter((of) => isOn(of) && !of.paused)
    .map(({ due }) => new Date(due).toISOString());
  return [...noticesOf(state, books, now).map(({ at }) => at), ...dueTimes].filter((at) => at > now).sort()[0];
};
