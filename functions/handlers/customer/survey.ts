import { randomUUID } from 'node:crypto';
import { fold } from '../../domain/case/evolve.ts';
import { decideCustomer } from '../../domain/case/decideCustomer.ts';
import { reopenable } from '../../domain/case/decideStaff.ts';
import type { Case } from '../../domain/case/model.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { plus } from '../../domain/kernel/time.ts';
import { html, json, type Answer, type Endpoint, type Request } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import { changeCase } from '../../usecases/changeCase.ts';
import { trackingUrl } from '../../usecases/links.ts';
import { bodies } from '../api/bodies.ts';
import { localeOf } from '../api/context.ts';
import { formToBody } from '../api/forms.ts';
import { invalidInput, parse } from '../api/parse.ts';
import { refusalProblem } from '../api/refusals.ts';
import { subjectOf, type CustomerDeps } from './context.ts';
import { views } from './views.ts';

const load = async (deps: CustomerDeps, token: string): Promise<Case> => {
  const { events } = await deps.cases.load(await subjectOf(deps, 'survey', token));
  if (events.length === 0) throw new Problem('not-found');
  return fold(events);
};

const page = async (
  request: Request,
  state: Case,
  status: number,
  values: Readonly<Record<string, string>>,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const { surveyPage } = await views();
  const { token = '' } = request.params;
  const { caseId, opening } = state;
  const locale = localeOf(request);
  return html(
    status,
    surveyPage({ locale, path: `/survey/${token}`, token, key: randomUUID(), caseId, subject: opening.subject, values, errors }),
  );
};

/** The thanks; as it comes in place of a closing mail, it says until when the case can be reopened, and where. */
const donePage = async ({ now, policy, siteUrl, links }: CustomerDeps, request: Request, state: Case): Promise<Answer> => {
  const { surveyDonePage } = await views();
  const { caseId, closedAt } = state;
  const closed =
    closedAt && reopenable(state, now(), policy)
      ? {
          caseId,
          reopenUntil: plus(closedAt, policy.reopenWindowSeconds * 1000),
          trackingUrl: await trackingUrl(siteUrl, links, policy, state),
        }
      : undefined;
  return html(200, surveyDonePage({ locale: localeOf(request), path: `/survey/${request.params['token']}`, closed }));
};

/** `GET /survey/{token}` (F51). */
export const getSurveyPage =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const state = await load(deps, request.params['token'] ?? '');
    if (state.survey) return donePage(deps, request, state);
    if (state.step !== 'feedback') throw new Problem('gone');
    return page(request, state, 200, {}, []);
  };

/** `POST /api/surveys/{token}`: once 200, then 409. */
export const postSurvey =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const { caseId, survey: known } = await load(deps, request.params['token'] ?? '');
    const sent = await request.body();
    const locale = localeOf(request);
    if (known) throw new Problem('already-answered');
    const { survey } = await bodies();
    const parsed = parse(survey, sent.kind === 'form' ? formToBody(sent.fields) : sent.kind === 'json' ? sent.value : {});
    if (!parsed.ok) {
      if (sent.kind !== 'form') throw await invalidInput(locale, parsed.refusal);
      return page(request, await load(deps, request.params['token'] ?? ''), 422, sent.fields, parsed.refusal);
    }
    const changed = await changeCase(deps)({
      caseId,
      by: { role: 'customer' },
      now: deps.now(),
      decide: (state) => decideCustomer(state, { action: 'survey', answers: parsed.value }, deps.policy),
    });
    if (!changed.ok) {
      if (changed.refusal.kind === 'not-now') throw new Problem((await answeredMeanwhile(deps, caseId)) ? 'already-answered' : 'gone');
      if (changed.refusal.kind === 'stale') throw new Error('no version was expected');
      throw await refusalProblem(locale, changed.refusal);
    }
    return sent.kind === 'form' ? donePage(deps, request, changed.value.state) : json(200, { caseId, answered: true });
  };

const answeredMeanwhile = async (deps: CustomerDeps, caseId: string): Promise<boolean> =>
  fold((await deps.cases.load(caseId)).events).survey !== undefined;

/** `GET /unsubscribe/{token}`: a page that asks, since mail scanners follow links. */
export const getUnsubscribePage =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const { token = '' } = request.params;
    await subjectOf(deps, 'unsubscribe', token);
    return html(200, (await views()).unsubscribePage({ locale: localeOf(request), path: request.path, token, done: false }));
  };

/** `POST /unsubscribe/{token}`: no more surveys to this address (RFC 8058: one click, no sign-in). */
export const postUnsubscribe =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const { token = '' } = request.params;
    const { events } = await deps.cases.load(await subjectOf(deps, 'unsubscribe', token));
    if (events.length === 0) throw new Problem('not-found');
    await deps.addresses.unsubscribe(fold(events).opening.customer.email, deps.now());
    return html(200, (await views()).unsubscribePage({ locale: localeOf(request), path: request.path, token, done: true }));
  };
