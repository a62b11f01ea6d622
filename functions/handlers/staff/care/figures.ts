import { careReport } from '../../../domain/care/careReport.ts';
import { localDate, REGION_ZONE } from '../../../domain/clocks/localDate.ts';
import { json, type Endpoint } from '../../../http/message.ts';
import { TEAM } from '../../../usecases/team.ts';
import { teamRegion } from '../../../usecases/teamRegion.ts';
import { localeOf } from '../../api/context.ts';
import { invalidInput } from '../../api/parse.ts';
import { staffOf, type DeskDeps } from '../context.ts';
import { isMonth, monthsUntil } from '../months.ts';

/** Months that are shown beside each other. */
const TREND_MONTHS = 12;

/** `GET /api/desk/care/figures?month=2026-11`: how contracts were cared for (F66), with the eleven months before; this month when none is named. */
export const getCareFigures =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const now = deps.now();
    const today = localDate(REGION_ZONE[await teamRegion(deps.rules, now)], now);
    const month = request.query['month'] ?? today.slice(0, 7);
    if (!isMonth(month)) throw await invalidInput(localeOf(request), [{ pointer: '/month', code: 'month' }]);
    const months = await Promise.all(
      monthsUntil(month, TREND_MONTHS).map(async (one) => ({ month: one, figures: await deps.figures.ofMonth(TEAM, one) })),
    );
    return json(200, careReport(TEAM, months, today));
  };
