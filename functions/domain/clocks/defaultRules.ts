import type { Calendar, Hours, Week } from './calendar.ts';
import { LEGAL_CLOCKS } from './legalRules.ts';
import type { ClockRules, RuleBook } from './rules.ts';

const OFFICE: readonly Hours[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const OFFICE_WEEK: Week = { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE };

const ALL_DAY: readonly Hours[] = [['00:00', '24:00']];
const ALWAYS: Calendar = {
  timeZone: 'UTC',
  weekly: { mon: ALL_DAY, tue: ALL_DAY, wed: ALL_DAY, thu: ALL_DAY, fri: ALL_DAY, sat: ALL_DAY, sun: ALL_DAY },
};

const HOUR = 60;
const DAY = 8 * HOUR; // of the standard calendars

/** The rules that come with the software; an admin makes the next version at the desk. */
const DEFAULT_RULES: ClockRules = {
  region: 'CN',
  calendars: {
    'cn-standard': { timeZone: 'Asia/Shanghai', weekly: OFFICE_WEEK, region: 'CN' },
    'tw-standard': { timeZone: 'Asia/Taipei', weekly: OFFICE_WEEK, region: 'TW' },
    always: ALWAYS,
  },
  policies: [
    {
      id: 'safety',
      name: '人身安全 Safety',
      when: { priorities: ['urgent'] },
      calendar: 'always', // danger to people does not wait for Monday
      targets: { firstResponse: HOUR, nextResponse: 2 * HOUR, resolution: 24 * HOUR },
    },
    {
      id: 'vip',
      name: '重要客户 VIP',
      when: { segments: ['vip'] },
      targets: { firstResponse: HOUR, nextResponse: 2 * HOUR, resolution: 2 * DAY },
    },
    {
      id: 'high',
      name: '优先 High',
      when: { priorities: ['high'] },
      targets: { firstResponse: 4 * HOUR, nextResponse: DAY, resolution: 3 * DAY },
    },
    {
      id: 'normal',
      name: '一般 Normal',
      when: { priorities: ['normal'] },
      targets: { firstResponse: DAY, nextResponse: DAY, resolution: 5 * DAY }, // at most 7 days, in which a refund must be made (rules.md 3)
    },
    { id: 'standard', name: '标准 Standard', when: {}, targets: { firstResponse: 2 * DAY, nextResponse: 2 * DAY, resolution: 7 * DAY } },
  ],
  milestones: [
    { percent: 50, to: 'owner' },
    { percent: 80, to: 'owner' },
    { percent: 100, to: 'owner' },
    { percent: 125, to: 'supervisor' },
    { percent: 150, to: 'department' },
    { percent: 200, to: 'admin' },
  ],
  laws: LEGAL_CLOCKS,
  holidayYears: [],
};

/** Version 0, in force since ever. */
export const FIRST_BOOK: RuleBook = { version: 0, at: '1970-01-01T00:00:00.000Z', rules: DEFAULT_RULES };
