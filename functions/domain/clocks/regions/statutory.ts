import { DAY, dayNumber } from '../../kernel/time.ts';
import { CHINA } from './china.ts';
import type { HolidayYear, Region } from './holidayYear.ts';
import { projectChina } from './projectChina.ts';
import { projectTaiwan } from './projectTaiwan.ts';
import { TAIWAN } from './taiwan.ts';

/** What the law or a notice says about a day that is not simply what its weekday says. */
export interface StatutoryDay {
  readonly kind: 'off' | 'work';
  /** The holiday that the day belongs to or makes up for. */
  readonly name: string;
}

/** Statutory days of one region (X2). Years are compiled when first asked for, then kept. */
export interface StatutoryDays {
  readonly region: Region;
  /** The list in force for a year: imported, else built in, else projected from the law. */
  readonly yearOf: (year: number) => HolidayYear;
  /** What is special about the day that many days after 1970-01-01; undefined for a plain weekday or weekend day. */
  readonly dayOf: (day: number) => StatutoryDay | undefined;
  /** Whether the days of a year come from its notice or calendar. */
  readonly isConfirmed: (year: number) => boolean;
}

const REGIONAL = {
  CN: { builtIn: CHINA, project: projectChina },
  TW: { builtIn: TAIWAN, project: projectTaiwan },
} as const;

/** The statutory days of a region. Of several imported lists for one year the last wins; lists of other regions are passed over. */
export const statutoryDays = (region: Region, imported: readonly HolidayYear[]): StatutoryDays => {
  const { builtIn, project } = REGIONAL[region];
  const known = new Map([...builtIn, ...imported].filter((list) => list.region === region).map((list) => [list.year, list]));
  const lists = memo((year) => known.get(year) ?? project(year));
  const daysOf = memo((year) => compile(year, lists));
  let latest = { from: 0, to: 0, days: new Map<number, StatutoryDay>() };
  return {
    region,
    yearOf: lists,
    isConfirmed: (year) => lists(year).confirmed,
    dayOf: (day) => {
      if (!(day >= latest.from && day < latest.to)) {
        const year = yearOfDay(day);
        latest = { from: Date.UTC(year, 0) / DAY, to: Date.UTC(year + 1, 0) / DAY, days: daysOf(year) };
      }
      return latest.days.get(day);
    },
  };
};

const yearOfDay = (day: number): number => new Date(day * DAY).getUTCFullYear();

const memo = <T>(compute: (year: number) => T): ((year: number) => T) => {
  const kept = new Map<number, T>();
  return (year) => {
    const found = kept.get(year) ?? compute(year);
    kept.set(year, found);
    return found;
  };
};

/**
 * The special days of one year, which its own list names or that of the year before or after: later lists over earlier ones, confirmed ones over
 * projected ones. Where the year's own list is confirmed, projections of its neighbours say nothing about it.
 */
const compile = (year: number, lists: (year: number) => HolidayYear): Map<number, StatutoryDay> => {
  const around = [lists(year - 1), lists(year), lists(year + 1)];
  const confirmed = around.filter((list) => list.confirmed);
  const projected = lists(year).confirmed ? [] : around.filter((list) => !list.confirmed);
  const days = new Map<number, StatutoryDay>();
  for (const list of [...projected, ...confirmed]) {
    for (const [day, special] of specialDays(list)) {
      if (yearOfDay(day) === year) days.set(day, special);
    }
  }
  return days;
};

const specialDays = function* ({ holidays }: HolidayYear): Generator<[number, StatutoryDay]> {
  for (const { name, from, to, workdays } of holidays) {
    const last = dayNumber(to);
    for (let day = dayNumber(from); day <= last; day++) yield [day, { kind: 'off', name }];
    for (const date of workdays) yield [dayNumber(date), { kind: 'work', name }];
  }
};
