import { fold } from '../domain/case/evolve.ts';
import { deskRow, type DeskRow } from '../domain/case/deskView.ts';
import type { Stage } from '../domain/case/model.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { Policy } from '../domain/policy.ts';
import { TEAM } from './openCase.ts';
import type { CaseStore, OpenCasesFilter } from './ports.ts';

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

/**
 * What of the index holds a queue, one part after the other. An overdue case is past its resolution time, or has no owner and may be past its first response:
 * both are supersets, as pauses push due times out, and the fold of the case decides.
 */
const partsOf = (queue: Queue, reader: string, now: Instant): readonly OpenCasesFilter[] => {
  switch (queue) {
    case 'mine':
      return [{ team: TEAM, owner: reader }];
    case 'team':
      return [{ team: TEAM }];
    case 'unassigned':
      return [{ team: TEAM, owner: null }];
    case 'overdue':
      return [
        { team: TEAM, dueBefore: now },
        { team: TEAM, owner: null, dueFrom: now },
      ];
  }
};

/** A cursor into a queue: the part, and the store's cursor within it. */
const cursorTo = (part: number, cursor: string | undefined): string => `${part}.${cursor ?? ''}`;

const cursorFrom = (text: string | undefined): { readonly part: number; readonly cursor: string | undefined } => {
  const [, part = 0, cursor = text] = /^(\d)\.(.*)$/.exec(text ?? '') ?? [];
  return { part: Number(part), cursor: cursor || undefined };
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

/** A page of a queue, by resolution due time (F12). Rows are folded from their events, so they are never behind what was written. */
export const listCases =
  ({ cases, policy }: Pick<ListCasesDeps, 'policy'> & { readonly cases: Pick<CaseStore, 'load' | 'listOpen'> }) =>
  async ({ queue, reader, stage, limit, now, ...input }: ListInput): Promise<CasesPage> => {
    const parts = partsOf(queue, reader, now);
    const items: DeskRow[] = [];
    let { part, cursor } = cursorFrom(input.cursor);
    for (let read = 0; read < MOST_READS && items.length < limit; read += 1) {
      const query = parts[part];
      if (!query) return { items };
      const { caseIds, nextCursor } = await cases.listOpen({ ...query, limit: limit - items.length, cursor });
      const records = await Promise.all(caseIds.map((caseId) => cases.load(caseId)));
      for (const { events } of records) {
        if (events.length === 0) continue;
        const row = deskRow(fold(events), policy, now);
        if (row.stage === 'closed' || (stage && row.stage !== stage) || (queue === 'overdue' && !row.overdue)) continue;
        items.push(row);
      }
      cursor = nextCursor;
      if (!cursor) part += 1;
    }
    return part < parts.length ? { items, nextCursor: cursorTo(part, cursor) } : { items };
  };

/** Overdue cases that are counted one by one; a desk with more has other worries than the exact number. */
const MOST_OVERDUE = 200;

/** How many cases each queue holds; `overdue` is exact up to 200. */
export const countQueues =
  (deps: ListCasesDeps) =>
  async (reader: string, now: Instant): Promise<Readonly<Record<Queue, number>>> => {
    const count = async (queue: Queue): Promise<number> => {
      const counts = await Promise.all(partsOf(queue, reader, now).map((part) => deps.cases.countOpen(part)));
      return counts.reduce((sum, one) => sum + one, 0);
    };
    const overdue = listCases(deps)({ queue: 'overdue', reader, limit: MOST_OVERDUE, now });
    const [mine, team, unassigned] = await Promise.all([count('mine'), count('team'), count('unassigned')]);
    return { mine, team, unassigned, overdue: (await overdue).items.length };
  };
