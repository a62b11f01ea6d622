import { fold } from '../domain/case/evolve.ts';
import { deskRow, type DeskRow } from '../domain/case/deskView.ts';
import type { Stage } from '../domain/case/model.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { Policy } from '../domain/policy.ts';
import { TEAM } from './openCase.ts';
import type { CaseStore, OpenCasesQuery } from './ports.ts';

export const QUEUES = ['mine', 'team', 'unassigned', 'overdue'] as const;
export type Queue = (typeof QUEUES)[number];

export interface ListCasesDeps {
  readonly cases: Pick<CaseStore, 'load' | 'listOpen' | 'countOpen'>;
  readonly policy: Policy;
}

export interface CasesPage {
  readonly items: readonly DeskRow[];
  readonly nextCursor?: string | undefined;
}

const queryOf = (queue: Queue, reader: string, now: Instant): Pick<OpenCasesQuery, 'team' | 'owner' | 'dueBefore'> => ({
  team: TEAM,
  owner: queue === 'mine' ? reader : queue === 'unassigned' ? null : undefined,
  dueBefore: queue === 'overdue' ? now : undefined,
});

/** Pages of the index that one request reads when a filter lets little through: past that the answer is short and has a cursor. */
const MOST_PAGES = 10;

/**
 * A page of a queue, most urgent first within the page (F12). Rows are folded from their events, so they are never behind what was written;
 * the index gives the order by resolution due time, and is a superset for `overdue` because pauses push the true due time out.
 */
export const listCases =
  ({ cases, policy }: ListCasesDeps) =>
  async (input: {
    readonly queue: Queue;
    readonly reader: string;
    readonly stage?: Stage | undefined;
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly now: Instant;
  }): Promise<CasesPage> => {
    const { queue, reader, stage, limit, now } = input;
    const items: DeskRow[] = [];
    let { cursor } = input;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { caseIds, nextCursor } = await cases.listOpen({ ...queryOf(queue, reader, now), limit: limit - items.length, cursor });
      const records = await Promise.all(caseIds.map((caseId) => cases.load(caseId)));
      for (const { events } of records) {
        if (events.length === 0) continue;
        const row = deskRow(fold(events), policy, now);
        if (row.stage === 'closed' || (stage && row.stage !== stage) || (queue === 'overdue' && !row.overdue)) continue;
        items.push(row);
      }
      cursor = nextCursor;
      if (!cursor || items.length >= limit) break;
    }
    return { items, nextCursor: cursor };
  };

/** How many cases each queue holds; `overdue` counts by the resolution due time without pauses. */
export const countQueues =
  ({ cases }: Pick<ListCasesDeps, 'cases'>) =>
  async (reader: string, now: Instant): Promise<Readonly<Record<Queue, number>>> => {
    const [mine = 0, team = 0, unassigned = 0, overdue = 0] = await Promise.all(
      QUEUES.map((queue) => cases.countOpen(queryOf(queue, reader, now))),
    );
    return { mine, team, unassigned, overdue };
  };
