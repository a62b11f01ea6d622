const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A value as JSON that is the same for the same content: whatever order the fields came in, and whether what is missing is left out or undefined. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted);
