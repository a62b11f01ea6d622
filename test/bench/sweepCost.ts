import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { calendarDate, dayNumber, type Instant } from '../../functions/domain/kernel/time.ts';
import { cloud } from '../support/stack/probes.ts';
import { meter, minus } from './meter.ts';
import { useTheCloud, withScratchTable } from './scratchTable.ts';

const AT: Instant = '2027-03-01T01:00:00.000Z';
const BATCH = 25;
const LANES = 4;

/** What a sweep read and found. */
export interface SweepCost {
  readonly contracts: number;
  readonly due: number;
  readonly reads: number;
  readonly seconds: number;
}

/** When a contract is to be looked at next: the first so many have waited since yesterday, all others wait for days to come. */
const careAt = (n: number, due: number): Instant =>
  n < due ? '2027-02-28T00:00:00.000Z' : `${calendarDate(dayNumber('2027-03-02') + (n % 360))}T00:00:00.000Z`;

/** What one sweep costs in a register of so many contracts, of which `due` are due. */
export const sweepCost = (contracts: number, due: number): Promise<SweepCost> =>
  withScratchTable(`sweep-${contracts}`, async (tableName) => {
    useTheCloud();
    const { dynamodb } = await import('../../functions/adapters/dynamodb/client.ts');
    const { contractStore } = await import('../../functions/adapters/dynamodb/contractStore.ts');
    const { indexAttributes } = await import('../../functions/adapters/dynamodb/contractItems.ts');
    const { toItem } = await import('../../functions/adapters/dynamodb/items.ts');
    const { sweepContracts } = await import('../../functions/usecases/sweepContracts.ts');
    const { TEAM } = await import('../../functions/usecases/team.ts');

    const put = (n: number): WriteRequest => {
      // Those that are due have numbers from all over the register, as in life.
      const contractId = `P-${String((n * 7919) % contracts).padStart(8, '0')}`;
      const index = indexAttributes(TEAM, contractId, { dueOn: '2027-06-01', owner: 'lin', careAt: careAt(n, due) });
      return { PutRequest: { Item: toItem({ pk: `CONTRACT#${contractId}`, sk: 'EVENT#0001', ...index }) } };
    };
    const batches = Array.from({ length: contracts / BATCH }, (_, batch) =>
      Array.from({ length: BATCH }, (_put, n) => put(batch * BATCH + n)),
    );
    const write = async (lane: number): Promise<void> => {
      for (let n = lane; n < batches.length; n += LANES)
        await cloud().dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: batches[n] ?? [] } }));
    };
    await Promise.all(Array.from({ length: LANES }, (_, lane) => write(lane)));

    const units = meter(dynamodb);
    const before = units();
    const began = performance.now();
    const asked = new Set<string>();
    const queue = { put: async (ids: readonly string[]) => ids.forEach((id) => asked.add(id)) };
    const plain = async (text: string): Promise<string> => text;
    const found = await sweepContracts({ contracts: contractStore(tableName, { sign: plain, address: plain }), careQueue: queue })(AT);
    const seconds = (performance.now() - began) / 1000;
    if (found !== due || asked.size !== due) throw new Error(`The sweep found ${found} of ${due} contracts.`);
    return { contracts, due, reads: minus(units(), before).reads, seconds };
  });
