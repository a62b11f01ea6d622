import type { ContractEvent } from '../domain/contract/model.ts';
import type { CalendarDate } from '../domain/kernel/time.ts';

/** Attributes by which a contract is listed; they ride on its first event. */
export interface ContractIndex {
  /** The oldest due date that is not paid, or a day that never comes when nothing is left to pay. */
  readonly dueOn: CalendarDate;
  readonly owner: string;
}

/** Everything stored about one contract, read consistently in one query. Events are oldest first and empty for an unknown contract. */
export interface ContractRecord {
  readonly events: readonly ContractEvent[];
  /** The index attributes as they stand. */
  readonly index?: ContractIndex | undefined;
}

/** Which contracts; all that are given must fit. */
export interface ContractsFilter {
  /** E-mail address of the customer. */
  readonly customer?: string | undefined;
  /** What the number begins with. */
  readonly number?: string | undefined;
  readonly owner?: string | undefined;
  /** First and last day of the oldest unpaid due date. */
  readonly dueFrom?: CalendarDate | undefined;
  readonly dueTo?: CalendarDate | undefined;
}

export interface ContractsQuery extends ContractsFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ContractStore {
  load(contractId: string): Promise<ContractRecord>;
  /** Writes the first event with its index attributes. `conflict` when the contract exists. */
  register(event: ContractEvent, index: ContractIndex): Promise<'written' | 'conflict'>;
  /** Writes the next event. `conflict` when this version exists. */
  append(event: ContractEvent): Promise<'written' | 'conflict'>;
  /** Brings the index attributes to `version`; older versions change nothing. */
  index(contractId: string, version: number, index: ContractIndex): Promise<void>;
  /** Lets a contract be found by its number, and by the address of its customer. */
  point(contractId: string, email: string | undefined): Promise<void>;
  /** Ids of contracts that may fit: by number for a customer or a number, else by due date. What the lists know can be behind, so the contracts themselves decide. */
  list(query: ContractsQuery): Promise<{ readonly contractIds: readonly string[]; readonly nextCursor?: string | undefined }>;
}
