import { calendarDate, DAY, dayNumber, MINUTE, type CalendarDate, type Instant } from '../kernel/time.ts';
import type { Region } from './regions/holidayYear.ts';
import { offsetAt, offsetSpans } from './zone.ts';

/** The zone whose days count for a region. */
export const REGION_ZONE = { CN: 'Asia/Shanghai', TW: 'Asia/Taipei' } as const satisfies Record<Region, string>;

/** The date on the wall of a zone at an instant. */
export const localDate = (timeZone: string, at: Instant): CalendarDate => {
  const ms = Date.parse(at);
  return calendarDate(Math.floor((ms + offsetAt(timeZone, ms)) / DAY));
};

/** Minutes since midnight on the wall of a zone at an instant. */
export const localMinutes = (timeZone: string, at: Instant): number => {
  const ms = Date.parse(at);
  const wall = ms + offsetAt(timeZone, ms);
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE);
};

/** The first instant at which the wall of a zone shows that many minutes of a date, or would show them where the zone left them out. Throws `RangeError` for a date that does not exist. */
export const instantOn = (timeZone: string, date: CalendarDate, minutes: number): Instant => {
  const wall = dayNumber(date) * DAY + minutes * MINUTE;
  const starts = offsetSpans(timeZone, wall - DAY, wall + DAY).flatMap(({ from, to, offset }) => {
    const start = Math.max(from, wall - offset);
    return start < to ? [start] : [];
  });
  return new Date(starts[0] ?? NaN).toISOString();
};

/** The instant at which a date begins in a zone. Throws `RangeError` for a date that does not exist. */
export const startOfDate = (timeZone: string, date: CalendarDate): Instant => instantOn(timeZone, date, 0);
