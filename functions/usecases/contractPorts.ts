import type { ContractEvent, RenewalStage } from '../domain/contract/model.ts';
import type { CalendarDate, Instant } from '../domain/kernel/time.ts';
import type { TasksQuery } from './carePorts.ts';
import type { Waiting } from './ports.ts';

/** Parts into which contracts are spread by the time of their next care: no part of the table gets all of a day's work. */
export const CARE_SHARDS = 16;

/** Attributes by which a contract is listed; they ride on its first event. */
export interface ContractIndex {
  /** The oldest due date that is not paid, or a day that never comes when nothing is left to pay. */
  readonly dueOn: CalendarDate;
  readonly owner: string;
  /** When it is to be looked at next; missing when nothing is to come. */
  readonly careAt?: Instant | undefined;
  /** The earliest day by which one of its open tasks is to be done; missing while none is open. */
  readonly tasks?: { readonly due: CalendarDate } | undefined;
}

/** Everything stored about one contract, read consistently in one query. Events are oldest first and empty for an unknown contract. */
export interface ContractRecord {
  readonly events: readonly ContractEvent[];
  /** The step in which the workflow of a renewal waits, or waited last. */
  readonly waiting?: Waiting<RenewalStage> | undefined;
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

/** A page of a list by ids. */
export interface ContractIds {
  readonly contractIds: readonly string[];
  readonly nextCursor?: string | undefined;
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
  list(query: ContractsQuery): Promise<ContractIds>;
  /** Ids of contracts of one part (0 to `CARE_SHARDS` - 1) that were to be looked at until an instant, the longest overdue first. */
  dueForCare(shard: number, until: Instant, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<ContractIds>;
  /** Ids of contracts with open tasks, by the day of the first of them. What the list knows can be behind. */
  listTasks(query: TasksQuery): Promise<ContractIds>;
}
