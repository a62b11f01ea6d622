import type { Group } from './case/model.ts';
import type { Money } from './kernel/money.ts';

/** What a stage of the system decides by configuration (`infra/config.ts`): limits and waiting times. Service targets are rules that an admin edits (`clocks/rules.ts`). Durations are in seconds. */
export interface Policy {
  /** Highest amount that a group may offer without approval (F34); groups that are absent may offer no money. */
  readonly approvalLimits: Readonly<Partial<Record<Group, Money>>>;
  /** Rejections that send a case back to Investigation before second-level review takes over (rules.md 1). */
  readonly rejectionsBeforeReview: number;
  readonly reopenWindowSeconds: number;
  /** Waiting for the customer (decision or reply): two warnings, then closing, all counted from the start of the wait. */
  readonly customerWait: { readonly firstWarningSeconds: number; readonly secondWarningSeconds: number; readonly closeSeconds: number };
  /** All counted from the start of the Feedback stage. */
  readonly survey: {
    readonly inviteSeconds: number;
    readonly reminderSeconds: number;
    readonly closeSeconds: number;
    readonly customerRestSeconds: number;
  };
  readonly links: { readonly trackingSeconds: number; readonly surveySeconds: number };
  /** Cases that one source address may open within a minute. */
  readonly openingsPerMinute: number;
  /** Mails a second that SES lets us send, shared by all senders. */
  readonly mailsPerSecond: number;
  /** Years that a closed case is kept. */
  readonly retentionYears: number;
}
