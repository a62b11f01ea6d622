import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReceiptLine } from '../../../functions/domain/case/clocks.ts';
import { dueTime } from '../../../functions/domain/clocks/businessTime.ts';
import type { Calendar } from '../../../functions/domain/clocks/calendar.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import { openTime } from '../../../functions/domain/clocks/openTime.ts';
import { receipt, type NamedStop } from '../../../functions/domain/clocks/receipt.ts';
import { readyRules } from '../../../functions/domain/clocks/rules.ts';
import {
  legendOf,
  lookOf,
  monthSums,
  timeline,
  totalsOf,
  type DayRow,
  type GapRow,
  type Mark,
  type Timeline,
} from '../../../functions/web/desk/timeline.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 'Asia/Shanghai';
const china = readyRules(FIRST_BOOK.rules).openTime('cn-standard');
if (!china) throw new Error('there is a standard calendar of China');

const at = (wall: string): number => Date.parse(`${wall}:00+08:00`);

const linesOf = (time: ReturnType<typeof openTime>, from: number, to: number, stops: readonly NamedStop[] = []): readonly ReceiptLine[] =>
  receipt(time, from, to, stops).map((span) => ({ ...span, from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() }));

const marksOf = (from: number, due: number): readonly Mark[] => [
  { name: 'start', at: new Date(from).toISOString() },
  { name: 'due', at: new Date(due).toISOString() },
];

const drawn = (wall: string, target: number, stops: readonly NamedStop[] = []) => {
  const from = at(wall);
  const due = dueTime(china, from, target, stops) ?? 0;
  const lines = linesOf(china, from, due, stops);
  return { lines, due, layout: timeline(lines, marksOf(from, due), SHANGHAI) };
};

const rowsOf = (layout: Timeline | undefined): readonly (DayRow | GapRow)[] => (layout?.scale === 'days' ? layout.rows : []);

describe('a short receipt', () => {
  test('is one row with its hours', () => {
    const { layout } = drawn('2026-11-23T09:30', 4 * HOUR);
    expect(layout).toMatchObject({ scale: 'days', fromHour: 9, toHour: 15 });
    expect(rowsOf(layout)).toEqual([
      expect.objectContaining({
        kind: 'day',
        date: '2026-11-23',
        counted: 4 * HOUR,
        parts: [
          { from: 570, to: 720, look: 'open', name: undefined },
          { from: 720, to: 780, look: 'break', name: undefined },
          { from: 780, to: 870, look: 'open', name: undefined },
        ],
      }),
    ]);
  });

  test('joins the days of the Spring Festival, and names them', () => {
    const { layout } = drawn('2026-02-14T17:00', 2 * HOUR);
    expect(rowsOf(layout)).toEqual([
      expect.objectContaining({ kind: 'day', date: '2026-02-14', counted: HOUR }),
      expect.objectContaining({ kind: 'gap', from: '2026-02-15', to: '2026-02-23', days: 9, look: 'holiday', name: '春节' }),
      expect.objectContaining({ kind: 'day', date: '2026-02-24', counted: HOUR }),
    ]);
    expect(rowsOf(layout)[0]).toMatchObject({ parts: [{ look: 'make-up', name: '春节' }, { look: 'closed' }] });
  });

  test('takes no room for the night: the axis shows the hours that count, and the marks', () => {
    expect(drawn('2026-11-23T17:00', 2 * HOUR).layout).toMatchObject({ fromHour: 9, toHour: 18 });
    expect(drawn('2026-11-23T22:40', HOUR).layout).toMatchObject({ fromHour: 9, toHour: 23 });
    expect(drawn('2026-11-23T17:00', HOUR / 4).layout).toMatchObject({ fromHour: 16, toHour: 20 });
  });

  test('keeps the date of a mark apart, even when nothing counted on it', () => {
    const { layout } = drawn('2026-11-21T11:00', HOUR);
    expect(rowsOf(layout)).toMatchObject([
      { kind: 'day', date: '2026-11-21', marks: [{ name: 'start', minute: 660 }], counted: 0 },
      { kind: 'gap', from: '2026-11-22', days: 1, look: 'day-off' },
      { kind: 'day', date: '2026-11-23', marks: [{ name: 'due', minute: 600 }] },
    ]);
  });

  test('joins days on which it stood still', () => {
    const stops = [{ from: at('2026-11-24T10:00'), to: at('2026-11-27T10:00'), why: 'customer' as const }];
    expect(rowsOf(drawn('2026-11-23T17:00', 3 * HOUR, stops).layout)).toMatchObject([
      { kind: 'day', date: '2026-11-23' },
      { kind: 'day', date: '2026-11-24' },
      { kind: 'gap', from: '2026-11-25', to: '2026-11-26', look: 'customer' },
      { kind: 'day', date: '2026-11-27' },
    ]);
  });

  test('puts a mark at midnight on the date that ends', () => {
    const always = openTime({ timeZone: SHANGHAI, weekly: { mon: [['00:00', '24:00']] } });
    const [from, to] = [at('2026-11-23T20:00'), at('2026-11-24T00:00')];
    expect(timeline(linesOf(always, from, to), marksOf(from, to), SHANGHAI)).toMatchObject({
      rows: [{ date: '2026-11-23', marks: [{ minute: 1200 }, { name: 'due', minute: 1440, date: '2026-11-23' }] }],
    });
  });

  test('leaves out marks that lie beyond it, and is nothing when it is empty', () => {
    const [from, to] = [at('2026-11-23T10:00'), at('2026-11-23T11:00')];
    const layout = timeline(linesOf(china, from, to), [{ name: 'now', at: new Date(to + 1).toISOString() }], SHANGHAI);
    expect(rowsOf(layout)[0]).toMatchObject({ marks: [] });
    expect(timeline([], [], SHANGHAI)).toBeUndefined();
  });

  test('tells late work from work in time', () => {
    const lines: readonly ReceiptLine[] = [
      { from: '2026-11-23T02:00:00.000Z', to: '2026-11-23T03:00:00.000Z', counted: true, why: 'open' },
      { from: '2026-11-23T03:00:00.000Z', to: '2026-11-23T04:00:00.000Z', counted: true, why: 'open', late: true },
      { from: '2026-11-23T04:00:00.000Z', to: '2026-11-23T05:00:00.000Z', counted: false, why: 'break', late: true },
    ];
    expect(lines.map(lookOf)).toEqual(['open', 'late', 'break']);
    expect(legendOf(lines)).toEqual(['open', 'late', 'break']);
    expect(totalsOf(lines)).toEqual({ counted: 7_200, late: 3_600, stopped: [], holidays: [], unconfirmed: false });
  });
});

