import { fold } from '../domain/case/evolve.ts';
import { deskRow, type DeskRow } from '../domain/case/deskView.ts';
import type { Stage } from '../domain/case/model.ts';
import type { Instant } from '../domain/kernel/time.ts';
import { BadCursor } from './badCursor.ts';
import { rulesNeededSince } from '../domain/case/clocks.ts';
import type { CaseStore, OpenCasesFilter, RulesStore } from './ports.ts';
import { TEAM } from './team.ts';

export const QUEUES = ['mine', 'team', 'unassigned', 'overdue'] as const;
export type Queue = (typeof QUEUES)[number];

export interface ListCasesDeps {
  readonly cases: Pick<CaseStore, 'load' | 'listOpen' | 'countOpen'>;
  readonly rules: Pick<RulesStore, 'since'>;
}

export interface CasesPage {
  readonly items: readonly DeskRow[];
  readonly nextCursor?: string | undefined;
}

const filterOf = (queue: Queue, reader: string, now: Instant): OpenCasesFilter => {
  switch (queue) {
    case 'mine':
      return { team: TEAM, owner: reader };
    case 'team':
      return { team: TEAM };
    case 'unassigned':
      return { team: TEAM, owner: null };
    case 'overdue':
      return { team: TEAM, dueBefore: now };
  }
};

/** Reads of the index that one request makes when a filter lets little through: past that the answer is short and has a cursor. */
const MOST_READS = 10;

interface ListInput {
  readonly queue: Queue;
  /** User name of the person who asks. */
  readonly reader: string;
  readonly stage?: Stage | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly now: Instant;
}

type ListDeps = Pick<ListCasesDeps, 'rules'> & { readonly cases: Pick<CaseStore, 'load' | 'listOpen'> };

const rowsOf = async ({ cases, rules }: ListDeps, caseIds: readonly string[], now: Instant): Promise<readonly DeskRow[]> => {
  const records = await Promise.all(caseIds.map((caseId) => cases.load(caseId)));
  const states = records.flatMap(({ events }) => (events.length > 0 ? [fold(events)] : []));
  const books = await rules.since(states.map((state) => rulesNeededSince(state, now)).sort()[0] ?? now);
  return states.map((state) => deskRow(state, books, now));
};

/** Overdue cases that are looked at, the longest due first; a desk with more has other worries than their order. */
const MOST_OVERDUE = 200;

/** Overdue cases, latest first (F25): all are read, then sorted, so the cursor is a number of rows. */
const listOverdue = async (deps: ListDeps, input: ListInput): Promise<CasesPage> => {
  const from = Number(input.cursor ?? 0);
  if (!Number.isInteger(from)) throw new BadCursor('cursor was not given out here');
  const { items } = await listByDue(deps, { ...input, limit: MOST_OVERDUE, cursor: undefined });
  const rows = [...items].sort((a, b) => b.lateMinutes - a.lateMinutes || (a.due < b.due ? -1 : 1));
  const until = from + input.limit;
  return { items: rows.slice(from, until), nextCursor: until < rows.length ? String(until) : undefined };
};

const listByDue = async (deps: ListDeps, { queue, reader, stage, limit, now, ...input }: ListInput): Promise<CasesPage> => {
  const filter = filterOf(queue, reader, now);
  const items: DeskRow[] = [];
  let cursor = input.cursor;
  for (let read = 0; read < MOST_READS && items.length < limit; read += 1) {
    const page = await deps.cases.listOpen({ ...filter, limit: limit - items.length, cursor });
    for (const row of await rowsOf(deps, page.caseIds, now)) {
      if (row.stage === 'closed' || (stage && row.stage !== stage) || (queue === 'overdue' && !row.overdue)) continue;
      items.push(row);
    }
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  return { items, nextCursor: cursor };
};

/**
 * A page of a queue (F12): overdue cases latest first, others by the time that they are listed by. Rows are folded from their events, so they are never behind what
 * was written.
 */
export const listCases =
  (deps: ListDeps) =>
  (input: ListInput): Promise<CasesPage> =>
    input.queue === 'overdue' ? listOverdue(deps, input) : listByDue(deps, input);

/** How many cases each queue holds; `overdue` is exact up to 200. */
export const countQueues =
  (deps: ListCasesDeps) =>
  async (reader: string, now: Instant): Promise<Readonly<Record<Queue, number>>> => {
    const count = (queue: Queue): Promise<number> => deps.cases.countOpen(filterOf(queue, reader, now));
    const overdue = listCases(deps)({ queue: 'overdue', reader, limit: MOST_OVERDUE, now });
    const [mine, team, unassigned] = await Promise.all([count('mine'), count('team'), count('unassigned')]);
    return { mine, team, unassigned, overdue: (await overdue).items.length };
  };
