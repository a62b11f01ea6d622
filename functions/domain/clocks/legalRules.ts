import type { CalendarDate } from '../kernel/time.ts';
import { REGIONS, type Region } from './regions/holidayYear.ts';

/** What a law gives us a period for (rules.md 3). */
export const LEGAL_CLOCKS = ['complaint-answer', 'refund'] as const;
export type LegalClockName = (typeof LEGAL_CLOCKS)[number];

/** How far the law lets a period be extended for a case. */
export interface LegalExtension {
  /** Calendar days in all, after the day of the event. */
  readonly days: number;
  /** Somebody above whoever handles the case must approve it. */
  readonly approval: boolean;
}

/** A statutory period that binds the company. */
export interface LegalRule {
  readonly clock: LegalClockName;
  readonly region: Region;
  /** Calendar days after the day of the event. */
  readonly days: number;
  /** First day on which the rule was in force. */
  readonly from: CalendarDate;
  readonly source: string;
  /** Extensions that the law allows, in their order; each is told to the customer with its reasons. */
  readonly extensions?: readonly LegalExtension[] | undefined;
}

/** Statutory periods by region; the last one in force on the day of the event counts. */
const LEGAL_RULES: readonly LegalRule[] = [
  {
    clock: 'complaint-answer',
    region: 'CN',
    days: 15,
    from: '2020-03-01',
    source: '银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）第二十条',
    extensions: [
      { days: 30, approval: false }, // 情况复杂的
      { days: 60, approval: true }, // 情况特别复杂或者有其他特殊原因的，经审批
    ],
  },
  { clock: 'refund', region: 'CN', days: 7, from: '2014-03-15', source: '中华人民共和国消费者权益保护法 第二十五条' },
  { clock: 'refund', region: 'TW', days: 15, from: '2015-06-19', source: '消費者保護法 第19條之2' },
];

/** The rule for an event on that day, if a law of the region gives one. */
export const legalRuleFor = (clock: LegalClockName, region: Region, event: CalendarDate): LegalRule | undefined =>
  LEGAL_RULES.findLast((rule) => rule.clock === clock && rule.region === region && rule.from <= event);

/** What the laws of all regions give for an event on that day. */
export const legalRulesOn = (clock: LegalClockName, event: CalendarDate): readonly LegalRule[] =>
  REGIONS.flatMap((region) => legalRuleFor(clock, region, event) ?? []);
