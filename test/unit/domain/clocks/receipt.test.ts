import { describe, expect, test } from '@jest/globals';
import type { Calendar } from '../../../../functions/domain/clocks/calendar.ts';
import { openTime } from '../../../../functions/domain/clocks/openTime.ts';
import { receipt, type NamedStop, type Span } from '../../../../functions/domain/clocks/receipt.ts';
import { statutoryDays } from '../../../../functions/domain/clocks/regions/statutory.ts';
import { ready, weekOf } from '../../../support/builders/calendars.ts';

/** The lines as text: `MM-DDTHH:MM why`, in local time of the offset, with `+` for what counts, the name and `?` for unconfirmed. */
const read = (lines: readonly Span[], offset = 0): readonly string[] =>
  lines.map(({ from, counted, why, name, unconfirmed }) => {
    const at = new Date(from + offset * 3_600_000).toISOString().slice(5, 16);
    return [at, counted ? '+' : '-', why, name, unconfirmed && '?'].filter((word) => word !== undefined).join(' ');
  });
const stop = (why: NamedStop['why'], from: string, to: string): NamedStop => ({ why, from: Date.parse(from), to: Date.parse(to) });
const of = (calendar: Calendar, from: string, to: string, ...stops: NamedStop[]): readonly Span[] =>
  receipt(ready(calendar), Date.parse(from), Date.parse(to), stops);

const OFFICE: Calendar = {
  timeZone: 'UTC',
  weekly: weekOf([
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ]),
};
const CHINA: Calendar = { ...OFFICE, timeZone: 'Asia/Shanghai', region: 'CN' };

describe('a receipt', () => {
  test('says what was open, closed, a break, a day off', () => {
    expect(read(of(OFFICE, '2026-06-05T10:00Z', '2026-06-08T10:00Z'))).toEqual([
      '06-05T10:00 + open',
      '06-05T12:00 - break',
      '06-05T13:00 + open',
      '06-05T18:00 - closed',
      '06-06T00:00 - day-off',
      '06-08T00:00 - closed',
      '06-08T09:00 + open',
    ]);
  });

  test('names holidays and make-up days of the region', () => {
    expect(read(of(CHINA, '2026-02-14T16:00+08:00', '2026-02-24T10:00+08:00'), 8)).toEqual([
      '02-14T16:00 + make-up 春节',
      '02-14T18:00 - closed',
      '02-15T00:00 - holiday 春节',
      '02-24T00:00 - closed',
      '02-24T09:00 + open',
    ]);
  });

  test('knows the days of the calendar itself, without a name', () => {
    const calendar: Calendar = {
      ...OFFICE,
      holidays: ['2026-06-02'],
      dates: { '2026-06-03': 'off', '2026-06-04': [], '2026-06-06': 'work', '2026-06-07': [['10:00', '11:00']] },
    };
    expect(read(of(calendar, '2026-06-02T00:00Z', '2026-06-08T00:00Z'))).toEqual([
      '06-02T00:00 - holiday',
      '06-05T00:00 - closed',
      '06-05T09:00 + open',
      '06-05T12:00 - break',
      '06-05T13:00 + open',
      '06-05T18:00 - closed',
      '06-06T09:00 + make-up',
      '06-06T12:00 - break',
      '06-06T13:00 + make-up',
      '06-06T18:00 - closed',
      '06-07T10:00 + open',
      '06-07T11:00 - closed',
    ]);
  });

  test('joins what goes on around the clock', () => {
    const always: Calendar = { timeZone: 'Europe/Berlin', weekly: weekOf([['00:00', '24:00']], 7) };
    expect(of(always, '2026-03-01T00:00Z', '2026-11-01T00:00Z')).toHaveLength(1);
  });

  test('flags each line of a year whose days are only projected, from local midnight on', () => {
    const statutory = statutoryDays('CN', [{ region: 'CN', year: 2031, source: '', confirmed: true, holidays: [] }]);
    const time = openTime({ ...CHINA, weekly: weekOf([['09:00', '24:00']], 7) }, statutory);
    expect(read(receipt(time, Date.parse('2031-12-31T06:00+08:00'), Date.parse('2032-01-03T12:00+08:00'), []), 8)).toEqual([
      '12-31T06:00 - closed',
      '12-31T09:00 + open',
      '01-01T00:00 - holiday 元旦 ?',
      '01-02T00:00 - closed ?',
      '01-02T09:00 + open ?',
      '01-03T00:00 - closed ?',
      '01-03T09:00 + open ?',
    ]);
  });

  test('of no time is empty', () => {
    expect(of(OFFICE, '2026-06-05T10:00Z', '2026-06-05T10:00Z')).toEqual([]);
    expect(of(OFFICE, '2026-06-05T10:00Z', '2026-06-05T09:00Z')).toEqual([]);
  });

  test('is exact to the millisecond', () => {
    const [from, to] = [Date.parse('2026-06-05T09:00:00.123Z'), Date.parse('2026-06-05T09:00:00.456Z')];
    expect(receipt(ready(OFFICE), from, to, [])).toEqual([{ from, to, counted: true, why: 'open' }]);
  });
});

