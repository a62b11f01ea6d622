import type { Instant } from '../domain/kernel/time.ts';
import type { ContractStore } from './contractPorts.ts';
import type { RepairQueue } from './ports.ts';

export interface RepairRegisterDeps {
  readonly contracts: Pick<ContractStore, 'list'>;
  readonly repairs: Pick<RepairQueue, 'putContracts' | 'putRegister'>;
}

/** Contracts of which one message asks a repair. */
const PAGE = 100;

/** Asks for a repair of one page of all contracts, and then for the next page: the whole register is gone over however large it is. */
export const repairRegister =
  ({ contracts, repairs }: RepairRegisterDeps) =>
  async (cursor: string | undefined, now: Instant): Promise<void> => {
    const { contractIds, nextCursor } = await contracts.list({ limit: PAGE, cursor });
    await repairs.putContracts(contractIds, now);
    if (nextCursor) await repairs.putRegister(now, nextCursor);
  };
