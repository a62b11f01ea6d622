import type { Attainment } from '../../domain/case/attainment.ts';
import type { MailKind } from '../../domain/case/consequences.ts';
import type { DeskCase, DeskRow } from '../../domain/case/deskView.ts';
import type { CaseEvent, Happening } from '../../domain/case/model.ts';
import type { Staff } from '../../domain/case/permissions.ts';
import type { ChangedDay } from '../../domain/clocks/regions/changedDays.ts';
import type { RuleBook } from '../../domain/clocks/rules.ts';
import type { HolidayYear } from '../../domain/clocks/regions/holidayYear.ts';
import type { Instant } from '../../domain/kernel/time.ts';

/** What the desk API answers, as the browser reads it (contract.md, desk). */

/** `GET /api/desk/me` */
export type Me = Staff;

export const QUEUES = ['mine', 'team', 'unassigned', 'overdue'] as const;
export type Queue = (typeof QUEUES)[number];

/** `GET /api/desk/queues`: open cases in each queue. */
export type QueueCounts = Readonly<Record<Queue, number>>;

/** `GET /api/desk/cases` */
export interface CaseList {
  readonly items: readonly DeskRow[];
  readonly nextCursor?: string | undefined;
}

/** `GET /api/desk/staff`: to whom a case may be given. */
export interface StaffList {
  readonly items: readonly Staff[];
}

/** One event as staff see it: type and data belong together. */
export type StoryLine = Happening & Pick<CaseEvent, 'version' | 'at' | 'by'>;

/** A mail that the case has sent. */
export interface MailLine {
  /** `clock`: a warning or an escalation to staff. */
  readonly kind: MailKind | 'clock';
  readonly status: 'sent' | 'suppressed' | 'unsubscribed' | 'surveyed-lately';
  readonly at: Instant;
}

/** `GET /api/desk/cases/{caseId}` */
export type DeskCaseAnswer = Omit<DeskCase, 'history'> & {
  readonly history: readonly StoryLine[];
  readonly mails: readonly MailLine[];
  /** The customer's signed tracking page. */
  readonly trackingUrl: string;
  /** The execution in the console, as long as there is one. */
  readonly executionUrl?: string | undefined;
};

/** `POST /api/desk/cases` */
export interface OpenedCase {
  readonly caseId: string;
  readonly trackingUrl: string;
  readonly firstResponseDue: Instant;
  readonly resolutionDue: Instant;
}

/** `GET` and `PUT /api/desk/clocks/rules` */
export type RulesAnswer = RuleBook;

/** `GET /api/desk/clocks/rules/versions`, newest first. */
export interface RulesVersions {
  readonly items: readonly Omit<RuleBook, 'rules'>[];
}

/** `POST /api/desk/clocks/notice`: what was read, and each date that would count otherwise than now; a plain day is absent. */
export interface NoticeAnswer {
  readonly holidayYear: HolidayYear;
  readonly changes: readonly ChangedDay[];
}

/** `GET /api/desk/attainment` */
export interface AttainmentAnswer {
  readonly items: readonly Attainment[];
}

/** One wrong field. */
export interface WrongField {
  readonly pointer: string;
  readonly detail: string;
  /** Sentence of a notice that it is about. */
  readonly about?: string | undefined;
}

/** RFC 9457 answer of the desk API, with the members that it adds. */
export interface ProblemAnswer {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly WrongField[];
  readonly allowed?: readonly string[];
  readonly current?: { readonly version: number; readonly since?: readonly StoryLine[] };
}
