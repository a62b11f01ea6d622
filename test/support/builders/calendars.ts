import fc from 'fast-check';
import type { Stop } from '../../../functions/domain/clocks/businessTime.ts';
import { WEEKDAYS, type Calendar, type Hours, type Week } from '../../../functions/domain/clocks/calendar.ts';
import { openTime, type OpenTime } from '../../../functions/domain/clocks/openTime.ts';
import { REGIONS } from '../../../functions/domain/clocks/regions/holidayYear.ts';
import { statutoryDays } from '../../../functions/domain/clocks/regions/statutory.ts';
import { calendarDate, DAY, HOUR, MINUTE, type CalendarDate } from '../../../functions/domain/kernel/time.ts';

/** The same hours on the days from Monday to Friday, or on as many as asked. */
export const weekOf = (hours: readonly Hours[], days = 5): Week => Object.fromEntries(WEEKDAYS.slice(0, days).map((name) => [name, hours]));

/** A calendar made ready, with the days of its region. */
export const ready = (calendar: Calendar): OpenTime => openTime(calendar, calendar.region && statutoryDays(calendar.region, []));

/** Moments around which a zone changes its clocks, or at which dates are odd in it. */
const ODD_MOMENTS: Readonly<Record<string, readonly string[]>> = {
  UTC: ['2023-12-31T20:00Z', '2024-02-29T12:00Z', '2096-02-29T12:00Z', '2098-12-31T20:00Z'],
  '+05:45': ['1999-12-31T18:15Z'],
  'Etc/GMT+12': ['2026-01-01T12:00Z'],
  'Pacific/Kiritimati': ['1994-12-31T10:00Z', '2025-12-31T10:00Z'], // has no 1994-12-31
  'Pacific/Apia': ['2011-12-30T10:00Z', '2010-09-26T11:00Z'], // has no 2011-12-30
  'Pacific/Kwajalein': ['1993-08-21T12:00Z'], // has no 1993-08-21
  'Europe/Berlin': ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2098-03-30T01:00Z', '1980-04-06T01:00Z'],
  'America/New_York': ['2026-03-08T07:00Z', '2026-11-01T06:00Z', '1974-01-06T07:00Z'],
  'America/Havana': ['2026-03-08T05:00Z', '2026-11-01T05:00Z'], // from midnight to one, and back to midnight
  'America/St_Johns': ['2006-04-02T03:31Z', '2006-10-29T02:31Z', '1988-04-03T03:31Z'], // at one minute past midnight; two hours in 1988
  'America/Recife': ['2000-10-08T03:00Z', '2000-10-15T02:00Z'], // two changes 167 hours apart
  'Asia/Gaza': ['2040-10-20T00:00Z', '2040-10-26T23:00Z'],
  'Asia/Kathmandu': ['1985-12-31T18:30Z'], // by a quarter of an hour
  'Asia/Pyongyang': ['2015-08-14T15:00Z', '2018-05-04T15:00Z'],
  'Asia/Shanghai': ['1986-05-03T18:00Z', '2025-01-26T04:00Z', '2026-12-31T16:00Z'],
  'Asia/Taipei': ['1974-03-31T16:00Z', '2026-02-16T04:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'], // by half an hour
  'Africa/Cairo': ['2024-04-25T22:00Z', '2024-10-31T21:00Z'],
  'Africa/Casablanca': ['2026-02-15T02:00Z', '2026-03-22T02:00Z'], // for the time of Ramadan
};

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const minutes = fc.oneof(fc.constantFrom(0, 1, 30, 60, 90, 120, 150, 180, 240, 1439, 1440), fc.integer({ min: 0, max: 1440 }));

/** Windows in order, apart or touching: up to so many. */
const windows = (least: number, most: number): fc.Arbitrary<readonly Hours[]> =>
  fc.tuple(fc.uniqueArray(minutes, { minLength: 2 * least, maxLength: 2 * most }), fc.boolean()).map(([edges, touching]) => {
    const sorted = edges.toSorted((a, b) => a - b).map(clock);
    return sorted
      .flatMap((from, index): Hours[] => {
        const to = sorted[index + 1];
        return to !== undefined && (touching || index % 2 === 0) ? [[from, to]] : [];
      })
      .slice(0, most);
  });

