import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { countYear, type Counts } from '../support/year/independent.ts';
import { customersWith, FIRST_DAY, LAST_DAY } from '../support/year/scenario.ts';
import type { YearOfCare } from '../support/year/yearRoom.ts';

/** A year as it was lived, and what it should have brought. */
export interface WholeYear extends Omit<YearOfCare, 'sent'> {
  readonly wanted: Counts;
  readonly mails: number;
  readonly seconds: number;
  readonly lanes: number;
}

const lived = (contracts: number, lane: number, lanes: number): Promise<YearOfCare> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./yearWorker.ts', import.meta.url), { workerData: { contracts, lane, lanes } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

/** Lives a year with so many contracts on all cores: customers have nothing to do with each other, so each core takes a part of them. */
export async function wholeYear(contracts: number): Promise<WholeYear> {
  const began = performance.now();
  const lanes = availableParallelism();
  const parts = await Promise.all(Array.from({ length: lanes }, (_, lane) => lived(contracts, lane, lanes)));
  const seconds = (performance.now() - began) / 1000;
  const counts: Counts = new Map();
  for (const part of parts) for (const [name, count] of part.counts) counts.set(name, (counts.get(name) ?? 0) + count);
  const customers = customersWith(contracts);
  return {
    counts,
    wanted: countYear(customers, FIRST_DAY, LAST_DAY),
    mails: total(parts.flatMap(({ sent }) => [...sent.values()])),
    contracts: total(parts.map((part) => part.contracts)),
    events: total(parts.map((part) => part.events)),
    looks: total(parts.map((part) => part.looks)),
    seconds,
    lanes,
  };
}
