import type { Stop } from './businessTime.ts';
import { MINUTE } from '../kernel/time.ts';
import type { DayPiece, OpenTime } from './openTime.ts';

/** Why a span was counted or skipped. `make-up` is a day off that became a workday (调休); the last four are stops. */
export const WHYS = ['open', 'make-up', 'closed', 'break', 'day-off', 'holiday', 'pause', 'customer', 'hold', 'resolved'] as const;
export type Why = (typeof WHYS)[number];

/** One line of a receipt (X4); milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly counted: boolean;
  readonly why: Why;
  /** Name of the holiday, or of the one that is made up for. */
  readonly name?: string | undefined;
  /** The year's statutory days are only projected: the notice is not entered yet. */
  readonly unconfirmed?: true | undefined;
}

/** A stop with what to call it. */
export interface NamedStop extends Stop {
  readonly why: Extract<Why, 'pause' | 'customer' | 'hold' | 'resolved'>;
}

/** What a day that has hours is between them, and before and after them. */
const closedAt = ({ midnight, plan: { hours } }: DayPiece, at: number): Why => {
  const minute = (at - midnight) / MINUTE;
  return hours.some(([, end]) => end <= minute) && hours.some(([begin]) => begin > minute) ? 'break' : 'closed';
};

/** What the hours of a day say about each part of it, without stops. */
const ofDay = (piece: DayPiece): readonly Span[] => {
  const { from, to, open, plan } = piece;
  const { name, kind, unconfirmed } = plan;
  if (plan.hours.length === 0)
    return [
      kind === 'holiday'
        ? { from, to, counted: false, why: kind, name, unconfirmed }
        : { from, to, counted: false, why: 'day-off', unconfirmed },
    ];
  const spans: Span[] = [];
  let at = from;
  for (const [begin, end] of open) {
    if (begin > at) spans.push({ from: at, to: begin, counted: false, why: closedAt(piece, at), unconfirmed });
    spans.push(
      kind === 'make-up'
        ? { from: begin, to: end, counted: true, why: kind, name, unconfirmed }
        : { from: begin, to: end, counted: true, why: 'open', unconfirmed },
    );
    at = end;
  }
  if (at < to) spans.push({ from: at, to, counted: false, why: closedAt(piece, at), unconfirmed });
  return spans;
};

const alike = (a: Span, b: Span): boolean => a.why === b.why && a.name === b.name && a.unconfirmed === b.unconfirmed && a.to === b.from;

/** Joins lines that say the same. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const lines: Span[] = [];
  for (const span of spans) {
    const last = lines.at(-1);
    if (last && alike(last, span)) lines[lines.length - 1] = { ...last, to: span.to };
    else lines.push(span);
  }
  return lines;
};

/** Puts the stops over what the calendar says; both are in order. Where stops overlap, the one that began first names the time. */
const stopped = (spans: readonly Span[], stops: readonly NamedStop[]): readonly Span[] => {
  let next = 0;
  return spans.flatMap((span) => {
    const parts: Span[] = [];
    let at = span.from;
    for (let stop = stops[next]; stop && stop.from < span.to; stop = stops[next]) {
      const [begin, end] = [Math.max(at, stop.from), Math.min(span.to, stop.to)];
      if (at < begin) parts.push({ ...span, from: at, to: begin });
      if (begin < end) parts.push({ from: begin, to: end, counted: false, why: stop.why, unconfirmed: span.unconfirmed });
      at = Math.max(at, end);
      if (stop.to > span.to) break;
      next += 1;
    }
    return at < span.to ? [...parts, { ...span, from: at }] : parts;
  });
};

/**
 * The receipt of a clock from `start` to `end`: every interval counted, every one skipped, and why (X4). The lines tile the span exactly, in order; what is
 * counted adds up to `elapsed`.
 */
export const receipt = (time: OpenTime, start: number, end: number, stops: readonly NamedStop[]): readonly Span[] => {
  if (end <= start) return [];
  const spans = time
    .pieces(start, end)
    .flatMap(ofDay)
    .map((span) => ({ ...span, from: Math.max(span.from, start), to: Math.min(span.to, end) }))
    .filter((span) => span.from < span.to);
  const inOrder = stops.toSorted((a, b) => a.from - b.from);
  return joined(stopped(spans, inOrder));
};
