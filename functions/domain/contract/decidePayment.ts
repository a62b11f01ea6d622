import { canonical } from '../kernel/canonical.ts';
import { sameMoney, type Money } from '../kernel/money.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { isDueDate, isSettled, oldestUnpaid } from './dueDates.ts';
import type { Contract, Failed, Happening } from './model.ts';
import { wrong, type ContractRefusal } from './refusals.ts';
import { lastDay } from './status.ts';

/** What the billing system reports (F60). */
export interface PaymentReport {
  readonly reference: string;
  readonly status: 'succeeded' | 'failed';
  /** The due date that it is for; the oldest unpaid one when missing. */
  readonly dueOn?: CalendarDate | undefined;
  readonly amount: Money;
  /** The day of the payment, or of the attempt. */
  readonly paidOn: CalendarDate;
  readonly nextAttemptOn?: CalendarDate | undefined;
  readonly reason?: string | undefined;
}

/** Whether a payment was reported before under its reference: `same` when it was this one, `other` when another. */
export const reportedBefore = (state: Contract, report: PaymentReport): 'same' | 'other' | undefined => {
  const paid = state.paid.find(({ reference }) => reference === report.reference);
  const failed = state.failed.find(({ reference }) => reference === report.reference);
  const known: Failed | undefined = paid ?? failed;
  if (!known) return undefined;
  const text = ({ dueOn, paidOn, nextAttemptOn, reason }: Omit<PaymentReport, 'reference' | 'status' | 'amount'>): string =>
    canonical({ dueOn, paidOn, nextAttemptOn, reason });
  const isSame =
    (paid ? 'succeeded' : 'failed') === report.status &&
    sameMoney(known.amount, report.amount) &&
    text(known) === text({ ...report, dueOn: report.dueOn ?? known.dueOn });
  return isSame ? 'same' : 'other';
};

/** The due date of a report that names none: the oldest unpaid. A debit that failed counts for what was unpaid on the day of the attempt, even if we hear of it after its payment. */
const dueOf = (state: Contract, { status, paidOn }: PaymentReport): CalendarDate | undefined =>
  oldestUnpaid(status === 'failed' ? { ...state, paid: state.paid.filter((payment) => payment.paidOn < paidOn) } : state);

const amountRefusal = (due: Money, sent: Money): Result<never, ContractRefusal> =>
  wrong(due.currency === sent.currency ? '/amount/amount' : '/amount/currency', 'amount-due', {
    amount: due.amount,
    currency: due.currency,
  });

/**
 * Decides what a reported payment makes of a contract. Refused with a pointer: a reference that another payment has, a day before the signing, an amount that is not the
 * premium, a due date that is none or paid already. A payment made after the cover ended is refused (`ended`); one that only arrives after it counts.
 */
export const decidePayment = (state: Contract, report: PaymentReport): Result<Happening, ContractRefusal> => {
  const { terms } = state;
  const { reference, status, amount, paidOn, nextAttemptOn, reason } = report;
  if (reportedBefore(state, report)) return wrong('/reference', 'reference-used');
  if (paidOn < terms.signedOn) return wrong('/paidOn', 'before-signing');
  const end = lastDay(state);
  if (end !== undefined && paidOn > end) return refuse({ kind: 'ended', endsOn: end });
  if (nextAttemptOn !== undefined && nextAttemptOn < paidOn) return wrong('/nextAttemptOn', 'attempt-before-debit');
  if (report.dueOn !== undefined && !isDueDate(terms, report.dueOn)) return wrong('/dueOn', 'no-due-date');
  const dueOn = report.dueOn ?? dueOf(state, report);
  if (dueOn === undefined) return wrong('/dueOn', 'nothing-due');
  if (status === 'succeeded' && isSettled(state, dueOn)) return wrong('/dueOn', 'paid-already');
  if (!sameMoney(terms.premium, amount)) return amountRefusal(terms.premium, amount);
  const payment = { reference, dueOn, amount, paidOn };
  return status === 'succeeded' ? ok({ type: 'paid', data: payment }) : ok({ type: 'failed', data: { ...payment, reason, nextAttemptOn } });
};
