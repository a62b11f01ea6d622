import { doneIn, OUTCOMES } from '../../../domain/contract/import/outcome.ts';
import type { FieldError } from '../../../domain/kernel/fieldError.ts';
import { json, type Endpoint } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { listImportRows, readImport } from '../../../usecases/readImport.ts';
import { localeOf } from '../../api/context.ts';
import { invalidInput } from '../../api/parse.ts';
import { transferStaff, type TransferDeps } from './context.ts';
import type { ImportReport } from '../../../domain/contract/import/report.ts';
import { columnsOf, reportedRow } from './report.ts';

/** `GET /api/desk/contracts/imports/{importId}`: how far it is, and what was refused. */
export const getImport =
  (deps: TransferDeps): Endpoint =>
  async (request) => {
    transferStaff(deps, request);
    const found = await readImport(deps.imports)(request.params['importId'] ?? '');
    if (!found) throw new Problem('not-found');
    const { record, counts, isDone, wrong } = found;
    const locale = localeOf(request);
    const report: ImportReport = {
      importId: record.importId,
      dryRun: false,
      state: isDone ? 'done' : 'running',
      startedAt: record.at,
      by: record.by.id,
      fileName: record.fileName,
      encoding: record.encoding,
      rows: record.rows,
      done: doneIn(counts),
      counts,
      ...columnsOf(locale, record.header),
      wrong: wrong.map((row) => reportedRow(locale, record.header, row)),
    };
    return json(200, report);
  };

const DEFAULT_LIMIT = 100;
const MOST = 200;

const CURSOR = /^\d{1,6}$/;

/** `GET /api/desk/contracts/imports/{importId}/rows?outcome=&limit=&cursor=`: what became of every row, in the order of the file. */
export const getImportRows =
  (deps: TransferDeps): Endpoint =>
  async (request) => {
    transferStaff(deps, request);
    const { query } = request;
    const locale = localeOf(request);
    const outcome = OUTCOMES.find((name) => name === query['outcome']);
    const limit = Number(query['limit'] ?? DEFAULT_LIMIT);
    const errors: readonly FieldError[] = [
      ...(query['outcome'] && !outcome ? [{ pointer: '/outcome', code: 'choice' as const }] : []),
      ...(Number.isInteger(limit) && limit >= 1 ? [] : [{ pointer: '/limit', code: 'too-small' as const, values: { min: 1 } }]),
      ...(limit > MOST ? [{ pointer: '/limit', code: 'too-big' as const, values: { max: MOST } }] : []),
    ];
    if (errors.length > 0) throw await invalidInput(locale, errors);
    const cursor = query['cursor'] ?? '0';
    if (!CURSOR.test(cursor)) throw new Problem('bad-cursor');
    const page = await listImportRows(deps.imports)(request.params['importId'] ?? '', { from: Number(cursor), limit, outcome });
    if (!page) throw new Problem('not-found');
    const { record, rows, next } = page;
    return json(200, {
      items: rows.map((row) => reportedRow(locale, record.header, row)),
      nextCursor: next === undefined ? undefined : String(next),
    });
  };
