import { planOf, type PlannedStep } from '../care/plan.ts';
import { deliveredReminders, isReachable, REPORT_DAYS } from '../care/reminders.ts';
import { PURPOSES, type Purpose } from '../care/rules.ts';
import type { CareSetting } from '../care/setting.ts';
import type { Actor } from '../case/model.ts';
import { addMonths } from '../clocks/months.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import { consentLedger, latestConsent } from './consents.ts';
import { oldestUnpaid } from './dueDates.ts';
import { addDays, graceEnd, reinstatementEnd } from './grace.ts';
import {
  MAIL_OUTCOMES,
  type ConsentEntry,
  type Contract,
  type ContractEvent,
  type HeldReason,
  type Mailed,
  type RenewalStage,
  type StepKind,
  type StepRecord,
  type TakenStep,
  type Task,
} from './model.ts';
import { latestPostponement } from './postponing.ts';
import { hasEnded, lastDay, windowStart } from './status.ts';

/**
 * How a mail stands: `ordered` is on its way and nobody reported on it yet; `unreported` is one of which nobody did for days, so that it counts as not delivered;
 * `held` was not sent, or would not be as things stand.
 */
export const SENT_STATES = ['ordered', 'unreported', 'delivered', 'bounced', 'complained', 'held'] as const;
export type SentState = (typeof SENT_STATES)[number];

/** The same of a mail that may be still to come. */
export const MAIL_STATES = ['planned', ...SENT_STATES] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const RAISED_STATES = ['open', 'done', 'impossible', 'cancelled'] as const satisfies readonly Task['state'][];

/** How a task stands that may be still to come. */
export const TASK_STATES = ['planned', ...RAISED_STATES] as const;
export type TaskState = (typeof TASK_STATES)[number];

/**
 * How a step stands as a whole: its day is to come (`planned`); a mail or task of it is under way, or will be tried again (`open`); it reached the customer (`done`);
 * nothing of it did (`missed`); a payment settled it before (`cancelled`).
 */
