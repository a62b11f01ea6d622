import * as z from 'zod/mini';
import { repairQueue } from '../../adapters/sqs/queues.ts';
import { env } from '../../runtime/env.ts';
import { logger } from '../../runtime/logger.ts';
import { storage } from '../../runtime/wiring.ts';
import { sweep } from '../../usecases/sweep.ts';

const run = sweep({ ...storage(), repairs: repairQueue(env('REPAIR_URL')) });

/** The schedule's event; its time is the day that is swept, so that any day can be asked for. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });

/** The daily sweep: the net under everything that should have happened by itself. */
export const handler = async (event: unknown): Promise<{ readonly cases: number }> => {
  const { time } = z.parse(scheduled, event);
  const cases = await run(new Date(time).toISOString());
  logger.info('swept', { time, cases });
  return { cases };
};
