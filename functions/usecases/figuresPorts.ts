import type { Figure } from '../domain/care/figures.ts';

/** What is counted of contracts, by month. */
export interface FiguresLog {
  /** Keeps figures of a contract as they are at `version` of it; those of a later version stay. */
  keep(team: string, figures: readonly Figure[], version: number): Promise<void>;
  ofMonth(team: string, month: string): Promise<readonly Figure[]>;
}
