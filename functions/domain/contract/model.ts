import type { Purpose, Texts } from '../care/rules.ts';
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

/** What is done for a contract without being asked (rules.md 4). */
export const STEP_KINDS = [
  'touchpoint',
  /** One of the renewal reminders. */
  'reminder',
  /** A visit in place of reminders that can no longer be delivered. */
  'renewal-visit',
  /** The day after a payment. */
  'feedback',
  /** The day after a debit that failed. */
  'debit-failed',
  /** The demand, on the day after the due date. */
  'grace',
  /** The cover is suspended; the customer signs that. */
  'suspension',
  /** The cover is back. */
  'reinstated',
  /** The time for bringing the cover back is over, and with it the contract. */
  'lapse',
  /** Thirteen months after signing we look whether the contract goes on (F66). */
  'thirteenth-month',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Why a message was not sent. */
export const HELD_REASONS = [
  /** There is no address. */
  'no-address',
  /** The address bounced or complained before. */
  'suppressed',
  /** The customer did not agree to it, or no longer does. */
  'no-consent',
  /** A complaint of the customer is open. */
  'complaint',
  /** The customer got another message that day. */
  'one-a-day',
  /** Another contract of the customer carries it. */
  'another-contract',
  /** Its day is over, or a newer one says the same. */
  'late',
  /** Nobody disturbs a customer whose cover is suspended with it. */
  'suspended',
  /** It would have gone out at night. */
  'night',
  /** What it was about was settled before it went out. */
  'settled',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** A step that was taken, or looked at and held back. */
export interface TakenStep {
  /** The same for the same step, whenever it is planned: `2027-03-01.reminder-2`, `touch.month-4`. */
  readonly id: string;
  readonly kind: StepKind;
  /** The day on which it was to be taken, where a sweep came late. */
  readonly on?: CalendarDate | undefined;
  /** The due date that it is about. */
  readonly dueOn?: CalendarDate | undefined;
  /** Id and name of the touchpoint. */
  readonly touchpoint?: { readonly id: string; readonly name: Texts } | undefined;
  readonly purpose: Purpose;
  /** A mail was ordered. */
  readonly mail?: true | undefined;
  /** Why there is no mail. With `again` it will be tried again on that day. */
  readonly held?: HeldReason | undefined;
  readonly again?: CalendarDate | undefined;
  /** A task was given to the owner. */
  readonly task?: { readonly due: CalendarDate } | undefined;
}

/** Everything that was done for a contract on one day of its customer. */
export interface Cared {
  readonly day: CalendarDate;
  /** The time for which it was done; a drill may ask for any. */
  readonly asOf: Instant;
  /** Version of the care rules. */
  readonly rules: number;
  /** At least one; at most one of them with a mail. */
  readonly steps: readonly TakenStep[];
}

/** What became of a mail. Each later one in this list counts over those before it. A mail that was only sent has none yet. */
export const MAIL_OUTCOMES = ['delivered', 'bounced', 'complained'] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

/** What became of a mail that was ordered: what SES reports, or why it was not sent after all. */
export interface Mailed {
  /** Version of the `cared` event that ordered it. */
  readonly version: number;
  readonly step: string;
  readonly outcome: MailOutcome | 'held';
  readonly held?: HeldReason | undefined;
  /** The day on which it will be tried again. */
  readonly again?: CalendarDate | undefined;
  /** The address will not be written to again: a bounce for good, or a complaint. */
  readonly gaveUp?: true | undefined;
}

export const TASK_OUTCOMES = ['done', 'postponed', 'impossible'] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

/** What the owner reports of a task. */
export interface TaskReport {
  /** Id of the step. */
  readonly task: string;
  readonly outcome: TaskOutcome;
  readonly notes?: string | undefined;
  /** The new day of a task that is postponed. */
  readonly until?: CalendarDate | undefined;
}

/** Somebody agreed to messages of a purpose, or no longer does (F78). */
export interface Consented {
  readonly purpose: Purpose;
  readonly given: boolean;
  /** Where it was said: `phone`, `visit`, `letter`, … */
  readonly source: string;
  readonly note?: string | undefined;
}

/** Everything that can happen to a contract. */
export type Happening =
  | { readonly type: 'registered'; readonly data: Agreed }
  | { readonly type: 'changed'; readonly data: Agreed }
  | { readonly type: 'paid'; readonly data: Paid }
  | { readonly type: 'failed'; readonly data: Failed }
  | { readonly type: 'cared'; readonly data: Cared }
  | { readonly type: 'mailed'; readonly data: Mailed }
  | { readonly type: 'task'; readonly data: TaskReport }
  | { readonly type: 'consented'; readonly data: Consented };

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

/** A step as it stands. */
export interface StepRecord extends TakenStep {
  readonly day: CalendarDate;
  /** Version of the event that it was last taken with. */
  readonly version: number;
  readonly asOf: Instant;
  readonly outcome?: MailOutcome | undefined;
}

/** A task of the owner. */
export interface Task {
  readonly step: TakenStep;
  readonly raisedOn: CalendarDate;
  /** By when it was to be done at first, and by when it is now. */
  readonly firstDue: CalendarDate;
  readonly due: CalendarDate;
  /** `cancelled` when what it was about was settled by a payment. */
  readonly state: 'open' | 'done' | 'impossible' | 'cancelled';
  readonly notes?: string | undefined;
  readonly closedAt?: Instant | undefined;
  readonly closedBy?: Actor | undefined;
}

/** A payment, and when we were told. */
export type Told<What> = What & { readonly toldAt: Instant };

/** A consent as it was said, and when. */
export interface ConsentEntry extends Consented {
  readonly at: Instant;
}

/** How far the renewal of a due date has come. */
export const RENEWAL_STAGES = ['reminding', 'grace', 'suspended'] as const;
export type RenewalStage = (typeof RENEWAL_STAGES)[number];

/** Where a contract stands: the fold of its events. What it is on a day (due, in grace, …) is asked of `statusOn`. */
export interface Contract extends Agreed {
  readonly contractId: string;
  readonly version: number;
  readonly registeredAt: Instant;
  /** When the house last told of another due date to pay: reminders before that were about others. */
  readonly scheduledAt: Instant;
  /** Version that brought the present mail address: reports on mails of before are about another. */
  readonly addressSince: number;
  /** Event that brought the present customer, where the contract changed hands, and when: what was to be said before it was to be said to somebody else. */
  readonly customerSince: { readonly version: number; readonly at: Instant };
  /** Premiums paid, in the order in which we were told. */
  readonly paid: readonly Told<Paid>[];
  /** Debits that failed, in the order in which we were told. */
  readonly failed: readonly Told<Failed>[];
  /** Steps taken so far, by id. */
  readonly steps: Readonly<Record<string, StepRecord>>;
  /** Tasks raised so far, the oldest first. */
  readonly tasks: readonly Task[];
  /** What was said about messages to this contract's customer, the oldest first. */
  readonly consents: readonly ConsentEntry[];
  /** The address that mail cannot or may not go to. */
  readonly unreachable?: string | undefined;
  /** The renewal that is under way, since which version; none before its first step, and none once it is paid. */
  readonly renewal?: { readonly dueOn: CalendarDate; readonly stage: RenewalStage; readonly sinceVersion: number } | undefined;
  /** The cover was suspended from this day on for the premium due on `dueOn`. */
  readonly suspension?: { readonly dueOn: CalendarDate; readonly on: CalendarDate } | undefined;
  /** Nobody brought the cover back in time: the contract ended on this day. */
  readonly lapsedOn?: CalendarDate | undefined;
}
