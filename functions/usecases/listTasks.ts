import { taskRows, type TaskRow } from '../domain/contract/deskView.ts';
import { fold } from '../domain/contract/evolve.ts';
import { customerDate } from '../domain/contract/status.ts';
import type { CalendarDate, Instant } from '../domain/kernel/time.ts';
import type { ContractStore } from './contractPorts.ts';
import type { RulesStore, StaffDirectory } from './ports.ts';
import { staffNames } from './staffNames.ts';
import { teamRegion } from './teamRegion.ts';

export interface ListTasksDeps {
  readonly contracts: Pick<ContractStore, 'load' | 'listTasks'>;
  readonly directory: StaffDirectory;
  readonly rules: Pick<RulesStore, 'since'>;
}

/** Whose tasks, due until when. */
export interface TasksAsked {
  /** User name of the owner; `null` for tasks whose owner has left. */
  readonly owner?: string | null | undefined;
  readonly dueTo?: CalendarDate | undefined;
  /** Contracts on a page at most. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface TasksPage {
  readonly items: readonly TaskRow[];
  readonly nextCursor?: string | undefined;
}

/** Reads of the list that one request makes when few tasks fit: past that the answer is short and has a cursor. */
const MOST_READS = 10;

/** Owners that the list itself leaves out; DynamoDB takes filters of 4 KB. Tasks of others are left out after their contracts were read. */
const MOST_LEFT_OUT = 100;

/** A page of open tasks, the most urgent contract first with all its tasks, folded from their events, so they are never behind what was written. */
export const listTasks =
  ({ contracts, directory, rules }: ListTasksDeps) =>
  async ({ owner, dueTo, limit, cursor: from }: TasksAsked, now: Instant): Promise<TasksPage> => {
    const [region, names] = await Promise.all([teamRegion(rules, now), staffNames(directory)]);
    const whose = owner === null ? { notOwners: [...names.keys()].slice(0, MOST_LEFT_OUT) } : { owner };
    const fits = (row: TaskRow): boolean =>
      (dueTo === undefined || row.due <= dueTo) &&
      (owner === undefined || (owner === null ? row.ownerName === undefined : row.owner === owner));
    const items: TaskRow[] = [];
    let found = 0;
    let cursor = from;
    for (let read = 0; read < MOST_READS && found < limit; read += 1) {
      const page = await contracts.listTasks({ ...whose, dueTo, limit: limit - found, cursor });
      const records = await Promise.all(page.contractIds.map((contractId) => contracts.load(contractId)));
      for (const { events } of records) {
        const state = events.length > 0 ? fold(events) : undefined;
        const rows = state ? taskRows(state, customerDate(state.terms.customer, region, now), names).filter(fits) : [];
        items.push(...rows);
        found += rows.length > 0 ? 1 : 0;
      }
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    return { items, nextCursor: cursor };
  };
