import { randomUUID } from 'node:crypto';
import { customerZone } from '../../content/zone.ts';
import { rulesNeededSince } from '../../domain/case/clocks.ts';
import { fold } from '../../domain/case/evolve.ts';
import { decideCustomer, type CustomerCommand } from '../../domain/case/decideCustomer.ts';
import { reopenable } from '../../domain/case/decideStaff.ts';
import type { Case, CaseEvent } from '../../domain/case/model.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { customerCase, type CustomerCase } from '../../domain/case/view.ts';
import { ok, refuse, type Result } from '../../domain/kernel/result.ts';
import type { Body, UploadedFile } from '../../http/body.ts';
import { html, json, seeOther, type Answer, type Endpoint, type Request } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import { changeCase } from '../../usecases/changeCase.ts';
import { attachmentAnswer, toAttachment } from '../api/attachments.ts';
import { bodies } from '../api/bodies.ts';
import { idempotencyKey, localeOf } from '../api/context.ts';
import { formToBody } from '../api/forms.ts';
import { invalidInput, parse, withAction } from '../api/parse.ts';
import { refusalProblem } from '../api/refusals.ts';
import { bearer, checkTracking, type CustomerDeps } from './context.ts';
import { views } from './views.ts';

const NOTICES = ['opened', 'sent', 'decided', 'withdrawn', 'attached', 'reopened'] as const;
type Notice = (typeof NOTICES)[number];

interface Shown {
  readonly token: string;
  readonly notice?: Notice | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
}

const viewOf = async (deps: CustomerDeps, state: Case, events: readonly CaseEvent[]): Promise<CustomerCase> => {
  const now = deps.now();
  return customerCase(state, events, deps.policy, await deps.rules.since(rulesNeededSince(state, now)), now);
};

const page = async (deps: CustomerDeps, request: Request, events: readonly CaseEvent[], status: number, shown: Shown): Promise<Answer> => {
  const { trackingPage } = await views();
  const state = fold(events);
  return html(
    status,
    trackingPage({
      locale: localeOf(request),
      path: `/track/${request.params['caseId']}?t=${shown.token}`,
      view: await viewOf(deps, state, events),
      token: shown.token,
      key: randomUUID(),
      notice: shown.notice,
      errors: shown.errors ?? [],
      values: shown.values ?? {},
      timeZone: customerZone(state),
      now: deps.now(),
    }),
  );
};

const load = async (deps: CustomerDeps, caseId: string): Promise<readonly CaseEvent[]> => {
  const { events } = await deps.cases.load(caseId);
  if (events.length === 0) throw new Problem('not-found');
  return events;
};

/** `GET /track/{caseId}?t=TOKEN` (F49, F50). */
export const getTrackingPage =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const { caseId = '' } = request.params;
    const token = request.query['t'] ?? '';
    await checkTracking(deps, caseId, token);
    return page(deps, request, await load(deps, caseId), 200, {
      token,
      notice: NOTICES.find((notice) => notice === request.query['notice']),
    });
  };

