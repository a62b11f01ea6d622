import { addMonths, MOST_MONTHS } from '../clocks/months.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { Contract, Paid, Terms } from './model.ts';

/** What decides on which days a premium is due. */
export type Schedule = Pick<Terms, 'signedOn' | 'everyMonths' | 'endsOn'>;

/** The nth due date, counted from the signing date and never from the one before (rules.md 2.3). Undefined after the last: beyond the end of cover, or a hundred years. */
const nthDueDate = ({ signedOn, everyMonths, endsOn }: Schedule, n: number): CalendarDate | undefined => {
  if (n * everyMonths > MOST_MONTHS) return undefined;
  const date = addMonths(signedOn, n * everyMonths);
  return endsOn !== undefined && date > endsOn ? undefined : date;
};

const monthNumber = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Number of the first due date on or after a day; the first of all is 1. */
const firstFrom = (schedule: Schedule, day: CalendarDate): number => {
  const months = monthNumber(day) - monthNumber(schedule.signedOn);
  const n = Math.max(1, Math.floor(months / schedule.everyMonths));
  const date = nthDueDate(schedule, n);
  return date !== undefined && date < day ? n + 1 : n;
};

/** The first due date on or after a day, if there is one. */
export const dueOnOrAfter = (schedule: Schedule, day: CalendarDate): CalendarDate | undefined =>
  nthDueDate(schedule, firstFrom(schedule, day));

/** Due dates from one day to another, both included. */
export const dueDatesBetween = (schedule: Schedule, from: CalendarDate, to: CalendarDate): readonly CalendarDate[] => {
  const dates: CalendarDate[] = [];
  let n = firstFrom(schedule, from);
  for (let date = nthDueDate(schedule, n); date !== undefined && date <= to; date = nthDueDate(schedule, ++n)) dates.push(date);
  return dates;
};

/** True for a day on which a premium falls due. */
export const isDueDate = (schedule: Schedule, day: CalendarDate): boolean => dueOnOrAfter(schedule, day) === day;

/** The payment for a due date, if it was paid since the contract is in the register. */
export const paymentFor = ({ paid }: Pick<Contract, 'paid'>, dueOn: CalendarDate): Paid | undefined =>
  paid.find((payment) => payment.dueOn === dueOn);

/** True for a due date that needs no payment any more: paid, or settled before the contract came into the register. */
export const isSettled = (state: Pick<Contract, 'paid' | 'unpaidFrom'>, dueOn: CalendarDate): boolean =>
  dueOn < state.unpaidFrom || paymentFor(state, dueOn) !== undefined;

/** The oldest due date that is not paid, past or to come. Undefined when nothing is left to pay. */
export const oldestUnpaid = ({ terms, unpaidFrom, paid }: Pick<Contract, 'terms' | 'unpaidFrom' | 'paid'>): CalendarDate | undefined => {
  const paidDates = new Set(paid.map(({ dueOn }) => dueOn));
  let n = firstFrom(terms, unpaidFrom);
  let date = nthDueDate(terms, n);
  while (date !== undefined && paidDates.has(date)) date = nthDueDate(terms, ++n);
  return date;
};
