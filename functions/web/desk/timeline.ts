import type { ReceiptLine } from '../../domain/case/clocks.ts';
import type { Why } from '../../domain/clocks/receipt.ts';
import { offsetSpans, type OffsetSpan } from '../../domain/clocks/zone.ts';
import { calendarDate, DAY, dayNumber, weekday, type CalendarDate, type Instant } from '../../domain/kernel/time.ts';
import { grouped } from './grouped.ts';

/** How a stretch of a receipt is drawn: what was counted in time or late, else why it was skipped. */
export type Look = Why | 'late';

/** Moments that are marked on the line. */
export type MarkName = 'start' | 'now' | 'due' | 'done';
export interface Mark {
  readonly name: MarkName;
  readonly at: Instant;
}

/** A mark at its place: minutes since midnight of its date. */
export interface PlacedMark extends Mark {
  readonly date: CalendarDate;
  readonly minute: number;
}

/** A stretch within one date; minutes since midnight on the wall of the zone. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly look: Look;
  readonly name?: string | undefined;
}

/** A date with its hours. */
export interface DayRow {
  readonly kind: 'day';
  readonly date: CalendarDate;
  readonly parts: readonly Part[];
  readonly marks: readonly PlacedMark[];
  /** Counted milliseconds of the date, late ones among them. */
  readonly counted: number;
  readonly unconfirmed: boolean;
}

/** Dates in a row of which nothing counted, all for the same reason. */
export interface GapRow {
  readonly kind: 'gap';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly look: Look;
  readonly name?: string | undefined;
  readonly unconfirmed: boolean;
}

/** One date of a long line, as a cell. */
export interface DayCell {
  readonly date: CalendarDate;
  /** Column of its week, from 0. */
  readonly column: number;
  /** 0 for Monday. */
  readonly row: number;
  readonly look: Look;
  readonly name?: string | undefined;
  /** Part of the most that any date of the line counted, 0 to 1. */
  readonly share: number;
  readonly counted: number;
  readonly marks: readonly PlacedMark[];
  readonly unconfirmed: boolean;
}

/** At most a year of weeks, Monday to Sunday, side by side. */
export interface WeekBlock {
  readonly weeks: number;
  readonly cells: readonly DayCell[];
  /** Where months begin: the first column that has a day of theirs after the column's Monday. */
  readonly months: readonly { readonly date: CalendarDate; readonly column: number }[];
}

/** One month of a very long line. */
export interface MonthCell {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly counted: number;
  readonly share: number;
  readonly look: Look;
  readonly marks: readonly PlacedMark[];
  readonly unconfirmed: boolean;
}

/**
 * A receipt laid out for drawing: dates with their hours where those are few, so that a night takes no room; else a cell for each date, week beside week; else a
 * cell for each month.
 */
export type Timeline =
  | { readonly scale: 'days'; readonly rows: readonly (DayRow | GapRow)[]; readonly fromHour: number; readonly toHour: number }
  | { readonly scale: 'weeks'; readonly blocks: readonly WeekBlock[] }
  | { readonly scale: 'months'; readonly years: readonly { readonly year: number; readonly months: readonly (MonthCell | undefined)[] }[] };

/** More rows than these no longer fit a screen. */
const MOST_ROWS = 16;
/** Columns of a block: at 360 px they are 5 px wide each. */
const MOST_WEEKS = 53;
/** Longer lines show months. */
const MOST_BLOCKS = 2;
/** An axis shows at least these hours, so that one hour does not look like a day. */
const LEAST_HOURS = 4;

const MINUTE = 60_000;

interface Day {
  readonly day: number;
  readonly pieces: { readonly from: number; readonly to: number; readonly line: ReceiptLine }[];
}

/** How a line of a receipt is drawn. */
export const lookOf = (line: Pick<ReceiptLine, 'counted' | 'why' | 'late'>): Look => (line.counted && line.late ? 'late' : line.why);

const localDay = (spans: readonly OffsetSpan[], at: number): { readonly day: number; readonly minute: number } => {
  const { offset = 0 } = spans.find((span) => at < span.to) ?? spans.at(-1) ?? {};
  const day = Math.floor((at + offset) / DAY);
  return { day, minute: (at + offset - day * DAY) / MINUTE };
};

