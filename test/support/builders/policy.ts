import type { Policy } from '../../../functions/domain/policy.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Round figures that tests can reckon with in the head; no stage uses them. Agents offer up to 200 CNY, supervisors up to 5,000. */
export const POLICY: Policy = {
  targets: {
    urgent: { firstResponseHours: 1, resolutionHours: 10 },
    high: { firstResponseHours: 2, resolutionHours: 20 },
    normal: { firstResponseHours: 4, resolutionHours: 40 },
    low: { firstResponseHours: 8, resolutionHours: 80 },
  },
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
