import { ok } from '../../../domain/kernel/result.ts';
import type { Endpoint } from '../../../http/message.ts';
import { recordConsent } from '../../../usecases/recordConsent.ts';
import { reportTask } from '../../../usecases/reportTask.ts';
import { contractBodies } from '../../api/bodies.ts';
import { parse } from '../../api/parse.ts';
import type { ContractDeps } from './answers.ts';
import { contractWrite } from './writing.ts';

/** `POST /api/desk/contracts/{contractId}/tasks/{taskId}`: a task was done, put off, or cannot be done. */
export const postTask = (deps: ContractDeps): Endpoint =>
  contractWrite(deps, {
    action: ({ taskId = '' }) => `task ${taskId}`,
    read: async (body, { taskId = '' }) => {
      const parsed = parse((await contractBodies()).taskReport, body);
      return parsed.ok ? ok({ task: taskId, ...parsed.value }) : parsed;
    },
    carryOut: reportTask(deps),
  });

/** `POST /api/desk/contracts/{contractId}/consents`: what a customer said about messages. */
export const postConsent = (deps: ContractDeps): Endpoint =>
  contractWrite(deps, {
    action: () => 'consent',
    read: async (body) => parse((await contractBodies()).saidConsent, body),
    carryOut: recordConsent(deps),
  });
