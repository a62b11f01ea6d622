import type { FieldError } from '../../kernel/fieldError.ts';

/** What becomes of a row. */
export const OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A row that was dealt with. */
export interface ImportedRow {
  readonly line: number;
  /** As the file has it; empty where the line could not be read. */
  readonly contractId: string;
  readonly outcome: Outcome;
  /** Why it was refused. */
  readonly errors?: readonly FieldError[] | undefined;
}

export type Counts = Readonly<Record<Outcome, number>>;

export const countsOf = (rows: readonly Pick<ImportedRow, 'outcome'>[]): Counts => {
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
};

/** Counts of several parts together. */
export const sumOf = (parts: readonly Counts[]): Counts => {
  const sum = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const part of parts) for (const outcome of OUTCOMES) sum[outcome] += part[outcome];
  return sum;
};

/** Rows that have an outcome. */
export const doneIn = (counts: Counts): number => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);

/** Rows that are worked on at once: a few seconds of work, so that little is done again when it breaks off, and progress shows. */
export const CHUNK_ROWS = 200;

/** Chunks that so many rows make; they are numbered from 0. */
export const chunksOf = (rows: number): number => Math.ceil(rows / CHUNK_ROWS);

/** The rows of a chunk. */
export const chunkOf = <Row>(rows: readonly Row[], chunk: number): readonly Row[] =>
  rows.slice(chunk * CHUNK_ROWS, (chunk + 1) * CHUNK_ROWS);

/** Wrong rows that a report shows at once; the others are listed page by page. */
export const MOST_SHOWN = 200;
