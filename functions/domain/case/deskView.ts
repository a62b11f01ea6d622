import type { Instant } from '../kernel/time.ts';
import type { RuleBook, ServiceClockName } from '../clocks/rules.ts';
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
import { clocksOf, receiptsOf, type Clocks, type Receipts } from './clocks.ts';
import { noticesOf, type Notice } from './notices.ts';

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
  /** The next promise that we can break, or the first that we broke, and its clock. */
  readonly due: Instant;
  readonly dueClock: ServiceClockName;
  readonly overdue: boolean;
  /** Minutes of open time by which it is late, rounded down (F25). */
  readonly lateMinutes: number;
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
  readonly receivedAt?: Instant | undefined;
  readonly fulfilment?: { readonly reference: string; readonly at: Instant } | undefined;
  readonly outcome?: Outcome | undefined;
  readonly survey?: SurveyAnswers | undefined;
  readonly attachments: readonly Attachment[];
  readonly answerBy?: Instant | undefined;
  readonly clocks: Clocks & { readonly receipts: Receipts };
  /** Warnings and escalations of the clocks that run: told already, and to come (F23). */
  readonly notices: readonly Notice[];
  /** Every event, oldest first (F76). */
  readonly history: readonly DeskHistoryLine[];
  /** What the reader may do now; anything else is refused. */
  readonly actions: readonly Action[];
}

/** One event as staff see it: everything but the command hashes. */
export type DeskHistoryLine = Pick<CaseEvent, 'version' | 'at' | 'type' | 'by' | 'data'>;

/** The clock that is due first of those still to be met; the resolution when none is. */
const mostUrgent = ({ firstResponse, nextResponse, resolution }: Clocks) => {
  const clocks = [
    { name: 'firstResponse' as const, clock: firstResponse },
    ...(nextResponse ? [{ name: 'nextResponse' as const, clock: nextResponse }] : []),
    { name: 'resolution' as const, clock: resolution },
  ];
  const open = clocks.filter(({ clock }) => clock.state === 'running' || clock.state === 'paused' || clock.state === 'late');
  return open.reduce(
    (first, one) => (one.clock.due < first.clock.due ? one : first),
    open[0] ?? { name: 'resolution' as const, clock: resolution },
  );
};

/** A case as a line of a queue. */
export const deskRow = (state: Case, books: readonly RuleBook[], now: Instant): DeskRow => {
  const { name, clock } = mostUrgent(clocksOf(state, books, now));
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
    due: clock.due,
    dueClock: name,
    overdue: clock.state === 'late',
    lateMinutes: clock.state === 'late' ? Math.floor(clock.lateSeconds / 60) : 0,
    unansweredSince: state.unansweredSince,
  };
};

/** A case as staff see it, with what this person may do. */
export const deskCase = (
  state: Case,
  events: readonly CaseEvent[],
  staff: Staff,
  policy: Policy,
  books: readonly RuleBook[],
  now: Instant,
): DeskCase => {
  const { classification: _, ...opening } = state.opening;
  const clocks = clocksOf(state, books, now);
  return {
    ...deskRow(state, books, now),
    opening,
    classification: state.classification,
    hold: state.hold,
    formerOwners: state.formerOwners,
    rejections: state.rejections,
    rootCause: state.rootCause,
    offer: state.offer,
    refusal: state.refusal,
    receivedAt: state.receivedAt,
    fulfilment: state.fulfilment,
    outcome: state.outcome,
    survey: state.survey,
    attachments: state.attachments,
    answerBy: timersOf(state, policy).find((timer) => timer.purpose === 'expire')?.at,
    clocks: { ...clocks, receipts: receiptsOf(state, books, now) },
    notices: noticesOf(state, books, now),
    history: events.map(({ version, at, type, by, data }) => ({ version, at, type, by, data })),
    actions: allowedActions(state, staff, clocks.legal),
  };
};
