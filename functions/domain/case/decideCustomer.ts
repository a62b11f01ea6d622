import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Policy } from '../policy.ts';
import { positionOf } from './evolve.ts';
import type { Attachment, Case, Happening, SurveyAnswers } from './model.ts';
import type { CaseRefusal } from './refusals.ts';

/** What the customer does on the tracking page and in the survey. */
export type CustomerCommand =
  | { readonly action: 'message'; readonly message: string }
  | { readonly action: 'decision'; readonly accept: boolean; readonly reason?: string | undefined }
  | { readonly action: 'withdrawal'; readonly reason?: string | undefined }
  | { readonly action: 'attachment'; readonly attachment: Attachment }
  | { readonly action: 'survey'; readonly answers: SurveyAnswers }
  | { readonly action: 'reopening'; readonly reason: string };
export type CustomerAction = CustomerCommand['action'];

/** Files that one case may hold. */
export const ATTACHMENTS_PER_CASE = 10;

/** What the customer may do at this point of the case's life. Reopening has a window besides (`reopenable`). */
export const customerActions = (state: Case): readonly CustomerAction[] => {
  if (state.step === 'closed') return ['reopening'];
  if (state.step === 'feedback') return state.survey ? ['message'] : ['message', 'survey'];
  const running: readonly CustomerAction[] = ['message', 'attachment', 'withdrawal'];
  return positionOf(state) === 'decision' ? [...running, 'decision'] : running;
};

const rejectionLeadsTo = (state: Case, policy: Pick<Policy, 'rejectionsBeforeReview'>): 'investigation' | 'review' | 'feedback' => {
  if (state.reviewed) return 'feedback';
  return state.rejections < policy.rejectionsBeforeReview ? 'investigation' : 'review';
};

/** Decides a command of the customer: the event that it makes, or why not. Reopening is decided for cases inside the reopen window; the caller asks `reopenable` first. */
export const decideCustomer = (
  state: Case,
  command: CustomerCommand,
  policy: Pick<Policy, 'rejectionsBeforeReview'>,
): Result<Happening, CaseRefusal> => {
  const allowed = customerActions(state);
  if (!allowed.includes(command.action)) return refuse({ kind: 'not-now', allowed });
  switch (command.action) {
    case 'message':
      return ok({ type: 'wrote', data: { message: command.message } });
    case 'decision':
      return command.accept
        ? ok({ type: 'accepted', data: {} })
        : ok({ type: 'rejected', data: { reason: command.reason, to: rejectionLeadsTo(state, policy) } });
    case 'withdrawal':
      return ok({ type: 'withdrawn', data: { reason: command.reason } });
    case 'attachment':
      if (state.attachments.length >= ATTACHMENTS_PER_CASE)
        return refuse({ kind: 'invalid', errors: [{ pointer: '', code: 'attachment-count', values: { max: ATTACHMENTS_PER_CASE } }] });
      return ok({ type: 'attached', data: command.attachment });
    case 'survey':
      return ok({ type: 'answered', data: command.answers });
    case 'reopening':
      return ok({ type: 'reopened', data: { reason: command.reason } });
  }
};
