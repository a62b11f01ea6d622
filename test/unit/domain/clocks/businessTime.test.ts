import { describe, expect, test } from '@jest/globals';
import { dueTime, elapsed, type Stop } from '../../../../functions/domain/clocks/businessTime.ts';
import type { Calendar, Hours } from '../../../../functions/domain/clocks/calendar.ts';
import { HOUR, MINUTE } from '../../../../functions/domain/kernel/time.ts';
import { ready, weekOf } from '../../../support/builders/calendars.ts';

const SECOND = 1000;
const stop = (from: string, to: string): Stop => ({ from: Date.parse(from), to: Date.parse(to) });
const due = (calendar: Calendar, start: string, target: number, ...stops: Stop[]): string => {
  const at = dueTime(ready(calendar), Date.parse(start), target, stops);
  return at === undefined ? 'never' : new Date(at).toISOString().replace('.000Z', 'Z');
};
const office = (timeZone: string, ...hours: Hours[]): Calendar => ({ timeZone, weekly: weekOf(hours) });

/** The table of rules.md 2.1, row by row. */
describe('the worked examples', () => {
  const berlin = office('Europe/Berlin', ['09:00', '17:00']);
  const targets = { firstResponse: 60, nextResponse: 180, resolution: 240 };

  test.each([
    [targets.firstResponse, '2013-03-21T10:30:00Z'],
    [targets.nextResponse, '2013-03-21T12:30:00Z'],
    [targets.resolution, '2013-03-21T13:30:00Z'],
    [Math.min(...Object.values(targets)), '2013-03-21T10:30:00Z'], // the next escalation is that of the first clock
  ])('Berlin, %d minutes', (minutes, expected) => {
    expect(due(berlin, '2013-03-21T09:30Z', minutes * MINUTE)).toBe(expected);
  });

  test('Berlin every day, waited for the customer, closed and reopened', () => {
    const calendar: Calendar = { timeZone: 'Europe/Berlin', weekly: weekOf([['09:00', '18:00']], 7) };
    const waiting = stop('2013-06-04T09:30Z', '2013-06-04T09:45Z');
    const closed = stop('2013-06-04T10:00Z', '2013-06-04T10:30Z');
    expect(due(calendar, '2013-06-04T09:00Z', 120 * MINUTE, waiting, closed)).toBe('2013-06-04T11:45:00Z');
  });

  test.each([
    [3600, '2026-06-04T18:00:00Z'],
    [3601, '2026-06-05T10:00:01Z'],
  ])('two hours from Thursday 15:00, held for %d seconds', (seconds, expected) => {
    const start = Date.parse('2026-06-04T15:00Z');
    const held = { from: start, to: start + seconds * SECOND };
    const later = { from: start + HOUR, to: start + HOUR + seconds * SECOND };
    const calendar = office('UTC', ['10:00', '18:00']);
    expect(due(calendar, '2026-06-04T15:00Z', 2 * HOUR, held)).toBe(expected);
    expect(due(calendar, '2026-06-04T15:00Z', 2 * HOUR, later)).toBe(expected);
  });

  test('Berlin with a lunch break, across the change to summer time', () => {
    expect(due(office('Europe/Berlin', ['08:00', '13:00'], ['14:00', '18:00']), '2015-03-27T11:00Z', 15 * HOUR)).toBe(
      '2015-03-31T07:00:00Z',
    );
  });

  test.each([
    ['2025-01-24T17:00', 8, '2025-01-26T17:00'], // make-up Sunday
    ['2026-02-14T17:00', 2, '2026-02-24T10:00'], // make-up Saturday before Spring Festival
    ['2025-09-30T17:30', 8, '2025-10-09T17:30'], // National Day and Mid-Autumn
  ])('Shanghai with the days of the State Council, from %s and %d hours', (start, hours, expected) => {
    const calendar: Calendar = { ...office('Asia/Shanghai', ['09:00', '12:00'], ['13:00', '18:00']), region: 'CN' };
    const end = new Date(`${expected}+08:00`).toISOString().replace('.000Z', 'Z');
    expect(due(calendar, `${start}+08:00`, hours * HOUR)).toBe(end);
  });
});