export const LINE_STATES = ['planned', 'open', 'done', 'missed', 'cancelled'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What a step is about. */
export interface StepSubject {
  readonly kind: StepKind;
  readonly touchpoint?: TakenStep['touchpoint'];
  /** The due date that it is about. */
  readonly dueOn?: CalendarDate | undefined;
  readonly purpose: Purpose;
}

/** One step of the plan: to come, or taken. */
export interface PlanLine extends StepSubject {
  readonly id: string;
  /** The day on which it was taken last, or will be. */
  readonly on: CalendarDate;
  readonly state: LineState;
  /** Its mail, where it has one. */
  readonly mail?:
    { readonly state: MailState; readonly held?: HeldReason | undefined; readonly again?: CalendarDate | undefined } | undefined;
  /** Its task, where it has one, and by when that is to be done. */
  readonly task?: { readonly state: TaskState; readonly due: CalendarDate } | undefined;
}

/** A task of the owner. */
export interface TaskLine extends StepSubject {
  /** Id of its step. */
  readonly id: string;
  readonly raisedOn: CalendarDate;
  readonly firstDue: CalendarDate;
  readonly due: CalendarDate;
  readonly state: Task['state'];
  /** Open after its day. */
  readonly late: boolean;
  /** The last day that it can be put off to; missing when it cannot. */
  readonly postponeTo?: CalendarDate | undefined;
  readonly notes?: string | undefined;
  readonly closedAt?: Instant | undefined;
  readonly closedBy?: Actor | undefined;
}

/** A mail that was ordered or held back on a day. One that is tried again is another line. */
export interface MailLine extends StepSubject {
  /** Id of its step. */
  readonly step: string;
  /** Version of the event that ordered it or held it back. */
  readonly version: number;
  readonly on: CalendarDate;
  readonly state: SentState;
  readonly held?: HeldReason | undefined;
  /** The day on which it is or was to be tried again. */
  readonly again?: CalendarDate | undefined;
  /** When its outcome was reported. */
  readonly reportedAt?: Instant | undefined;
}

/** What a customer wants to get. */
export interface ConsentView {
  /** The newest word on each purpose. Service messages need none. */
  readonly current: readonly {
    readonly purpose: Purpose;
    /** Missing when nobody asked, which counts as no. */
    readonly given?: boolean | undefined;
    readonly at?: Instant | undefined;
    readonly source?: string | undefined;
  }[];
  /** All that was said, here and elsewhere, the oldest first. */
  readonly ledger: readonly ConsentEntry[];
}

/** The renewal of the oldest unpaid premium. */
export interface RenewalView {
  readonly dueOn: CalendarDate;
  /** How far it has come; `ahead` before its first step. */
  readonly stage: 'ahead' | RenewalStage;
  /** The day of the first reminder. */
  readonly from: CalendarDate;
  /** Reminders delivered on different days, and how many there must be. */
  readonly delivered: number;
  readonly needed: number;
  /** The last day on which a payment keeps the cover, as things stand. */
  readonly graceEnd: CalendarDate;
  /** The day on which the cover was suspended; missing before. */
  readonly suspendedOn?: CalendarDate | undefined;
  /** The day by which the customer signs that. */
  readonly confirmBy?: CalendarDate | undefined;
  /** The last day on which a payment brings the cover back. */
  readonly reinstatementEnd?: CalendarDate | undefined;
}

/** What is done for a contract, and what is to come. */
export interface CareView {
  /** Everything that was done, and what the next 13 months bring, in order of days. */
  readonly plan: readonly PlanLine[];
  /** The oldest first. */
  readonly tasks: readonly TaskLine[];
  /** Everything sent or held back, the oldest first. */
  readonly mails: readonly MailLine[];
  readonly consent: ConsentView;
  /** Missing when nothing is left to pay or the cover has ended. */
  readonly renewal?: RenewalView | undefined;
  /** Mail cannot or may not go to the customer's address; false without one. */
  readonly unreachable: boolean;
  /** The day of the next step; missing when nothing is to come. */
  readonly nextCareOn?: CalendarDate | undefined;
  /** The last day of cover, agreed or lapsed; missing on a contract that goes on. */
  readonly lastDay?: CalendarDate | undefined;
}

/** What is known beyond the contract when it is shown. */
export interface CareKnown {
  readonly setting: CareSetting;
  /** The customer's date. */
  readonly today: CalendarDate;
  /** What was said to the customer's address. */
  readonly consents: readonly ConsentEntry[];
  /** The address gets nothing any more. */
  readonly suppressed: boolean;
}

/** Months that a plan is shown ahead: to the thirteenth after a signing, when we look whether the contract goes on. */
const MONTHS_AHEAD = 13;

const subjectOf = ({ kind, touchpoint, dueOn, purpose }: StepSubject): StepSubject => ({ kind, touchpoint, dueOn, purpose });

const isUnreachable = (state: Contract, { suppressed }: CareKnown): boolean =>
  state.terms.customer.email !== undefined && (suppressed || !isReachable(state));

/** Why a mail would not go out as things stand today. */
const heldForeseen = (state: Contract, known: CareKnown, purpose: Purpose): HeldReason | undefined => {
  if (state.terms.customer.email === undefined) return 'no-address';
  if (isUnreachable(state, known)) return 'suppressed';
  const agreed = latestConsent(consentLedger(state.consents, known.consents), purpose)?.given;
  return purpose === 'marketing' && !agreed ? 'no-consent' : undefined;
};

const mailState = (
  { mail, held, outcome, on }: Pick<StepRecord, 'mail' | 'held' | 'outcome'> & { readonly on: CalendarDate },
  today: CalendarDate,
): SentState | undefined => {
  if (held) return 'held';
  if (!mail) return undefined;
  return outcome ?? (addDays(on, REPORT_DAYS) < today ? 'unreported' : 'ordered');
};

const plannedTask = ({ on, task }: PlannedStep): PlanLine['task'] => {
  if (!task || task.instead) return undefined;
  const due = addDays(on, task.days);
  return { state: 'planned', due: task.by !== undefined && task.by < due ? task.by : due };
};

const plannedLine = (state: Contract, known: CareKnown, step: PlannedStep): PlanLine => {
  const held = step.mail || step.purpose === 'marketing' ? heldForeseen(state, known, step.purpose) : undefined;
  return {
    ...subjectOf(step),
    id: step.id,
    on: step.on,
    state: 'planned',
    mail: step.mail ? { state: held ? 'held' : 'planned', held } : undefined,
    // What is no service is not done at all without consent.
    task: held === 'no-consent' ? undefined : plannedTask(step),
  };
};

const overall = (mail: PlanLine['mail'], task: PlanLine['task'], isSettled: boolean): LineState => {
  if (mail?.state === 'ordered' || mail?.again !== undefined || task?.state === 'open') return 'open';
  if (mail?.state === 'delivered' || task?.state === 'done' || (!mail && !task)) return 'done';
  return isSettled || task?.state === 'cancelled' ? 'cancelled' : 'missed';
};

/** A step that was taken; `planned` when it will be again. */
const takenLine = (state: Contract, today: CalendarDate, step: StepRecord, planned: PlannedStep | undefined): PlanLine => {
  const on = planned?.on ?? step.day;
  const standing = mailState({ ...step, on: step.day }, today);
  const mail: PlanLine['mail'] = standing && { state: standing, held: step.held, again: planned && step.again };
  const raised = state.tasks.find((task) => task.step.id === step.id);
  const task: PlanLine['task'] = raised && { state: raised.state, due: raised.due };
  const isSettled = step.again !== undefined && !planned;
  return { ...subjectOf(step), id: step.id, on, state: overall(mail, task, isSettled), mail, task };
};

const byDay = (a: { readonly on: CalendarDate }, b: { readonly on: CalendarDate }): number => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1);

