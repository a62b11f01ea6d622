import { describe, expect, test } from '@jest/globals';
import type { Calendar, Hours } from '../../../../functions/domain/clocks/calendar.ts';
import { COUNTABLE } from '../../../../functions/domain/clocks/openTime.ts';
import { DAY, HOUR, MINUTE } from '../../../../functions/domain/kernel/time.ts';
import { ready, weekOf } from '../../../support/builders/calendars.ts';

/** Open hours of a calendar between two instants. */
const hours = (calendar: Calendar, from: string, to: string): number =>
  ready(calendar).openBetween(Date.parse(from), Date.parse(to)) / HOUR;

const daily = (timeZone: string, ...windows: Hours[]): Calendar => ({ timeZone, weekly: weekOf(windows, 7) });
const after = (calendar: Calendar, start: string, open: number): string => {
  const at = ready(calendar).after(Date.parse(start), open * HOUR);
  return at === undefined ? 'never' : new Date(at).toISOString();
};

describe('hours', () => {
  test('with a break count outside of it', () => {
    const calendar = daily('UTC', ['08:00', '13:00'], ['14:00', '18:00']);
    expect(hours(calendar, '2026-06-01T00:00Z', '2026-06-02T00:00Z')).toBe(9);
    expect(hours(calendar, '2026-06-01T12:30Z', '2026-06-01T14:30Z')).toBe(1);
    expect(hours(calendar, '2026-06-01T13:00Z', '2026-06-01T14:00Z')).toBe(0);
    expect(after(calendar, '2026-06-01T12:30Z', 1)).toBe('2026-06-01T14:30:00.000Z');
  });

  test('count in any order in which they are written', () => {
    expect(after(daily('UTC', ['14:00', '18:00'], ['08:00', '13:00']), '2026-06-01T12:30Z', 1)).toBe('2026-06-01T14:30:00.000Z');
  });

  test('until 24:00 go on at 00:00 of the next day', () => {
    const calendar = daily('Asia/Shanghai', ['00:00', '06:00'], ['22:00', '24:00']);
    expect(hours(calendar, '2026-06-01T13:00Z', '2026-06-01T23:00Z')).toBe(8);
    expect(after(calendar, '2026-06-01T14:00Z', 2)).toBe('2026-06-01T16:00:00.000Z');
    expect(after(calendar, '2026-06-01T14:00Z', 2.5)).toBe('2026-06-01T16:30:00.000Z');
  });

  test('around the clock are all of the time', () => {
    const calendar = daily('America/New_York', ['00:00', '24:00']);
    expect(hours(calendar, '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toBe(365 * 24);
    expect(hours(calendar, '2024-01-01T00:00Z', '2025-01-01T00:00Z')).toBe(366 * 24);
    expect(ready(calendar).openBetween(COUNTABLE.from, COUNTABLE.to)).toBe(COUNTABLE.to - COUNTABLE.from);
  });

  test('that touch are one', () => {
    const calendar = daily('UTC', ['09:00', '12:00'], ['12:00', '15:00']);
    expect(after(calendar, '2026-06-01T09:00Z', 3)).toBe('2026-06-01T12:00:00.000Z');
    expect(after(calendar, '2026-06-01T09:00Z', 6)).toBe('2026-06-01T15:00:00.000Z');
  });
});

describe('the end of some open time', () => {
  const office: Calendar = { timeZone: 'UTC', weekly: weekOf([['09:00', '17:00']]) };

  test('is closing time when it fits exactly, not the next opening', () => {
    expect(after(office, '2026-06-05T16:00Z', 1)).toBe('2026-06-05T17:00:00.000Z');
    expect(after(office, '2026-06-05T16:00Z', 1 + 1 / HOUR)).toBe('2026-06-08T09:00:00.001Z');
  });

  test('begins to count at the next opening', () => {
    expect(after(office, '2026-06-05T17:00Z', 1)).toBe('2026-06-08T10:00:00.000Z');
    expect(after(office, '2026-06-06T12:00Z', 8)).toBe('2026-06-08T17:00:00.000Z');
  });

  test('is the start itself for none', () => {
    expect(after(office, '2026-06-06T12:00Z', 0)).toBe('2026-06-06T12:00:00.000Z');
  });

  test('lies as many years away as it takes', () => {
    const days = 261 + 261; // workdays of 2026 and 2027
    expect(after(office, '2026-01-01T00:00Z', days * 8)).toBe('2027-12-31T17:00:00.000Z');
    expect(after(office, '2026-01-01T00:00Z', days * 8 + 1)).toBe('2028-01-03T10:00:00.000Z');
  });

  test('is none when it does not come before 2100', () => {
    expect(after(office, '2099-12-31T12:00Z', 5)).toBe('2099-12-31T17:00:00.000Z');
    expect(after(office, '2099-12-31T12:00Z', 5 + 1 / HOUR)).toBe('never');
    expect(after(office, '1970-01-01T00:00Z', 1e9)).toBe('never');
    expect(after(office, '2100-01-01T00:00Z', 1)).toBe('never');
  });
});

describe('dates', () => {
  const office: Calendar = {
    timeZone: 'UTC',
    weekly: {
      mon: [['10:00', '12:00']],
      tue: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    },
  };
  const monday = (more: Partial<Calendar>): number => hours({ ...office, ...more }, '2026-06-01T00:00Z', '2026-06-02T00:00Z');
  const sunday = (more: Partial<Calendar>): number => hours({ ...office, ...more }, '2026-06-07T00:00Z', '2026-06-08T00:00Z');

  test('are as their weekday says', () => {
    expect([monday({}), sunday({})]).toEqual([2, 0]);
  });

  test('may be off, by the list of holidays or by their own entry', () => {
    expect(monday({ holidays: ['2026-06-01'] })).toBe(0);
    expect(monday({ dates: { '2026-06-01': 'off' } })).toBe(0);
    expect(monday({ dates: { '2026-06-01': [] } })).toBe(0);
  });

  test('may have hours of their own, whatever the holidays say', () => {
    expect(monday({ dates: { '2026-06-01': [['08:00', '18:00']] }, holidays: ['2026-06-01'] })).toBe(10);
    expect(sunday({ dates: { '2026-06-07': [['23:00', '24:00']] } })).toBe(1);
  });

  test('that become workdays have the hours of their weekday, or else of the first open weekday from Monday', () => {
    expect(sunday({ dates: { '2026-06-07': 'work' } })).toBe(2);
    expect(monday({ dates: { '2026-06-01': 'work' }, holidays: ['2026-06-01'] })).toBe(2);
    expect(sunday({ weekly: { tue: office.weekly.tue ?? [], sat: [['09:00', '10:00']] }, dates: { '2026-06-07': 'work' } })).toBe(7);
  });

  test('are those of the zone, not of UTC', () => {
    const calendar: Calendar = { ...daily('Pacific/Kiritimati', ['00:00', '24:00']), holidays: ['2026-01-01'] };
    expect(hours(calendar, '2025-12-31T10:00Z', '2026-01-01T10:00Z')).toBe(0);
    expect(hours(calendar, '2025-12-31T09:00Z', '2026-01-01T11:00Z')).toBe(2);
  });

  test('on the leap day count', () => {
    const calendar: Calendar = { timeZone: 'Asia/Shanghai', weekly: weekOf([['09:00', '17:00']]) };
    expect(after(calendar, '2024-02-28T09:00Z', 8)).toBe('2024-02-29T09:00:00.000Z');
    expect(after({ ...calendar, dates: { '2024-02-29': 'off' } }, '2024-02-28T09:00Z', 8)).toBe('2024-03-01T09:00:00.000Z');
    expect(after(calendar, '2096-02-28T09:00Z', 8)).toBe('2096-02-29T09:00:00.000Z');
  });

  test('alone may be all that a calendar has', () => {
    const calendar: Calendar = {
      timeZone: 'Asia/Tokyo',
      weekly: {},
      dates: { '2026-06-07': [['10:00', '12:00']], '2031-01-01': [['00:00', '01:00']] },
    };
    expect(after(calendar, '2026-01-01T00:00Z', 2)).toBe('2026-06-07T03:00:00.000Z');
    expect(after(calendar, '2026-01-01T00:00Z', 3)).toBe('2030-12-31T16:00:00.000Z');
    expect(after(calendar, '2026-01-01T00:00Z', 4)).toBe('never');
  });
});

describe('hours that change from a date', () => {
  const calendar: Calendar = {
    timeZone: 'UTC',
    weekly: weekOf([['09:00', '10:00']], 7),
    changes: [
      { from: '2026-06-03', weekly: weekOf([['09:00', '12:00']], 7) },
      { from: '2026-06-05', weekly: { sun: [['00:00', '24:00']] } },
    ],
  };

  test('count on that date and later, and not before', () => {
    const days = ['01', '02', '03', '04', '05', '06', '07'].map((day) => hours(calendar, `2026-06-${day}T00:00Z`, `2026-06-${day}T24:00Z`));
    expect(days).toEqual([1, 1, 3, 3, 0, 0, 24]);
  });

  test('give a workday the hours of the week that counts then', () => {
    expect(hours({ ...calendar, dates: { '2026-06-05': 'work' } }, '2026-06-05T00:00Z', '2026-06-06T00:00Z')).toBe(24);
  });
});

describe('where the clocks change', () => {
  test.each([
    // zone, the window of every day, the day in UTC, open hours of it
    ['Europe/Berlin', ['02:00', '03:00'], '2026-03-29T00:00Z', 0], // skipped: dropped
    ['Europe/Berlin', ['01:00', '04:00'], '2026-03-29T00:00Z', 2],
    ['Europe/Berlin', ['02:30', '04:00'], '2026-03-29T00:00Z', 1], // what is left of it
    ['Europe/Berlin', ['01:30', '02:30'], '2026-03-29T00:00Z', 0.5],
    ['Europe/Berlin', ['02:00', '03:00'], '2026-10-24T23:00Z', 2], // comes twice: every real second
    ['Europe/Berlin', ['02:15', '02:30'], '2026-10-24T23:00Z', 0.5],
    ['America/New_York', ['09:00', '17:00'], '2026-03-08T05:00Z', 8],
    ['Australia/Lord_Howe', ['01:30', '02:00'], '2026-04-04T13:00Z', 1], // back by half an hour at 02:00
    ['Australia/Lord_Howe', ['02:00', '03:00'], '2026-10-03T13:30Z', 0.5], // on by half an hour at 02:00
    ['Africa/Cairo', ['00:00', '01:00'], '2024-04-25T22:00Z', 0], // the day begins at 01:00
    ['Africa/Cairo', ['23:00', '24:00'], '2024-10-31T10:00Z', 2], // back at midnight: the last hour twice
    ['Africa/Casablanca', ['02:00', '03:00'], '2026-02-15T00:00Z', 2], // back for the time of Ramadan
    ['Africa/Casablanca', ['02:00', '03:00'], '2026-03-22T00:00Z', 0],
    ['America/Havana', ['00:00', '01:00'], '2026-03-08T04:30Z', 0], // no midnight
    ['America/Havana', ['00:00', '01:00'], '2026-11-01T03:30Z', 2], // two
    ['America/St_Johns', ['00:00', '00:30'], '2006-04-02T03:30Z', 1 / 60], // at one minute past midnight
  ] as const)('in %s, %j on the day from %s is open for %d hours', (zone, window, from, open) => {
    const start = Date.parse(from);
    expect(ready(daily(zone, window)).openBetween(start, start + 20 * HOUR)).toBe(Math.round(open * HOUR));
  });

  test('a date that the zone leaves out has no hours', () => {
    const calendar: Calendar = { timeZone: 'Pacific/Apia', weekly: {}, dates: { '2011-12-30': [['00:00', '24:00']] } };
    expect(hours(calendar, '2011-12-01T00:00Z', '2012-02-01T00:00Z')).toBe(0);
    expect(after(daily('Pacific/Apia', ['09:00', '17:00']), '2011-12-30T03:00Z', 1)).toBe('2011-12-30T20:00:00.000Z');
    expect(hours(daily('Pacific/Apia', ['09:00', '17:00']), '2011-12-28T10:00Z', '2012-01-01T10:00Z')).toBe(4 * 8);
  });

  test('a year in a zone with summer time is as long as any', () => {
    expect(hours(daily('Europe/Berlin', ['00:00', '24:00']), '2025-12-31T23:00Z', '2026-12-31T23:00Z')).toBe(365 * 24);
    expect(hours(daily('Europe/Berlin', ['01:00', '04:00']), '2025-12-31T23:00Z', '2026-12-31T23:00Z')).toBe(365 * 3);
  });

  test('two changes within a week both count', () => {
    const calendar = daily('Asia/Gaza', ['00:00', '24:00']);
    const start = Date.parse('2040-10-19T23:30Z');
    const pieces = ready(calendar).pieces(start, start + 8 * DAY);
    expect(pieces.filter(({ from, to }) => to - from < DAY).map(({ from }) => new Date(from).toISOString())).toContain(
      '2040-10-26T23:00:00.000Z',
    );
    expect(pieces[0]?.from).toBe(start);
  });
});

describe('year ends', () => {
  const nights = (timeZone: string): Calendar => daily(timeZone, ['00:00', '02:00'], ['22:00', '24:00']);

  test.each(['UTC', 'Asia/Shanghai', 'Pacific/Kiritimati', 'America/New_York', 'Etc/GMT+12'])('pass without a gap in %s', (zone) => {
    const time = ready(nights(zone));
    for (const year of [1971, 2000, 2024, 2026, 2099]) {
      const middle = Date.UTC(year, 0);
      expect(time.openBetween(middle - 3 * DAY, middle + 3 * DAY)).toBe(6 * 4 * HOUR);
      expect(time.openBetween(middle - DAY, middle) + time.openBetween(middle, middle + DAY)).toBe(8 * HOUR);
      const start = middle - 5 * HOUR;
      for (const open of [1, HOUR, 4 * HOUR, 8 * HOUR]) {
        const end = time.after(start, open) ?? NaN;
        expect([time.openBetween(start, end), time.openBetween(start, end - 1)]).toEqual([open, open - 1]);
      }
    }
  });

  test('an open window across the end of the UTC year is one', () => {
    expect(after(daily('Asia/Shanghai', ['07:00', '09:00']), '2025-12-31T23:30Z', 0.5)).toBe('2026-01-01T00:00:00.000Z');
    expect(after(daily('Asia/Shanghai', ['07:00', '09:00']), '2025-12-31T23:30Z', 1)).toBe('2026-01-01T00:30:00.000Z');
  });

  test('days of a region are those of the local year', () => {
    const calendar: Calendar = { timeZone: 'Asia/Shanghai', region: 'CN', weekly: weekOf([['00:00', '24:00']], 7) };
    // 2026-01-01 to 03 are off, in Shanghai.
    expect(hours(calendar, '2025-12-31T15:00Z', '2026-01-03T17:00Z')).toBe(2);
  });
});

describe('years without confirmed days', () => {
  const china = ready({ timeZone: 'Asia/Shanghai', region: 'CN', weekly: weekOf([['09:00', '24:00']]) });
  const years = (from: string, to: string) => china.unconfirmedYears(Date.parse(from), Date.parse(to));

  test('are named as soon as a span reaches into them, by local time', () => {
    expect(years('2098-12-31T15:00Z', '2098-12-31T15:59:59.999Z')).toEqual([2098]);
    expect(years('2098-12-31T15:00Z', '2098-12-31T16:00Z')).toEqual([2098]); // ends with the year
    expect(years('2098-12-31T15:00Z', '2098-12-31T16:00:00.001Z')).toEqual([2098, 2099]);
    expect(years('2098-12-31T16:00Z', '2099-01-01T00:00Z')).toEqual([2099]);
    expect(years('2024-06-01T00:00Z', '2025-06-01T00:00Z')).toEqual([]);
    expect(years('2098-12-31T16:00Z', '2098-12-31T16:00Z')).toEqual([]);
  });

  test('are none without a region', () => {
    expect(ready(daily('Asia/Shanghai', ['09:00', '17:00'])).unconfirmedYears(0, COUNTABLE.to)).toEqual([]);
  });
});

test('instants that cannot be counted are refused', () => {
  const time = ready(daily('UTC', ['09:00', '17:00']));
  expect(() => time.openBetween(-1, 1)).toThrow(RangeError);
  expect(() => time.openBetween(0, COUNTABLE.to + 1)).toThrow(RangeError);
  expect(() => time.after(NaN, 1)).toThrow(RangeError);
  expect(time.openBetween(COUNTABLE.from, COUNTABLE.from + DAY)).toBe(8 * HOUR);
  expect(time.openBetween(COUNTABLE.to - DAY, COUNTABLE.to)).toBe(8 * HOUR);
  expect(time.openBetween(5, 4)).toBe(0);
});

test('the pieces of a span are its dates, cut where the clocks change', () => {
  const time = ready(daily('Europe/Berlin', ['00:00', '05:00']));
  const pieces = time.pieces(Date.parse('2026-03-28T12:00Z'), Date.parse('2026-03-29T12:00:00.5Z'));
  expect(pieces.map(({ from, to }) => [from, to].map((at) => new Date(at).toISOString().slice(8, 19)))).toEqual([
    ['28T12:00:00', '28T23:00:00'],
    ['28T23:00:00', '29T01:00:00'],
    ['29T01:00:00', '29T12:00:01'],
  ]);
  expect(pieces.map(({ open }) => open.map(([from, to]) => (to - from) / MINUTE))).toEqual([[], [120], [120]]);
});
