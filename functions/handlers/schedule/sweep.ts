import * as z from 'zod/mini';
import { careQueue, repairQueue } from '../../adapters/sqs/queues.ts';
import { missingYears, type MissingYear } from '../../domain/clocks/missingYears.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { env } from '../../runtime/env.ts';
import { logger } from '../../runtime/logger.ts';
import { reportMissingYears } from '../../runtime/metrics.ts';
import { now } from '../../runtime/now.ts';
import { storage } from '../../runtime/wiring.ts';
import { sweep } from '../../usecases/sweep.ts';
import { sweepContracts } from '../../usecases/sweepContracts.ts';

const repairs = repairQueue(env('REPAIR_URL'));
const stored = storage();
const sweepCases = sweep({ ...stored, repairs });
const sweepDueContracts = sweepContracts({ ...stored, careQueue: careQueue(env('CARE_URL'), now) });

/** The schedule's event; its time is the day that is swept, so that any day can be asked for. Every hour only contracts are swept. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }), only: z.optional(z.literal('contracts')) });

/** Contracts are gone over as a whole in the night before Monday, in Shanghai. */
const isWeekly = (at: Instant): boolean => new Date(at).getUTCDay() === 0;

/** Years of statutory days that nobody entered yet, also as a metric. */
const lookForMissingYears = async (at: Instant): Promise<readonly MissingYear[]> => {
  const book = (await stored.rules.since(at)).at(-1);
  const missing = book ? missingYears(book.rules, at) : [];
  reportMissingYears(missing.length);
  return missing;
};

/**
 * The sweep: every hour contracts whose time has come, and every night the net under everything that should have happened by itself: open cases, statutory days that nobody entered, and
 * once a week all contracts.
 */
export const handler = async (event: unknown): Promise<{ readonly cases: number; readonly contracts: number }> => {
  const { time, only } = z.parse(scheduled, event);
  const at = new Date(time).toISOString();
  if (only) {
    const contracts = await sweepDueContracts(at);
    logger.info('swept', { time, contracts });
    return { cases: 0, contracts };
  }
  const contracts = await sweepDueContracts(at);
  const cases = await sweepCases(at);
  if (isWeekly(at)) await repairs.putRegister(now());
  const missing = await lookForMissingYears(at);
  logger.info('swept', { time, cases, contracts, missing });
  return { cases, contracts };
};
