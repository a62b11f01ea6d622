import { STAGES } from '../../domain/case/model.ts';
import { mayOwn } from '../../domain/case/permissions.ts';
import { json, type Endpoint } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import { countQueues, listCases, QUEUES } from '../../usecases/listCases.ts';
import { localeOf } from '../api/context.ts';
import { invalidInput } from '../api/parse.ts';
import { staffOf, type DeskDeps } from './context.ts';

const DEFAULT_LIMIT = 25;
const MOST = 100;

/** `GET /api/desk/me`. */
export const getMe =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    const { id, groups } = staffOf(deps, request);
    const name = (await deps.directory.list()).find((person) => person.id === id)?.name ?? id;
    return json(200, { id, name, groups });
  };

/** `GET /api/desk/staff`: to whom a case can be given. */
export const getStaff =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const staff = (await deps.directory.list()).filter(({ groups }) => mayOwn(groups));
    return json(200, { items: staff.map(({ id, name, groups }) => ({ id, name, groups })) });
  };

/** `GET /api/desk/queues`: how many cases each queue holds. */
export const getQueues =
  (deps: DeskDeps): Endpoint =>
  async (request) =>
    json(200, await countQueues(deps)(staffOf(deps, request).id, deps.now()));

const oneOf = <T extends string>(names: readonly T[], value: string | undefined): T | undefined => names.find((name) => name === value);

/** `GET /api/desk/cases?queue=&stage=&limit=&cursor=`. */
export const getCases =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    const { id } = staffOf(deps, request);
    const { query } = request;
    const queue = oneOf(QUEUES, query['queue'] ?? 'team');
    const stage = query['stage'] ? oneOf(STAGES, query['stage']) : undefined;
    const limit = Number(query['limit'] ?? DEFAULT_LIMIT);
    const errors = [
      ...(queue ? [] : [{ pointer: '/queue', code: 'choice' as const }]),
      ...(query['stage'] && !stage ? [{ pointer: '/stage', code: 'choice' as const }] : []),
      ...(Number.isInteger(limit) && limit >= 1 && limit <= MOST
        ? []
        : [
            limit > MOST
              ? { pointer: '/limit', code: 'too-big' as const, values: { max: MOST } }
              : { pointer: '/limit', code: 'too-small' as const, values: { min: 1 } },
          ]),
    ];
    if (!queue || errors.length > 0) throw await invalidInput(localeOf(request), errors);
    try {
      return json(200, await listCases(deps)({ queue, reader: id, stage, limit, cursor: query['cursor'] || undefined, now: deps.now() }));
    } catch (error) {
      throw error instanceof Error && error.name === 'BadCursor' ? new Problem('bad-cursor', {}, error) : error;
    }
  };