describe('stops', () => {
  const calendar = office('UTC', ['09:00', '17:00']);
  const monday = (...stops: Stop[]): string => due(calendar, '2026-06-01T10:00Z', 4 * HOUR, ...stops);

  test.each([
    ['none', [], '2026-06-01T14:00:00Z'],
    ['over before the start', [stop('2026-05-29T09:00Z', '2026-06-01T09:30Z')], '2026-06-01T14:00:00Z'],
    ['from before the start', [stop('2026-05-29T09:00Z', '2026-06-01T11:00Z')], '2026-06-01T15:00:00Z'],
    ['within', [stop('2026-06-01T11:00Z', '2026-06-01T12:00Z')], '2026-06-01T15:00:00Z'],
    ['from the very due time', [stop('2026-06-01T14:00Z', '2026-06-01T15:00Z')], '2026-06-01T14:00:00Z'],
    ['from just before the due time', [stop('2026-06-01T13:59:59Z', '2026-06-01T15:00Z')], '2026-06-01T15:00:01Z'],
    ['over night', [stop('2026-06-01T11:00Z', '2026-06-02T10:00Z')], '2026-06-02T13:00:00Z'],
    ['over the weekend', [stop('2026-06-01T11:00Z', '2026-06-06T10:00Z')], '2026-06-08T12:00:00Z'],
    ['outside of the hours only', [stop('2026-05-31T11:00Z', '2026-06-01T09:00Z')], '2026-06-01T14:00:00Z'],
    [
      'the second only within thanks to the first',
      [stop('2026-06-01T14:30Z', '2026-06-01T15:00Z'), stop('2026-06-01T11:00Z', '2026-06-01T12:00Z')],
      '2026-06-01T15:30:00Z',
    ],
    [
      'that overlap',
      [stop('2026-06-01T11:00Z', '2026-06-01T12:00Z'), stop('2026-06-01T11:30Z', '2026-06-01T12:30Z')],
      '2026-06-01T15:30:00Z',
    ],
    ['that nest', [stop('2026-06-01T11:00Z', '2026-06-01T12:30Z'), stop('2026-06-01T11:30Z', '2026-06-01T12:00Z')], '2026-06-01T15:30:00Z'],
    [
      'that touch',
      [stop('2026-06-01T11:00Z', '2026-06-01T12:00Z'), stop('2026-06-01T12:00Z', '2026-06-01T12:30Z')],
      '2026-06-01T15:30:00Z',
    ],
    [
      'the same twice',
      [stop('2026-06-01T11:00Z', '2026-06-01T12:00Z'), stop('2026-06-01T11:00Z', '2026-06-01T12:00Z')],
      '2026-06-01T15:00:00Z',
    ],
    ['without length', [stop('2026-06-01T11:00Z', '2026-06-01T11:00Z')], '2026-06-01T14:00:00Z'],
  ] as const)('%s', (_, stops, expected) => {
    expect(monday(...stops)).toBe(expected);
    expect(monday(...stops.toReversed())).toBe(expected);
    const elapsedAtDue = elapsed(ready(calendar), Date.parse('2026-06-01T10:00Z'), Date.parse(expected), stops);
    expect(elapsedAtDue).toBe(4 * HOUR);
  });

  test('that end backwards stop nothing', () => {
    const backwards = stop('2026-06-01T12:00Z', '2026-06-01T11:00Z');
    expect(monday(backwards)).toBe('2026-06-01T14:00:00Z');
    expect(elapsed(ready(calendar), Date.parse('2026-06-01T10:00Z'), Date.parse('2026-06-01T14:00Z'), [backwards])).toBe(4 * HOUR);
  });

  test('push the due time from closing time to the next day', () => {
    const held = stop('2026-06-05T16:00Z', '2026-06-05T16:00:01Z');
    expect(due(calendar, '2026-06-05T16:00Z', HOUR)).toBe('2026-06-05T17:00:00Z');
    expect(due(calendar, '2026-06-05T16:00Z', HOUR, held)).toBe('2026-06-08T09:00:01Z');
  });

  test('are not changed by counting', () => {
    const stops = [stop('2026-06-01T11:30Z', '2026-06-01T12:30Z'), stop('2026-06-01T11:00Z', '2026-06-01T12:00Z')];
    expect(monday(...stops)).toBe('2026-06-01T15:30:00Z');
    expect(stops.map(({ from }) => from)).toEqual([Date.parse('2026-06-01T11:30Z'), Date.parse('2026-06-01T11:00Z')]);
  });
});

