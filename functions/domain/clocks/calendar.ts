import { dayNumber, type CalendarDate } from '../kernel/time.ts';
import type { FieldError, FieldErrorCode } from '../kernel/fieldError.ts';
import type { Region } from './regions/holidayYear.ts';
import { isTimeZone } from './zone.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Opening hours in local time, `HH:MM` to `HH:MM`; `24:00` is the end of the day. */
export type Hours = readonly [from: string, to: string];

/** Hours of each weekday, several a day where there is a break (F18); a weekday that is missing is a day off. */
export type Week = Readonly<Partial<Record<Weekday, readonly Hours[]>>>;

/**
 * When somebody works (F18–F20). For one date the first of these counts: its own entry in `dates`; a make-up workday of the region; a day off in `holidays` or of
 * the region; the hours of its weekday (rules.md 2.1).
 */
export interface Calendar {
  /** IANA zone in which hours and dates are meant. */
  readonly timeZone: string;
  readonly weekly: Week;
  /** Other hours from a date on, in order of the dates: what lies before keeps the hours that it had. */
  readonly changes?: readonly { readonly from: CalendarDate; readonly weekly: Week }[] | undefined;
  /** Whose statutory days off and make-up workdays apply. */
  readonly region?: Region | undefined;
  readonly holidays?: readonly CalendarDate[] | undefined;
  /** Dates that differ: `off`, hours of their own, or `work` with the hours of the weekday, or of the first open weekday where that one is off. */
  readonly dates?: Readonly<Record<CalendarDate, 'work' | 'off' | readonly Hours[]>> | undefined;
}

/** Calendars count within these years; dates and targets beyond them are refused. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2099;

/** True for a date that exists and lies within the years that calendars count. */
export const isCountable = (date: CalendarDate): boolean =>
  date >= `${FIRST_YEAR}` && date <= `${LAST_YEAR}-12-31` && !Number.isNaN(dayNumber(date));

/** The hours of the weekdays that count on a date. */
export const weekOn = ({ weekly, changes = [] }: Calendar, date: CalendarDate): Week =>
  changes.findLast(({ from }) => from <= date)?.weekly ?? weekly;

const DAY_MINUTES = 24 * 60;

/** Minutes since midnight of `HH:MM`; NaN when it is no time of day. */
export const minutesOf = (time: string): number => {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return total <= DAY_MINUTES ? total : NaN;
};

const error = (pointer: string, code: FieldErrorCode): FieldError => ({ pointer, code });

const checkHours = (hours: readonly Hours[], pointer: string): readonly FieldError[] => {
  const errors: FieldError[] = [];
  hours.forEach(([from, to], index) => {
    const at = `${pointer}/${index}`;
    for (const [place, time] of [from, to].entries()) if (Number.isNaN(minutesOf(time))) errors.push(error(`${at}/${place}`, 'time'));
    if (minutesOf(to) <= minutesOf(from)) errors.push(error(at, 'window-order'));
    const before = hours.slice(0, index);
    if (before.some(([start, end]) => minutesOf(start) < minutesOf(to) && minutesOf(from) < minutesOf(end)))
      errors.push(error(at, 'windows-overlap'));
  });
  return errors;
};

const checkWeek = (weekly: Week, pointer: string): readonly FieldError[] =>
  WEEKDAYS.flatMap((name) => checkHours(weekly[name] ?? [], `${pointer}/${name}`));

const isOpen = (weekly: Week): boolean => WEEKDAYS.some((name) => (weekly[name] ?? []).length > 0);

const checkChanges = ({ changes = [] }: Calendar, pointer: string): readonly FieldError[] =>
  changes.flatMap(({ from, weekly }, index) => {
    const at = `${pointer}/changes/${index}`;
    const previous = changes[index - 1]?.from;
    return [
      ...(isCountable(from) ? [] : [error(`${at}/from`, 'date')]),
      ...(previous !== undefined && from <= previous ? [error(`${at}/from`, 'end-before-start')] : []),
      ...(isOpen(weekly) ? [] : [error(`${at}/weekly`, 'never-open')]),
      ...checkWeek(weekly, `${at}/weekly`),
    ];
  });

const checkDates = (calendar: Calendar, pointer: string): readonly FieldError[] => {
  const { holidays = [], dates = {} } = calendar;
  return [
    ...holidays.flatMap((date, index) => [
      ...(isCountable(date) ? [] : [error(`${pointer}/holidays/${index}`, 'date')]),
      ...(holidays.indexOf(date) < index ? [error(`${pointer}/holidays/${index}`, 'repeated')] : []),
    ]),
    ...Object.entries(dates).flatMap(([date, entry]) => {
      const at = `${pointer}/dates/${date.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!isCountable(date)) return [error(at, 'date')];
      if (entry === 'work') return isOpen(weekOn(calendar, date)) ? [] : [error(at, 'no-hours')];
      return entry === 'off' ? [] : checkHours(entry, at);
    }),
  ];
};

/** Everything that is wrong with a calendar of the right shape; pointers begin with `pointer`. */
export const checkCalendar = (calendar: Calendar, pointer: string): readonly FieldError[] => {
  const { timeZone, weekly, changes = [], dates = {} } = calendar;
  const opens =
    [weekly, ...changes.map((change) => change.weekly)].some(isOpen) ||
    Object.values(dates).some((entry) => entry !== 'off' && entry.length > 0);
  return [
    ...(isTimeZone(timeZone) ? [] : [error(`${pointer}/timeZone`, 'time-zone')]),
    ...(opens ? [] : [error(`${pointer}/weekly`, 'never-open')]),
    ...checkWeek(weekly, `${pointer}/weekly`),
    ...checkChanges(calendar, pointer),
    ...checkDates(calendar, pointer),
  ];
};
