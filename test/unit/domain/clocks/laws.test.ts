import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueTime, elapsed, type Stop } from '../../../../functions/domain/clocks/businessTime.ts';
import { checkCalendar } from '../../../../functions/domain/clocks/calendar.ts';
import type { OpenTime } from '../../../../functions/domain/clocks/openTime.ts';
import { receipt } from '../../../../functions/domain/clocks/receipt.ts';
import { DAY, MINUTE } from '../../../../functions/domain/kernel/time.ts';
import { clocksAround, ready, settings, stopsAround, type Running, type Setting } from '../../../support/builders/calendars.ts';
import { openMinutes } from '../../../support/builders/wallClock.ts';

/** Each law is tried on so many calendars, and on each of them with so many clocks: 4,000 runs. Seven laws: 28,000. */
const CALENDARS = 40;
const CLOCKS = 100;

interface Tried extends Running, Setting {
  readonly time: OpenTime;
}

/** Tries a law on calendars, each with many clocks; `more` draws what else the law needs. */
const always = <More>(more: (tried: Tried) => fc.Arbitrary<More>, law: (tried: Tried, more: More) => void): void => {
  fc.assert(
    fc.property(settings, fc.integer(), (setting, seed) => {
      const time = ready(setting.calendar);
      const tries = clocksAround(time, setting.around)
        .map((running): Tried => ({ ...setting, ...running, time }))
        .chain((tried) => fc.tuple(fc.constant(tried), more(tried)));
      fc.assert(
        fc.property(tries, ([tried, drawn]) => law(tried, drawn)),
        { seed, numRuns: CLOCKS },
      );
    }),
    { numRuns: CALENDARS },
  );
};

const due = ({ time, start, target }: Tried, stops: readonly Stop[]): number => {
  const found = dueTime(time, start, target, stops);
  if (found === undefined) throw new Error('never due');
  return found;
};

test('what has elapsed at the due time is the target, and no earlier instant will do', () => {
  always(
    () => fc.constant(undefined),
    (tried) => {
      const { time, start, target, stops } = tried;
      const end = due(tried, stops);
      expect(elapsed(time, start, end, stops)).toBe(target);
      expect(elapsed(time, start, end - 1, stops)).toBe(target - 1);
    },
  );
});

const spans = fc.integer({ min: 0, max: 20 * DAY });

test('time that elapses before and after an instant adds up', () => {
  always(
    () => fc.tuple(spans, spans),
    ({ time, start, stops }, [middle, end]) => {
      const before = elapsed(time, start, start + middle, stops);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(before + elapsed(time, start + middle, start + middle + end, stops)).toBe(elapsed(time, start, start + middle + end, stops));
      expect(elapsed(time, start + middle, start, stops)).toBe(0);
    },
  );
});

test('another stop never brings the due time forward, and never lets more time elapse', () => {
  always(
    ({ start }) => stopsAround(start),
    (tried, more) => {
      const { time, start, stops } = tried;
      const end = due(tried, stops);
      expect(due(tried, [...stops, ...more])).toBeGreaterThanOrEqual(end);
      expect(elapsed(time, start, end, [...stops, ...more])).toBeLessThanOrEqual(tried.target);
    },
  );
});

test('the order of stops, splitting one, and stops that overlap or nest change nothing', () => {
  always(
    () => fc.tuple(fc.array(fc.integer(), { minLength: 5, maxLength: 20 }), fc.double({ min: 0, max: 1, noNaN: true })),
    (tried, [order, share]) => {
      const { time, start, stops } = tried;
      const other = stops.flatMap(({ from, to }, index) => {
        const at = from + Math.floor((to - from) * share);
        const later = from + Math.floor((to - at) / 2);
        return [
          { from, to: at },
          { from: at, to },
          ...(index % 2 ? [{ from: Math.min(at, later), to: Math.max(at, later) }] : []),
          ...(index % 3 ? [{ from, to }] : []),
        ];
      });
      const shuffled = other
        .map((stop, index) => ({ stop, key: order[index % order.length] ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ stop }) => stop);
      expect(due(tried, shuffled)).toBe(due(tried, stops));
      expect(elapsed(time, start, start + 15 * DAY, shuffled)).toBe(elapsed(time, start, start + 15 * DAY, stops));
    },
  );
});

