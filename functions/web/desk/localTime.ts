import { offsetSpans } from '../../domain/clocks/zone.ts';
import type { Instant } from '../../domain/kernel/time.ts';

const offsetAt = (timeZone: string, at: number): number => {
  const second = Math.floor(at / 1000) * 1000;
  return offsetSpans(timeZone, second, second + 1000)[0]?.offset ?? 0;
};

/** What clocks on the wall of a zone show, `2026-03-01T09:30`, as form fields want it. Throws RangeError on an unknown zone. */
export const wallTime = (at: Instant, timeZone: string): string => {
  const ms = Date.parse(at);
  return new Date(ms + offsetAt(timeZone, ms)).toISOString().slice(0, 16);
};

/**
 * The instant at which the clocks of a zone show a time such as `2026-03-01T09:30`; of an hour that comes twice the first, of one that is skipped as long after
 * the change. Undefined when it is no time or no zone: whoever sends it then sends what was typed, and hears what is wrong with it.
 */
export const instantOf = (wall: string, timeZone: string): Instant | undefined => {
  const utc = Date.parse(`${wall}Z`);
  if (!Number.isFinite(utc) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return undefined;
  try {
    const before = offsetAt(timeZone, utc - 86_400_000);
    const first = utc - before;
    const at = offsetAt(timeZone, first) === before ? first : utc - offsetAt(timeZone, first);
    return new Date(offsetAt(timeZone, at) === utc - at ? at : first).toISOString();
  } catch {
    return undefined;
  }
};
