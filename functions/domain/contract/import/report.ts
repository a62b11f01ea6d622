import type { FieldErrorCode } from '../../kernel/fieldError.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Encoding } from './decode.ts';
import type { Counts, Outcome } from './outcome.ts';

/** One line of a file that was imported, with sentences in the reader's language. */
export interface ReportedRow {
  readonly line: number;
  readonly contractId?: string | undefined;
  readonly outcome: Outcome;
  readonly errors?:
    | readonly {
        readonly pointer: string;
        /** Header of the column, as the file writes it; missing where the whole line is meant. */
        readonly column?: string | undefined;
        readonly detail: string;
        readonly code: FieldErrorCode;
      }[]
    | undefined;
}

/** How an import stands, or what it would come to. */
export interface ImportReport {
  /** Missing on a dry run. */
  readonly importId?: string | undefined;
  readonly dryRun: boolean;
  readonly state: 'running' | 'done';
  readonly startedAt: Instant;
  readonly by?: string | undefined;
  readonly fileName?: string | undefined;
  readonly encoding: Encoding;
  readonly rows: number;
  readonly done: number;
  readonly counts: Counts;
  readonly unknownColumns: readonly string[];
  readonly absentColumns: readonly string[];
  /** The first lines that are refused. */
  readonly wrong: readonly ReportedRow[];
}
