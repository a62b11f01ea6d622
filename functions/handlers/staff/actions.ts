import { randomUUID } from 'node:crypto';
import { decideStaff, reopenable, type Assignee, type StaffCommand } from '../../domain/case/decideStaff.ts';
import { legalClocks, rulesNeededSince } from '../../domain/case/clocks.ts';
import { deskRow } from '../../domain/case/deskView.ts';
import { fold } from '../../domain/case/evolve.ts';
import { HOLD_REASONS } from '../../domain/case/model.ts';
import { ACTIONS, mayEver, type Action, type Staff } from '../../domain/case/permissions.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Answer, Endpoint, Request } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import { changeCase, type ChangeCaseRefusal } from '../../usecases/changeCase.ts';
import { openCase } from '../../usecases/openCase.ts';
import { openLateFollowUp } from '../../usecases/openFollowUp.ts';
import { bodies } from '../api/bodies.ts';
import { idempotencyKey, localeOf } from '../api/context.ts';
import { jsonBody } from '../api/jsonBody.ts';
import { openedAnswer, toOpening } from '../api/opened.ts';
import { invalidInput, parse, withAction } from '../api/parse.ts';
import { refusalProblem } from '../api/refusals.ts';
import { deskAnswer, loadCase } from './case.ts';
import { actorOf, staffOf, type DeskDeps } from './context.ts';

type Parsed = Result<StaffCommand, readonly FieldError[]>;

const isReason = (reason: string) => HOLD_REASONS.find((known) => known === reason);

const toCommand = async (action: Action, body: unknown, staff: readonly Assignee[]): Promise<Parsed> => {
  const { actions } = await bodies();
  switch (action) {
    case 'assign': {
      const parsed = parse(actions.assign, body);
      return parsed.ok ? ok({ action, owner: staff.find(({ id }) => id.toLowerCase() === parsed.value.owner.toLowerCase()) }) : parsed;
    }
    case 'hold': {
      const parsed = parse(actions.hold, body);
      if (!parsed.ok) return parsed;
      const { reason, message } = parsed.value;
      const known = isReason(reason);
      return ok({ action, reason: known ?? 'other', note: known ? undefined : reason, message });
    }
    case 'classify':
      return withAction(action, parse(actions.classify, body));
    case 'respond':
      return withAction(action, parse(actions.respond, body));
    case 'note':
      return withAction(action, parse(actions.note, body));
    case 'resume':
      return withAction(action, parse(actions.resume, body));
    case 'findings':
      return withAction(action, parse(actions.findings, body));
    case 'offer':
      return withAction(action, parse(actions.offer, body));
    case 'approve':
      return withAction(action, parse(actions.approve, body));
    case 'decline':
      return withAction(action, parse(actions.decline, body));
    case 'refuse':
      return withAction(action, parse(actions.refuse, body));
    case 'receive':
      return withAction(action, parse(actions.receive, body));
    case 'fulfil':
      return withAction(action, parse(actions.fulfil, body));
    case 'reopen':
      return withAction(action, parse(actions.reopen, body));
    case 'escalate':
      return withAction(action, parse(actions.escalate, body));
    case 'extend':
      return withAction(action, parse(actions.extend, body));
  }
};

/** The version in `If-Match: "7"`. Throws `precondition-required` when it is missing; anything but one of our tags matches nothing. */
const expectedVersion = ({ headers }: Request): number => {
  const tag = headers['if-match'];
  if (tag === undefined) throw new Problem('precondition-required', { detail: 'Send If-Match with the ETag of the case as you saw it.' });
  return Number(/^(?:W\/)?"(\d{1,6})"$/.exec(tag.trim())?.[1] ?? 0);
};

/** What the person who was slower is shown: the version as it is, and what happened after the one that they saw. */
const staleProblem = async (
  deps: DeskDeps,
  seen: number,
  { state, events }: Extract<ChangeCaseRefusal, { readonly kind: 'stale' }>,
): Promise<Problem> => {
  const now = deps.now();
  const books = await deps.rules.since(rulesNeededSince(state, now));
  return new Problem('stale', {
    headers: { etag: `"${state.version}"` },
    members: {
      current: {
        ...deskRow(state, books, now),
        since: events.filter((event) => event.version > seen).map(({ version, at, type, by, data }) => ({ version, at, type, by, data })),
      },
    },
  });
};

/** Reopening after the window opens a linked follow-up case instead (F38): 201 with the new case. */
const reopenLate = async (deps: DeskDeps, request: Request, staff: Staff, caseId: string): Promise<Answer | undefined> => {
  const { events } = await loadCase(deps, caseId);
  const state = fold(events);
  if (reopenable(state, deps.now(), deps.policy) || !mayEver(staff, 'reopen')) return undefined;
  const { actions } = await bodies();
  const body = parse(actions.reopen, await jsonBody(request));
  if (!body.ok) throw await invalidInput(localeOf(request), body.refusal);
  return openedAnswer(
    deps,
    await openLateFollowUp(openCase(deps), state, actorOf(staff), body.value.reason, deps.now()),
    '/api/desk/cases',
  );
};

/** `POST /api/desk/cases/{caseId}/{action}` (contract.md). */
export const postAction =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    const staff = staffOf(deps, request);
    const { caseId = '' } = request.params;
    const action = ACTIONS.find((name) => name === request.params['action']);
    if (!action) throw new Problem('not-found');
    if (!mayEver(staff, action)) throw new Problem('forbidden');
    const locale = localeOf(request);
    const people = action === 'assign' ? await deps.directory.list() : [];
    const body = await jsonBody(request);
    const parsed = await toCommand(action, body, people);
    if (!parsed.ok) throw await invalidInput(locale, parsed.refusal);
    if (action === 'reopen') {
      const late = await reopenLate(deps, request, staff, caseId);
      if (late) return late;
    }
    const seen = expectedVersion(request);
    const now = deps.now();
    const key = idempotencyKey(request);
    const changed = await changeCase(deps)({
      caseId,
      by: actorOf(staff),
      now,
      expectedVersion: seen,
      command: key ? { key: `${staff.id} ${caseId} ${key}`, body: { action, body } } : undefined,
      decide: async (state) => {
        const books = await deps.rules.since(rulesNeededSince(state, now));
        return decideStaff(state, parsed.value, staff, deps.policy, legalClocks(state, books, now));
      },
    });
    if (!changed.ok)
      throw changed.refusal.kind === 'stale'
        ? await staleProblem(deps, seen, changed.refusal)
        : await refusalProblem(locale, changed.refusal);
    const { events, replayed } = changed.value;
    return deskAnswer(deps, staff, { events }, replayed ? { 'idempotency-replayed': 'true' } : {});
  };

/** `POST /api/desk/cases`: a case for a customer who phoned, wrote or came by (F3). */
export const postDeskCase =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    const staff = staffOf(deps, request);
    if (!mayEver(staff, 'assign')) throw new Problem('forbidden');
    const locale = localeOf(request);
    const { opening } = await bodies();
    const body = parse(opening, await jsonBody(request));
    if (!body.ok) throw await invalidInput(locale, body.refusal);
    const opened = await openCase(deps)({
      opening: toOpening(body.value, locale),
      key: `${staff.id} ${idempotencyKey(request) ?? randomUUID()}`,
      by: actorOf(staff),
      now: deps.now(),
    });
    if (!opened.ok) throw await refusalProblem(locale, opened.refusal);
    return openedAnswer(deps, opened.value, '/api/desk/cases');
  };
