import type { Instant } from '../domain/kernel/time.ts';
import type { CareQueue } from './carePorts.ts';
import { CARE_SHARDS, type ContractStore } from './contractPorts.ts';

export interface SweepContractsDeps {
  readonly contracts: Pick<ContractStore, 'dueForCare'>;
  readonly careQueue: CareQueue;
}

/** Contracts put on the queue with one call. */
const PAGE = 100;

const sweepShard = async ({ contracts, careQueue }: SweepContractsDeps, shard: number, at: Instant): Promise<number> => {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await contracts.dueForCare(shard, at, { limit: PAGE, cursor });
    await careQueue.put(page.contractIds, at);
    count += page.contractIds.length;
    cursor = page.nextCursor;
  } while (cursor);
  return count;
};

/** Asks that every contract be looked at whose time has come by `at`; returns how many. It reads no other contract, and what it asks twice is done once. */
export const sweepContracts =
  (deps: SweepContractsDeps) =>
  async (at: Instant): Promise<number> => {
    const counts = await Promise.all(Array.from({ length: CARE_SHARDS }, (_, shard) => sweepShard(deps, shard, at)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
