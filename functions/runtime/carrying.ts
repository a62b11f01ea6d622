import { scheduler } from '../adapters/scheduler/scheduler.ts';
import { workflow } from '../adapters/sfn/workflow.ts';
import { staffDirectory } from '../adapters/cognito/staffDirectory.ts';
import { careQueue, outbox, repairQueue } from '../adapters/sqs/queues.ts';
import type { ReconcileDeps } from '../usecases/reconcile.ts';
import type { ReconcileContractDeps } from '../usecases/reconcileContract.ts';
import type { RepairRegisterDeps } from '../usecases/repairRegister.ts';
import { env } from './env.ts';
import { now } from './now.ts';
import { policy } from './settings.ts';
import { storage } from './wiring.ts';

/** What the functions need that carry on what follows from an event. */
export const carrying = (): ReconcileDeps & ReconcileContractDeps & RepairRegisterDeps => ({
  ...storage(),
  workflow: workflow(env('STATE_MACHINE_ARN')),
  renewals: workflow(env('RENEWALS_ARN')),
  outbox: outbox(env('OUTBOX_URL')),
  repairs: repairQueue(env('REPAIR_URL')),
  careQueue: careQueue(env('CARE_URL'), now),
  directory: staffDirectory(env('USER_POOL_ID')),
  scheduler: scheduler({ groupName: env('SCHEDULE_GROUP'), queueArn: env('TIMERS_ARN'), roleArn: env('SCHEDULE_ROLE_ARN') }),
  policy: policy(),
});
