import type { CareBook, ServicePlan, Texts, Touchpoint } from './rules.ts';

const texts = (zhCN: string, zhTW: string, en: string): Texts => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en });

/** Touchpoints from the signing date on (F58), and the care cadence (F62): rules.md 4. */
const touchpoints: readonly Touchpoint[] = [
  {
    id: 'delivery',
    name: texts('送达合同', '送達合約', 'Hand over the contract'),
    when: { kind: 'delivery' },
    purpose: 'service',
    task: { days: 7 },
    mail: {
      subject: texts('您的合同已送达', '您的合約已送達', 'Your contract has been handed over'),
      text: texts(
        '您好，您的合同 {contract} 已送达。',
        '您好，您的合約 {contract} 已送達。',
        'Your contract {contract} has been handed over.',
      ),
    },
    active: true,
  },
  {
    id: 'month-1',
    name: texts('介绍服务体系', '介紹服務體系', 'Present the service and the contacts'),
    when: { kind: 'after', months: 1 },
    purpose: 'service',
    task: { days: 14 },
    active: true,
  },
  {
    id: 'month-4',
    name: texts('合同检视', '合約檢視', 'Contract check-up'),
    when: { kind: 'after', months: 4 },
    purpose: 'service',
    task: { days: 14 },
    active: true,
  },
  {
    id: 'month-7',
    name: texts('邀请参加活动', '邀請參加活動', 'Invitation to an event'),
    when: { kind: 'after', months: 7 },
    purpose: 'marketing',
    task: { days: 14 },
    mail: {
      subject: texts('诚邀您参加客户活动', '誠邀您參加客戶活動', 'You are invited'),
      text: texts(
        '您好，诚邀您参加我们的客户活动。',
        '您好，誠邀您參加我們的客戶活動。',
        'We would be glad to welcome you at our customer event.',
      ),
    },
    active: true,
  },
  {
    id: 'month-10',
    name: texts('提示即将缴费', '提示即將繳費', 'Remind of the coming premium'),
    when: { kind: 'after', months: 10 },
    purpose: 'service',
    task: { days: 14 },
    active: true,
  },
];

/** The plan for every product that has none of its own: the figures of rules.md 4. */
const standardPlan: ServicePlan = {
  id: 'standard',
  name: 'Standard',
  renewal: { remindDaysBefore: [90, 60, 30, 7], deliveredAtLeast: 3 },
  lapse: { graceDaysAfterDemand: 30, graceDays: 60, confirmationMonths: 1, reinstatementMonths: 24 },
  touchpoints,
};

/** The care rules that come with the software; an admin's first change makes version 1. */
export const FIRST_CARE_BOOK: CareBook = {
  version: 0,
  at: '1970-01-01T00:00:00.000Z',
  rules: { plans: [standardPlan], quiet: { from: '21:00', to: '08:00' } },
};
