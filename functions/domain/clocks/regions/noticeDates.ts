import { dayNumber, weekday, type CalendarDate } from '../../kernel/time.ts';
import type { NoticeError } from './notice.ts';

/** 2026年2月15日（农历腊月二十八、周日），where year and month may be those of the date before. */
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^（）]*)）)?/gu;
const WEEKDAY = /^(?:周|星期)([一二三四五六日天])$/u;
const LUNAR = /^农历/u;
const WEEKDAYS = '一二三四五六日';

/**
 * The dates of a phrase, in order. What stands between them must fit `between`; a date must exist, and be the weekday that its brackets say. A date
 * without a year is of the notice's year, or of that of the date before.
 */
export const noticeDates = (
  phrase: string,
  noticeYear: number,
  between: RegExp,
  text: string,
): { readonly dates: readonly CalendarDate[]; readonly errors: readonly NoticeError[] } => {
  const unreadable: NoticeError = { code: 'notice-unreadable', text };
  const errors: NoticeError[] = between.test(phrase.replace(DATE, '')) ? [] : [unreadable];
  const dates: CalendarDate[] = [];
  let year = String(noticeYear);
  let month: string | undefined;
  for (const [, ownYear, ownMonth, day = '', brackets] of phrase.matchAll(DATE)) {
    year = ownYear ?? year;
    month = ownMonth ?? month;
    const date = `${year}-${(month ?? '').padStart(2, '0')}-${day.padStart(2, '0')}`;
    dates.push(date);
    if (month === undefined) errors.push(unreadable);
    else if (Number.isNaN(dayNumber(date))) errors.push({ code: 'date', text });
    else errors.push(...checkBrackets(brackets, date, text));
  }
  return { dates, errors: dates.length === 0 && errors.length === 0 ? [unreadable] : errors };
};

const checkBrackets = (brackets: string | undefined, date: CalendarDate, text: string): readonly NoticeError[] =>
  (brackets?.split(/[、，]/u) ?? []).flatMap((note): readonly NoticeError[] => {
    const said = WEEKDAY.exec(note)?.[1]?.replace('天', '日');
    if (said === undefined) return LUNAR.test(note) ? [] : [{ code: 'notice-unreadable', text }];
    return WEEKDAYS.indexOf(said) === weekday(dayNumber(date)) ? [] : [{ code: 'notice-weekday', text, values: { date } }];
  });