describe('stops on a receipt', () => {
  test('go over what the calendar says', () => {
    const lines = of(
      OFFICE,
      '2026-06-05T10:00Z',
      '2026-06-08T10:00Z',
      stop('customer', '2026-06-05T11:00Z', '2026-06-05T14:00Z'),
      stop('resolved', '2026-06-05T17:00Z', '2026-06-08T09:30Z'),
    );
    expect(read(lines)).toEqual([
      '06-05T10:00 + open',
      '06-05T11:00 - customer',
      '06-05T14:00 + open',
      '06-05T17:00 - resolved',
      '06-08T09:30 + open',
    ]);
  });

  test('are cut to the span', () => {
    const all = stop('hold', '2026-06-01T00:00Z', '2026-07-01T00:00Z');
    expect(of(OFFICE, '2026-06-05T10:00Z', '2026-06-05T11:00Z', all)).toEqual([
      { from: Date.parse('2026-06-05T10:00Z'), to: Date.parse('2026-06-05T11:00Z'), counted: false, why: 'hold' },
    ]);
  });

  test('that overlap are named by the one that began first, wherever it stands in the list', () => {
    const stops = [
      stop('hold', '2026-06-05T09:30Z', '2026-06-05T10:30Z'),
      stop('pause', '2026-06-05T10:00Z', '2026-06-05T11:00Z'),
      stop('customer', '2026-06-05T09:45Z', '2026-06-05T10:15Z'),
      stop('resolved', '2026-06-05T10:45Z', '2026-06-05T11:30Z'),
    ];
    const lines = ['06-05T09:00 + open', '06-05T09:30 - hold', '06-05T10:30 - pause', '06-05T11:00 - resolved', '06-05T11:30 + open'];
    expect(read(of(OFFICE, '2026-06-05T09:00Z', '2026-06-05T12:00Z', ...stops))).toEqual(lines);
    expect(read(of(OFFICE, '2026-06-05T09:00Z', '2026-06-05T12:00Z', ...stops.toReversed()))).toEqual(lines);
  });

  test('keep the flag of a year that is not confirmed', () => {
    const lines = of(CHINA, '2098-12-31T15:00Z', '2099-01-02T00:00Z', stop('hold', '2098-12-31T15:00Z', '2099-01-02T00:00Z'));
    expect(read(lines)).toEqual(['12-31T15:00 - hold ?']);
  });

  test('a thousand of them over a hundred years take a moment', () => {
    const day = 86_400_000;
    const stops = Array.from({ length: 1000 }, (_, index): NamedStop => ({
      why: 'hold',
      from: index * 30 * day,
      to: index * 30 * day + 3 * day,
    }));
    const time = ready(OFFICE);
    const begun = performance.now();
    expect(receipt(time, 0, 100 * 365 * day, stops).length).toBeGreaterThan(50_000);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('where the clocks change', () => {
  test('a break stays a break, though the day comes in two pieces', () => {
    const nights: Calendar = {
      timeZone: 'Europe/Berlin',
      weekly: weekOf(
        [
          ['00:00', '01:00'],
          ['05:00', '08:00'],
        ],
        7,
      ),
    };
    for (const [day, hours] of [
      ['03-29', ['03-28T23:00', '03-29T00:00', '03-29T03:00', '03-29T06:00']],
      ['10-25', ['10-24T22:00', '10-24T23:00', '10-25T04:00', '10-25T07:00']],
    ] as const) {
      const start = Date.parse(`2026-${hours[0]}Z`);
      expect(read(receipt(ready(nights), start, Date.parse(`2026-${day}T12:00Z`), []))).toEqual([
        `${hours[0]} + open`,
        `${hours[1]} - break`,
        `${hours[2]} + open`,
        `${hours[3]} - closed`,
      ]);
    }
  });

  test('a window that is skipped leaves a day that is closed, not a day off', () => {
    const skipped: Calendar = { timeZone: 'Europe/Berlin', weekly: weekOf([['02:00', '03:00']], 7) };
    expect(read(of(skipped, '2026-03-28T23:00Z', '2026-03-29T22:00Z'))).toEqual(['03-28T23:00 - closed']);
  });
});
