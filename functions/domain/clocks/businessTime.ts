import type { OpenTime } from './openTime.ts';

/** A span in which clocks stand still; milliseconds since 1970. */
export interface Stop {
  readonly from: number;
  readonly to: number;
}

/** Stops in order, each moment in one of them only: those that overlap, nest or touch stop the clocks once (rules.md 2.1). */
const inOrder = <S extends Stop>(stops: readonly S[]): readonly Stop[] => {
  if (stops.length < 2) return stops;
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...stops].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
};

/**
 * When a target of open milliseconds that runs from `start` is used up, pushed out by every stop that begins before (rules.md 2.1). It ends at closing time when it
 * fits exactly. Undefined when that does not come before 2100. Stops may overlap; each ends after it begins.
 */
export const dueTime = (time: OpenTime, start: number, target: number, stops: readonly Stop[]): number | undefined => {
  let due = time.after(start, target);
  for (const stop of inOrder(stops)) {
    if (due === undefined || stop.from >= due) return due;
    due = time.after(due, time.openBetween(Math.max(stop.from, start), stop.to));
  }
  return due;
};

/** Open milliseconds from `start` to `end` outside all stops; 0 when the end is not later. */
export const elapsed = (time: OpenTime, start: number, end: number, stops: readonly Stop[]): number =>
  inOrder(stops).reduce(
    (open, stop) => open - time.openBetween(Math.max(stop.from, start), Math.min(stop.to, end)),
    time.openBetween(start, end),
  );
