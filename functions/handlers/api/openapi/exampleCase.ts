import { deskCase, deskRow, type DeskCase } from '../../../domain/case/deskView.ts';
import { fold } from '../../../domain/case/evolve.ts';
import type { Actor, CaseEvent, Happening } from '../../../domain/case/model.ts';
import type { Staff } from '../../../domain/case/permissions.ts';
import { FIRST_BOOK } from '../../../domain/clocks/defaultRules.ts';
import { customerCase, type CustomerCase } from '../../../domain/case/view.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Policy } from '../../../domain/policy.ts';
import { COMPLAINT } from './exampleBodies.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Round figures for the examples. What a stage promises is set in its configuration. */
const POLICY: Policy = {
  approvalLimits: { agent: { amount: '200.00', currency: 'CNY' } },
  rejectionsBeforeReview: 2,
  reopenWindowSeconds: 14 * DAY,
  customerWait: { firstWarningSeconds: 7 * DAY, secondWarningSeconds: 12 * DAY, closeSeconds: 14 * DAY },
  survey: { inviteSeconds: DAY, reminderSeconds: 4 * DAY, closeSeconds: 8 * DAY, customerRestSeconds: 30 * DAY },
  links: { trackingSeconds: 365 * DAY, surveySeconds: 30 * DAY },
  openingsPerMinute: 20,
  mailsPerSecond: 14,
  retentionYears: 3,
};

/** The case of all examples, and its file. */
export const CASE_ID = 'AC-7KQ4M-2VXTP';
export const PHOTO = { id: '4c1f0a6be2d94f7d8a35c90b6e21d7f0', name: '漏水照片.png', contentType: 'image/png', size: 482_113 };
/** A token as links carry it, cut short. */
export const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ0cmFjayJ9.c2lnbmF0dXJl';

const CUSTOMER: Actor = { role: 'customer' };
const LIN: Actor = { role: 'staff', id: 'lin', group: 'agent' };
const CHEN: Actor = { role: 'staff', id: 'chen', group: 'supervisor' };
const lin: Staff = { id: 'lin', name: 'Lin', groups: ['agent'] };

const STORY: readonly (Happening & { readonly at: Instant; readonly by: Actor })[] = [
  {
    type: 'opened',
    at: '2026-03-02T01:10:00.000Z',
    by: CUSTOMER,
    data: { ...COMPLAINT, channel: 'web', classification: { category: 'product-quality', priority: 'high', safety: false } },
  },
  { type: 'attached', at: '2026-03-02T01:12:30.000Z', by: CUSTOMER, data: PHOTO },
  { type: 'assigned', at: '2026-03-02T01:31:00.000Z', by: CHEN, data: { owner: 'lin', ownerName: 'Lin Xiaoyu' } },
  { type: 'replied', at: '2026-03-02T01:40:00.000Z', by: LIN, data: { message: '您好，我们已收到您的投诉，正在联系质检部门。' } },
  {
    type: 'found',
    at: '2026-03-02T06:05:00.000Z',
    by: LIN,
    data: { text: '手柄密封圈胶水不足，属于批次质量问题。', rootCause: 'product-defect' },
  },
  {
    type: 'offered',
    at: '2026-03-02T06:20:00.000Z',
    by: LIN,
    data: { remedy: 'exchange', reasons: '经检测属于质量问题，为您免费更换同款新品。', needsApproval: false },
  },
];

const EVENTS = STORY.map((event, n): CaseEvent => ({ ...event, caseId: CASE_ID, version: n + 1 }));
const BOOKS = [FIRST_BOOK];
const NOW: Instant = '2026-03-02T08:00:00.000Z';

/** Versions of the example case: how far its story has got. */
export const OFFERED = EVENTS.length;

/** The case as its customer sees it at a version. Made by the code that answers requests, as are all of these. */
export const exampleCustomerCase = (version: number): CustomerCase => {
  const events = EVENTS.slice(0, version);
  return customerCase(fold(events), events, POLICY, BOOKS, NOW);
};

/** The case as a line of a queue. */
export const exampleRow = (version: number) => deskRow(fold(EVENTS.slice(0, version)), BOOKS, NOW);

/** The last event as the desk shows it. */
export const exampleSince = (version: number): DeskCase['history'] => exampleDeskCase(version).history.slice(-1);

/** The case as the desk shows it to its owner, without what is added around it. */
export const exampleDeskCase = (version: number): DeskCase => {
  const events = EVENTS.slice(0, version);
  return deskCase(fold(events), events, lin, POLICY, BOOKS, NOW);
};
