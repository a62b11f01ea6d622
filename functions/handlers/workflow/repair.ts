import * as z from 'zod/mini';
import { carrying } from '../../runtime/carrying.ts';
import { now } from '../../runtime/now.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { repairCase } from '../../usecases/reconcile.ts';
import { repairContract } from '../../usecases/reconcileContract.ts';
import { repairRegister } from '../../usecases/repairRegister.ts';
import { queueHandler } from '../queue.ts';

const deps = carrying();
const repair = repairCase(deps);
const mendContract = repairContract(deps);
const mendRegister = repairRegister(deps);

const aCase = z.object({ caseId: z.string(), at: z.iso.datetime() });
const aContract = z.object({ contractId: z.string(), at: z.iso.datetime() });
const allContracts = z.object({ register: z.nullable(z.string()), at: z.iso.datetime() });

/** Step Functions tells of an execution that failed, timed out or was aborted. Its input names the case or the contract. */
const fromStepFunctions = z.object({
  'detail-type': z.literal('Step Functions Execution Status Change'),
  detail: z.object({ input: z.string() }),
});

const subjectOf = z.union([z.object({ caseId: z.string() }), z.object({ contractId: z.string() })]);

/** A message that waited long is judged by today: a timer that is set must lie ahead. One for a day to come is judged by that day. */
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Mends what lost its execution. */
const mend = (subject: z.output<typeof subjectOf>): Promise<void> =>
  'caseId' in subject ? repair(subject.caseId, now()) : mendContract(subject.contractId, now());

/** Goes over one case or contract and mends what is missing; all contracts are gone over page by page. */
export const handler = queueHandler(z.union([aCase, aContract, allContracts, fromStepFunctions]), async (message) => {
  if ('detail' in message) await mend(z.parse(subjectOf, JSON.parse(message.detail.input)));
  else if ('contractId' in message) await mendContract(message.contractId, now());
  else if ('register' in message) await mendRegister(message.register ?? undefined, now());
  else await repair(message.caseId, later(message.at, now()));
});
