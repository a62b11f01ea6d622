import { addMonths, MOST_MONTHS } from '../clocks/months.ts';
import { festivals } from '../clocks/regions/lunar.ts';
import type { Terms } from '../contract/model.ts';
import { calendarDate, type CalendarDate } from '../kernel/time.ts';
import type { Festival, Occasion } from './rules.ts';

/** One day of an occasion, and what tells it from the others. */
export interface Occurrence {
  readonly on: CalendarDate;
  /** Number or year of the occurrence; missing for what comes once. */
  readonly of?: number | undefined;
  /** True where it is the customer's day and not the contract's: once for each customer, on that day or never. */
  readonly personal: boolean;
}

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

const years = (from: CalendarDate, to: CalendarDate): readonly number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n);

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
    found.push({ on, of: n, personal: false });
  }
  return found;
};

const occurrences = (terms: Terms, when: Occasion, from: CalendarDate, to: CalendarDate): readonly Occurrence[] => {
  const { signedOn, deliveredOn, customer } = terms;
  switch (when.kind) {
    case 'delivery':
      return deliveredOn === undefined ? [] : [{ on: deliveredOn, personal: false }];
    case 'after':
      return [{ on: addMonths(signedOn, when.months), personal: false }];
    case 'every':
      return everyMonths(terms, when.months, to);
    case 'birthday': {
      const { birthday } = customer;
      if (birthday === undefined) return [];
      return years(from, to)
        .filter((year) => year >= yearOf(birthday))
        .map((year) => ({ on: addMonths(birthday, (year - yearOf(birthday)) * 12), of: year, personal: true }));
    }
    case 'festival':
      return years(from, to).flatMap((year) => {
        const on = festivalIn(year, when.festival);
        return on === undefined ? [] : [{ on, of: year, personal: true }];
      });
    case 'date':
      return [{ on: when.on, personal: true }];
  }
};

/** When an occasion comes for a contract, from one day to another, both included. Someone born on 29 February is greeted on the 28th in other years. */
export const occurrencesOf = (terms: Terms, when: Occasion, from: CalendarDate, to: CalendarDate): readonly Occurrence[] =>
  occurrences(terms, when, from, to).filter(({ on }) => on >= from && on <= to);