const linesOf = (state: Contract, known: CareKnown, planned: readonly PlannedStep[]): readonly PlanLine[] => {
  const taken = Object.values(state.steps).map((step) =>
    takenLine(
      state,
      known.today,
      step,
      planned.find(({ id }) => id === step.id),
    ),
  );
  const ahead = planned.filter(({ id }) => !state.steps[id]).map((step) => plannedLine(state, known, step));
  return [...taken, ...ahead].sort(byDay);
};

/** A task as staff see it on a day of its customer. */
export const taskLine = (task: Task, today: CalendarDate): TaskLine => {
  const { step, raisedOn, firstDue, due, state, notes, closedAt, closedBy } = task;
  return {
    ...subjectOf(step),
    id: step.id,
    raisedOn,
    firstDue,
    due,
    state,
    late: state === 'open' && due < today,
    postponeTo: state === 'open' ? latestPostponement(task, today) : undefined,
    notes,
    closedAt,
    closedBy,
  };
};

type Report = Mailed & { readonly at: Instant };

const mailsOf = (events: readonly ContractEvent[], today: CalendarDate): readonly MailLine[] => {
  const reports = events.flatMap((event): readonly Report[] => (event.type === 'mailed' ? [{ ...event.data, at: event.at }] : []));
  return events.flatMap((event): readonly MailLine[] => {
    if (event.type !== 'cared') return [];
    const { version, data } = event;
    return data.steps.flatMap((step): readonly MailLine[] => {
      const told = reports.filter((report) => report.version === version && report.step === step.id);
      const stopped = told.find(({ outcome }) => outcome === 'held');
      const outcome = MAIL_OUTCOMES.findLast((one) => told.some((report) => report.outcome === one));
      const held = stopped?.held ?? step.held;
      const standing = mailState({ mail: step.mail, held, outcome, on: data.day }, today);
      if (!standing) return [];
      return [
        {
          ...subjectOf(step),
          step: step.id,
          version,
          on: data.day,
          state: standing,
          held,
          again: stopped ? stopped.again : step.again,
          reportedAt: told.findLast((report) => report.outcome === (outcome ?? 'held'))?.at,
        },
      ];
    });
  });
};

const consentOf = (own: readonly ConsentEntry[], address: readonly ConsentEntry[]): ConsentView => {
  const ledger = consentLedger(own, address);
  return {
    current: PURPOSES.map((purpose) => {
      const { given, at, source } = latestConsent(ledger, purpose) ?? {};
      return { purpose, given, at, source };
    }),
    ledger,
  };
};

const renewalOf = (state: Contract, { setting: { plan }, today }: CareKnown, planned: readonly PlannedStep[]): RenewalView | undefined => {
  const dueOn = oldestUnpaid(state);
  if (dueOn === undefined || hasEnded(state, today)) return undefined;
  const end = graceEnd(state, dueOn, plan.lapse);
  const foreseen = planned.find((step) => step.kind === 'suspension' && step.dueOn === dueOn)?.on;
  const suspendedOn = state.suspension?.dueOn === dueOn ? state.suspension.on : today > end ? foreseen : undefined;
  return {
    dueOn,
    stage: state.renewal?.dueOn === dueOn ? state.renewal.stage : 'ahead',
    from: windowStart(dueOn, plan.renewal),
    delivered: deliveredReminders(state, dueOn),
    needed: plan.renewal.deliveredAtLeast,
    graceEnd: end,
    suspendedOn,
    confirmBy: suspendedOn && addMonths(suspendedOn, plan.lapse.confirmationMonths),
    reinstatementEnd: suspendedOn && reinstatementEnd(suspendedOn, plan.lapse),
  };
};

/** What is done for a contract and what is to come, as staff see it on a day of its customer. */
export const careView = (state: Contract, events: readonly ContractEvent[], known: CareKnown): CareView => {
  const { today, setting } = known;
  const until = addMonths(today, MONTHS_AHEAD);
  const planned = planOf(state, setting, today, until);
  const next = planned[0]?.on;
  return {
    plan: linesOf(
      state,
      known,
      planned.filter(({ on }) => on <= until),
    ),
    tasks: state.tasks.map((task) => taskLine(task, today)),
    mails: mailsOf(events, today),
    consent: consentOf(state.consents, known.consents),
    renewal: renewalOf(state, known, planned),
    unreachable: isUnreachable(state, known),
    nextCareOn: next !== undefined && next < today ? today : next,
    lastDay: lastDay(state),
  };
};
