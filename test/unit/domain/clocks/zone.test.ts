import { describe, expect, test } from '@jest/globals';
import { localDate, startOfDate } from '../../../../functions/domain/clocks/localDate.ts';
import { isTimeZone, offsetAt, offsetSpans } from '../../../../functions/domain/clocks/zone.ts';
import { DAY, HOUR, MINUTE } from '../../../../functions/domain/kernel/time.ts';

test.each(['Asia/Shanghai', 'europe/berlin', 'UTC', '+08:00', '-03:30', 'Etc/GMT-8'])('%j is a zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(['', 'Mars/Olympus', 'Asia/Shanghai ', '+25:00', 'CEST!', '__proto__', '8'])('%j is none', (name) => {
  expect(isTimeZone(name)).toBe(false);
  expect(() => offsetAt(name, 0)).toThrow(RangeError);
});

describe('offsets', () => {
  test.each([
    ['UTC', '2026-07-01T00:00Z', 0],
    ['Asia/Shanghai', '2026-07-01T00:00Z', 8 * HOUR],
    ['America/St_Johns', '2026-01-01T00:00Z', -(3 * HOUR + 30 * MINUTE)],
    ['Asia/Kathmandu', '2026-01-01T00:00Z', 5 * HOUR + 45 * MINUTE],
    ['Africa/Monrovia', '1970-01-01T00:00Z', -(44 * MINUTE + 30_000)],
  ])('of %s at %s', (zone, at, offset) => {
    expect(offsetAt(zone, Date.parse(at))).toBe(offset);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 1, 2],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', 2, 1],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 11, 10.5],
    ['Africa/Cairo', '2024-04-25T22:00:00Z', 2, 3],
    ['Africa/Casablanca', '2026-02-15T02:00:00Z', 1, 0],
    ['Africa/Casablanca', '2026-03-22T02:00:00Z', 0, 1],
    ['America/Havana', '2026-03-08T05:00:00Z', -5, -4],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', -10, 14],
    ['America/St_Johns', '2006-10-29T02:31:00Z', -2.5, -3.5],
    ['Africa/Monrovia', '1972-01-07T00:44:30Z', -(44.5 / 60), 0],
  ])('of %s change at %s, to the second', (zone, at, before, after) => {
    const change = Date.parse(at);
    expect(offsetSpans(zone, change - DAY, change + DAY)).toEqual([
      { from: change - DAY, to: change, offset: before * HOUR },
      { from: change, to: change + DAY, offset: after * HOUR },
    ]);
  });

  test.each([
    ['Asia/Gaza', '2040-10-20T00:00Z', '2040-10-26T23:00Z'],
    ['America/Recife', '2000-10-08T03:00Z', '2000-10-15T02:00Z'],
  ])('of %s are right where two changes are less than a week apart, wherever the span begins', (zone, first, second) => {
    const changes = [Date.parse(first), Date.parse(second)];
    for (let early = MINUTE; early < 8 * DAY; early += 30 * MINUTE) {
      const spans = offsetSpans(zone, Date.parse(first) - early, Date.parse(second) + DAY);
      expect(spans.slice(1).map(({ from }) => from)).toEqual(changes);
    }
  });

  test('of a year are without gaps', () => {
    const [from, to] = [Date.UTC(2026, 0), Date.UTC(2027, 0)];
    const spans = offsetSpans('America/New_York', from, to);
    expect(spans).toHaveLength(3);
    expect(spans.map((span) => span.from)).toEqual([from, ...spans.slice(0, -1).map((span) => span.to)]);
    expect(spans.at(-1)?.to).toBe(to);
  });

  test('a span that ends where the clocks change, or begins there, has one offset', () => {
    const change = Date.parse('2026-03-29T01:00Z');
    expect(offsetSpans('Europe/Berlin', change - DAY, change)).toEqual([{ from: change - DAY, to: change, offset: HOUR }]);
    expect(offsetSpans('Europe/Berlin', change, change + DAY)).toEqual([{ from: change, to: change + DAY, offset: 2 * HOUR }]);
  });
});

describe('dates of a zone', () => {
  test.each([
    ['Asia/Shanghai', '2026-02-11T15:59:59.999Z', '2026-02-11'],
    ['Asia/Shanghai', '2026-02-11T16:00:00.000Z', '2026-02-12'],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31'],
    ['America/New_York', '2024-03-01T04:59:59.000Z', '2024-02-29'],
  ])('in %s it is at %s the %s', (zone, at, date) => {
    expect(localDate(zone, at)).toBe(date);
  });

  test.each([
    ['Asia/Shanghai', '2026-02-12', '2026-02-11T16:00:00.000Z'],
    ['Asia/Shanghai', '1986-05-04', '1986-05-03T16:00:00.000Z'], // summer time began at 02:00 that day
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'], // has no midnight
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'], // has two
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'], // left out
    ['Etc/GMT+12', '2026-01-01', '2026-01-01T12:00:00.000Z'],
  ])('%s begins %s at %s', (zone, date, at) => {
    expect(startOfDate(zone, date)).toBe(at);
  });

  test('a date that does not exist has no beginning', () => {
    expect(() => startOfDate('Asia/Shanghai', '2026-02-29')).toThrow(RangeError);
  });
});
