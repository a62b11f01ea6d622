import { plus, type Instant } from '../kernel/time.ts';
import type { Policy } from '../policy.ts';
import { timersOf } from './consequences.ts';
import type { RuleBook } from '../clocks/rules.ts';
import { clocksOf, receiptsOf, type Clocks, type Receipts, type ServiceClock } from './clocks.ts';
import { reopenable } from './decideStaff.ts';
import { customerActions, type CustomerAction } from './decideCustomer.ts';
import { stageOf, waitingFor, type WaitingFor } from './flow.ts';
import type { Attachment, Case, CaseEvent, EventType, Kind, Offer, Outcome, Refusal, Stage } from './model.ts';

/** A service clock as the customer sees it: which policy gave the target is our own affair. */
export type CustomerClock = Omit<ServiceClock, 'policy' | 'rulesVersion'>;

/** The clocks of a case with their receipts, for its customer (X1, X4). */
export interface CustomerClocks extends Pick<Clocks, 'legal' | 'pausedSeconds'> {
  readonly firstResponse: CustomerClock;
  readonly nextResponse?: CustomerClock | undefined;
  readonly resolution: CustomerClock;
  readonly receipts: Receipts;
}

/** One line of the history that the customer sees. */
export interface CustomerHistoryLine {
  readonly version: number;
  readonly at: Instant;
  readonly type: EventType;
  readonly by: 'customer' | 'us' | 'system';
  /** What somebody wrote, where the customer may read it. */
  readonly text?: string | undefined;
}

/** A case as its customer sees it (F49): `GET /api/cases/{caseId}`. */
export interface CustomerCase {
  readonly caseId: string;
  readonly version: number;
  readonly kind: Kind;
  readonly stage: Stage;
  readonly outcome?: Outcome | undefined;
  readonly waitingFor: WaitingFor;
  readonly subject: string;
  readonly description: string;
  readonly desiredRemedy?: string | undefined;
  readonly product?: { readonly name: string; readonly orderNo?: string | undefined } | undefined;
  readonly openedAt: Instant;
  /** There while the customer is to decide. */
  readonly offer?: Offer | undefined;
  readonly refusal?: Refusal | undefined;
  /** Until when we wait for the customer before the case closes by itself. */
  readonly answerBy?: Instant | undefined;
  readonly clocks: CustomerClocks;
  readonly history: readonly CustomerHistoryLine[];
  readonly attachments: readonly Attachment[];
  /** Until when a closed case can be opened again. */
  readonly reopenUntil?: Instant | undefined;
  /** What the customer may do now. */
  readonly actions: readonly CustomerAction[];
}

const INTERNAL: readonly EventType[] = ['classified', 'noted', 'escalated', 'declined'];

const openText = (event: CaseEvent): string | undefined => {
  switch (event.type) {
    case 'replied':
    case 'wrote':
      return event.data.message;
    case 'held':
      return event.data.message;
    case 'offered':
      return event.data.needsApproval ? undefined : event.data.reasons;
    case 'refused':
    case 'extended':
      return event.data.reasons;
    case 'rejected':
    case 'reopened':
    case 'withdrawn':
      return event.data.reason;
    case 'fulfilled':
      return event.data.reference;
    case 'attached':
      return event.data.name;
    default:
      return undefined;
  }
};

/** Reasons of the offer that was approved: the customer reads them once they are approved. */
const offeredBefore = (events: readonly CaseEvent[], version: number): string | undefined => {
  const offer = events.findLast((event) => event.version < version && event.type === 'offered');
  return offer?.type === 'offered' ? offer.data.reasons : undefined;
};

const shownToCustomer = (event: CaseEvent): boolean =>
  !INTERNAL.includes(event.type) && !(event.type === 'offered' && event.data.needsApproval);

const forCustomer = ({ policy: _, rulesVersion: _version, ...clock }: ServiceClock): CustomerClock => clock;

/** The clocks of a case at `now` as its customer sees them. */
export const customerClocks = (state: Case, books: readonly RuleBook[], now: Instant): CustomerClocks => {
  const { firstResponse, nextResponse, resolution, legal, pausedSeconds } = clocksOf(state, books, now);
  return {
    firstResponse: forCustomer(firstResponse),
    nextResponse: nextResponse && forCustomer(nextResponse),
    resolution: forCustomer(resolution),
    legal,
    pausedSeconds,
    receipts: receiptsOf(state, books, now),
  };
};

/** The customer's view of a case: nothing internal, no staff names, no other person's words about them. */
export const customerCase = (
  state: Case,
  events: readonly CaseEvent[],
  policy: Policy,
  books: readonly RuleBook[],
  now: Instant,
): CustomerCase => {
  const deciding = state.step === 'decision' && !state.hold;
  const { opening } = state;
  return {
    caseId: state.caseId,
    version: state.version,
    kind: opening.kind,
    stage: stageOf(state.step),
    outcome: state.outcome,
    waitingFor: waitingFor(state),
    subject: opening.subject,
    description: opening.description,
    desiredRemedy: opening.desiredRemedy,
    product: opening.product && { name: opening.product.name, orderNo: opening.product.orderNo },
    openedAt: state.openedAt,
    offer: deciding && state.offer ? { remedy: state.offer.remedy, amount: state.offer.amount, reasons: state.offer.reasons } : undefined,
    refusal: deciding ? state.refusal : undefined,
    answerBy: timersOf(state, policy).find((timer) => timer.purpose === 'expire')?.at,
    clocks: customerClocks(state, books, now),
    history: events.filter(shownToCustomer).map((event) => ({
      version: event.version,
      at: event.at,
      type: event.type,
      by: event.by.role === 'staff' ? 'us' : event.by.role,
      text: event.type === 'approved' ? offeredBefore(events, event.version) : openText(event),
    })),
    attachments: state.attachments,
    actions: customerActions(state).filter((action) => action !== 'reopening' || reopenable(state, now, policy)),
    reopenUntil: state.closedAt && plus(state.closedAt, policy.reopenWindowSeconds * 1000),
  };
};
