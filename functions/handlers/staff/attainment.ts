import { attainmentOf } from '../../domain/case/attainment.ts';
import { REGION_ZONE, localDate } from '../../domain/clocks/localDate.ts';
import { json, type Endpoint } from '../../http/message.ts';
import { TEAM } from '../../usecases/team.ts';
import { localeOf } from '../api/context.ts';
import { invalidInput } from '../api/parse.ts';
import { staffOf, type DeskDeps } from './context.ts';

/** Months that one request may ask for. */
const MOST_MONTHS = 12;

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/;

const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const name = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

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
        MONTH.test(month) ? [] : [{ pointer: `/${field}`, code: 'month' as const }],
      ),
      ...(MONTH.test(from) && MONTH.test(to) && from > to ? [{ pointer: '/to', code: 'end-before-start' as const }] : []),
    ];
    if (errors.length > 0) throw await invalidInput(localeOf(request), errors);
    const months = Array.from({ length: number(to) - number(from) + 1 }, (_, index) => name(number(from) + index));
    if (months.length > MOST_MONTHS)
      throw await invalidInput(localeOf(request), [{ pointer: '/from', code: 'too-big', values: { max: MOST_MONTHS } }]);
    const items = await Promise.all(months.map(async (month) => attainmentOf(month, TEAM, await deps.targets.ofMonth(TEAM, month))));
    return json(200, { items });
  };
