import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import type { RuleBook, SlaPolicy } from '../../../functions/domain/clocks/rules.ts';
import type { Priority } from '../../../functions/domain/case/model.ts';
import type { Policy } from '../../../functions/domain/policy.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Round figures that tests can reckon with in the head; no stage uses them. Agents offer up to 200 CNY, supervisors up to 5,000. */
export const POLICY: Policy = {
  approvalLimits: {
    agent: { amount: '200', currency: 'CNY' },
    supervisor: { amount: '5000', currency: 'CNY' },
    admin: { amount: '5000', currency: 'CNY' },
  },
  rejectionsBeforeReview: 2,
  reopenWindowSeconds: 14 * DAY,
  customerWait: { firstWarningSeconds: 3 * DAY, secondWarningSeconds: 6 * DAY, closeSeconds: 10 * DAY },
  survey: { inviteSeconds: DAY, reminderSeconds: 4 * DAY, closeSeconds: 8 * DAY, customerRestSeconds: 30 * DAY },
  links: { trackingSeconds: 365 * DAY, surveySeconds: 30 * DAY },
  openingsPerMinute: 10,
  mailsPerSecond: 10,
  retentionYears: 3,
};

const ofPriority = (priority: Priority, hours: number): SlaPolicy => ({
  id: priority,
  name: priority,
  when: priority === 'low' ? {} : { priorities: [priority] },
  calendar: 'always',
  targets: { firstResponse: hours * 60, nextResponse: 2 * hours * 60, resolution: 10 * hours * 60 },
});

/** Rules around the clock with round targets: first response after 1, 2, 4 or 8 hours by priority, next response in twice, resolution in ten times that. */
export const BOOK: RuleBook = {
  ...FIRST_BOOK,
  rules: {
    ...FIRST_BOOK.rules,
    policies: [ofPriority('urgent', 1), ofPriority('high', 2), ofPriority('normal', 4), ofPriority('low', 8)],
  },
};
export const BOOKS = [BOOK];

/** A book with other targets, in minutes, for one policy. */
export const withTargets = (book: RuleBook, id: string, targets: Partial<SlaPolicy['targets']>): RuleBook => ({
  ...book,
  rules: {
    ...book.rules,
    policies: book.rules.policies.map((policy) => (policy.id === id ? { ...policy, targets: { ...policy.targets, ...targets } } : policy)),
  },
});
