import { calendarDate, DAY, dayNumber, type CalendarDate, type Instant } from '../kernel/time.ts';
import type { Region } from './regions/holidayYear.ts';
import { offsetAt, offsetSpans } from './zone.ts';

/** The zone whose days count for a region. */
export const REGION_ZONE = { CN: 'Asia/Shanghai', TW: 'Asia/Taipei' } as const satisfies Record<Region, string>;

/** The date on the wall of a zone at an instant. */
export const localDate = (timeZone: string, at: Instant): CalendarDate => {
  const ms = Date.parse(at);
  return calendarDate(Math.floor((ms + offsetAt(timeZone, ms)) / DAY));
};

/** The instant at which a date begins in a zone, or would begin where the zone left that date out. Throws `RangeError` for a date that does not exist. */
export const startOfDate = (timeZone: string, date: CalendarDate): Instant => {
  const midnight = dayNumber(date) * DAY;
  const starts = offsetSpans(timeZone, midnight - DAY, midnight + DAY).flatMap(({ from, to, offset }) => {
    const start = Math.max(from, midnight - offset);
    return start < to ? [start] : [];
  });
  return new Date(starts[0] ?? NaN).toISOString();
};
