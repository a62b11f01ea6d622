import { DAY, MINUTE } from '../kernel/time.ts';
import { FIRST_YEAR, LAST_YEAR, type Calendar } from './calendar.ts';
import { dayPlans, type DayPlan } from './dayPlan.ts';
import type { StatutoryDays } from './regions/statutory.ts';
import { offsetAt, offsetSpans } from './zone.ts';

/** A date of the calendar, or the part of it that lies between two changes of the zone's clocks. Milliseconds since 1970. */
export interface DayPiece {
  readonly from: number;
  readonly to: number;
  /** When the date began, had the clocks always stood as they do now. */
  readonly midnight: number;
  readonly plan: DayPlan;
  readonly open: readonly (readonly [from: number, to: number])[];
}

/** A calendar made ready for counting. All numbers are milliseconds, instants since 1970. */
export interface OpenTime {
  /** Open time between two instants; 0 when the second is not later. */
  openBetween(from: number, to: number): number;
  /** The instant by which that much open time has passed since `start`: closing time when it fits exactly. Undefined when it does not come before 2100. */
  after(start: number, open: number): number | undefined;
  /** The days of a span, for receipts. The first and the last reach beyond it. */
  pieces(from: number, to: number): readonly DayPiece[];
  /** Local years that a span touches and whose statutory days are not confirmed (X2). */
  unconfirmedYears(from: number, to: number): readonly number[];
}

/** One UTC year: open intervals in order, with the open time that lies before each. */
interface Year {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly before: readonly number[];
  readonly total: number;
}

const YEAR_STARTS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, index) => Date.UTC(FIRST_YEAR + index, 0, 1));

/** The first and the last instant that can be counted. */
export const COUNTABLE = { from: YEAR_STARTS[0] ?? 0, to: YEAR_STARTS.at(-1) ?? 0 } as const;

const startOfYear = (index: number): number => YEAR_STARTS[index] ?? COUNTABLE.to;

/** Index of the UTC year of an instant. Throws `RangeError` outside the years that are counted: callers check at the door. */
const yearIndex = (at: number): number => {
  if (!(at >= COUNTABLE.from && at <= COUNTABLE.to)) throw new RangeError('instant outside the years that calendars count');
  return lastNotAbove(YEAR_STARTS, at);
};

/** Index of the last entry that is not above `value`; -1 when all are. */
const lastNotAbove = (sorted: readonly number[], value: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const localYear = (timeZone: string, at: number): number => new Date(at + offsetAt(timeZone, at)).getUTCFullYear();

/**
 * Compiles a calendar. Years are worked out when they are first asked for, and then answer by two binary searches, however far the target. A window that the
 * clocks skip is dropped, one that comes twice counts every real second (F21).
 */
export const openTime = (calendar: Calendar, statutory?: StatutoryDays): OpenTime => {
  const planOf = dayPlans(calendar, statutory);
  const years: (Year | undefined)[] = [];

  const pieces = (from: number, to: number): readonly DayPiece[] =>
    offsetSpans(calendar.timeZone, from, to).flatMap((span) => {
      const found: DayPiece[] = [];
      const last = Math.ceil((span.to + span.offset) / DAY);
      for (let day = Math.floor((span.from + span.offset) / DAY); day < last; day += 1) {
        const midnight = day * DAY - span.offset;
        const [begin, end] = [Math.max(span.from, midnight), Math.min(span.to, midnight + DAY)];
        const plan = planOf(day);
        const open = plan.hours
          .map(([first, until]) => [Math.max(begin, midnight + first * MINUTE), Math.min(end, midnight + until * MINUTE)] as const)
          .filter(([first, until]) => first < until);
        found.push({ from: begin, to: end, midnight, plan, open });
      }
      return found;
    });

  const buildYear = (index: number): Year => {
    const [starts, ends, before]: [number[], number[], number[]] = [[], [], []];
    let total = 0;
    for (const { open } of pieces(startOfYear(index), startOfYear(index + 1)))
      for (const [from, to] of open) {
        starts.push(from);
        ends.push(to);
        before.push(total);
        total += to - from;
      }
    return { starts, ends, before, total };
  };

  const yearAt = (index: number): Year => (years[index] ??= buildYear(index));

  /** Open time from the beginning of the year to an instant within it. */
  const openUntil = ({ starts, ends, before }: Year, at: number): number => {
    const index = lastNotAbove(starts, at);
    return index < 0 ? 0 : (before[index] ?? 0) + Math.min(at, ends[index] ?? 0) - (starts[index] ?? 0);
  };

  return {
    openBetween(from, to) {
      if (to <= from) return 0;
      const [first, last] = [yearIndex(from), yearIndex(to)];
      let open = openUntil(yearAt(last), to) - openUntil(yearAt(first), from);
      for (let index = first; index < last; index += 1) open += yearAt(index).total;
      return open;
    },

    after(start, open) {
      if (open <= 0) return start;
      let index = yearIndex(start);
      let missing = openUntil(yearAt(index), start) + open;
      while (missing > yearAt(index).total) {
        missing -= yearAt(index).total;
        index += 1;
        if (startOfYear(index) >= COUNTABLE.to) return undefined;
      }
      const { starts, before } = yearAt(index);
      const interval = lastNotAbove(before, missing - 1);
      return (starts[interval] ?? 0) + missing - (before[interval] ?? 0);
    },

    pieces: (from, to) => pieces(Math.floor(from / 1000) * 1000, Math.ceil(to / 1000) * 1000),

    unconfirmedYears(from, to) {
      if (!statutory || to <= from) return [];
      const [first, last] = [localYear(calendar.timeZone, from), localYear(calendar.timeZone, to - 1)];
      return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => !statutory.isConfirmed(year));
    },
  };
};
