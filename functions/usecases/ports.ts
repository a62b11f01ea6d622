import type { KeptTargets } from '../domain/case/attainment.ts';
import type { Assignee } from '../domain/case/decideStaff.ts';
import type { MailKind, MailOrder, NoticeOrder, Timer } from '../domain/case/consequences.ts';
import type { ClockRules } from '../domain/clocks/rules.ts';
import type { Position } from '../domain/case/evolve.ts';
import type { CaseEvent, Customer } from '../domain/case/model.ts';
import type { StepKind } from '../domain/contract/model.ts';
import type { Book } from '../domain/kernel/book.ts';
import type { StepAnswer } from '../domain/kernel/stepAnswer.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { ContractMailOrder } from './carePorts.ts';

/** Attributes by which an open case is listed; they ride on its first event. */
export interface OpenIndex {
  readonly team: string;
  /**
   * What the case is listed by: the due time of the clock that is late already, else the resolution's without pauses. Pauses only push it out, so a list by this
   * time misses no overdue case, and none of them costs a write.
   */
  readonly due: Instant;
  readonly owner?: string | undefined;
}

/** The workflow step that waits for an answer, as the state machine stored it. */
export interface Waiting<Step extends string = Position> {
  readonly position: Step;
  readonly version: number;
  readonly token: string;
  readonly execution: string;
}

/** Everything stored about one case, read consistently in one query. Events are oldest first and empty for an unknown case. */
export interface CaseRecord {
  readonly events: readonly CaseEvent[];
  readonly waiting?: Waiting | undefined;
  /** The index attributes as they stand; absent once the case is off all lists. */
  readonly index?: OpenIndex | undefined;
}

/** Which open cases of a team. */
export interface OpenCasesFilter {
  readonly team: string;
  /** Cases of this owner; `null` for those without one. */
  readonly owner?: string | null | undefined;
  readonly dueBefore?: Instant | undefined;
}

export interface OpenCasesQuery extends OpenCasesFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface CaseStore {
  load(caseId: string): Promise<CaseRecord>;
  /** Writes the first event with its index attributes. `conflict` when the case exists. */
  open(event: CaseEvent, index: OpenIndex, source: string): Promise<'written' | 'conflict'>;
  /** Writes the next event. `conflict` when this version exists. */
  append(event: CaseEvent): Promise<'written' | 'conflict'>;
  /** Cases opened by one source since an instant, counted up to `limit`. */
  countOpenings(source: string, since: Instant, limit: number): Promise<number>;
  /** Brings the index attributes to `version`, `undefined` removes the case from all lists; older versions change nothing. */
  index(caseId: string, version: number, index: OpenIndex | undefined): Promise<void>;
  /** Ids of open cases by due time. */
  listOpen(query: OpenCasesQuery): Promise<{ readonly caseIds: readonly string[]; readonly nextCursor?: string | undefined }>;
  countOpen(filter: OpenCasesFilter): Promise<number>;
}

/** Every version of rules that an admin edits as one document. */
export interface BookStore<Rules> {
  /** The newest version. */
  current(): Promise<Book<Rules>>;
  /** One version. Throws when there is none. */
  version(version: number): Promise<Book<Rules>>;
  /** Every version, the oldest first. */
  versions(): Promise<readonly Book<Rules>[]>;
  /** The versions that counted at `since` or later, oldest first: the first counted at `since`, the last counts now. */
  since(since: Instant): Promise<readonly Book<Rules>[]>;
  /** Writes the next version. `conflict` when this version exists. */
  append(book: Book<Rules>): Promise<'written' | 'conflict'>;
}

/** The rules by which clocks count. */
export type RulesStore = BookStore<ClockRules>;

/** How the targets of resolved cases were kept, by month. */
export interface TargetsLog {
  /** Keeps the figures of a case; those of an earlier resolution of it give way. */
  keep(team: string, kept: KeptTargets): Promise<void>;
  ofMonth(team: string, month: string): Promise<readonly KeptTargets[]>;
}