describe('a target that is never reached', () => {
  const closing: Calendar = { timeZone: 'UTC', weekly: {}, dates: { '2026-06-01': [['09:00', '17:00']] } };

  test('has no due time', () => {
    expect(due(closing, '2026-06-01T00:00Z', 8 * HOUR)).toBe('2026-06-01T17:00:00Z');
    expect(due(closing, '2026-06-01T00:00Z', 8 * HOUR + 1)).toBe('never');
    expect(due(closing, '2026-06-01T18:00Z', 1)).toBe('never');
    expect(due(office('UTC', ['09:00', '17:00']), '2099-12-31T16:00Z', 2 * HOUR)).toBe('never');
  });

  test('by a stop has no due time either', () => {
    expect(due(closing, '2026-06-01T00:00Z', 8 * HOUR, stop('2026-06-01T10:00Z', '2026-06-01T10:01Z'))).toBe('never');
    const stops = [stop('2026-06-01T10:00Z', '2026-06-01T10:01Z'), stop('2026-06-01T11:00Z', '2026-06-01T12:00Z')];
    expect(due(closing, '2026-06-01T00:00Z', 8 * HOUR, ...stops)).toBe('never');
  });

  test('is found out about at once', () => {
    const begun = performance.now();
    expect(due(office('Europe/Berlin', ['09:00', '17:00']), '1970-01-02T00:00Z', 1e15)).toBe('never');
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('what has elapsed', () => {
  const calendar = office('UTC', ['09:00', '17:00']);
  const between = (from: string, to: string, ...stops: Stop[]): number =>
    elapsed(ready(calendar), Date.parse(from), Date.parse(to), stops) / HOUR;

  test.each([
    ['2026-06-01T10:00Z', '2026-06-01T12:00Z', 2],
    ['2026-06-01T10:00Z', '2026-06-03T12:00Z', 18],
    ['2026-06-05T16:00Z', '2026-06-08T10:00Z', 2],
    ['2026-06-06T00:00Z', '2026-06-08T00:00Z', 0],
    ['2026-06-01T10:00Z', '2026-06-01T10:00Z', 0],
    ['2026-06-01T12:00Z', '2026-06-01T10:00Z', 0],
    ['2025-12-31T16:00Z', '2026-01-01T10:00Z', 2],
  ])('from %s to %s is %d hours', (from, to, hours) => {
    expect(between(from, to)).toBe(hours);
  });

  test('leaves out what stops cover within the span, once', () => {
    const stops = [
      stop('2026-06-01T08:00Z', '2026-06-01T11:00Z'),
      stop('2026-06-01T10:30Z', '2026-06-01T11:30Z'),
      stop('2026-06-01T16:00Z', '2026-06-09T16:00Z'),
    ];
    expect(between('2026-06-01T10:00Z', '2026-06-03T12:00Z', ...stops)).toBe(4.5);
    expect(between('2026-06-01T08:00Z', '2026-06-01T11:00Z', ...stops)).toBe(0);
    expect(between('2026-06-01T12:00Z', '2026-06-01T10:00Z', ...stops)).toBe(0);
  });
});
