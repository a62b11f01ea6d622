import { customerDay, type CareSetting } from './setting.ts';
import { addDays } from '../contract/grace.ts';
import { windowStart } from '../contract/status.ts';
import type { Contract, StepRecord } from '../contract/model.ts';
import { dayNumber, type CalendarDate } from '../kernel/time.ts';

/** Days after which a mail of which nobody reported anything counts as not delivered: SES gives up after 14 hours at the latest. */
export const REPORT_DAYS = 3;

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

/** True when a mail of the contract went out on a day. */
export const isMailedOn = ({ steps }: Pick<Contract, 'steps'>, day: CalendarDate): boolean =>
  Object.values(steps).some((step) => step.mail && step.day === day);

/** The day on which a mail that nobody reported as delivered counts as lost: while there is time for a visit before the due date, and not on its own day. */
const lostOn = ({ day }: StepRecord, dueOn: CalendarDate): CalendarDate => {
  const [last, next, by] = [addDays(dueOn, -1), addDays(day, 1), addDays(day, REPORT_DAYS)];
  return by < last ? by : last > next ? last : next;
};

/** How many reminders can still go out from a day on: of those that are late only the newest, and one a day. */
const stillToGo = (state: Contract, dueOn: CalendarDate, reminders: readonly Reminder[], today: CalendarDate): number => {
  const days = reminders.flatMap(({ id, on }) => {
    const record = state.steps[id];
    return record && record.again === undefined ? [] : [record?.again !== undefined && record.again > on ? record.again : on];
  });
  const newest = days
    .filter((on) => on <= today)
    .sort()
    .at(-1);
  const left = dayNumber(dueOn) - dayNumber(today) - (isMailedOn(state, today) ? 1 : 0);
  return Math.min(left, days.filter((on) => on > today || on === newest).length);
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
  const ahead = isReachable(state) ? stillToGo(state, dueOn, reminders, today) : 0;
  const missing = plan.renewal.deliveredAtLeast - delivered - ahead;
  if (missing <= 0) return undefined;
  const open = records
    .filter((step) => step.mail && step.outcome === undefined)
    .map((step) => lostOn(step, dueOn))
    .filter((on) => on > today)
    .sort();
  const on = open.length < missing ? today : open[open.length - missing];
  return on !== undefined && on < dueOn ? on : undefined;
};
