import { exceeds, type Money } from '../kernel/money.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { between, type Instant } from '../kernel/time.ts';
import type { Policy } from '../policy.ts';
import type { LegalClock } from './clocks.ts';
import type { Case, Classification, Group, Happening, HoldReason, Locale, Remedy, RootCause } from './model.ts';
import { allowedActions, mayEver, mayOwn, nextExtension, type Staff } from './permissions.ts';
import type { FieldErrorCode } from '../kernel/fieldError.ts';
import type { CaseRefusal } from './refusals.ts';

/** A member of staff to whom a case can be given. */
export interface Assignee {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly Group[];
  /** Language of mails to this person; the team's when missing. */
  readonly locale?: Locale | undefined;
}

/** What staff ask for; the fields are those of contract.md. */
export type StaffCommand =
  | { readonly action: 'assign'; readonly owner: Assignee | undefined }
  | ({ readonly action: 'classify' } & Classification)
  | { readonly action: 'respond'; readonly message: string }
  | { readonly action: 'note'; readonly note: string }
  | { readonly action: 'hold'; readonly reason: HoldReason; readonly note?: string | undefined; readonly message?: string | undefined }
  | { readonly action: 'resume' }
  | { readonly action: 'findings'; readonly text: string; readonly rootCause: RootCause }
  | { readonly action: 'offer'; readonly remedy: Remedy; readonly amount?: Money | undefined; readonly reasons: string }
  | { readonly action: 'approve' }
  | { readonly action: 'decline'; readonly reasons: string }
  | { readonly action: 'refuse'; readonly reasons: string; readonly rule: string }
  | { readonly action: 'receive'; readonly note?: string | undefined }
  | { readonly action: 'fulfil'; readonly reference: string }
  | { readonly action: 'reopen'; readonly reason?: string | undefined }
  | { readonly action: 'escalate'; readonly reason?: string | undefined }
  | { readonly action: 'extend'; readonly reasons: string };

const wrong = (field: string, code: FieldErrorCode): Result<never, CaseRefusal> =>
  refuse({ kind: 'invalid', errors: [{ pointer: `/${field}`, code }] });

/** True when the amount is above every limit that the person's groups hold (F34). */
const overLimit = (amount: Money | undefined, staff: Staff, limits: Policy['approvalLimits']): boolean =>
  amount !== undefined && staff.groups.every((group) => exceeds(amount, limits[group] ?? { amount: '0', currency: amount.currency }));

const assign = (state: Case, owner: Assignee | undefined): Result<Happening, CaseRefusal> => {
  if (!owner || !mayOwn(owner.groups)) return wrong('owner', 'not-staff');
  if (state.formerOwners.includes(owner.id)) return wrong('owner', 'former-owner');
  if (state.step === 'review' && !owner.groups.some((group) => group === 'supervisor' || group === 'admin'))
    return wrong('owner', 'needs-supervisor');
  return ok({ type: 'assigned', data: { owner: owner.id, ownerName: owner.name } });
};

/** True while a closed case may still be reopened (F38); afterwards a follow-up case is opened instead. */
export const reopenable = (state: Case, now: Instant, policy: Pick<Policy, 'reopenWindowSeconds'>): boolean =>
  !state.closedAt || between(state.closedAt, now) <= policy.reopenWindowSeconds * 1000;

/**
 * Decides a command of staff on a case whose statutory periods are `legal`: the event that it makes, or why not. Permissions are checked here and nowhere else.
 * Reopening is decided for cases inside the reopen window; the caller asks `reopenable` first.
 */
export const decideStaff = (
  state: Case,
  command: StaffCommand,
  staff: Staff,
  policy: Policy,
  legal: readonly LegalClock[],
): Result<Happening, CaseRefusal> => {
  const allowed = allowedActions(state, staff, legal);
  if (!allowed.includes(command.action))
    return refuse(mayEver(staff, command.action) ? { kind: 'not-now', allowed } : { kind: 'forbidden' });
  switch (command.action) {
    case 'assign':
      return assign(state, command.owner);
    case 'classify': {
      const { action: _, ...data } = command;
      return ok({ type: 'classified', data: { ...data, priority: command.safety ? 'urgent' : command.priority } });
    }
    case 'respond':
      return ok({ type: 'replied', data: { message: command.message } });
    case 'note':
      return ok({ type: 'noted', data: { note: command.note } });
    case 'hold':
      return ok({ type: 'held', data: { reason: command.reason, note: command.note, message: command.message } });
    case 'resume':
      return ok({ type: 'resumed', data: {} });
    case 'findings':
      return ok({ type: 'found', data: { text: command.text, rootCause: command.rootCause } });
    case 'offer': {
      const { remedy, amount, reasons } = command;
      return ok({ type: 'offered', data: { remedy, amount, reasons, needsApproval: overLimit(amount, staff, policy.approvalLimits) } });
    }
    case 'approve':
      return ok({ type: 'approved', data: {} });
    case 'decline':
      return ok({ type: 'declined', data: { reasons: command.reasons } });
    case 'refuse':
      return ok({ type: 'refused', data: { reasons: command.reasons, rule: command.rule } });
    case 'receive':
      return ok({ type: 'received', data: { note: command.note } });
    case 'fulfil':
      return ok({ type: 'fulfilled', data: { reference: command.reference } });
    case 'reopen':
      return ok({ type: 'reopened', data: { reason: command.reason } });
    case 'escalate':
      return ok({ type: 'escalated', data: { reason: command.reason } });
    case 'extend': {
      const extension = nextExtension(legal);
      if (!extension) return refuse({ kind: 'not-now', allowed });
      const { days, approval } = extension;
      return ok({ type: 'extended', data: { reasons: command.reasons, days, approval } });
    }
  }
};
