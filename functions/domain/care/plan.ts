import { addMonths } from '../clocks/months.ts';
import { isSettled, oldestUnpaid } from '../contract/dueDates.ts';
import { addDays, cameAfterGrace, demandId, graceEnd, reinstatementEnd } from '../contract/grace.ts';
import type { Contract, StepKind, TakenStep, Told } from '../contract/model.ts';
import { hasEnded, lastDay } from '../contract/status.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { occurrencesOf, STALE_DAYS } from './occasions.ts';
import { outOfReachOn, remindersFor } from './reminders.ts';
import type { Purpose, Touchpoint } from './rules.ts';
import { customerDay, type CareSetting } from './setting.ts';

/** A step that is still to be taken. */
export interface PlannedStep {
  /** See `TakenStep`. */
  readonly id: string;
  readonly kind: StepKind;
  /** The customer's day from which it is to be taken. */
  readonly on: CalendarDate;
  /** The last day on which its mail makes sense; missing when any day will do. */
  readonly until?: CalendarDate | undefined;
  readonly dueOn?: CalendarDate | undefined;
  readonly touchpoint?: TakenStep['touchpoint'];
  readonly purpose: Purpose;
  readonly mail: boolean;
  /** A task to be done within `days`, at the latest on `by`; with `instead` only where the mail is held for good. */
  readonly task?: { readonly days: number; readonly by?: CalendarDate | undefined; readonly instead?: true } | undefined;
  /** What only one contract of a customer carries. */
  readonly once?: string | undefined;
}

/** Days in which the owner is to visit, where no touchpoint says. */
const VISIT_DAYS = 14;

/** Days in which a failed debit is to be talked about. */
const DEBIT_DAYS = 3;

/** Days for which a touchpoint is made up for. One that an admin adds is not done for all the years in which it was not there, and a sweep may be late. */
const CATCH_UP_DAYS = 31;

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

const visit = (days: number, by?: CalendarDate): NonNullable<PlannedStep['task']> => ({ days, by });

const service = { purpose: 'service' } as const;

/** The reminders of the premium to pay, and the visit where they do not reach the customer. */
const reminding = (state: Contract, setting: CareSetting, dueOn: CalendarDate, today: CalendarDate): readonly PlannedStep[] => {
  if (today >= dueOn) return [];
  const reminders = remindersFor(state, setting, dueOn);
  const [first] = reminders;
  if (!first) return [visitFor(dueOn, today)];
  const begun = later(today, first.on);
  const outOfReach = outOfReachOn(state, setting, dueOn, reminders, begun);
  const isVisited = state.tasks.some(({ step }) => step.dueOn === dueOn && (step.kind === 'reminder' || step.kind === 'renewal-visit'));
  return [
    ...reminders.map(({ id, on }): PlannedStep => ({
      ...service,
      id,
      kind: 'reminder',
      on,
      until: addDays(dueOn, -1),
      dueOn,
      mail: true,
      task: { ...visit(VISIT_DAYS, addDays(dueOn, -1)), instead: true },
    })),
    ...(outOfReach === undefined || isVisited ? [] : [visitFor(dueOn, outOfReach)]),
  ];
};

const visitFor = (dueOn: CalendarDate, on: CalendarDate): PlannedStep => ({
  ...service,
  id: `${dueOn}.visit`,
  kind: 'renewal-visit',
  on,
  dueOn,
  mail: false,
  task: visit(VISIT_DAYS, addDays(dueOn, -1)),
});

/** What follows when the premium stays unpaid: the demand, the suspension, and the end of the time for coming back (F61). */
const lapsing = (state: Contract, setting: CareSetting, dueOn: CalendarDate): readonly PlannedStep[] => {
  const { lapse } = setting.plan;
  const known = customerDay(setting, state.scheduledAt);
  const graceOver = addDays(graceEnd(state, dueOn, lapse), 1);
  const isKnownLate = known > graceOver;
  const suspendedOn = state.suspension?.dueOn === dueOn ? state.suspension.on : later(known, graceOver);
  const confirmBy = addMonths(suspendedOn, lapse.confirmationMonths);
  return [
    {
      ...service,
      id: demandId(dueOn),
      kind: 'grace',
      on: later(known, addDays(dueOn, 1)),
      until: graceEnd(state, dueOn, lapse),
      dueOn,
      mail: true,
      task: visit(VISIT_DAYS),
    },
    // A contract that came to us suspended was told so by others; that it is confirmed is still ours to see to.
    {
      ...service,
      id: `${dueOn}.suspension`,
      kind: 'suspension',
      on: suspendedOn,
      dueOn,
      mail: !isKnownLate,
      task: { days: VISIT_DAYS * 4, by: confirmBy },
    },
    {
      ...service,
      id: `${dueOn}.lapse`,
      kind: 'lapse',
      on: addDays(reinstatementEnd(suspendedOn, lapse), 1),
      dueOn,
      mail: true,
      task: { ...visit(VISIT_DAYS), instead: true },
    },
  ];
};

