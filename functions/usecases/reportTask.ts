import { decideTask } from '../domain/contract/decideTask.ts';
import type { TaskReport } from '../domain/contract/model.ts';
import { customerDate } from '../domain/contract/status.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import {
  changeContract,
  type ChangeContractDeps,
  type ChangeContractInput,
  type ChangeContractRefusal,
  type ChangedContract,
} from './changeContract.ts';
import type { RulesStore } from './ports.ts';
import { teamRegion } from './teamRegion.ts';

export interface ReportTaskDeps extends ChangeContractDeps {
  readonly rules: Pick<RulesStore, 'since'>;
}

/** Takes down what became of a task, with one write (F58). */
export const reportTask =
  (deps: ReportTaskDeps) =>
  async (input: ChangeContractInput, report: TaskReport): Promise<Result<ChangedContract, ChangeContractRefusal>> => {
    const region = await teamRegion(deps.rules, input.now);
    return changeContract(deps)(input, async (state, events) => {
      if (!state) return refuse({ kind: 'unknown' });
      const decided = decideTask(state, report, customerDate(state.terms.customer, region, input.now));
      if (decided.ok) return ok({ happening: decided.value });
      const { refusal } = decided;
      return refuse(refusal.kind === 'closed' ? { kind: 'task-closed', events } : refusal);
    });
  };