/** Cuts the lines at every midnight of the zone and at every change of its clocks. */
const daysOf = (lines: readonly ReceiptLine[], spans: readonly OffsetSpan[]): readonly Day[] => {
  const days = new Map<number, Day>();
  let first = 0;
  for (const line of lines) {
    const [from, to] = [Date.parse(line.from), Date.parse(line.to)];
    while (first < spans.length - 1 && (spans[first]?.to ?? Infinity) <= from) first += 1;
    for (let index = first; index < spans.length && (spans[index]?.from ?? Infinity) < to; index += 1) {
      const { offset, ...span } = spans[index] ?? { from, to, offset: 0 };
      const [begin, end] = [index === first ? from : Math.max(from, span.from), Math.min(to, index === spans.length - 1 ? to : span.to)];
      for (let day = Math.floor((begin + offset) / DAY); day * DAY - offset < end; day += 1) {
        const midnight = day * DAY - offset;
        const known = days.get(day) ?? { day, pieces: [] };
        days.set(day, known);
        known.pieces.push({ from: Math.max(begin, midnight), to: Math.min(end, midnight + DAY), line });
      }
    }
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
};

const countedOf = ({ pieces }: Day): number => pieces.reduce((sum, { from, to, line }) => sum + (line.counted ? to - from : 0), 0);

const isUnconfirmed = ({ pieces }: Day): boolean => pieces.some(({ line }) => line.unconfirmed);

/** A date of which nothing counted, for one reason only. */
const oneReason = ({ pieces }: Day): ReceiptLine | undefined => {
  const [first] = pieces;
  if (!first || first.line.counted) return undefined;
  return pieces.every(({ line }) => line.why === first.line.why && line.name === first.line.name) ? first.line : undefined;
};

/** What a date was above all: late work, work, a stop, or why it was off. */
const mainLine = ({ pieces }: Day): ReceiptLine | undefined => {
  const STOPS: readonly Why[] = ['pause', 'customer', 'hold', 'resolved'];
  const find = (fits: (line: ReceiptLine) => boolean): ReceiptLine | undefined => pieces.find(({ line }) => fits(line))?.line;
  return (
    find((line) => line.counted && line.late === true) ??
    find((line) => line.counted) ??
    find((line) => STOPS.includes(line.why)) ??
    find((line) => line.why === 'holiday') ??
    find((line) => line.why === 'day-off') ??
    pieces[0]?.line
  );
};

const rowsOf = (
  days: readonly Day[],
  spans: readonly OffsetSpan[],
  marks: ReadonlyMap<number, readonly PlacedMark[]>,
): readonly (DayRow | GapRow)[] => {
  const rows: (DayRow | GapRow)[] = [];
  for (const one of days) {
    const date = calendarDate(one.day);
    const reason = marks.has(one.day) ? undefined : oneReason(one);
    const unconfirmed = isUnconfirmed(one);
    const last = rows.at(-1);
    if (reason && last?.kind === 'gap' && last.look === reason.why && last.name === reason.name && last.unconfirmed === unconfirmed)
      rows[rows.length - 1] = { ...last, to: date, days: last.days + 1 };
    else if (reason) rows.push({ kind: 'gap', from: date, to: date, days: 1, look: reason.why, name: reason.name, unconfirmed });
    else
      rows.push({
        kind: 'day',
        date,
        parts: one.pieces.map(({ from, to, line }): Part => {
          const { minute } = localDay(spans, from);
          return { from: minute, to: minute + (to - from) / MINUTE, look: lookOf(line), name: line.name };
        }),
        marks: marks.get(one.day) ?? [],
        counted: countedOf(one),
        unconfirmed,
      });
  }
  return rows;
};

const isCounted = ({ look }: Part): boolean => look === 'open' || look === 'make-up' || look === 'late';

const axis = (rows: readonly (DayRow | GapRow)[]): { readonly fromHour: number; readonly toHour: number } => {
  const minutes = rows.flatMap((row) =>
    row.kind === 'gap'
      ? []
      : [...row.parts.filter(isCounted).flatMap(({ from, to }) => [from, to]), ...row.marks.map(({ minute }) => minute)],
  );
  const first = Math.max(0, Math.floor(Math.min(...minutes, 24 * 60) / 60));
  const last = Math.min(24, Math.ceil(Math.max(...minutes, 0) / 60));
  const missing = Math.max(0, LEAST_HOURS - (last - first));
  const fromHour = Math.max(0, Math.min(first - Math.floor(missing / 2), 24 - LEAST_HOURS));
  return { fromHour, toHour: Math.min(24, Math.max(last, fromHour + LEAST_HOURS)) };
};

const cellOf = (one: Day, most: number, firstMonday: number, marks: ReadonlyMap<number, readonly PlacedMark[]>): DayCell => {
  const line = mainLine(one);
  const counted = countedOf(one);
  return {
    date: calendarDate(one.day),
    column: Math.floor((one.day - firstMonday) / 7),
    row: weekday(one.day),
    look: line ? lookOf(line) : 'closed',
    name: line?.name,
    share: most > 0 ? counted / most : 0,
    counted,
    marks: marks.get(one.day) ?? [],
    unconfirmed: isUnconfirmed(one),
  };
};

const mondayOf = (day: number): number => day - weekday(day);

const blocksOf = (days: readonly Day[], marks: ReadonlyMap<number, readonly PlacedMark[]>): readonly WeekBlock[] => {
  const most = Math.max(...days.map(countedOf));
  const start = mondayOf(days[0]?.day ?? 0);
  const weeks = Math.floor(((days.at(-1)?.day ?? 0) - start) / 7) + 1;
  const each = Math.ceil(weeks / Math.ceil(weeks / MOST_WEEKS));
  const byBlock = grouped(days, ({ day }) => Math.floor((day - start) / (7 * each)));
  return [...byBlock].map(([index, inBlock]) => {
    const monday = start + index * 7 * each;
    const cells = inBlock.map((one) => cellOf(one, most, monday, marks));
    return {
      weeks: (cells.at(-1)?.column ?? 0) + 1,
      cells,
      months: cells
        .filter(({ date, column }, place) => date.endsWith('-01') || (place === 0 && column === 0))
        .map(({ date, column }) => ({ date, column })),
    };
  });
};

const monthsOf = (days: readonly Day[], marks: ReadonlyMap<number, readonly PlacedMark[]>): Extract<Timeline, { scale: 'months' }> => {
  const byMonth = grouped(days, ({ day }) => calendarDate(day).slice(0, 7));
  const sums = new Map([...byMonth].map(([month, inMonth]) => [month, inMonth.reduce((sum, one) => sum + countedOf(one), 0)]));
  const most = Math.max(...sums.values(), 1);
  const cell = (month: string): MonthCell | undefined => {
    const inMonth = byMonth.get(month);
    if (!inMonth) return undefined;
    const counted = sums.get(month) ?? 0;
    const looks = inMonth.flatMap((one) => mainLine(one) ?? []);
    const main = looks.find((line) => line.counted && line.late) ?? looks.find((line) => line.counted) ?? looks[0];
    return {
      month,
      counted,
      share: counted / most,
      look: main ? (main.counted && !main.late ? 'open' : lookOf(main)) : 'closed',
      marks: inMonth.flatMap(({ day }) => marks.get(day) ?? []),
      unconfirmed: inMonth.some(isUnconfirmed),
    };
  };
  const [first = 0, last = 0] = [days[0], days.at(-1)].map((one) => Number(calendarDate(one?.day ?? 0).slice(0, 4)));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    scale: 'months',
    years: years.map((year) => ({
      year,
      months: Array.from({ length: 12 }, (_, index) => cell(`${year}-${String(index + 1).padStart(2, '0')}`)),
    })),
  };
};

