import { clockWords, type ClockKey } from '../../../../content/desk/clocks/index.ts';
import type { Translate } from '../../../../content/translator.ts';
import type { CalendarDate } from '../../../../domain/kernel/time.ts';
import { useDesk } from '../context.ts';

/** The words of the pages about clocks. */
export const useClockWords = (): Translate<ClockKey> => clockWords(useDesk().locale);

const FORMAT_LOCALE = { en: 'en-GB', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' } as const;

const DATE: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };

/** Writes calendar dates in the reader's language; `options` as of `Intl.DateTimeFormat`. What is no date stays as it is. */
export const useDateText = (): ((date: CalendarDate, options?: Intl.DateTimeFormatOptions) => string) => {
  const { locale } = useDesk();
  return (date, options = DATE) => {
    const at = Date.parse(date.length === 7 ? `${date}-01` : date);
    return Number.isFinite(at) ? new Intl.DateTimeFormat(FORMAT_LOCALE[locale], { ...options, timeZone: 'UTC' }).format(at) : date;
  };
};

/** A span of dates, each part said once: `15–23 Feb 2026`. */
export const useRangeText = (): ((from: CalendarDate, to: CalendarDate, options?: Intl.DateTimeFormatOptions) => string) => {
  const { locale } = useDesk();
  const dateText = useDateText();
  return (from, to, options = DATE) => {
    if (locale === 'en') return rangeInEnglish(from, to, options);
    const { year, ...withoutYear } = options;
    return `${dateText(from, options)}–${dateText(to, from.slice(0, 4) === to.slice(0, 4) ? withoutYear : { ...withoutYear, year })}`;
  };
};

const rangeInEnglish = (from: CalendarDate, to: CalendarDate, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).formatRange(Date.parse(from), Date.parse(to));