/** True when the premium to pay keeps the cover suspended on a day. */
const isSuspended = (state: Contract, { plan }: CareSetting, day: CalendarDate): boolean => {
  const dueOn = oldestUnpaid(state);
  return dueOn !== undefined && day > graceEnd(state, dueOn, plan.lapse);
};

/** True for a payment that the present customer is to be answered. */
const isTheirs =
  ({ customerSince }: Contract) =>
  ({ toldAt }: Told<unknown>): boolean =>
    toldAt >= customerSince.at;

/** What is said on the day after each payment and each debit that failed (F60), to whoever was the customer when we were told. Cover that another premium keeps suspended is not back. */
const answering = (state: Contract, setting: CareSetting): readonly PlannedStep[] => [
  ...state.paid.filter(isTheirs(state)).map((payment): PlannedStep => {
    const on = addDays(later(payment.paidOn, customerDay(setting, payment.toldAt)), 1);
    const isBack = cameAfterGrace(state, payment, setting.plan.lapse) && !isSuspended(state, setting, on);
    return {
      ...service,
      id: `${payment.dueOn}.paid`,
      kind: isBack ? 'reinstated' : 'feedback',
      on,
      until: addDays(on, STALE_DAYS),
      dueOn: payment.dueOn,
      mail: true,
      task: isBack ? visit(VISIT_DAYS) : undefined,
    };
  }),
  ...state.failed.flatMap((failed, n): readonly PlannedStep[] => {
    if (!isTheirs(state)(failed) || isSettled(state, failed.dueOn)) return [];
    const on = addDays(later(failed.paidOn, customerDay(setting, failed.toldAt)), 1);
    const id = `${failed.dueOn}.debit-failed-${n + 1}`;
    const task = { ...visit(DEBIT_DAYS), instead: true } as const;
    return [{ ...service, id, kind: 'debit-failed', on, until: addDays(on, STALE_DAYS), dueOn: failed.dueOn, mail: true, task }];
  }),
];

const touching = (state: Contract, from: CalendarDate, to: CalendarDate, point: Touchpoint): readonly PlannedStep[] =>
  occurrencesOf(state.terms, point.when, from, to).map(({ on, of, personal, lasts }) => {
    const id = of === undefined ? `touch.${point.id}` : `touch.${point.id}.${of}`;
    return {
      id,
      kind: 'touchpoint',
      on,
      until: addDays(on, lasts),
      touchpoint: { id: point.id, name: point.name },
      purpose: point.purpose,
      mail: point.mail !== undefined,
      task: point.task && visit(point.task.days),
      once: personal && !point.task ? id : undefined,
    };
  });

const isOpen =
  ({ steps }: Contract) =>
  ({ id }: PlannedStep): boolean =>
    !steps[id] || steps[id].again !== undefined;

/** A step that is tried again comes on that day. */
const asPlanned =
  ({ steps }: Contract) =>
  (step: PlannedStep): PlannedStep => ({ ...step, on: later(step.on, steps[step.id]?.again ?? step.on) });

/**
 * What is still to be done for a contract, by what is known on a day of its customer, in order of days: everything about the oldest unpaid premium, answers to
 * payments, and touchpoints until `to` (rules.md 4). What was taken already is not planned again; nothing is planned after the cover has ended, but the word about a payment.
 */
export const planOf = (state: Contract, setting: CareSetting, today: CalendarDate, to: CalendarDate): readonly PlannedStep[] => {
  const end = lastDay(state);
  const known = customerDay(setting, state.registeredAt);
  const dueOn = oldestUnpaid(state);
  const thirteenth = addMonths(state.terms.signedOn, 13);
  const isOver = hasEnded(state, today);
  const steps = [
    ...(dueOn === undefined || isOver ? [] : [...reminding(state, setting, dueOn, today), ...lapsing(state, setting, dueOn)]),
    ...answering(state, setting),
    ...(isOver
      ? []
      : setting.plan.touchpoints
          .filter(({ active }) => active)
          .flatMap((point) =>
            touching(state, later(known, addDays(today, -CATCH_UP_DAYS)), end !== undefined && end < to ? end : to, point),
          )),
    ...(thirteenth >= known
      ? [{ ...service, id: 'thirteenth-month', kind: 'thirteenth-month' as const, on: thirteenth, mail: false }]
      : []),
  ];
  return steps
    .filter(isOpen(state))
    .map(asPlanned(state))
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
};
