import type { Locale } from '../../domain/case/model.ts';
import type { Instant } from '../../domain/kernel/time.ts';

const FORMAT_LOCALE: Readonly<Record<Locale, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' };

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: Locale, timeZone: string, withYear: boolean): Intl.DateTimeFormat => {
  const key = `${locale} ${timeZone} ${withYear}`;
  const known =
    formatters.get(key) ??
    new Intl.DateTimeFormat(FORMAT_LOCALE[locale], {
      ...(withYear ? { year: 'numeric' } : {}),
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    });
  formatters.set(key, known);
  return known;
};

/** Day and time for narrow places; the year is left out within half a year of `now`: `Mon, 23 Nov, 10:41`. Throws RangeError on an unknown zone. */
export const formatShortMoment = (at: Instant, now: Instant, locale: Locale, timeZone: string): string => {
  const HALF_A_YEAR_MS = 183 * 86_400_000;
  return formatter(locale, timeZone, Math.abs(Date.parse(at) - Date.parse(now)) > HALF_A_YEAR_MS).format(Date.parse(at));
};
