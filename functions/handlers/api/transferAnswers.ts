import * as z from 'zod/mini';
import { ENCODINGS } from '../../domain/contract/import/decode.ts';
import { OUTCOMES, type Counts } from '../../domain/contract/import/outcome.ts';
import { FIELD_ERROR_CODES } from '../../domain/kernel/fieldError.ts';
import type { ImportReport, ReportedRow } from '../../domain/contract/import/report.ts';
import { instant, optionalText, showing } from './answerParts.ts';

export const wrongCell = z.strictObject({ pointer: z.string(), column: optionalText, detail: z.string(), code: z.enum(FIELD_ERROR_CODES) });

/** What became of one row of a file. */
export const reportedRow = showing<ReportedRow>()(
  z.strictObject({ line: z.int(), contractId: optionalText, outcome: z.enum(OUTCOMES), errors: z.optional(z.array(wrongCell)) }),
);

export const counts = showing<Counts>()(z.strictObject({ created: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() }));

/** `POST /api/desk/contracts/imports` and `GET /api/desk/contracts/imports/{importId}`. */
export const importReport = showing<ImportReport>()(
  z.strictObject({
    importId: optionalText,
    dryRun: z.boolean(),
    state: z.enum(['running', 'done']),
    startedAt: instant,
    by: optionalText,
    fileName: optionalText,
    encoding: z.enum(ENCODINGS),
    rows: z.int(),
    done: z.int(),
    counts,
    unknownColumns: z.array(z.string()),
    absentColumns: z.array(z.string()),
    wrong: z.array(reportedRow),
  }),
);

/** `GET /api/desk/contracts/imports/{importId}/rows`. */
export const importRows = z.strictObject({ items: z.array(reportedRow), nextCursor: optionalText });
