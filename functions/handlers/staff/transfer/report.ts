import { headerOf } from '../../../domain/contract/import/columns.ts';
import type { Locale } from '../../../domain/case/model.ts';
import type { Header } from '../../../domain/contract/import/columns.ts';
import type { ImportedRow } from '../../../domain/contract/import/outcome.ts';
import type { ImportReport, ReportedRow } from '../../../domain/contract/import/report.ts';
import { headerAt } from '../../../domain/contract/import/row.ts';
import { mistakes } from '../../api/mistakes.ts';

type ReadHeader = Pick<Header, 'columns' | 'unknown' | 'absent'>;

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
