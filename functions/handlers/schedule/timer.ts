import * as z from 'zod/mini';
import { outbox, repairQueue } from '../../adapters/sqs/queues.ts';
import { TIMERS } from '../../domain/case/consequences.ts';
import { env } from '../../runtime/env.ts';
import { now } from '../../runtime/now.ts';
import { policy } from '../../runtime/settings.ts';
import { storage } from '../../runtime/wiring.ts';
import { fireTimer } from '../../usecases/fireTimer.ts';
import { queueHandler } from '../queue.ts';

const fire = fireTimer({ ...storage(), outbox: outbox(env('OUTBOX_URL')), repairs: repairQueue(env('REPAIR_URL')), policy: policy() });

const timer = z.object({ caseId: z.string(), version: z.number(), purpose: z.enum(TIMERS), at: z.iso.datetime() });

/** Carries out the timers that came due. */
export const handler = queueHandler(timer, (message) => fire(message, now()));
