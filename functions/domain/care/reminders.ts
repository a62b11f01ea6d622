import { customerDay, type CareSetting } from './setting.ts';
import { addDays } from '../contract/grace.ts';
import { windowStart } from '../contract/status.ts';
import type { Contract, StepRecord } from '../contract/model.ts';
import { dayNumber, type CalendarDate } from '../kernel/time.ts';

/** Days after which a mail of which nobody reported anything counts as not delivered: SES gives up after 14 hours at the latest. */
const REPORT_DAYS = 3;

/** A reminder and the day for it. */
export interface Reminder {
  readonly id: string;
  readonly on: CalendarDate;
}

/** The day from which a due date was the one to pay: before it we could not have reminded. */
const knownFrom = (state: Contract, setting: CareSetting, dueOn: CalendarDate): CalendarDate => {
  const told = state.paid.filter((payment) => payment.dueOn < dueOn).map(({ toldAt }) => toldAt);
  return customerDay(setting, [state.scheduledAt, ...told].sort().at(-1) ?? state.scheduledAt);
};

/**
 * The reminders of a due date (rules.md 4): on their days, or spread evenly over the days that are left where the contract came later than the first of them. Never on the due date
 * itself, and each on a day of its own.
 */
export const remindersFor = (state: Contract, setting: CareSetting, dueOn: CalendarDate): readonly Reminder[] => {
  const { remindDaysBefore } = setting.plan.renewal;
  const from = knownFrom(state, setting, dueOn);
  const isLate = from > windowStart(dueOn, setting.plan.renewal);
  const left = dayNumber(dueOn) - dayNumber(from);
  const count = Math.min(remindDaysBefore.length, Math.max(0, left));
  const days = isLate
    ? Array.from({ length: count }, (_, n) => addDays(from, Math.floor((n * left) / count)))
    : remindDaysBefore.map((before) => addDays(dueOn, -before));
  return days.map((on, n) => ({ id: `${dueOn}.reminder-${n + 1}`, on }));
};

/** Days on which reminders of a due date were delivered (X7). */
export const deliveredReminders = ({ steps }: Pick<Contract, 'steps'>, dueOn: CalendarDate): number =>
  new Set(
    Object.values(steps)
      .filter((step) => step.kind === 'reminder' && step.dueOn === dueOn && step.outcome === 'delivered')
      .map(({ day }) => day),
  ).size;

/** True for an address that mail can go to, as far as we know. */
export const isReachable = ({ terms: { customer }, unreachable }: Contract): boolean =>
  customer.email !== undefined && customer.email !== unreachable;

/** Until this day a mail may still be reported as delivered. */
const reportBy = ({ day }: StepRecord, dueOn: CalendarDate): CalendarDate => {
  const last = addDays(dueOn, -1);
  const by = addDays(day, REPORT_DAYS);
  return by < last ? by : last;
};

/**
 * The day from `today` on which it is clear that not enough reminders can be delivered any more (X7). Undefined while they can, as the next reminder will
 * tell more.
 */
export const outOfReachOn = (
  state: Contract,
  { plan }: CareSetting,
  dueOn: CalendarDate,
  reminders: readonly Reminder[],
  today: CalendarDate,
): CalendarDate | undefined => {
  const delivered = deliveredReminders(state, dueOn);
  const records = reminders.flatMap(({ id }) => state.steps[id] ?? []);
  const ahead = isReachable(state) ? reminders.filter(({ id }) => !state.steps[id] || state.steps[id].again !== undefined).length : 0;
  const missing = plan.renewal.deliveredAtLeast - delivered - ahead;
  if (missing <= 0) return undefined;
  const open = records
    .filter((step) => step.mail && step.outcome === undefined)
    .map((step) => reportBy(step, dueOn))
    .filter((by) => by > today)
    .sort();
  return open.length < missing ? today : open[open.length - missing];
};
