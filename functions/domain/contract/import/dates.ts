import { calendarDate, dayNumber, type CalendarDate } from '../../kernel/time.ts';

/** What a cell says that should hold a date. `ambiguous`: people read it in two ways. */
export type DateReading = CalendarDate | 'ambiguous' | 'unreadable';

/** Excel's day 0 by its serial numbers, as days before 1970: they count a 29 February 1900 that never was, and are right from March 1900 on. */
const SERIAL_ZERO = -25_569;

/** Serial numbers that are taken: 1920-01-01 to 2199-12-31. Below are numbers such as a year, which somebody wrote instead of a date. */
const FIRST_SERIAL = 7_306;
const LAST_SERIAL = 109_574;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const date = (year: number, month: number, day: number): CalendarDate | 'unreadable' => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return Number.isNaN(dayNumber(text)) ? 'unreadable' : text;
};

/** 1 to 12 by an English name in full or its first three letters (`Sept` too). */
const monthOf = (name: string): number => {
  const short = name.replace(/^sept$/, 'sep');
  return Math.max(MONTHS.indexOf(short), FULL_MONTHS.indexOf(short)) + 1;
};

const named = (year: string, month: string, day: string): DateReading => {
  const number = monthOf(month);
  if (number === 0) return 'unreadable';
  return year.length === 4 ? date(Number(year), number, Number(day)) : 'ambiguous';
};

/** Day and month in either order: one reading only where one of them cannot be a month, or both are the same. */
const eitherWay = (first: number, second: number, year: number): DateReading => {
  const readings = new Set([date(year, first, second), date(year, second, first)].filter((reading) => reading !== 'unreadable'));
  const [only = 'unreadable'] = readings;
  return readings.size > 1 ? 'ambiguous' : only;
};

const serial = (days: number): DateReading =>
  days >= FIRST_SERIAL && days <= LAST_SERIAL ? calendarDate(days + SERIAL_ZERO) : 'unreadable';

/** Years of the Republic of China begin in 1912. */
const ROC_YEARS = 1911;

type Reader = readonly [RegExp, (parts: readonly string[]) => DateReading];

const READERS: readonly Reader[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([year, , month, day]) => date(Number(year), Number(month), Number(day))],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})[日号號]$/, ([year, month, day]) => date(Number(year), Number(month), Number(day))],
  [/^民[国國](\d{1,3})年(\d{1,2})月(\d{1,2})[日号號]$/, ([year, month, day]) => date(Number(year) + ROC_YEARS, Number(month), Number(day))],
  [/^(\d{4})(\d{2})(\d{2})$/, ([year, month, day]) => date(Number(year), Number(month), Number(day))],
  [/^(\d{4,6})(?:\.0+)?$/, ([days]) => serial(Number(days))],
  [/^(\d{1,2})[- ./]([a-z]{3,9})[-, ./]+(\d{4}|\d{2})$/, ([day = '', month = '', year = '']) => named(year, month, day)],
  [/^([a-z]{3,9})[- .](\d{1,2})(?:, ?| )(\d{4}|\d{2})$/, ([month = '', day = '', year = '']) => named(year, month, day)],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/, ([first, , second, year]) => eitherWay(Number(first), Number(second), Number(year))],
  [/^\d{1,2}([-/.])\d{1,2}\1\d{2}$/, () => 'ambiguous'],
];

/** A time at midnight, as spreadsheets and databases add it to dates. */
const MIDNIGHT = /[ t]0{1,2}:00(:00(\.0+)?)?$/;

/**
 * Reads a date as people and spreadsheets write it: `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`, `民國115年3月1日`, `20260301`, `1-Mar-2026`,
 * `March 1, 2026`, Excel's serial numbers. `03/04/2026` and years of two digits are ambiguous.
 */
export const readDate = (cell: string): DateReading => {
  const text = cell.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(MIDNIGHT, '');
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    if (match) return read(match.slice(1));
  }
  return 'unreadable';
};
