import type { Touchpoint } from '../../domain/care/rules.ts';

/** A touchpoint on the line from the signing day on. */
export interface TimelinePoint {
  readonly point: Touchpoint;
  /** Months after signing; missing for the delivery, whose day is another for every contract. */
  readonly months?: number | undefined;
}

const YEAR = 12;

/** What returns more often than this is told once, not each time. */
const LEAST_MONTHS_APART = 3;

const placesOf = (point: Touchpoint): readonly TimelinePoint[] => {
  const { when } = point;
  if (when.kind === 'delivery') return [{ point }];
  if (when.kind === 'after') return [{ point, months: when.months }];
  if (when.kind !== 'every' || when.months < LEAST_MONTHS_APART) return [];
  return Array.from({ length: Math.floor(YEAR / when.months) }, (_, n) => ({ point, months: (n + 1) * when.months }));
};

/** Touchpoints in the order in which they come after signing; those that return as often as they do in the first year. */
export const fromSigningOn = (points: readonly Touchpoint[]): readonly TimelinePoint[] =>
  points.flatMap(placesOf).sort((a, b) => (a.months ?? 0) - (b.months ?? 0));

/** Touchpoints that are not over after one time, or that have a date of their own. */
export const cadence = (points: readonly Touchpoint[]): readonly Touchpoint[] =>
  points.filter(({ when }) => when.kind !== 'delivery' && when.kind !== 'after');
