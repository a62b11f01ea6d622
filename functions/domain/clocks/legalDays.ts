import { calendarDate, dayNumber, weekday, type CalendarDate } from '../kernel/time.ts';
import { addMonths } from './months.ts';
import type { StatutoryDays } from './regions/statutory.ts';

/** Length of a statutory period: calendar days, working days, or months. */
export type LegalLength = { readonly days: number } | { readonly workingDays: number } | { readonly months: number };

/** Twenty years, the longest limitation period there is (民法典 article 188). */
export const LONGEST_PERIOD = { days: 7305, workingDays: 5200, months: 240 } as const;

/** When a statutory period ends (rules.md 2.2). */
export interface LegalPeriod {
  /** Last day as it is counted, working day or not. The legal last day itself when working days are counted. */
  readonly rawLastDay: CalendarDate;
  /** Last day by law: `rawLastDay`, or the next working day where that one is a day off. */
  readonly lastDay: CalendarDate;
  /** For duties of the company: the last working day that is not after `rawLastDay`, or `lastDay` where the period has none before. */
  readonly internalTarget: CalendarDate;
  /** Years whose statutory days decided the dates and are only projected. */
  readonly unconfirmedYears: readonly number[];
}

/** Days off in a row that no calendar reaches; ends a search where all days are off by mistake. */
const MOST_DAYS_OFF = 400;

const SATURDAY = 5;

/** Monday to Friday and make-up workdays, without statutory days off. `day` counts from 1970-01-01. */
export const isWorkingDay = (day: number, statutory: StatutoryDays): boolean => {
  const special = statutory.dayOf(day);
  return special ? special.kind === 'work' : weekday(day) < SATURDAY;
};

/**
 * End of a statutory period after an event (民法典 articles 201–203). The day of the event does not count. Where no working day lies between the event
 * and the raw last day, as within the National Day break, the internal target is the legal last day: an earlier one could only lie before the event.
 * Throws RangeError for an event that is no date up to 2099 and for a length that is not a whole number from 1 to `LONGEST_PERIOD`.
 */
export const legalPeriod = (asked: {
  readonly event: CalendarDate;
  readonly period: LegalLength;
  readonly statutory: StatutoryDays;
}): LegalPeriod => {
  const { event, period, statutory } = asked;
  const first = dayNumber(event) + 1;
  if (Number.isNaN(first) || event > '2099-12-31') throw new RangeError('the event is no date up to 2099');
  if ('workingDays' in period) return inWorkingDays(first, checked(period.workingDays, LONGEST_PERIOD.workingDays), statutory);
  const raw =
    'days' in period
      ? first - 1 + checked(period.days, LONGEST_PERIOD.days)
      : dayNumber(addMonths(event, checked(period.months, LONGEST_PERIOD.months)));
  const last = nearestWorkingDay(raw, 1, statutory);
  const before = nearestWorkingDay(raw, -1, statutory);
  const target = before < first ? last : before;
  return {
    rawLastDay: calendarDate(raw),
    lastDay: calendarDate(last),
    internalTarget: calendarDate(target),
    unconfirmedYears: unconfirmed(Math.max(before, first), last, statutory),
  };
};

const inWorkingDays = (first: number, count: number, statutory: StatutoryDays): LegalPeriod => {
  let last = first - 1;
  for (let counted = 0; counted < count; counted++) last = nearestWorkingDay(last + 1, 1, statutory);
  const date = calendarDate(last);
  return { rawLastDay: date, lastDay: date, internalTarget: date, unconfirmedYears: unconfirmed(first, last, statutory) };
};

const checked = (count: number, most: number): number => {
  if (!Number.isInteger(count) || count < 1 || count > most) throw new RangeError(`the length is not a whole number from 1 to ${most}`);
  return count;
};

const nearestWorkingDay = (from: number, step: 1 | -1, statutory: StatutoryDays): number => {
  for (let day = from; Math.abs(day - from) < MOST_DAYS_OFF; day += step) if (isWorkingDay(day, statutory)) return day;
  throw new RangeError(`no working day within ${MOST_DAYS_OFF} days of ${calendarDate(from)}`);
};

const unconfirmed = (from: number, to: number, statutory: StatutoryDays): readonly number[] => {
  const [first, last] = [from, to].map((day) => Number(calendarDate(day).slice(0, 4)));
  const years: number[] = [];
  for (let year = first ?? 0; year <= (last ?? 0); year++) if (!statutory.isConfirmed(year)) years.push(year);
  return years;
};
