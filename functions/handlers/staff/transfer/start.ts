import { randomUUID } from 'node:crypto';
import { readCsv } from '../../../adapters/csv/readCsv.ts';
import type { Locale } from '../../../domain/case/model.ts';
import { readContractFile, type ContractFile } from '../../../domain/contract/import/file.ts';
import { countsOf, doneIn, MOST_SHOWN } from '../../../domain/contract/import/outcome.ts';
import type { FieldError } from '../../../domain/kernel/fieldError.ts';
import { json, type Answer, type Endpoint, type Request } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { previewImport } from '../../../usecases/previewImport.ts';
import { startImport } from '../../../usecases/startImport.ts';
import { idempotencyKey, localeOf } from '../../api/context.ts';
import { toTerms } from '../../api/contractTerms.ts';
import { invalidInput } from '../../api/parse.ts';
import { actorOf } from '../context.ts';
import { transferStaff, type TransferDeps } from './context.ts';
import type { ImportReport } from '../../../domain/contract/import/report.ts';
import { columnsOf, reportedRow } from './report.ts';

/** How long a dry run looks contracts up: the gateway waits 30 s for an answer. */
const LOOKING_UP_MS = 20_000;

/** Characters of a file name that are kept. */
const NAME_LENGTH = 200;

const refused = (locale: Locale, ...errors: readonly FieldError[]): Promise<Problem> => invalidInput(locale, errors);

interface Sent {
  readonly bytes: Uint8Array;
  readonly name?: string | undefined;
}

const sentFile = async (request: Request): Promise<Sent> => {
  const body = await request.body();
  if (body.kind === 'csv') return { bytes: body.bytes };
  if (body.kind === 'json') throw new Problem('unsupported-media-type');
  const file = body.kind === 'form' ? body.files['file'] : undefined;
  if (!file) throw await refused(localeOf(request), { pointer: '/file', code: 'required' });
  const name = file.name
    .replace(/[\p{Cc}\p{Cf}\\/]/gu, '')
    .trim()
    .slice(0, NAME_LENGTH);
  return { bytes: file.bytes, ...(name !== '' && { name }) };
};

const isDryRun = async (request: Request): Promise<boolean> => {
  const said = request.query['dryRun'] ?? 'false';
  if (said !== 'true' && said !== 'false') throw await refused(localeOf(request), { pointer: '/dryRun', code: 'choice' });
  return said === 'true';
};

const preview = async (deps: TransferDeps, request: Request, file: ContractFile, sent: Sent): Promise<Answer> => {
  const locale = localeOf(request);
  const now = deps.now();
  const begun = deps.stopwatch();
  const importing = { by: actorOf(transferStaff(deps, request)), now };
  const rows = await previewImport(deps)(file.rows, importing, () => deps.stopwatch() - begun > LOOKING_UP_MS);
  const counts = countsOf(rows);
  const report: ImportReport = {
    dryRun: true,
    state: 'done',
    startedAt: now,
    fileName: sent.name,
    encoding: file.encoding,
    rows: file.rows.length,
    done: doneIn(counts),
    counts,
    ...columnsOf(locale, file.header),
    wrong: rows
      .filter(({ outcome }) => outcome === 'refused')
      .slice(0, MOST_SHOWN)
      .map((row) => reportedRow(locale, file.header, row)),
  };
  return json(200, report);
};

const start = async (deps: TransferDeps, request: Request, file: ContractFile, sent: Sent): Promise<Answer> => {
  const staff = transferStaff(deps, request);
  const started = await startImport(deps)({
    bytes: sent.bytes,
    file,
    fileName: sent.name,
    by: actorOf(staff),
    now: deps.now(),
    key: idempotencyKey(request) ?? randomUUID(),
  });
  if (!started.ok) throw new Problem('key-reused');
  const { record, replayed } = started.value;
  const report: ImportReport = {
    importId: record.importId,
    dryRun: false,
    state: 'running',
    startedAt: record.at,
    by: record.by.id,
    fileName: record.fileName,
    encoding: record.encoding,
    rows: record.rows,
    done: 0,
    counts: countsOf([]),
    ...columnsOf(localeOf(request), record.header),
    wrong: [],
  };
  return json(202, report, {
    location: `${deps.siteUrl}/api/desk/contracts/imports/${record.importId}`,
    ...(replayed && { 'idempotency-replayed': 'true' }),
  });
};

/**
 * `POST /api/desk/contracts/imports?dryRun=true|false` with a file, as `text/csv` or as the field `file` of a form: a dry run answers what would happen, the real
 * one where to look how it goes (F89).
 */
export const postImport =
  (deps: TransferDeps): Endpoint =>
  async (request) => {
    transferStaff(deps, request);
    const locale = localeOf(request);
    const dryRun = await isDryRun(request);
    const sent = await sentFile(request);
    const file = readContractFile(sent.bytes, { readCsv, parseTerms: toTerms, locale });
    if (!file.ok) throw await refused(locale, ...file.refusal);
    return dryRun ? preview(deps, request, file.value, sent) : start(deps, request, file.value, sent);
  };
