import type { Actor, Locale } from '../case/model.ts';
import type { Region } from '../clocks/regions/holidayYear.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';

/** Months between two premiums. */
export const PERIODS = [1, 3, 6, 12] as const;
export type Period = (typeof PERIODS)[number];

export const PAYMENT_METHODS = ['direct-debit', 'transfer', 'card', 'cash'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** The person who holds a contract. */
export interface Policyholder {
  readonly name: string;
  /** Without one there are no mails, only visits. */
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly locale?: Locale | undefined;
  /** Whose statutory days and laws count; the team's region when missing. */
  readonly region?: Region | undefined;
  /** Where the customer's days begin and end; the zone of the region when missing. */
  readonly timeZone?: string | undefined;
  readonly birthday?: CalendarDate | undefined;
}

/** What was agreed, as the house's own system tells it (F57). */
export interface Terms {
  readonly customer: Policyholder;
  /** Staff user name of who looks after the contract. */
  readonly owner: string;
  readonly product: string;
  /** All due dates count from this day (rules.md 2.3). */
  readonly signedOn: CalendarDate;
  readonly deliveredOn?: CalendarDate | undefined;
  /** What is due each time. */
  readonly premium: Money;
  readonly everyMonths: Period;
  readonly paymentMethod: PaymentMethod;
  /** First due date still unpaid; those before count as paid. */
  readonly nextDueOn?: CalendarDate | undefined;
  /** Last day of cover; none is set on a contract that goes on. */
  readonly endsOn?: CalendarDate | undefined;
  /** What the customer said about messages that are no service; missing when nobody asked. */
  readonly consent?: { readonly marketing: boolean } | undefined;
}

/** Terms with what they mean for premiums. */
export interface Agreed {
  readonly terms: Terms;
  /** Due dates before this day count as paid; of those from it on, payments tell. */
  readonly unpaidFrom: CalendarDate;
}

/** A premium that was paid. */
export interface Paid {
  /** Number of the payment in the billing system; no two payments share one. */
  readonly reference: string;
  /** The due date that it is for. */
  readonly dueOn: CalendarDate;
  readonly amount: Money;
  readonly paidOn: CalendarDate;
}

/** A debit that came to nothing; `paidOn` is the day of the attempt. */
export interface Failed extends Paid {
  readonly reason?: string | undefined;
  readonly nextAttemptOn?: CalendarDate | undefined;
}

/** Everything that can happen to a contract. */
export type Happening =
  | { readonly type: 'registered'; readonly data: Agreed }
  | { readonly type: 'changed'; readonly data: Agreed }
  | { readonly type: 'paid'; readonly data: Paid }
  | { readonly type: 'failed'; readonly data: Failed };

export type EventType = Happening['type'];

/** One version of a contract: what happened, when, by whom, and which command asked for it. */
export type ContractEvent = Happening & {
  readonly contractId: string;
  /** 1 for `registered`, then one more each. */
  readonly version: number;
  readonly at: Instant;
  readonly by: Actor;
  /** Hashes of the Idempotency-Key and of the request, so that a replay is recognised. */
  readonly command?: { readonly key: string; readonly body: string } | undefined;
};

/** Where a contract stands: the fold of its events. What it is on a day (due, in grace, …) is asked of `statusOn`. */
export interface Contract extends Agreed {
  readonly contractId: string;
  readonly version: number;
  readonly registeredAt: Instant;
  /** Premiums paid, in the order in which we were told. */
  readonly paid: readonly Paid[];
  /** Debits that failed, in the order in which we were told. */
  readonly failed: readonly Failed[];
}
