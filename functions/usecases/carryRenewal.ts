import type { Contract } from '../domain/contract/model.ts';
import { dueOnOf, endsRenewal, renewalAnswer, renewalExecution } from '../domain/contract/renewal.ts';
import { between, DAY, type CalendarDate, type Instant } from '../domain/kernel/time.ts';
import type { ContractRecord } from './contractPorts.ts';
import { startExecution, startSuccessor } from './executions.ts';
import type { Workflow } from './ports.ts';

interface Look {
  /** The customer's day. */
  readonly today: CalendarDate;
  readonly now: Instant;
  /** Whether the execution is to be looked after, whatever becomes of the answer. */
  readonly check: boolean;
}

/** How long after the end of a renewal its execution may still wait for the word of it: what is older was answered, or is for a repair. */
const ANSWERED_WITHIN = DAY;

/**
 * Starts the execution of the renewal that is under way, answers the step that waits, or starts a successor when the execution is gone. All executions of a
 * contract write what they wait for into one place, so that the next renewal begins only when that before it waits for nothing any more.
 */
export const carryRenewal = async (
  renewals: Workflow,
  state: Contract,
  { events, waiting }: ContractRecord,
  { today, now, check }: Look,
): Promise<void> => {
  const course = renewalExecution(state, today);
  if (!waiting) {
    if (course) await startExecution(renewals, course);
    return;
  }
  const dueOn = dueOnOf(state.contractId, waiting.execution);
  const answer = renewalAnswer(events, { dueOn, stage: waiting.position, since: waiting.version }, today);
  const isOver = answer !== undefined && endsRenewal(answer);
  // The last step of a renewal stays written down until the next renewal, and not every event until then is worth asking.
  if (isOver && !course && !check && between(events[answer.version - 1]?.at ?? now, now) > ANSWERED_WITHIN) return;
  const isGone = answer !== undefined && (await renewals.answer(waiting.token, answer)) === 'gone';
  if (!course) return;
  const mayHaveEnded = isGone || check;
  if (course.input.dueOn === dueOn) {
    if (mayHaveEnded) await startSuccessor(renewals, course, waiting.execution);
  } else if (isOver || (mayHaveEnded && (await renewals.hasEnded(waiting.execution)))) await startExecution(renewals, course);
};
