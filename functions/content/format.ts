import type { Locale } from '../domain/case/model.ts';
import type { Money } from '../domain/kernel/money.ts';
import { between, DAY, dayNumber, type CalendarDate, type Instant } from '../domain/kernel/time.ts';

/** Time zone in which times are shown unless the customer's own is known (IANA name). */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** English dates with the day first and the month by name cannot be misread on either side of the Atlantic. */
const FORMAT_LOCALE: Readonly<Record<Locale, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' };

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = JSON.stringify([locale, timeZone, options]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(FORMAT_LOCALE[locale], { ...options, timeZone });
  formatters.set(key, known);
  return known;
};

const DAY_AND_TIME: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** Name of a time zone at a moment, for example `China Standard Time`. Throws RangeError on an unknown zone. */
export const zoneName = (at: Instant, locale: Locale, timeZone = DEFAULT_TIME_ZONE): string =>
  formatter(locale, timeZone, { timeZoneName: 'long' })
    .formatToParts(Date.parse(at))
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** Day and time without the zone, for pages that name the zone once: `Mon, 23 Nov 2026, 10:41`. */
export const formatMoment = (at: Instant, locale: Locale, timeZone = DEFAULT_TIME_ZONE): string =>
  formatter(locale, timeZone, DAY_AND_TIME).format(Date.parse(at));

/** Day and time with the name of the zone: `Mon, 23 Nov 2026, 10:41 (China Standard Time)`. */
export const formatDateTime = (at: Instant, locale: Locale, timeZone = DEFAULT_TIME_ZONE): string => {
  const [moment, zone] = [formatMoment(at, locale, timeZone), zoneName(at, locale, timeZone)];
  return locale === 'en' ? `${moment} (${zone})` : `${moment}（${zone}）`;
};

/** The day alone, in full: `23 November 2026`. */
export const formatDate = (at: Instant, locale: Locale, timeZone = DEFAULT_TIME_ZONE): string =>
  formatter(locale, timeZone, { dateStyle: 'long' }).format(Date.parse(at));

const CALENDAR_DAY: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric' };

/** A date of a calendar: `Wed, 18 Feb 2026`, or without its year `Wed, 18 Feb`. */
export const formatDay = (date: CalendarDate, locale: Locale, { year = true }: { readonly year?: boolean } = {}): string =>
  formatter(locale, 'UTC', year ? { ...CALENDAR_DAY, year: 'numeric' } : CALENDAR_DAY).format(dayNumber(date) * DAY);

/** Joins the ends of a range of dates. */
const UNTIL: Readonly<Record<Locale, string>> = { en: ' – ', 'zh-CN': '至', 'zh-TW': '至' };

/** Dates in a row, with weekdays: `Mon, 2 Mar – Fri, 6 Mar`. One date alone when both are the same. */
export const formatDays = (from: CalendarDate, to: CalendarDate, locale: Locale, options: { readonly year?: boolean } = {}): string =>
  [...new Set([from, to])].map((date) => formatDay(date, locale, options)).join(UNTIL[locale]);

/** Dates in a row, short and without weekdays: `1–8 Oct`, `30 Sep – 3 Oct`. */
export const formatDates = (from: CalendarDate, to: CalendarDate, locale: Locale): string => {
  const date = (day: CalendarDate): string => formatter(locale, 'UTC', { month: 'short', day: 'numeric' }).format(dayNumber(day) * DAY);
  if (from === to) return date(from);
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${date(from)}${UNTIL[locale]}${date(to)}`;
  const day = (of: CalendarDate): number => Number(of.slice(8));
  return locale === 'en' ? `${day(from)}–${date(to)}` : `${date(from)}${UNTIL[locale]}${day(to)}日`;
};

/** A month of a year: `October 2026`. */
export const formatMonth = (date: CalendarDate, locale: Locale): string =>
  formatter(locale, 'UTC', { month: 'long', year: 'numeric' }).format(dayNumber(date) * DAY);

/** An amount with its currency: `CN¥120.50`. Hundredths are shown whenever the amount names them. */
export const formatMoney = ({ amount, currency }: Money, locale: Locale): string => {
  if (!/^[A-Z]{3}$/.test(currency)) return `${amount} ${currency}`;
  const places = amount.includes('.') ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {};
  return new Intl.NumberFormat(FORMAT_LOCALE[locale], { style: 'currency', currency, ...places }).format(Number(amount));
};

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const unitFormatters = new Map<string, Intl.NumberFormat>();

const unitText = (value: number, unit: string, locale: Locale): string => {
  const key = `${locale} ${unit}`;
  const known = unitFormatters.get(key) ?? new Intl.NumberFormat(FORMAT_LOCALE[locale], { style: 'unit', unit, unitDisplay: 'long' });
  unitFormatters.set(key, known);
  return known.format(value);
};

/** A span in at most two units: `1 day 6 hours`. Whole hours up to two days stay hours: `24 hours`, `48 hours`. */
export const formatDuration = (seconds: number, locale: Locale): string => {
  const total = Math.max(0, Math.round(seconds));
  if (total > 0 && total <= 172_800 && total % 3_600 === 0) return unitText(total / 3_600, 'hour', locale);
  const first = UNITS.findIndex(([, size]) => total >= size);
  if (first < 0) return unitText(0, 'second', locale);
  const [unit, size] = UNITS[first] ?? UNITS[3];
  const [nextUnit, nextSize] = UNITS[first + 1] ?? UNITS[3];
  const rest = Math.floor((total % size) / nextSize);
  const head = unitText(Math.floor(total / size), unit, locale);
  if (nextSize === size || rest === 0) return head;
  return `${head}${locale === 'zh-CN' ? '' : ' '}${unitText(rest, nextUnit, locale)}`;
};

const MINUTE_SECONDS = 60;

/** Working time in hours and minutes: `3 hours 20 minutes`, `40 hours`. Never in days: a working day is not one of 24 hours. */
export const formatWorkTime = (seconds: number, locale: Locale): string => {
  const total = Math.max(0, Math.floor(seconds));
  if (total > 0 && total < MINUTE_SECONDS) return unitText(total, 'second', locale);
  const minutes = Math.floor(total / MINUTE_SECONDS);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [unitText(hours, 'hour', locale)] : []),
    ...(rest > 0 || hours === 0 ? [unitText(rest, 'minute', locale)] : []),
  ];
  return parts.join(locale === 'zh-CN' ? '' : ' ');
};

/** Things in a row, the last joined by “and”. */
export const formatList = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(FORMAT_LOCALE[locale], { type: 'conjunction' }).format(items);

/** A moment seen from another: `in 3 hours`, `2 days ago`. */
export const formatRelative = (at: Instant, now: Instant, locale: Locale): string => {
  const seconds = between(now, at) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS[3];
  return new Intl.RelativeTimeFormat(FORMAT_LOCALE[locale], { numeric: 'auto' }).format(Math.round(seconds / size), unit);
};
