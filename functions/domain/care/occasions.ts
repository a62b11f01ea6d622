import { addMonths, MOST_MONTHS } from '../clocks/months.ts';
import { festivals } from '../clocks/regions/lunar.ts';
import type { Terms } from '../contract/model.ts';
import { calendarDate, type CalendarDate } from '../kernel/time.ts';
import type { Festival, Occasion } from './rules.ts';

/** Days after which a mail that has no day of its own is no longer worth sending. */
export const STALE_DAYS = 14;

/** One day of an occasion, and what tells it from the others. */
export interface Occurrence {
  readonly on: CalendarDate;
  /** Months after signing, year, or year and month (202606) of the occurrence; missing for what comes once. */
  readonly of?: number | undefined;
  /** True where it is the customer's day and not the contract's: once for each customer. */
  readonly personal: boolean;
  /** Days after it on which its mail still makes sense: a greeting is sent on its day or never. */
  readonly lasts: number;
}

const OF_CONTRACT = { personal: false, lasts: STALE_DAYS } as const;
const GREETING = { personal: true, lasts: 0 } as const;
const NEWS = { personal: true, lasts: STALE_DAYS } as const;

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

const years = (from: CalendarDate, to: CalendarDate): readonly number[] =>
  Array.from({ length: Math.max(0, yearOf(to) - yearOf(from) + 1) }, (_, n) => yearOf(from) + n);

const festivalIn = (year: number, festival: Festival): CalendarDate | undefined => {
  if (festival === 'new-year') return `${year}-01-01`;
  const days = festivals(year);
  if (!days) return undefined;
  return calendarDate({ 'lunar-new-year': days.newYear, 'dragon-boat': days.dragonBoat, 'mid-autumn': days.midAutumn }[festival]);
};

const everyMonths = ({ signedOn }: Terms, months: number, to: CalendarDate): readonly Occurrence[] => {
  const found: Occurrence[] = [];
  for (let n = 1; n * months <= MOST_MONTHS; n += 1) {
    const on = addMonths(signedOn, n * months);
    if (on > to) break;
    found.push({ on, of: n * months, ...OF_CONTRACT });
  }
  return found;
};

const dayOfMonth = (year: number, month: number, day: number): CalendarDate => {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [year, month, Math.min(day, lastDay)].map((part) => String(part).padStart(2, '0')).join('-');
};

const birthdays = (birthday: CalendarDate, from: CalendarDate, to: CalendarDate): readonly Occurrence[] => {
  const [born = 0, month = 0, day = 0] = birthday.split('-').map(Number);
  return years(from, to)
    .filter((year) => year > born)
    .map((year) => ({ on: dayOfMonth(year, month, day), of: year, ...GREETING }));
};

const occurrences = (terms: Terms, when: Occasion, from: CalendarDate, to: CalendarDate): readonly Occurrence[] => {
  const { signedOn, deliveredOn, customer } = terms;
  switch (when.kind) {
    case 'delivery':
      return deliveredOn === undefined ? [] : [{ on: deliveredOn, ...OF_CONTRACT }];
    case 'after':
      return [{ on: addMonths(signedOn, when.months), ...OF_CONTRACT }];
    case 'every':
      return everyMonths(terms, when.months, to);
    case 'birthday':
      return customer.birthday === undefined ? [] : birthdays(customer.birthday, from, to);
    case 'festival':
      return years(from, to).flatMap((year) => {
        const on = festivalIn(year, when.festival);
        return on === undefined ? [] : [{ on, of: year, ...GREETING }];
      });
    case 'calendar':
      return years(from, to).flatMap((year) =>
        when.months.map((month) => ({ on: dayOfMonth(year, month, when.day), of: year * 100 + month, ...NEWS })),
      );
    case 'date':
      return [{ on: when.on, ...NEWS }];
  }
};

/** When an occasion comes for a contract, from one day to another, both included. Someone born on 29 February is greeted on the 28th in other years. */
export const occurrencesOf = (terms: Terms, when: Occasion, from: CalendarDate, to: CalendarDate): readonly Occurrence[] =>
  occurrences(terms, when, from, to).filter(({ on }) => on >= from && on <= to);
