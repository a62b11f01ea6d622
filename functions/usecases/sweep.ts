import type { Instant } from '../domain/kernel/time.ts';
import type { CaseStore, RepairQueue } from './ports.ts';
import { TEAM } from './team.ts';

/** Cases put on the repair queue with one call. */
const PAGE = 100;

/** Asks for a repair of every open case as of `now`; returns how many. Nothing is repaired here, so one broken case stops no other. */
export const sweep =
  ({ cases, repairs }: { readonly cases: Pick<CaseStore, 'listOpen'>; readonly repairs: RepairQueue }) =>
  async (now: Instant): Promise<number> => {
    let count = 0;
    let cursor: string | undefined;
    do {
      const page = await cases.listOpen({ team: TEAM, limit: PAGE, cursor });
      await repairs.put(page.caseIds, now);
      count += page.caseIds.length;
      cursor = page.nextCursor;
    } while (cursor);
    return count;
  };
