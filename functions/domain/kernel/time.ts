/** ISO 8601 instant in UTC with milliseconds, for example `2026-03-01T09:30:00.000Z`: sorts as text. */
export type Instant = string;

/** Milliseconds in one hour and one day; days here are 24 h, never calendar days. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The instant `ms` milliseconds after another. */
export const plus = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** Milliseconds from one instant to another; negative when the second is earlier. */
export const between = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
