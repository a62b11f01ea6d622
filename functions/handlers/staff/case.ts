import { rulesNeededSince } from '../../domain/case/clocks.ts';
import { fold } from '../../domain/case/evolve.ts';
import { deskCase } from '../../domain/case/deskView.ts';
import type { Staff } from '../../domain/case/permissions.ts';
import { json, type Answer, type Endpoint } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import { trackingUrl } from '../../usecases/links.ts';
import type { CaseRecord } from '../../usecases/ports.ts';
import { attachmentAnswer } from '../api/attachments.ts';
import { staffOf, type DeskDeps } from './context.ts';

/** Reads a case. Throws `not-found`. */
export const loadCase = async (deps: Pick<DeskDeps, 'cases'>, caseId: string): Promise<CaseRecord> => {
  const record = await deps.cases.load(caseId);
  if (record.events.length === 0) throw new Problem('not-found');
  return record;
};

/** A case as the desk shows it, with the mails that went out and the links around it. */
export const deskAnswer = async (
  deps: DeskDeps,
  staff: Staff,
  record: CaseRecord,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const state = fold(record.events);
  const mails = await deps.addresses.mailsOfCase(state.opening.customer.email, state.caseId);
  const now = deps.now();
  const books = await deps.rules.since(rulesNeededSince(state, now));
  const execution = record.waiting?.execution ?? state.caseId;
  return json(
    200,
    {
      ...deskCase(state, record.events, staff, deps.policy, books, now),
      mails: mails.map(({ kind, status, at }) => ({ kind, status, at })),
      trackingUrl: await trackingUrl(deps.siteUrl, deps.links, deps.policy, state),
      executionUrl: deps.consoleUrl.replace('{execution}', encodeURIComponent(deps.executionArn(execution))),
    },
    { etag: `"${state.version}"`, ...headers },
  );
};

/** `GET /api/desk/cases/{caseId}`. */
export const getDeskCase =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    const staff = staffOf(deps, request);
    return deskAnswer(deps, staff, await loadCase(deps, request.params['caseId'] ?? ''));
  };

/** `GET /api/desk/cases/{caseId}/attachments/{id}`. */
export const getDeskAttachment =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const { events } = await loadCase(deps, request.params['caseId'] ?? '');
    return attachmentAnswer(deps, fold(events), request.params['id'] ?? '');
  };