/** Executions of one state machine. */
export interface Workflow {
  /** Starts the execution of this name; `exists` when the name was used already. */
  start(execution: string, input: object): Promise<'started' | 'exists'>;
  /** Answers a waiting step; `gone` when the token no longer waits. */
  answer(token: string, answer: StepAnswer): Promise<'answered' | 'gone'>;
  /** True when the execution is known to have ended, however it ended. */
  hasEnded(execution: string): Promise<boolean>;
}

export interface Outbox {
  put(orders: readonly (MailOrder | NoticeOrder | ContractMailOrder)[]): Promise<void>;
}

export interface Scheduler {
  /** Sets one-time timers; one that exists already is left alone. */
  set(timers: readonly Timer[]): Promise<void>;
}

export interface RepairQueue {
  /** Asks for a repair of these cases as of `at`: the time by which their timers are judged. */
  put(caseIds: readonly string[], at: Instant): Promise<void>;
  /** The same of these contracts. */
  putContracts(contractIds: readonly string[], at: Instant): Promise<void>;
  /** The same of every contract, a page at a time, from where a list ended. */
  putRegister(at: Instant, cursor?: string): Promise<void>;
}

/** What became of a mail. All but `sent` say why nothing went out. */
export type MailStatus = 'sent' | 'suppressed' | 'unsubscribed' | 'surveyed-lately';

/** Which mail about a case. */
export interface CaseMail {
  readonly messageId: string;
  readonly caseId: string;
  readonly kind: MailKind | NoticeOrder['kind'];
}

/** Which mail about a contract. */
export interface ContractMail {
  readonly messageId: string;
  readonly contractId: string;
  readonly kind: StepKind;
}

interface MailFate {
  readonly status: MailStatus;
  readonly at: Instant;
}

export type CaseMailRecord = CaseMail & MailFate;
export type MailRecord = CaseMailRecord | (ContractMail & MailFate);

/** What is known about one e-mail address: what was sent to it, and what it does not want. */
export interface AddressBook {
  mailRecord(email: string, messageId: string): Promise<MailRecord | undefined>;
  mailsOfCase(email: string, caseId: string): Promise<readonly CaseMailRecord[]>;
  /** Suppressed addresses get nothing; unsubscribed ones no survey. */
  standing(email: string): Promise<{ readonly suppressed: boolean; readonly unsubscribed: boolean }>;
  /** True when a survey went to this address since the instant. */
  surveyedSince(email: string, since: Instant): Promise<boolean>;
  /** Keeps the first record of a message. */
  record(email: string, record: MailRecord): Promise<void>;
  suppress(email: string, reason: string, at: Instant): Promise<void>;
  unsubscribe(email: string, at: Instant): Promise<void>;
}

export type OutgoingMail = (CaseMail | ContractMail) & {
  readonly at: Instant;
  readonly to: Pick<Customer, 'name' | 'email' | 'locale'>;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Address of the one-click unsubscription (RFC 8058). */
  readonly unsubscribe?: string | undefined;
};

export interface Mailer {
  /** Hands a mail to SES. Throws on anything that a later try can mend. */
  send(mail: OutgoingMail): Promise<void>;
}

export const LINK_PURPOSES = ['track', 'survey', 'unsubscribe', 'withdraw'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export interface Links {
  /** A signed token for one purpose and one subject (a case id, or the id of the mail that it stands in). */
  sign(purpose: LinkPurpose, subject: string, until: Instant): Promise<string>;
  /** The subject, or why the token does not count. Another purpose or a changed token is `invalid`. */
  verify(purpose: LinkPurpose, token: string, now: Instant): Promise<{ readonly subject: string } | 'invalid' | 'expired'>;
}

/** Keyed hashes, so that keys in the store give away neither addresses nor idempotency keys. */
export interface Hashes {
  hash(purpose: 'source' | 'command' | 'body' | 'case', text: string): Promise<string>;
}

export interface AttachmentStore {
  put(caseId: string, id: string, contentType: string, bytes: Uint8Array): Promise<void>;
  get(caseId: string, id: string): Promise<Uint8Array | undefined>;
}

export interface StaffDirectory {
  /** Everybody who owns cases or is told how they stand. */
  list(): Promise<readonly Assignee[]>;
}

/** Time, handed in. */
export type Now = () => Instant;
