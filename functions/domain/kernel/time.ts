/** ISO 8601 instant in UTC with milliseconds, for example `2026-03-01T09:30:00.000Z`: sorts as text. */
export type Instant = string;

/** Date of a calendar without time or zone, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** Milliseconds in one minute, hour and day; days here are 24 h, never calendar days. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant `ms` milliseconds after another. */
export const plus = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** Milliseconds from one instant to another; negative when the second is earlier. */
export const between = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** Days from 1970-01-01 to a calendar date. NaN for a date that does not exist. */
export const dayNumber = (date: CalendarDate): number => {
  const day = Date.parse(date) / DAY;
  return calendarDate(day) === date ? day : NaN;
};

const twoDigits: readonly string[] = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'));

/** The calendar date that many days after 1970-01-01. */
export const calendarDate = (day: number): CalendarDate => {
  if (!Number.isFinite(day)) return '';
  const at = new Date(day * DAY);
  const year = at.getUTCFullYear();
  // A third of the time that toISOString takes, and plans of contracts do little else.
  return year >= 1000 && year <= 9999
    ? `${year}-${twoDigits[at.getUTCMonth() + 1]}-${twoDigits[at.getUTCDate()]}`
    : at.toISOString().slice(0, 10);
};

/** 0 for Monday to 6 for Sunday of the day that many days after 1970-01-01, a Thursday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
