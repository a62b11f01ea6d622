import { parentPort, workerData } from 'node:worker_threads';
import { customersWith } from '../support/year/scenario.ts';
import { YearRoom } from '../support/year/yearRoom.ts';

/** Lives the year of every `lanes`th customer. */
const { contracts, lane, lanes }: { readonly contracts: number; readonly lane: number; readonly lanes: number } = workerData;
const mine = customersWith(contracts).filter((_, n) => n % lanes === lane);
parentPort?.postMessage(await new YearRoom(mine).live());