const asData = async (
  deps: CustomerDeps,
  state: Case,
  events: readonly CaseEvent[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => json(200, await viewOf(deps, state, events), { etag: `"${state.version}"`, ...headers });

/** `GET /api/cases/{caseId}`. */
export const getCase =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const { caseId = '' } = request.params;
    await checkTracking(deps, caseId, bearer(request));
    const events = await load(deps, caseId);
    return asData(deps, fold(events), events);
  };

/** One thing that a customer does with a case: how its body becomes a command, and what the page says afterwards. */
interface CustomerAct {
  readonly notice: Notice;
  readonly toCommand: (body: unknown, caseId: string) => Promise<Result<CustomerCommand, readonly FieldError[]>>;
}

const bodyOf = (sent: Body): unknown => (sent.kind === 'form' ? formToBody(sent.fields) : sent.kind === 'json' ? sent.value : {});

const isTooLate = ({ now, policy }: CustomerDeps, state: Case, { action }: CustomerCommand): boolean =>
  action === 'reopening' && !reopenable(state, now(), policy);

/** `POST /api/cases/{caseId}/…`: JSON with a bearer token, or a form that carries its token. */
const act =
  (deps: CustomerDeps, { notice, toCommand }: CustomerAct): Endpoint =>
  async (request) => {
    const { caseId = '' } = request.params;
    const sent = await request.body();
    const form = sent.kind === 'form' && sent.fields['t'] !== undefined ? sent : undefined;
    const token = form?.fields['t'] ?? bearer(request);
    await checkTracking(deps, caseId, token);
    const locale = localeOf(request);
    const body = sent.kind === 'form' && sent.files['file'] ? sent.files['file'] : bodyOf(sent);
    const again = async (errors: readonly FieldError[]): Promise<Answer> => {
      if (!form) throw await invalidInput(locale, errors);
      return page(deps, request, await load(deps, caseId), 422, { token, errors, values: form.fields });
    };
    const command = await toCommand(body, caseId);
    if (!command.ok) return again(command.refusal);
    const key = form ? form.fields['key'] : idempotencyKey(request);
    const changed = await changeCase(deps)({
      caseId,
      by: { role: 'customer' },
      now: deps.now(),
      command: key ? { key: `${caseId} ${key}`, body: command.value } : undefined,
      decide: (state) =>
        isTooLate(deps, state, command.value)
          ? refuse({ kind: 'not-now', allowed: [] })
          : decideCustomer(state, command.value, deps.policy),
    });
    if (!changed.ok) {
      if (changed.refusal.kind === 'invalid') return again(changed.refusal.errors);
      if (changed.refusal.kind === 'stale') throw new Error('no version was expected');
      throw await refusalProblem(locale, changed.refusal);
    }
    const { state, events, replayed } = changed.value;
    return form
      ? seeOther(`/track/${caseId}?t=${token}&notice=${notice}`)
      : asData(deps, state, events, replayed ? { 'idempotency-replayed': 'true' } : {});
  };

/** `POST /api/cases/{caseId}/messages`. */
export const postMessage = (deps: CustomerDeps): Endpoint =>
  act(deps, { notice: 'sent', toCommand: async (body) => withAction('message', parse((await bodies()).message, body)) });

/** `POST /api/cases/{caseId}/decision` (F36). */
export const postDecision = (deps: CustomerDeps): Endpoint =>
  act(deps, { notice: 'decided', toCommand: async (body) => withAction('decision', parse((await bodies()).decision, body)) });

/** `POST /api/cases/{caseId}/withdrawal`. */
export const postWithdrawal = (deps: CustomerDeps): Endpoint =>
  act(deps, { notice: 'withdrawn', toCommand: async (body) => withAction('withdrawal', parse((await bodies()).withdrawal, body)) });

/** `POST /api/cases/{caseId}/reopening` (F38): until the window ends; afterwards a new case is the way. */
export const postReopening = (deps: CustomerDeps): Endpoint =>
  act(deps, { notice: 'reopened', toCommand: async (body) => withAction('reopening', parse((await bodies()).reopening, body)) });

const isUpload = (body: unknown): body is UploadedFile =>
  typeof body === 'object' && body !== null && 'bytes' in body && body.bytes instanceof Uint8Array;

const uploadOf = async (body: unknown): Promise<Result<UploadedFile, readonly FieldError[]>> => {
  if (isUpload(body)) return body.bytes.length > 0 ? ok(body) : refuse([{ pointer: '/file', code: 'required' }]);
  const parsed = parse((await bodies()).attachment, body);
  return parsed.ok ? ok({ ...parsed.value, bytes: Buffer.from(parsed.value.data, 'base64') }) : parsed;
};

/** `POST /api/cases/{caseId}/attachments`: the file is stored first, so that no history line ever names a file that is not there. */
export const postAttachment = (deps: CustomerDeps): Endpoint =>
  act(deps, {
    notice: 'attached',
    toCommand: async (body, caseId) => {
      const upload = await uploadOf(body);
      if (!upload.ok) return upload;
      const file = toAttachment(upload.value);
      if (!file.ok) return file;
      await deps.attachments.put(caseId, file.value.id, file.value.contentType, upload.value.bytes);
      return ok({ action: 'attachment', attachment: file.value });
    },
  });

/** `GET /api/cases/{caseId}/attachments/{id}`: with a bearer token, or with `?t=` from the tracking page. */
export const getAttachment =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const { caseId = '', id = '' } = request.params;
    await checkTracking(deps, caseId, request.query['t'] ?? bearer(request));
    return attachmentAnswer(deps, fold(await load(deps, caseId)), id);
  };
