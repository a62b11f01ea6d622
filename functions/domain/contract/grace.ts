import { addMonths } from '../clocks/months.ts';
import type { LapseRule } from '../care/rules.ts';
import { calendarDate, dayNumber, type CalendarDate } from '../kernel/time.ts';
import type { Contract, Paid } from './model.ts';

/** The date that many days after another; before it when negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => calendarDate(dayNumber(date) + days);

/** Id of the step that demands an overdue premium. */
export const demandId = (dueOn: CalendarDate): string => `${dueOn}.grace`;

/** The day on which the demand for a premium was delivered. */
const demandedOn = ({ steps }: Pick<Contract, 'steps'>, dueOn: CalendarDate): CalendarDate | undefined => {
  const demand = steps[demandId(dueOn)];
  return demand?.outcome === 'delivered' ? demand.day : undefined;
};

/**
 * The last day on which a payment still keeps the cover (rules.md 4; 保险法 article 36): counted from the demand if it was delivered, else from the due date, whichever
 * ends first. Neither of those days counts itself.
 */
export const graceEnd = (state: Pick<Contract, 'steps' | 'suspension'>, dueOn: CalendarDate, rule: LapseRule): CalendarDate => {
  if (state.suspension?.dueOn === dueOn) return addDays(state.suspension.on, -1);
  const demanded = demandedOn(state, dueOn);
  const byDueDate = addDays(dueOn, rule.graceDays);
  const byDemand = demanded === undefined ? byDueDate : addDays(demanded, rule.graceDaysAfterDemand);
  return byDemand < byDueDate ? byDemand : byDueDate;
};

/** True for a payment that came when the cover was suspended already. */
export const cameAfterGrace = (
  state: Pick<Contract, 'steps' | 'suspension'>,
  { dueOn, paidOn }: Pick<Paid, 'dueOn' | 'paidOn'>,
  rule: LapseRule,
): boolean => paidOn > graceEnd(state, dueOn, rule);

/** The last day on which a payment brings back a cover that was suspended on a day (保险法 article 37). */
export const reinstatementEnd = (suspendedOn: CalendarDate, { reinstatementMonths }: LapseRule): CalendarDate =>
  addMonths(suspendedOn, reinstatementMonths);
