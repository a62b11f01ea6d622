/** One figure, held against its budget. */
export interface Figure {
  readonly name: string;
  readonly budget: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** What a part of the bench found: its figures, and below them what they are made of. */
export interface Report {
  readonly figures: readonly Figure[];
  readonly details: readonly string[];
}

/** A figure with an upper limit. `unit` follows the number, which is rounded for the eye only. */
export const atMost = (name: string, limit: number, measured: number, unit = '', digits = 0): Figure => ({
  name,
  budget: `≤ ${limit}${unit}`,
  measured: `${measured.toFixed(digits)}${unit}`,
  holds: measured <= limit,
});

/** A figure with a lower limit. */
export const atLeast = (name: string, limit: number, measured: number, unit = ''): Figure => ({
  name,
  budget: `≥ ${limit.toLocaleString('en')}${unit}`,
  measured: `${Math.floor(measured).toLocaleString('en')}${unit}`,
  holds: measured >= limit,
});

/** A figure that must be one number. */
export const exactly = (name: string, wanted: number, measured: number): Figure => ({
  name,
  budget: String(wanted),
  measured: String(measured),
  holds: measured === wanted,
});

/** Rows as aligned columns; columns that hold numbers in all rows but the first are set to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const columns = rows[0]?.map((_, n) => rows.map((row) => row[n] ?? '')) ?? [];
  const isNumeric = columns.map((cells) => cells.slice(1).every((cell) => /^[≤≥×−+]?\s?\d|^$|^–$/.test(cell)));
  const widths = columns.map((cells) => Math.max(...cells.map(({ length }) => length)));
  return rows.map((row) =>
    row
      .map((cell, n) => (isNumeric[n] ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
}

/** The figures with their verdicts, and the details below. */
export function printed(title: string, { figures, details }: Report): string {
  const rows = figures.map(({ name, budget, measured, holds }) => [name, budget, measured, holds ? 'holds' : 'MISSED']);
  const lines = table([['figure', 'budget', 'measured', 'verdict'], ...rows]);
  return ['', `${title}`, '', ...[...lines, '', ...details].map((line) => `  ${line}`.trimEnd()), ''].join('\n');
}

/** The value below which a share of the values lies; 0.5 is the median. Throws on none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}