test('a receipt tiles its span in order, each line says something new, and what it counts is what has elapsed', () => {
  const whys = ['pause', 'customer', 'hold', 'resolved'] as const;
  always(
    () => fc.integer({ min: 1, max: 40 * DAY }),
    ({ time, start, stops }, length) => {
      const end = start + length;
      const named = stops.map((stop, index) => ({ ...stop, why: whys[index % whys.length] ?? 'pause' }));
      const lines = receipt(time, start, end, named);
      const edges = [start, ...lines.map(({ to }) => to)];
      expect(lines.map(({ from }) => from)).toEqual(edges.slice(0, -1));
      expect(edges.at(-1)).toBe(end);
      expect(lines.every(({ from, to }) => from < to)).toBe(true);
      expect(lines.some((line, index) => index > 0 && saysTheSame(line, lines[index - 1]))).toBe(false);
      const counted = lines.filter((line) => line.counted);
      expect(counted.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(elapsed(time, start, end, stops));
      expect(counted.every(({ why }) => why === 'open' || why === 'make-up')).toBe(true);
      const isStopped = (line: Stop): boolean => stops.some(({ from, to }) => from < to && from < line.to && line.from < to);
      expect(lines.every((line) => isStop(line.why) === isStopped(line))).toBe(true);
      expect(lines.some(({ unconfirmed }) => unconfirmed)).toBe(time.unconfirmedYears(start, end).length > 0);
    },
  );

  function isStop(why: string): boolean {
    return whys.some((name) => name === why);
  }
  function saysTheSame(a: object, b: object | undefined): boolean {
    return JSON.stringify({ ...a, from: 0, to: 0 }) === JSON.stringify({ ...b, from: 0, to: 0 });
  }
});

test('moving the zone moves every due time by as much', () => {
  const shifts = fc.constantFrom('-12:00', '-03:30', '+00:00', '+05:45', '+08:00', '+14:00');
  const ahead = (zone: string): number =>
    (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * MINUTE;
  fc.assert(
    fc.property(settings, shifts, fc.integer(), ({ calendar, around }, zone, seed) => {
      const here = ready({ ...calendar, timeZone: 'UTC' });
      const there = ready({ ...calendar, timeZone: zone });
      const shift = ahead(zone);
      fc.assert(
        fc.property(clocksAround(here, around), ({ start, target, stops }) => {
          const moved = stops.map(({ from, to }) => ({ from: from - shift, to: to - shift }));
          expect(dueTime(there, start - shift, target, moved)).toBe((dueTime(here, start, target, stops) ?? NaN) - shift);
          expect(elapsed(there, start - shift, start + 20 * DAY - shift, moved)).toBe(elapsed(here, start, start + 20 * DAY, stops));
        }),
        { seed, numRuns: CLOCKS },
      );
    }),
    { numRuns: CALENDARS },
  );
});

test('due and elapsed are what somebody finds who looks at the clock on the wall every minute', () => {
  const days = 3;
  fc.assert(
    fc.property(settings, fc.integer(), ({ calendar, around }, seed) => {
      const time = ready(calendar);
      const first = Math.floor((around - days * DAY) / MINUTE) * MINUTE;
      const open = openMinutes(calendar, first, 2 * days * 1440);
      const last = first + open.length * MINUTE;
      const counts = (at: number, stops: readonly Stop[]): boolean =>
        open[(at - first) / MINUTE] === true && !stops.some(({ from, to }) => from <= at && at < to);
      fc.assert(
        fc.property(clocksAround(time, around, { days: days - 1, unit: MINUTE }), ({ start, target, stops }) => {
          let [left, at] = [target, start];
          for (; left > 0 && at < last; at += MINUTE) if (counts(at, stops)) left -= MINUTE;
          expect(elapsed(time, start, at, stops)).toBe(target - left);
          if (left === 0) expect(dueTime(time, start, target, stops)).toBe(at);
          else expect(dueTime(time, start, target, stops)).toBeGreaterThan(last);
        }),
        { seed, numRuns: CLOCKS },
      );
    }),
    { numRuns: CALENDARS },
  );
});

test('a calendar is fine or is refused; it never makes the check fail', () => {
  fc.assert(
    fc.property(settings, ({ calendar }) => expect(checkCalendar(calendar, '')).toEqual([])),
    { numRuns: CALENDARS },
  );
  const texts = fc.oneof(fc.constantFrom('09:00', '24:00', '24:01', '2026-02-29', '2026-02-28', '__proto__', '/~'), fc.string());
  const hours = fc.array(fc.tuple(texts, texts));
  const week = fc.record({ mon: hours, tue: hours, sun: hours }, { requiredKeys: [] });
  const odd = fc.record({
    timeZone: texts,
    weekly: week,
    holidays: fc.array(texts),
    dates: fc.dictionary(texts, fc.oneof(fc.constantFrom('work' as const, 'off' as const), hours)),
    changes: fc.array(fc.record({ from: texts, weekly: week })),
  });
  fc.assert(
    fc.property(odd, (calendar) => expect(checkCalendar(calendar, '').length).toBeGreaterThan(0)),
    { numRuns: 500 },
  );
});
