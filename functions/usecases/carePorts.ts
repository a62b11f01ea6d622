import type { CareRules } from '../domain/care/rules.ts';
import type { ConsentEntry } from '../domain/contract/model.ts';
import type { CalendarDate, Instant } from '../domain/kernel/time.ts';
import type { BookStore } from './ports.ts';

/** The rules by which we care for contracts. */
export type CareRulesStore = BookStore<CareRules>;

/** Contracts to be looked at as of a time. */
export interface CareQueue {
  put(contractIds: readonly string[], at: Instant): Promise<void>;
}

/** A mail about a contract, to be sent once: that of one step of one `cared` event. */
export interface ContractMailOrder {
  /** `<contractId>.<version>.<kind>`: an event orders one mail at most. */
  readonly messageId: string;
  readonly contractId: string;
  readonly version: number;
  /** Id of the step. */
  readonly step: string;
}

/** What one customer said and did across contracts, known by the e-mail address. */
export interface CustomerBook {
  /** Everything that was said about messages, the oldest first. */
  consents(email: string): Promise<readonly ConsentEntry[]>;
  /** Keeps what was said; `key` is the same for the same saying. */
  keepConsent(email: string, key: string, entry: ConsentEntry): Promise<void>;
  /** Cases of a customer who has contracts, without those known to be closed. */
  openCases(email: string): Promise<readonly string[]>;
  /** Lets a case be found by the customer, if the customer has contracts; does nothing otherwise. A closed one no longer comes up as open. */
  pointCase(email: string, caseId: string, isOpen: boolean): Promise<void>;
  /**
   * Claims something that only one contract of the customer may have: `DAY#2027-03-01` for the message of a day, `ONCE#touch.birthday.2027` for a greeting. True when this holder has
   * it, now or since before.
   */
  claim(email: string, what: string, holder: string): Promise<boolean>;
}

/** One line of the task list. */
export interface TasksQuery {
  readonly owner?: string | undefined;
  /** Owners whose tasks are left out. */
  readonly notOwners?: readonly string[] | undefined;
  /** Tasks due until this day. */
  readonly dueTo?: CalendarDate | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}
