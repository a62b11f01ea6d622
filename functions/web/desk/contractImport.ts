import type { ImportReport } from '../../domain/contract/import/report.ts';

/** Bytes of a file that still pass the gateway: 6 MB with base64 and the form around them. */
export const MOST_FILE_BYTES = 4_300_000;

/** Whole percent of the lines that are dealt with; 100 only when all are. */
export const percentDone = ({ done, rows, state }: Pick<ImportReport, 'done' | 'rows' | 'state'>): number =>
  state === 'done' ? 100 : rows === 0 ? 0 : Math.min(99, Math.floor((done / rows) * 100));

/** Lines of a checked file that an import would deal with. Those that were not looked up count: only the import will tell. */
export const toImport = ({ rows, counts }: Pick<ImportReport, 'rows' | 'counts'>): number => rows - counts.refused;

/** A wrong line with one thing that is wrong with it. */
export interface WrongCell {
  readonly line: number;
  readonly contractId: string | undefined;
  /** Undefined where the whole line is meant. */
  readonly column: string | undefined;
  readonly detail: string;
  /** True on the first of its line. */
  readonly isFirst: boolean;
  /** Things wrong with the line. */
  readonly ofLine: number;
}

/** Everything that is wrong, one thing each. */
export const wrongCells = (wrong: ImportReport['wrong']): readonly WrongCell[] =>
  wrong.flatMap(({ line, contractId, errors = [] }) =>
    errors.map(({ column, detail }, at) => ({ line, contractId, column, detail, isFirst: at === 0, ofLine: errors.length })),
  );
