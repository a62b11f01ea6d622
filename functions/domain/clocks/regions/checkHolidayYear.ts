import type { FieldError, FieldErrorCode } from '../../kernel/fieldError.ts';
import { calendarDate, dayNumber, weekday, type CalendarDate } from '../../kernel/time.ts';
import type { Holiday, HolidayYear } from './holidayYear.ts';

/** The holidays that every notice of the State Council names, each alone or together with another (国庆节、中秋节). */
export const CHINESE_HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

/** Days of one holiday at most; the longest that there was had 10. */
const LONGEST = 31;

/** Days between a holiday and a workday for it at most; the farthest that there was lay 11 days off. */
const FARTHEST = 30;

const SATURDAY = 5;

/**
 * Everything that is wrong with a list of statutory days of the right shape (X2); pointers begin with `pointer`. Each date must exist and belong to the
 * year or to its turn, no date may be named twice, make-up workdays are weekend days near their holiday, and a Chinese year has all its seven holidays.
 */
export const checkHolidayYear = (list: HolidayYear, pointer: string): readonly FieldError[] => [
  ...(Number.isInteger(list.year) && list.year >= 1970 && list.year <= 2099 ? [] : [error(`${pointer}/year`, 'years')]),
  ...(list.source.trim() === '' ? [error(`${pointer}/source`, 'required')] : []),
  ...list.holidays.flatMap((holiday, index) => checkHoliday(holiday, list.year, `${pointer}/holidays/${index}`)),
  ...checkTwice(list.holidays, `${pointer}/holidays`),
  ...checkMissing(list, `${pointer}/holidays`),
];

const error = (pointer: string, code: FieldErrorCode, values?: FieldError['values']): FieldError =>
  values ? { pointer, code, values } : { pointer, code };

const checkHoliday = ({ name, from, to, workdays }: Holiday, year: number, pointer: string): readonly FieldError[] => [
  ...(name.trim() === '' ? [error(`${pointer}/name`, 'required')] : []),
  ...checkDate(from, year, `${pointer}/from`),
  ...checkDate(to, year, `${pointer}/to`),
  ...(to < from ? [error(`${pointer}/to`, 'end-before-start')] : []),
  ...(dayNumber(to) - dayNumber(from) >= LONGEST ? [error(pointer, 'holiday-length', { max: LONGEST })] : []),
  ...workdays.flatMap((date, index) => [
    ...checkDate(date, year, `${pointer}/workdays/${index}`),
    ...(weekday(dayNumber(date)) < SATURDAY ? [error(`${pointer}/workdays/${index}`, 'workday-not-weekend', { date })] : []),
    ...(isFar(date, from, to) ? [error(`${pointer}/workdays/${index}`, 'workday-far', { date })] : []),
  ]),
];

const isFar = (date: CalendarDate, from: CalendarDate, to: CalendarDate): boolean =>
  dayNumber(from) - dayNumber(date) > FARTHEST || dayNumber(date) - dayNumber(to) > FARTHEST;

/** A break around New Year may begin in December, and have its workdays there. */
const checkDate = (date: CalendarDate, year: number, pointer: string): readonly FieldError[] => {
  if (Number.isNaN(dayNumber(date))) return [error(pointer, 'date')];
  const belongs = date >= `${year - 1}-12-01` && date <= `${year + 1}-01-31`;
  return belongs ? [] : [error(pointer, 'holiday-year', { date, year: String(year) })];
};

const checkTwice = (holidays: readonly Holiday[], pointer: string): readonly FieldError[] => {
  const errors: FieldError[] = [];
  const off = new Set<number>();
  holidays.forEach((holiday, index) => {
    const days = daysOff(holiday);
    const twice = days.find((day) => off.has(day));
    if (twice !== undefined) errors.push(error(`${pointer}/${index}`, 'holidays-overlap', { date: calendarDate(twice) }));
    for (const day of days) off.add(day);
  });
  const worked = new Set<number>();
  holidays.forEach(({ workdays }, index) => {
    workdays.forEach((date, place) => {
      const day = dayNumber(date);
      if (Number.isNaN(day)) return;
      if (off.has(day)) errors.push(error(`${pointer}/${index}/workdays/${place}`, 'workday-in-holiday', { date }));
      if (worked.has(day)) errors.push(error(`${pointer}/${index}/workdays/${place}`, 'repeated'));
      worked.add(day);
    });
  });
  return errors;
};

const daysOff = ({ from, to }: Holiday): readonly number[] => {
  const first = dayNumber(from);
  const length = dayNumber(to) - first + 1;
  return length > 0 && length <= LONGEST ? Array.from({ length }, (_, index) => first + index) : [];
};

const checkMissing = ({ region, holidays }: HolidayYear, pointer: string): readonly FieldError[] => {
  const named = new Set(holidays.flatMap(({ name }) => name.split('、')));
  const missing = region === 'CN' ? CHINESE_HOLIDAYS.filter((name) => !named.has(name)) : [];
  return missing.map((name) => error(pointer, 'holiday-missing', { name }));
};
