import { writeCsv } from '../../../adapters/csv/writeCsv.ts';
import { contractCells, headerCells } from '../../../domain/contract/import/cells.ts';
import type { FieldError } from '../../../domain/kernel/fieldError.ts';
import type { Endpoint } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { findContracts } from '../../../usecases/findContracts.ts';
import { localeOf } from '../../api/context.ts';
import { contractsExport } from '../../api/transferSchemas.ts';
import { invalidInput, parse } from '../../api/parse.ts';
import { transferStaff, type TransferDeps } from './context.ts';

/**
 * `GET /api/desk/contracts/export` with the filters of the list: contracts as CSV, a part at a time, as a Lambda answers with at most 6 MB. The parts one after
 * the other are one file; `Link` leads from each to the next.
 */
export const getExport =
  (deps: TransferDeps): Endpoint =>
  async (request) => {
    transferStaff(deps, request);
    const locale = localeOf(request);
    const { lang: _, ...query } = request.query;
    const parsed = parse(contractsExport, query);
    if (!parsed.ok) throw await invalidInput(locale, parsed.refusal);
    const { dueFrom, dueTo, cursor } = parsed.value;
    const error: FieldError = { pointer: '/dueTo', code: 'end-before-start' };
    if (dueFrom !== undefined && dueTo !== undefined && dueTo < dueFrom) throw await invalidInput(locale, [error]);
    const isFirst = cursor === undefined;
    try {
      const { contracts, nextCursor } = await findContracts(deps.contracts)(parsed.value);
      const rows = contracts.map(({ contractId, terms }) => contractCells(contractId, terms));
      const next = nextCursor && `/api/desk/contracts/export?${new URLSearchParams({ ...request.query, cursor: nextCursor }).toString()}`;
      return {
        status: 200,
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="contracts.csv"',
          ...(next && { link: `<${next}>; rel="next"` }),
        },
        body: writeCsv(isFirst ? [headerCells(locale), ...rows] : rows, { isFirst }),
      };
    } catch (failure) {
      throw failure instanceof Error && failure.name === 'BadCursor' ? new Problem('bad-cursor', {}, failure) : failure;
    }
  };
