import type { LegalExtension } from '../clocks/legalRules.ts';
import type { Region } from '../clocks/regions/holidayYear.ts';
import type { Money } from '../kernel/money.ts';
import type { Instant } from '../kernel/time.ts';

export const KINDS = ['complaint', 'after-sales', 'inquiry'] as const;
export type Kind = (typeof KINDS)[number];

export const REQUESTS = ['return', 'exchange', 'repair', 'refund'] as const;
export type AfterSalesRequest = (typeof REQUESTS)[number];

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const CHANNELS = ['web', 'phone', 'email', 'chat', 'wechat', 'visit', 'letter', 'follow-up'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What staff sort cases by (F10). */
export const CATEGORIES = [
  'product-quality',
  'delivery',
  'price-billing',
  'service-attitude',
  'repair-installation',
  'privacy',
  'information',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Root causes, one of which every investigation must name before it ends (F30). */
export const ROOT_CAUSES = [
  'product-defect',
  'product-design',
  'supplier',
  'logistics',
  'installation',
  'repair-quality',
  'billing-error',
  'staff-conduct',
  'staff-knowledge',
  'process',
  'policy',
  'information-unclear',
  'system-fault',
  'customer-use',
  'not-established',
] as const;
/** A root cause: one of the list, or what the list lacks as somebody wrote it. */
export type RootCause = string;

/** What is offered to the customer (F43, F47). `information` answers an inquiry. */
export const REMEDIES = [
  'apology',
  'information',
  'repair',
  'exchange',
  'return-refund',
  'refund',
  'price-reduction',
  'compensation',
  'redo-service',
  'other',
] as const;
/** A remedy: one of the list, or what the list lacks as somebody wrote it. */
export type Remedy = string;

/** Why a case is held; `customer-reply` is the one that asks the customer for something and expires. */
export const HOLD_REASONS = ['customer-reply', 'supplier-reply', 'parts', 'appointment', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** The four stages of every case (rules.md 1), and its end. */
export const STAGES = ['intake', 'investigation', 'resolution', 'feedback', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** What a case waits for: the steps of the workflow. Offer to fulfilment are the resolution stage. */
export const STEPS = ['intake', 'investigation', 'offer', 'approval', 'review', 'decision', 'fulfilment', 'feedback', 'closed'] as const;
export type Step = (typeof STEPS)[number];

export const OUTCOMES = ['resolved', 'refused', 'unresolved', 'withdrawn', 'expired'] as const;
/** How a case ended: `resolved` fulfilled; `refused` our no stands; `unresolved` customer rejected to the last; `expired` customer silent. */
export type Outcome = (typeof OUTCOMES)[number];

export const GROUPS = ['agent', 'department', 'supervisor', 'auditor', 'admin'] as const;
export type Group = (typeof GROUPS)[number];

export interface Customer {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly locale: Locale;
  /** Whose statutory days and laws count for this customer; the team's region when missing. Never guessed from the language. */
  readonly region?: Region | undefined;
}

export interface Product {
  readonly name: string;
  readonly orderNo?: string | undefined;
  readonly serial?: string | undefined;
  /** Calendar date `YYYY-MM-DD`. */
  readonly purchasedOn?: string | undefined;
}

/** One line of a return or exchange (F43). */
export interface ItemLine {
  readonly name: string;
  readonly quantity: number;
}

export interface Classification {
  readonly category: Category;
  readonly priority: Priority;
  /** Somebody may be hurt: always urgent. */
  readonly safety: boolean;
  /** What service policies can be chosen by besides (F15); set by staff. */
  readonly segment?: string | undefined;
  /** Number of the customer's contract. */
  readonly contract?: string | undefined;
  /** Corrects the customer's region. */
  readonly region?: Region | undefined;
}

export interface Offer {
  readonly remedy: Remedy;
  readonly amount?: Money | undefined;
  readonly reasons: string;
}

export interface Refusal {
  readonly reasons: string;
  /** The rule or law that the refusal rests on; a refusal without one is not accepted. */
  readonly rule: string;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
}

/** Answers to the survey (F51, F52, F56): outcome and handling 1–5 asked apart, recommendation 0–10. */
export interface SurveyAnswers {
  readonly outcome: number;
  readonly handling: number;
  readonly recommend: number;
  readonly comment?: string | undefined;
}

export interface Actor {
  readonly role: 'customer' | 'staff' | 'system';
  /** Staff user name; absent for the customer and the system. */
  readonly id?: string | undefined;
  readonly group?: Group | undefined;
}

/** What the customer or staff wrote when the case was opened. */
export interface Opening {
  readonly kind: Kind;
  readonly request?: AfterSalesRequest | undefined;
  readonly subject: string;
  readonly description: string;
  readonly desiredRemedy?: string | undefined;
  readonly customer: Customer;
  readonly product?: Product | undefined;
  readonly items?: readonly ItemLine[] | undefined;
  readonly channel: Channel;
  readonly consent: { readonly service: true; readonly marketing: boolean };
  readonly classification: Classification;
  /** The case this one follows up (F38, F55). */
  readonly followUpOf?: string | undefined;
}

/** Everything that can happen to a case. `data` holds only what this event adds. */
export type Happening =
  | { readonly type: 'opened'; readonly data: Opening }
  | { readonly type: 'classified'; readonly data: Classification }
  | { readonly type: 'assigned'; readonly data: { readonly owner: string; readonly ownerName: string } }
  | { readonly type: 'replied'; readonly data: { readonly message: string } }
  | { readonly type: 'wrote'; readonly data: { readonly message: string } }
  | { readonly type: 'noted'; readonly data: { readonly note: string } }
  | { readonly type: 'attached'; readonly data: Attachment }
  | {
      readonly type: 'held';
      readonly data: { readonly reason: HoldReason; readonly note?: string | undefined; readonly message?: string | undefined };
    }
  | { readonly type: 'resumed'; readonly data: Record<string, never> }
  | { readonly type: 'extended'; readonly data: { readonly reasons: string } & LegalExtension }
  | { readonly type: 'found'; readonly data: { readonly text: string; readonly rootCause: RootCause } }
  | { readonly type: 'offered'; readonly data: Offer & { readonly needsApproval: boolean } }
  | { readonly type: 'approved'; readonly data: Record<string, never> }
  | { readonly type: 'declined'; readonly data: { readonly reasons: string } }
  | { readonly type: 'refused'; readonly data: Refusal }
  | { readonly type: 'accepted'; readonly data: Record<string, never> }
  | {
      readonly type: 'rejected';
      readonly data: { readonly reason?: string | undefined; readonly to: 'investigation' | 'review' | 'feedback' };
    }
  | { readonly type: 'received'; readonly data: { readonly note?: string | undefined } }
  | { readonly type: 'fulfilled'; readonly data: { readonly reference: string } }
  | { readonly type: 'answered'; readonly data: SurveyAnswers }
  | { readonly type: 'escalated'; readonly data: { readonly reason?: string | undefined } }
  | { readonly type: 'withdrawn'; readonly data: { readonly reason?: string | undefined } }
  | { readonly type: 'expired'; readonly data: Record<string, never> }
  | { readonly type: 'finished'; readonly data: Record<string, never> }
  | { readonly type: 'reopened'; readonly data: { readonly reason?: string | undefined } };

export type EventType = Happening['type'];

/** One version of a case: what happened, when, by whom, and which command asked for it. */
export type CaseEvent = Happening & {
  readonly caseId: string;
  /** 1 for `opened`, then one more each. */
  readonly version: number;
  readonly at: Instant;
  readonly by: Actor;
  /** Hashes of the Idempotency-Key and of the request, so that a replay is recognised. */
  readonly command?: { readonly key: string; readonly body: string } | undefined;
};

/** A span in which our clocks stand still; `to` is absent while it lasts. */
export interface Pause {
  readonly from: Instant;
  readonly to?: Instant | undefined;
  readonly why: 'customer' | 'hold' | 'resolved';
}

/** A classification, and from when it counted. */
export interface DatedClassification extends Classification {
  readonly from: Instant;
}

/** A customer's message that we answered: from the first that was open to our reply (F16). */
export interface AnsweredMessage {
  readonly from: Instant;
  readonly to: Instant;
}

/** An extension of the statutory period in which a complaint must be answered (rules.md 3), and who answers for it. */
export interface Extension extends LegalExtension {
  readonly at: Instant;
  readonly by: Actor;
}

/** Where a case stands: the fold of its events. */
export interface Case {
  readonly caseId: string;
  readonly version: number;
  readonly opening: Opening;
  readonly openedAt: Instant;
  readonly classification: Classification;
  /** Every classification that the case had, oldest first: a clock that was met keeps the one of that moment (F24). */
  readonly classifications: readonly DatedClassification[];
  readonly step: Step;
  /** When, and by which version, the case came to this step or was held. */
  readonly since: Instant;
  readonly sinceVersion: number;
  readonly hold?: HoldReason | undefined;
  readonly owner?: string | undefined;
  readonly ownerName?: string | undefined;
  /** Staff who handled the case and whose offer was rejected: they may not own it again (rules.md 1). */
  readonly formerOwners: readonly string[];
  readonly rejections: number;
  readonly escalations: number;
  readonly rootCause?: RootCause | undefined;
  readonly offer?: (Offer & { readonly by: Actor }) | undefined;
  readonly refusal?: Refusal | undefined;
  /** True when second-level review has spoken: the next rejection ends the resolution. */
  readonly reviewed: boolean;
  /** When the goods came back (F43). */
  readonly receivedAt?: Instant | undefined;
  readonly fulfilment?: { readonly reference: string; readonly at: Instant } | undefined;
  readonly outcome?: Outcome | undefined;
  readonly attachments: readonly Attachment[];
  /** The first customer message that nobody has answered yet (F16). */
  readonly unansweredSince?: Instant | undefined;
  /** Customer messages that were answered, oldest first. */
  readonly answeredMessages: readonly AnsweredMessage[];
  readonly firstRespondedAt?: Instant | undefined;
  /** When the customer was first told what we decided: an offer or a refusal. */
  readonly decidedAt?: Instant | undefined;
  /** When the resolution was reached; absent again while the case is reopened. */
  readonly resolvedAt?: Instant | undefined;
  /** When a resolution was reached for the first time: never changes again. */
  readonly firstResolvedAt?: Instant | undefined;
  readonly closedAt?: Instant | undefined;
  readonly survey?: SurveyAnswers | undefined;
  readonly pauses: readonly Pause[];
  /** Oldest first; the last one counts. */
  readonly extensions: readonly Extension[];
}
