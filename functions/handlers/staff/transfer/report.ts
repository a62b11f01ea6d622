import { headerOf } from '../../../domain/contract/import/columns.ts';
import type { Locale } from '../../../domain/case/model.ts';
import type { Header } from '../../../domain/contract/import/columns.ts';
import type { Encoding } from '../../../domain/contract/import/decode.ts';
import type { Counts, ImportedRow, Outcome } from '../../../domain/contract/import/outcome.ts';
import { headerAt } from '../../../domain/contract/import/row.ts';
import type { FieldErrorCode } from '../../../domain/kernel/fieldError.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { mistakes } from '../../api/mistakes.ts';

type ReadHeader = Pick<Header, 'columns' | 'unknown' | 'absent'>;

/** One row of a report. */
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
  readonly wrong: readonly ReportedRow[];
}

/** A row with sentences in the reader's language. */
export const reportedRow = (
  locale: Locale,
  header: Pick<Header, 'columns'>,
  { line, contractId, outcome, errors }: ImportedRow,
): ReportedRow => ({
  line,
  ...(contractId !== '' && { contractId }),
  outcome,
  ...(errors && {
    errors: mistakes(locale, errors).map(({ pointer, ...error }) => ({ pointer, column: headerAt(pointer, header), ...error })),
  }),
});

/** What is said of the columns of a file. */
export const columnsOf = (locale: Locale, { unknown, absent }: ReadHeader): Pick<ImportReport, 'unknownColumns' | 'absentColumns'> => ({
  unknownColumns: unknown,
  absentColumns: absent.map((column) => headerOf(column, locale)),
});
