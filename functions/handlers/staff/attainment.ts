import { attainmentOf } from '../../domain/case/attainment.ts';
import { REGION_ZONE, localDate } from '../../domain/clocks/localDate.ts';
import { json, type Endpoint } from '../../http/message.ts';
import { TEAM } from '../../usecases/team.ts';
import { localeOf } from '../api/context.ts';
import { invalidInput } from '../api/parse.ts';
import { staffOf, type DeskDeps } from './context.ts';
import { isMonth, monthsBetween } from './months.ts';

/** Months that one request may ask for. */
const MOST_MONTHS = 12;

/** `GET /api/desk/attainment?from=2026-06&to=2026-11`: how targets were kept (F25), month by month; this month when none is named. */
export const getAttainment =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const now = deps.now();
    const [book] = await deps.rules.since(now);
    const to = request.query['to'] ?? localDate(REGION_ZONE[book?.rules.region ?? 'CN'], now).slice(0, 7);
    const from = request.query['from'] ?? to;
    const errors = [
      ...[['from', from] as const, ['to', to] as const].flatMap(([field, month]) =>
        isMonth(month) ? [] : [{ pointer: `/${field}`, code: 'month' as const }],
      ),
      ...(isMonth(from) && isMonth(to) && from > to ? [{ pointer: '/to', code: 'end-before-start' as const }] : []),
    ];
    if (errors.length > 0) throw await invalidInput(localeOf(request), errors);
    const months = monthsBetween(from, to);
    if (months.length > MOST_MONTHS)
      throw await invalidInput(localeOf(request), [{ pointer: '/from', code: 'too-big', values: { max: MOST_MONTHS } }]);
    const items = await Promise.all(months.map(async (month) => attainmentOf(month, TEAM, await deps.targets.ofMonth(TEAM, month))));
    return json(200, { items });
  };
