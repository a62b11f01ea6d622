import { DAY } from '../kernel/time.ts';

/** A span of time in which the clocks of a zone stand at one offset. Milliseconds: since 1970, and to add to UTC. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Short enough that no zone changes its clocks twice within: the closest two changes until 2099 are 167 hours apart (Recife 2000, Gaza 2040). */
const STEP = 6 * DAY;

const zones = new Map<string, (at: number) => number>();

/** Offset of a zone at an instant, ms to add to UTC. Throws `RangeError` for a zone that does not exist. */
const offsetIn = (timeZone: string): ((at: number) => number) => {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offset = (at: number): number => {
    const [, sign, hours = 0, minutes = 0, seconds = 0] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(at)) ?? [];
    return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  };
  zones.set(timeZone, offset);
  return offset;
};

/** Milliseconds to add to UTC in a zone at an instant. */
export const offsetAt = (timeZone: string, at: number): number => offsetIn(timeZone)(at);

/** True for a zone of the IANA database, or a fixed offset such as `+08:00`. */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    offsetIn(timeZone);
    return true;
  } catch {
    return false;
  }
};

/** The instant, between two with different offsets, at which the clocks change, to the second. */
const changeBetween = (offset: (at: number) => number, from: number, to: number): number => {
  let [before, after] = [from / 1000, to / 1000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offset(middle * 1000) === offset(from)) before = middle;
    else after = middle;
  }
  return after * 1000;
};

/** The offsets of a zone from one instant (a full second) to another, in order and without gaps (F21). */
export const offsetSpans = (timeZone: string, from: number, to: number): readonly OffsetSpan[] => {
  const offset = offsetIn(timeZone);
  const spans: OffsetSpan[] = [];
  let begin = from;
  for (let at = from; at < to; at += STEP) {
    const next = Math.min(at + STEP, to);
    if (offset(at) === offset(next)) continue;
    const change = changeBetween(offset, at, next);
    if (change >= to) continue;
    spans.push({ from: begin, to: change, offset: offset(begin) });
    begin = change;
  }
  return [...spans, { from: begin, to, offset: offset(begin) }];
};