describe('a day on which the clocks change', () => {
  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('%s has %d hours', (date, hours) => {
    const berlin: Calendar = { timeZone: 'Europe/Berlin', weekly: { sun: [['00:00', '24:00']] } };
    const from = Date.parse(`${date}T00:00:00Z`) - HOUR * (hours === 23 ? 1 : 2);
    const lines = linesOf(openTime(berlin), from, from + hours * HOUR);
    const [row, ...more] = rowsOf(timeline(lines, [], 'Europe/Berlin'));
    expect(row).toMatchObject({ kind: 'day', date, counted: hours * HOUR });
    expect(more).toEqual([]);
  });
});

describe('a long receipt', () => {
  test('of a year is a cell for each date, week beside week', () => {
    const { layout, lines, due } = drawn('2026-01-05T09:00', 250 * 8 * HOUR);
    if (layout?.scale !== 'weeks') throw new Error(`not in weeks: ${layout?.scale}`);
    expect(layout.blocks.length).toBeLessThanOrEqual(2);
    const cells = layout.blocks.flatMap((block) => block.cells);
    expect(cells).toHaveLength(Math.ceil((due - at('2026-01-05T00:00')) / DAY));
    expect(cells.find(({ date }) => date === '2026-02-14')).toMatchObject({ look: 'make-up', row: 5, share: 1 });
    expect(cells.find(({ date }) => date === '2026-02-17')).toMatchObject({ look: 'holiday', name: '春节', row: 1, share: 0 });
    expect(cells.filter(({ marks }) => marks.length > 0)).toHaveLength(2);
    for (const block of layout.blocks) expect(block.weeks).toBeLessThanOrEqual(53);
    expect(monthSums(lines, SHANGHAI).reduce((sum, { counted }) => sum + counted, 0)).toBe(250 * 8 * 3_600);
    expect(monthSums(lines, SHANGHAI)[1]).toMatchObject({ month: '2026-02', holidays: ['春节'] });
  });

  test('of ten years is a cell for each month', () => {
    const { layout } = drawn('2026-03-02T09:00', 2_500 * 8 * HOUR);
    if (layout?.scale !== 'months') throw new Error(`not in months: ${layout?.scale}`);
    expect(layout.years.length).toBeGreaterThanOrEqual(10);
    expect(layout.years[0]?.months.slice(0, 3)).toEqual([
      undefined,
      undefined,
      expect.objectContaining({ month: '2026-03', look: 'open' }),
    ]);
    expect(layout.years.at(-1)?.months.flatMap((cell) => cell?.marks.map(({ name }) => name) ?? [])).toEqual(['due']);
    expect(layout.years.some(({ months }) => months.some((cell) => cell?.unconfirmed))).toBe(true);
  });
});

test('whatever the receipt, its drawing holds every counted millisecond once, and each mark', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  fc.assert(
    fc.property(
      zones,
      fc.integer({ min: 0, max: 3_000 * 24 }),
      fc.integer({ min: 1, max: 900 * 24 }),
      fc.integer({ min: 0, max: 400 }),
      (timeZone, begin, hours, pause) => {
        const time = openTime({
          timeZone,
          weekly: {
            mon: [['00:00', '24:00']],
            tue: [
              ['09:00', '12:00'],
              ['13:00', '18:00'],
            ],
            sun: [['01:00', '05:00']],
          },
        });
        const from = Date.UTC(2024, 0, 1) + begin * HOUR;
        const to = from + hours * HOUR;
        const stops = pause > 0 ? [{ from: from + HOUR, to: from + HOUR + pause * HOUR, why: 'hold' as const }] : [];
        const lines = linesOf(time, from, to, stops);
        const layout = timeline(lines, marksOf(from, to), timeZone);
        const counted = lines.reduce((sum, line) => sum + (line.counted ? Date.parse(line.to) - Date.parse(line.from) : 0), 0);
        const places = !layout
          ? []
          : layout.scale === 'days'
            ? layout.rows.map((row) => (row.kind === 'day' ? row : { counted: 0, marks: [] }))
            : layout.scale === 'weeks'
              ? layout.blocks.flatMap(({ cells }) => cells)
              : layout.years.flatMap(({ months }) => months.flatMap((cell) => cell ?? []));
        expect(places.reduce((sum, place) => sum + place.counted, 0)).toBe(counted);
        expect(
          places
            .flatMap(({ marks }) => marks)
            .map(({ name }) => name)
            .sort(),
        ).toEqual(['due', 'start']);
      },
    ),
    { numRuns: 60 },
  );
});
