import { json, type Endpoint } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { listTasks } from '../../../usecases/listTasks.ts';
import { contractBodies } from '../../api/bodies.ts';
import { localeOf } from '../../api/context.ts';
import { invalidInput, parse } from '../../api/parse.ts';
import { staffOf, type DeskDeps } from '../context.ts';

/** What the list of tasks needs. */
export type TasksDeps = Pick<DeskDeps, 'contracts' | 'directory' | 'rules' | 'now' | 'clientId'>;

/** `GET /api/desk/tasks?owner=&dueTo=&limit=&cursor=`: open tasks of one owner, of all (no `owner`), or of those who have left (`nobody`). */
export const getTasks =
  (deps: TasksDeps): Endpoint =>
  async (request) => {
    const staff = staffOf(deps, request);
    const { lang: _, ...query } = request.query;
    const { tasksQuery } = await contractBodies();
    const parsed = parse(tasksQuery, query);
    if (!parsed.ok) throw await invalidInput(localeOf(request), parsed.refusal);
    const { owner, ...asked } = parsed.value;
    const whose = owner === 'me' ? staff.id : owner === 'nobody' ? null : owner;
    try {
      return json(200, await listTasks(deps)({ ...asked, owner: whose }, deps.now()));
    } catch (error) {
      throw error instanceof Error && error.name === 'BadCursor' ? new Problem('bad-cursor', {}, error) : error;
    }
  };
