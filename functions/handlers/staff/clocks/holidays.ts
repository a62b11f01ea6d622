import { mayEditRules } from '../../../domain/case/permissions.ts';
import { changedDays } from '../../../domain/clocks/regions/changedDays.ts';
import { readyRules } from '../../../domain/clocks/rules.ts';
import { json, type Endpoint } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { clockBodies } from '../../api/bodies.ts';
import { localeOf } from '../../api/context.ts';
import { jsonBody } from '../../api/jsonBody.ts';
import { invalidInput, parse } from '../../api/parse.ts';
import { staffOf, type DeskDeps } from '../context.ts';

/** `GET /api/desk/clocks/holidays?region=CN&year=2027`: the statutory days in force. */
export const getHolidays =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const { holidaysQuery } = await clockBodies();
    const query = parse(holidaysQuery, request.query);
    if (!query.ok) throw await invalidInput(localeOf(request), query.refusal);
    const { region, year } = query.value;
    const { rules } = await deps.rules.current();
    return json(200, readyRules(rules).statutory(region).yearOf(year));
  };

/** `POST /api/desk/clocks/notice`: reads the State Council's notice and says what it would change. Writes nothing. */
export const postNotice =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    if (!mayEditRules(staffOf(deps, request))) throw new Problem('forbidden');
    const locale = localeOf(request);
    const { noticeQuestion } = await clockBodies();
    const body = parse(noticeQuestion, await jsonBody(request));
    if (!body.ok) throw await invalidInput(locale, body.refusal);
    const { year, text, source } = body.value;
    const { readNotice } = await import('../../../domain/clocks/regions/notice.ts');
    const read = readNotice(year, text, source);
    if (!read.ok)
      throw await invalidInput(
        locale,
        read.refusal.map(({ code, values, text: about }) => ({ pointer: '/text', code, about, ...(values && { values }) })),
      );
    const { rules } = await deps.rules.current();
    return json(200, { holidayYear: read.value, changes: changedDays(read.value, rules.holidayYears) });
  };
