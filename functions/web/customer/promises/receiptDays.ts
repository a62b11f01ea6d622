import type { ReceiptLine } from '../../../domain/case/clocks.ts';
import { localDate, startOfDate } from '../../../domain/clocks/localDate.ts';
import type { Why } from '../../../domain/clocks/receipt.ts';
import { calendarDate, dayNumber, weekday, type CalendarDate, type Instant } from '../../../domain/kernel/time.ts';

/** What a part of a day does to a clock, in the order in which a day tells it: counted, still to come, counted after the due time, not counted. */
const EFFECTS = ['counted', 'ahead', 'late', 'skipped'] as const;
export type Effect = (typeof EFFECTS)[number];

/** Why time was or was not counted, in the words of a reader: a break is told apart by its hours, a day off by its weekday. */
export type Reason = Why | 'lunch' | 'weekend';

/** Parts of a day that are alike. */
export interface DayRow {
  readonly effect: Effect;
  readonly reason: Reason;
  /** Name of a holiday, as its region writes it. */
  readonly name?: string | undefined;
  /** Minutes since midnight. */
  readonly times: readonly (readonly [from: number, to: number])[];
  /** Length on one such day, by the times as they are shown: 0 for less than a minute. */
  readonly seconds: number;
}

/** Days in a row that are alike. */
export interface DayGroup {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly days: number;
  /** The year's holidays are not announced yet. */
  readonly unconfirmed: boolean;
  readonly rows: readonly DayRow[];
}

interface Part extends Omit<DayRow, 'times' | 'seconds'> {
  readonly date: CalendarDate;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly unconfirmed: boolean;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const SATURDAY = 5;
const LUNCH = { from: 11 * 60, to: 15 * 60 } as const;

const minuteOf = (at: number): number => Math.floor(at / MINUTE);

const BY_CALENDAR: readonly Why[] = ['closed', 'break', 'day-off', 'holiday'];

/** True where the calendar skips nothing of a receipt: every hour of it counts. */
export const isRoundTheClock = (lines: readonly ReceiptLine[]): boolean => !lines.some(({ why }) => BY_CALENDAR.includes(why));

/** The receipt until an instant: where a clock was met or stands still, what comes after says nothing. */
export const until = (lines: readonly ReceiptLine[], end: Instant): readonly ReceiptLine[] =>
  lines.filter(({ from }) => from < end).map((line) => (line.to > end ? { ...line, to: end } : line));

/** Cuts a line where the days of a zone begin, and where the present divides it. */
const cut = (line: ReceiptLine, zone: string, now: Instant | undefined): readonly ReceiptLine[] => {
  const edges = now !== undefined && line.from < now && now < line.to ? [now] : [];
  for (let day = dayNumber(localDate(zone, line.from)) + 1; ; day += 1) {
    const midnight = startOfDate(zone, calendarDate(day));
    if (midnight >= line.to) break;
    if (midnight > line.from) edges.push(midnight);
  }
  const stops = [line.from, ...edges.sort(), line.to];
  return stops.slice(1).map((to, index) => ({ ...line, from: stops[index] ?? line.from, to }));
};

const effectOf = ({ counted, late, from }: ReceiptLine, now: Instant | undefined): Effect => {
  if (!counted) return 'skipped';
  if (late) return 'late';
  return now !== undefined && from >= now ? 'ahead' : 'counted';
};

const reasonOf = ({ why }: ReceiptLine, date: CalendarDate, from: number, to: number): Reason => {
  if (why === 'break') return from >= LUNCH.from && to <= LUNCH.to ? 'lunch' : why;
  if (why === 'day-off') return weekday(dayNumber(date)) >= SATURDAY ? 'weekend' : why;
  return why;
};

const partOf = (line: ReceiptLine, zone: string, now: Instant | undefined): Part => {
  const date = localDate(zone, line.from);
  const midnight = Date.parse(startOfDate(zone, date));
  const [from, to] = [minuteOf(Date.parse(line.from) - midnight), minuteOf(Date.parse(line.to) - midnight)];
  const effect = effectOf(line, now);
  const { name } = line;
  // The length is that of the times as they are shown, so that a reader who adds up the lines finds our figures.
  return {
    date,
    from,
    to,
    effect,
    reason: reasonOf(line, date, from, to),
    name,
    seconds: (to - from) * 60,
    unconfirmed: line.unconfirmed ?? false,
  };
};

const isAlike = (a: DayRow, b: Part): boolean => a.effect === b.effect && a.reason === b.reason && a.name === b.name;

/** Parts that touch are one: a day that the present divides within the night is still one night. */
const joined = (times: DayRow['times'], [from, to]: readonly [number, number]): DayRow['times'] => {
  const last = times.at(-1);
  return last && last[1] === from ? [...times.slice(0, -1), [last[0], to]] : [...times, [from, to]];
};

const dayOf = (date: CalendarDate, parts: readonly Part[]): DayGroup => {
  const rows: DayRow[] = [];
  for (const part of parts) {
    const at = rows.findIndex((row) => isAlike(row, part));
    const { effect, reason, name, from, to, seconds } = part;
    const row = rows[at];
    if (row) rows[at] = { ...row, times: joined(row.times, [from, to]), seconds: row.seconds + seconds };
    else rows.push({ effect, reason, name, times: [[from, to]], seconds });
  }
  rows.sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect));
  return { first: date, last: date, days: 1, unconfirmed: parts.some(({ unconfirmed }) => unconfirmed), rows };
};

const sameRows = (a: DayGroup, b: DayGroup): boolean =>
  a.unconfirmed === b.unconfirmed && JSON.stringify(a.rows) === JSON.stringify(b.rows) && dayNumber(a.last) + 1 === dayNumber(b.first);

/** Days in a row that are alike become one entry. */
export const grouped = (days: readonly DayGroup[]): readonly DayGroup[] => {
  const groups: DayGroup[] = [];
  for (const day of days) {
    const last = groups.at(-1);
    if (last && sameRows(last, day)) groups[groups.length - 1] = { ...last, last: day.last, days: last.days + day.days };
    else groups.push(day);
  }
  return groups;
};

/**
 * A receipt by the days of a zone, one entry for each: its lines cut at midnight and at `now`, parts of a day that are alike in one row. Every moment of the
 * receipt is in exactly one row.
 */
export const receiptDays = (lines: readonly ReceiptLine[], zone: string, now?: Instant): readonly DayGroup[] => {
  const byDate = new Map<CalendarDate, Part[]>();
  for (const line of lines)
    for (const piece of cut(line, zone, now)) {
      const part = partOf(piece, zone, now);
      byDate.set(part.date, [...(byDate.get(part.date) ?? []), part]);
    }
  return [...byDate].map(([date, parts]) => dayOf(date, parts));
};

/** Seconds of some days that have one of these effects, by the times as they are shown. */
export const secondsOf = (days: readonly DayGroup[], ...effects: readonly Effect[]): number =>
  days
    .flatMap(({ rows, days: count }) => rows.filter(({ effect }) => effects.includes(effect)).map(({ seconds }) => seconds * count))
    .reduce((sum, seconds) => sum + seconds, 0);

/** `09:00`, and `24:00` for the end of a day. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const isWholeDay = ({ times }: DayRow): boolean => times.length === 1 && times[0]?.[0] === 0 && times[0][1] === DAY_MINUTES;
