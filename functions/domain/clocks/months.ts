import { calendarDate, DAY, dayNumber, type CalendarDate } from '../kernel/time.ts';

/** A hundred years: longer is a mistake. */
export const MOST_MONTHS = 1200;

/**
 * The same day of the month that many months later, or that month's last day where it has no such day (rules.md 2.2, 2.3; 民法典 article 202).
 * Throws RangeError for a date that does not exist and for months that are not a whole number from 0 to 1200.
 */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  if (Number.isNaN(dayNumber(date))) throw new RangeError('no such date');
  if (!Number.isInteger(months) || months < 0 || months > MOST_MONTHS) throw new RangeError('months is not a whole number from 0 to 1200');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return calendarDate(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)) / DAY);
};

/** Dates of a contract by months since it was signed (rules.md 2.3): each counted from the signing date itself, never from the one before. */
export const contractDates = (signedOn: CalendarDate, months: readonly number[]): Readonly<Record<string, CalendarDate>> =>
  Object.fromEntries(months.map((count) => [String(count), addMonths(signedOn, count)]));
