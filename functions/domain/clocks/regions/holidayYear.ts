import type { CalendarDate } from '../../kernel/time.ts';

/** Regions with statutory days of their own. A region belongs to the team or the customer, never to a language. */
export const REGIONS = ['CN', 'TW'] as const;
export type Region = (typeof REGIONS)[number];

/** Days off in a row, with the days on which they are made up for (调休). */
export interface Holiday {
  /** As its region writes it, for example 国庆节. */
  readonly name: string;
  readonly from: CalendarDate;
  /** Last day off, the same as `from` for a single day. */
  readonly to: CalendarDate;
  /** Weekend dates that become workdays for it. */
  readonly workdays: readonly CalendarDate[];
}

/** The statutory days of one region in one year (X2). A notice may also name days of the year before or after, as for a New Year's break that begins in December. */
export interface HolidayYear {
  readonly region: Region;
  readonly year: number;
  /** The notice or law that the days come from. */
  readonly source: string;
  /** False for days that are only projected from the law because the notice is not out or not entered yet. */
  readonly confirmed: boolean;
  readonly holidays: readonly Holiday[];
}