/**
 * Lays out a receipt in the dates of a zone. Marks that lie outside of the receipt are left out. Undefined for an empty receipt. Throws RangeError on an unknown
 * zone.
 */
export const timeline = (lines: readonly ReceiptLine[], marks: readonly Mark[], timeZone: string): Timeline | undefined => {
  const [begin, end] = [Date.parse(lines[0]?.from ?? ''), Date.parse(lines.at(-1)?.to ?? '')];
  if (!(begin < end)) return undefined;
  const spans = offsetSpans(timeZone, Math.floor(begin / 1000) * 1000, Math.ceil(end / 1000) * 1000 + 1000);
  const days = daysOf(lines, spans);
  const known = new Set(days.map(({ day }) => day));
  const placed = marks.flatMap((mark) => {
    const at = Date.parse(mark.at);
    if (!(at >= begin && at <= end)) return [];
    const { day, minute } = localDay(spans, at);
    // What ends at midnight ends on the date before.
    return [known.has(day) ? { ...mark, day, minute } : { ...mark, day: day - 1, minute: minute + 24 * 60 }];
  });
  const byDay = grouped(
    placed.map(({ day, ...mark }): PlacedMark => ({ ...mark, date: calendarDate(day) })),
    ({ date }) => dayNumber(date),
  );
  const rows = rowsOf(days, spans, byDay);
  if (rows.length <= MOST_ROWS) return { scale: 'days', rows, ...axis(rows) };
  return days.length <= MOST_BLOCKS * MOST_WEEKS * 7 ? { scale: 'weeks', blocks: blocksOf(days, byDay) } : monthsOf(days, byDay);
};

