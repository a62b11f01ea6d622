import type { FieldError } from '../../../domain/kernel/fieldError.ts';
import { json, type Endpoint } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { listContracts } from '../../../usecases/listContracts.ts';
import { contractBodies } from '../../api/bodies.ts';
import { localeOf } from '../../api/context.ts';
import { invalidInput, parse } from '../../api/parse.ts';
import { staffOf } from '../context.ts';
import type { ContractDeps } from './answers.ts';

/** `GET /api/desk/contracts?customer=&number=&owner=&dueFrom=&dueTo=&limit=&cursor=`. */
export const getContracts =
  (deps: ContractDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const { lang: _, ...query } = request.query;
    const { contractsQuery } = await contractBodies();
    const parsed = parse(contractsQuery, query);
    if (!parsed.ok) throw await invalidInput(localeOf(request), parsed.refusal);
    const { dueFrom, dueTo } = parsed.value;
    if (dueFrom !== undefined && dueTo !== undefined && dueTo < dueFrom) {
      const error: FieldError = { pointer: '/dueTo', code: 'end-before-start' };
      throw await invalidInput(localeOf(request), [error]);
    }
    try {
      return json(200, await listContracts(deps)(parsed.value, deps.now()));
    } catch (error) {
      throw error instanceof Error && error.name === 'BadCursor' ? new Problem('bad-cursor', {}, error) : error;
    }
  };
