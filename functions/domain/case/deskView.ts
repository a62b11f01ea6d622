import type { Instant } from '../kernel/time.ts';
import type { Policy } from '../policy.ts';
import { timersOf } from './consequences.ts';
import { stageOf, waitingFor, type WaitingFor } from './flow.ts';
import type {
  Actor,
  AfterSalesRequest,
  Attachment,
  Case,
  CaseEvent,
  Classification,
  HoldReason,
  Kind,
  Offer,
  Opening,
  Outcome,
  Priority,
  Refusal,
  RootCause,
  Stage,
  Step,
  SurveyAnswers,
} from './model.ts';
import { allowedActions, type Action, type Staff } from './permissions.ts';
import { clocksOf, type Clocks } from './view.ts';

/** One line of a desk queue. */
export interface DeskRow {
  readonly caseId: string;
  readonly version: number;
  readonly kind: Kind;
  readonly request?: AfterSalesRequest | undefined;
  readonly stage: Stage;
  readonly step: Step;
  readonly waitingFor: WaitingFor;
  readonly subject: string;
  readonly customerName: string;
  readonly owner?: string | undefined;
  readonly ownerName?: string | undefined;
  readonly priority: Priority;
  readonly safety: boolean;
  readonly escalations: number;
  readonly openedAt: Instant;
  /** The next promise that we can break: first response while it is missing, else resolution. */
  readonly due: Instant;
  readonly overdue: boolean;
  readonly unansweredSince?: Instant | undefined;
}

/** A case with everything that staff see (F64 in its first form). */
export interface DeskCase extends DeskRow {
  readonly opening: Omit<Opening, 'classification'>;
  readonly classification: Classification;
  readonly hold?: HoldReason | undefined;
  readonly formerOwners: readonly string[];
  readonly rejections: number;
  readonly rootCause?: RootCause | undefined;
  readonly offer?: (Offer & { readonly by: Actor }) | undefined;
  readonly refusal?: Refusal | undefined;
  readonly received: boolean;
  readonly fulfilment?: { readonly reference: string; readonly at: Instant } | undefined;
  readonly outcome?: Outcome | undefined;
  readonly survey?: SurveyAnswers | undefined;
  readonly attachments: readonly Attachment[];
  readonly answerBy?: Instant | undefined;
  readonly clocks: Clocks;
  /** Every event, oldest first (F76). */
  readonly history: readonly DeskHistoryLine[];
  /** What the reader may do now; anything else is refused. */
  readonly actions: readonly Action[];
}

/** One event as staff see it: everything but the command hashes. */
export type DeskHistoryLine = Pick<CaseEvent, 'version' | 'at' | 'type' | 'by' | 'data'>;

/** A case as a line of a queue. */
export const deskRow = (state: Case, policy: Pick<Policy, 'targets'>, now: Instant): DeskRow => {
  const clocks = clocksOf(state, policy, now);
  const due = state.firstRespondedAt ? clocks.resolutionDue : clocks.firstResponseDue;
  return {
    caseId: state.caseId,
    version: state.version,
    kind: state.opening.kind,
    request: state.opening.request,
    stage: stageOf(state.step),
    step: state.step,
    waitingFor: waitingFor(state),
    subject: state.opening.subject,
    customerName: state.opening.customer.name,
    owner: state.owner,
    ownerName: state.ownerName,
    priority: state.classification.priority,
    safety: state.classification.safety,
    escalations: state.escalations,
    openedAt: state.openedAt,
    due,
    overdue: !state.resolvedAt && !state.closedAt && due < now,
    unansweredSince: state.unansweredSince,
  };
};

/** A case as staff see it, with what this person may do. */
export const deskCase = (state: Case, events: readonly CaseEvent[], staff: Staff, policy: Policy, now: Instant): DeskCase => {
  const { classification: _, ...opening } = state.opening;
  return {
    ...deskRow(state, policy, now),
    opening,
    classification: state.classification,
    hold: state.hold,
    formerOwners: state.formerOwners,
    rejections: state.rejections,
    rootCause: state.rootCause,
    offer: state.offer,
    refusal: state.refusal,
    received: state.received,
    fulfilment: state.fulfilment,
    outcome: state.outcome,
    survey: state.survey,
    attachments: state.attachments,
    answerBy: timersOf(state, policy).find((timer) => timer.purpose === 'expire')?.at,
    clocks: clocksOf(state, policy, now),
    history: events.map(({ version, at, type, by, data }) => ({ version, at, type, by, data })),
    actions: allowedActions(state, staff),
  };
};
