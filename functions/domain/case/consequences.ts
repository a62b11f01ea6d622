import { positionOf } from './evolve.ts';
import type { Case, CaseEvent, Locale } from './model.ts';
import type { Notice } from './notices.ts';
import { plus, type Instant } from '../kernel/time.ts';
import type { Policy } from '../policy.ts';

/** The mails that a case sends (F48, F35, F51). */
export const MAILS = [
  'acknowledgement',
  'reply',
  'question',
  'extension',
  'offer',
  'decision',
  'fulfilment',
  'warning-1',
  'warning-2',
  'reopening',
  'survey',
  'survey-reminder',
  'closing',
] as const;
export type MailKind = (typeof MAILS)[number];

/** A mail to be sent once. It is written from the case as it stood at `version`. */
export interface MailOrder {
  /** `<caseId>.<version>.<kind>`; the survey has no version: one per case even if reopened. */
  readonly messageId: string;
  readonly caseId: string;
  readonly version: number;
  readonly kind: MailKind;
}

/** A notice to a member of staff, to be sent once (F23). */
export interface NoticeOrder {
  /** `<caseId>.<clock>.<run>.<level>.<person>`: the same for the same notice, whenever it is ordered. */
  readonly messageId: string;
  readonly caseId: string;
  readonly kind: 'clock';
  readonly notice: Notice;
  /** The language is the team's when missing. */
  readonly to: { readonly email: string; readonly name: string; readonly locale?: Locale | undefined };
}

export const TIMERS = ['warning-1', 'warning-2', 'expire', 'survey', 'survey-reminder', 'finish', 'clock'] as const;
export type TimerPurpose = (typeof TIMERS)[number];

/** Something that happens at a time unless the case has moved on from `version` by then; `clock` only makes us look at the clocks of the case. */
export interface Timer {
  readonly caseId: string;
  readonly version: number;
  readonly purpose: TimerPurpose;
  readonly at: Instant;
}

/** The order for one mail of a case. */
export const mailOrder = (caseId: string, version: number, kind: MailKind): MailOrder => ({
  messageId: kind === 'survey' || kind === 'survey-reminder' ? `${caseId}.${kind}` : `${caseId}.${version}.${kind}`,
  caseId,
  version,
  kind,
});

/** The order for one notice; `person` is a text that only this member of staff has. */
export const noticeOrder = (caseId: string, notice: Notice, to: NoticeOrder['to'], person: string): NoticeOrder => ({
  messageId: [caseId, notice.clock, Date.parse(notice.run).toString(36), notice.level, person].join('.'),
  caseId,
  kind: 'clock',
  notice,
  to,
});

const mailKind = (event: CaseEvent): MailKind | undefined => {
  switch (event.type) {
    case 'opened':
      return 'acknowledgement';
    case 'replied':
      return 'reply';
    case 'held':
      if (!event.data.message) return undefined;
      return event.data.reason === 'customer-reply' ? 'question' : 'reply'; // only the question has a date by which to answer
    case 'extended':
      return 'extension';
    case 'offered':
      return event.data.needsApproval ? undefined : 'offer';
    case 'approved':
      return 'offer';
    case 'refused':
      return 'decision';
    case 'rejected':
      return event.data.to === 'feedback' ? 'decision' : undefined;
    case 'fulfilled':
      return 'fulfilment';
    case 'reopened':
      return 'reopening';
    case 'withdrawn':
    case 'expired':
    case 'finished':
      return 'closing'; // whoever answers the survey reads on its page that the case is closed
    default:
      return undefined;
  }
};

/** The mail that an event calls for, if any. */
export const mailFor = (event: CaseEvent): MailOrder | undefined => {
  const kind = mailKind(event);
  return kind && mailOrder(event.caseId, event.version, kind);
};

/** True when the case waits for its customer, so that it warns and closes by itself (F39). */
export const waitsForCustomer = (state: Case): boolean => state.hold === 'customer-reply' || (!state.hold && state.step === 'decision');

/** A follow-up case is our own idea: its customer is not surveyed again (X13). */
const surveyed = (state: Case): boolean => state.opening.channel !== 'follow-up' && !state.survey;

/** All timers of the position where the case stands, past ones too. */
export const timersOf = (state: Case, policy: Pick<Policy, 'customerWait' | 'survey'>): readonly Timer[] => {
  const timer = (purpose: TimerPurpose, seconds: number): Timer => ({
    caseId: state.caseId,
    version: state.sinceVersion,
    purpose,
    at: plus(state.since, seconds * 1000),
  });
  if (waitsForCustomer(state)) {
    const { firstWarningSeconds, secondWarningSeconds, closeSeconds } = policy.customerWait;
    return [timer('warning-1', firstWarningSeconds), timer('warning-2', secondWarningSeconds), timer('expire', closeSeconds)];
  }
  if (positionOf(state) !== 'feedback') return [];
  const { inviteSeconds, reminderSeconds, closeSeconds } = policy.survey;
  if (!surveyed(state)) return [timer('finish', inviteSeconds)];
  return [timer('survey', inviteSeconds), timer('survey-reminder', reminderSeconds), timer('finish', closeSeconds)];
};

/** The timer for the next time that the clocks of a case must be looked at (F23). One that is out of date does no harm. */
export const clockTimer = (state: Case, at: Instant): Timer => ({ caseId: state.caseId, version: state.version, purpose: 'clock', at });

/** A name that only this timer has, and has again when it is set again. */
export const timerName = ({ caseId, version, purpose, at }: Timer): string =>
  purpose === 'clock' ? `${caseId}-clock-${Math.floor(Date.parse(at) / 1000)}` : `${caseId}-${version}-${purpose}`;

/** True when the answers call for a linked follow-up case (F55): a score of 2 or less, or a detractor who says why. */
export const needsFollowUp = (event: CaseEvent): boolean =>
  event.type === 'answered' &&
  (event.data.outcome <= 2 || event.data.handling <= 2 || (event.data.recommend <= 6 && Boolean(event.data.comment)));
