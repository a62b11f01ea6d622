import * as z from 'zod/mini';
import { repairQueue } from '../../adapters/sqs/queues.ts';
import { between, plus } from '../../domain/kernel/time.ts';
import { env } from '../../runtime/env.ts';
import { now } from '../../runtime/now.ts';
import { storage } from '../../runtime/wiring.ts';
import { careForContract } from '../../usecases/careForContract.ts';
import { queueHandler } from '../queue.ts';

const care = careForContract({ ...storage(), repairs: repairQueue(env('REPAIR_URL')) });

/** A contract to be looked at, as of when, and when that was asked. */
const aContract = z.object({ contractId: z.string(), at: z.iso.datetime(), putAt: z.iso.datetime() });

/** Does what a customer is to get, for one contract at a time. While a message waited, time went on: what was asked for in the morning may come at night. */
export const handler = queueHandler(aContract, async ({ contractId, at, putAt }) => {
  const present = now();
  await care(contractId, plus(at, Math.max(0, between(putAt, present))), present);
});
