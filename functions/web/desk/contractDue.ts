import type { ContractAnswer } from './contractAnswers.ts';
import type { DueDate, PaymentLine } from '../../domain/contract/deskView.ts';
import type { Policyholder } from '../../domain/contract/model.ts';
import { customerDate } from '../../domain/contract/status.ts';
import { dayNumber, type CalendarDate, type Instant } from '../../domain/kernel/time.ts';

/** How a due date stands on a day. */
export type DueState = 'paid' | 'paid-before' | 'overdue' | 'next' | 'open';

/** A due date with how it stands. */
export interface DueLine extends Pick<DueDate, 'dueOn' | 'paidOn' | 'reference'> {
  readonly state: DueState;
  /** Days to it; negative after it. */
  readonly days: number;
  /** The last debit for it that failed, while it is not paid. */
  readonly failed?: PaymentLine | undefined;
}

/** The customer's date. Where nothing tells their zone it is that of our regions, whose clocks agree. */
export const dateOf = (customer: Policyholder, now: Instant): CalendarDate => customerDate(customer, 'CN', now);

/** Days from one date to another; negative when it is before. */
export const daysUntil = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

const stateOf = ({ dueOn, paid, paidOn }: DueDate, next: CalendarDate | undefined, today: CalendarDate): DueState => {
  if (paid) return paidOn === undefined ? 'paid-before' : 'paid';
  if (dueOn < today) return 'overdue';
  return dueOn === next ? 'next' : 'open';
};

/** The due dates that are shown of a contract, as they stand on a day. */
export const dueLines = (
  { dueDates, payments, dueOn: next }: Pick<ContractAnswer, 'dueDates' | 'payments' | 'dueOn'>,
  today: CalendarDate,
) =>
  dueDates.map((date): DueLine => {
    const { dueOn, paidOn, reference, paid } = date;
    const failed = paid ? undefined : payments.findLast((payment) => payment.status === 'failed' && payment.dueOn === dueOn);
    return { dueOn, paidOn, reference, failed, state: stateOf(date, next, today), days: daysUntil(today, dueOn) };
  });