/** At least one day of the week has hours. */
const weeks: fc.Arbitrary<Week> = fc
  .tuple(
    fc.record(Object.fromEntries(WEEKDAYS.map((name) => [name, fc.oneof(fc.constant([]), windows(0, 4))] as const))),
    fc.constantFrom(...WEEKDAYS),
    windows(1, 4),
  )
  .map(([week, name, hours]) => ({ ...week, [name]: hours }));

const datesAround = (at: number): fc.Arbitrary<CalendarDate> =>
  fc.integer({ min: -25, max: 45 }).map((days) => calendarDate(Math.floor(at / DAY) + days));

const calendarsAround = (timeZone: string, at: number): fc.Arbitrary<Calendar> =>
  fc.record({
    timeZone: fc.constant(timeZone),
    weekly: weeks,
    region: fc.constantFrom(undefined, undefined, ...REGIONS),
    holidays: fc.uniqueArray(datesAround(at), { maxLength: 12 }),
    dates: fc.dictionary(datesAround(at), fc.oneof(fc.constantFrom('work' as const, 'off' as const), windows(0, 3)), { maxKeys: 8 }),
    changes: fc
      .uniqueArray(fc.record({ from: datesAround(at), weekly: weeks }), { selector: ({ from }) => from, maxLength: 2 })
      .map((changes) => changes.toSorted((a, b) => (a.from < b.from ? -1 : 1))),
  });

/** A calendar, and an instant around which much is special about it. */
export interface Setting {
  readonly calendar: Calendar;
  readonly around: number;
}

const anyMoment = fc.integer({ min: Date.UTC(1970, 2), max: Date.UTC(2099, 2) });

/** Calendars of zones with and without changes of their clocks; what is special lies around one instant. */
export const settings: fc.Arbitrary<Setting> = fc
  .constantFrom(...Object.entries(ODD_MOMENTS))
  .chain(([timeZone, moments]) =>
    fc.tuple(fc.constant(timeZone), fc.oneof(anyMoment, { arbitrary: fc.constantFrom(...moments.map((at) => Date.parse(at))), weight: 2 })),
  )
  .chain(([timeZone, around]) => calendarsAround(timeZone, around).map((calendar) => ({ calendar, around })));

/** A clock that runs: milliseconds, and stops that may overlap, nest, touch or be empty. */
export interface Running {
  readonly start: number;
  /** Open time, at most what the weeks after the start have, so that it ends before long. */
  readonly target: number;
  readonly stops: readonly Stop[];
}

/** Stops that begin in the days around an instant. `unit`: milliseconds that all of it is a multiple of. */
export const stopsAround = (start: number, unit = 1): fc.Arbitrary<readonly Stop[]> =>
  fc.array(
    fc
      .record({
        from: fc.integer({ min: -2 * DAY, max: 20 * DAY }),
        length: fc.oneof(fc.integer({ min: 0, max: 5 * DAY }), fc.integer({ min: 0, max: 5 * HOUR })),
      })
      .map(({ from, length }) => {
        const begin = Math.floor((start + from) / unit) * unit;
        return { from: begin, to: begin + Math.floor(length / unit) * unit };
      }),
    { maxLength: 5 },
  );

/** Clocks that start in the weeks around an instant, often where the calendar opens, closes or changes its clocks. */
export const clocksAround = (time: OpenTime, around: number, { days = 12, unit = 1 } = {}): fc.Arbitrary<Running> => {
  const edges = time
    .pieces(around - days * DAY, around + days * DAY)
    .flatMap(({ from, open }) => [from, ...open.flat()])
    .filter((at) => at % unit === 0);
  const starts = fc.oneof(
    fc.tuple(fc.constantFrom(...edges), fc.constantFrom(-unit, 0, unit)).map(([edge, near]) => edge + near),
    fc.integer({ min: -days * DAY, max: days * DAY }).map((apart) => Math.floor((around + apart) / unit) * unit),
  );
  return starts.chain((start) => {
    const most = Math.max(1, Math.floor(time.openBetween(start, start + 30 * DAY) / unit));
    return fc.record({
      start: fc.constant(start),
      target: fc
        .oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: Math.min(most, HOUR / Math.min(unit, MINUTE)) }))
        .map((units) => units * unit),
      stops: stopsAround(start, unit),
    });
  });
};