/** Looks that a time line shows, in the order of a legend. */
export const legendOf = (lines: readonly ReceiptLine[]): readonly Look[] => {
  const ORDER: readonly Look[] = [
    'open',
    'make-up',
    'late',
    'closed',
    'break',
    'day-off',
    'holiday',
    'pause',
    'customer',
    'hold',
    'resolved',
  ];
  const found = new Set(lines.map(lookOf));
  return ORDER.filter((look) => found.has(look));
};

/** What a receipt adds up to. Seconds. */
export interface Totals {
  readonly counted: number;
  /** Counted after the due time. */
  readonly late: number;
  /** Stood still, open or not, by reason. */
  readonly stopped: readonly { readonly why: Why; readonly seconds: number }[];
  /** Names of holidays that it skips, each once. */
  readonly holidays: readonly string[];
  readonly unconfirmed: boolean;
}

/** Adds a receipt up. */
export const totalsOf = (lines: readonly ReceiptLine[]): Totals => {
  const STOPS: readonly Why[] = ['pause', 'customer', 'hold', 'resolved'];
  const seconds = (fits: (line: ReceiptLine) => boolean): number =>
    lines.reduce((sum, line) => sum + (fits(line) ? Date.parse(line.to) - Date.parse(line.from) : 0), 0) / 1000;
  return {
    counted: seconds(({ counted }) => counted),
    late: seconds(({ counted, late }) => counted && late === true),
    stopped: STOPS.map((why) => ({ why, seconds: seconds((line) => line.why === why) })).filter((one) => one.seconds > 0),
    holidays: [...new Set(lines.flatMap(({ why, name }) => (why === 'holiday' && name ? [name] : [])))],
    unconfirmed: lines.some(({ unconfirmed }) => unconfirmed),
  };
};

/** A month of a long receipt, for the table beside the drawing. Seconds. */
export interface MonthSum {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly counted: number;
  readonly late: number;
  readonly stopped: number;
  readonly holidays: readonly string[];
  readonly unconfirmed: boolean;
}

/** Adds a receipt up by months of a zone. Throws RangeError on an unknown zone. */
export const monthSums = (lines: readonly ReceiptLine[], timeZone: string): readonly MonthSum[] => {
  const [begin, end] = [Date.parse(lines[0]?.from ?? ''), Date.parse(lines.at(-1)?.to ?? '')];
  if (!(begin < end)) return [];
  const days = daysOf(lines, offsetSpans(timeZone, Math.floor(begin / 1000) * 1000, Math.ceil(end / 1000) * 1000 + 1000));
  return [...grouped(days, ({ day }) => calendarDate(day).slice(0, 7))].map(([month, inMonth]) => {
    const pieces = inMonth.flatMap((one) => one.pieces);
    const totals = totalsOf(
      pieces.map(({ from, to, line }) => ({ ...line, from: new Date(from).toISOString(), to: new Date(to).toISOString() })),
    );
    const { counted, late, stopped, holidays, unconfirmed } = totals;
    return { month, counted, late, stopped: stopped.reduce((sum, { seconds }) => sum + seconds, 0), holidays, unconfirmed };
  });
};
