import * as z from 'zod/mini';
import { repairQueue } from '../../adapters/sqs/queues.ts';
import { missingYears } from '../../domain/clocks/missingYears.ts';
import { env } from '../../runtime/env.ts';
import { logger } from '../../runtime/logger.ts';
import { reportMissingYears } from '../../runtime/metrics.ts';
import { storage } from '../../runtime/wiring.ts';
import { sweep } from '../../usecases/sweep.ts';

const stored = storage();
const run = sweep({ ...stored, repairs: repairQueue(env('REPAIR_URL')) });

/** The schedule's event; its time is the day that is swept, so that any day can be asked for. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });

/** The daily sweep: the net under everything that should have happened by itself, and under statutory days that nobody entered. */
export const handler = async (event: unknown): Promise<{ readonly cases: number }> => {
  const { time } = z.parse(scheduled, event);
  const at = new Date(time).toISOString();
  const cases = await run(at);
  const book = (await stored.rules.since(at)).at(-1);
  const missing = book ? missingYears(book.rules, at) : [];
  reportMissingYears(missing.length);
  logger.info('swept', { time, cases, missing });
  return { cases };
};
