import type { Position } from '../../functions/domain/case/evolve.ts';
import { answerFor } from '../../functions/domain/case/flow.ts';
import type { CaseEvent } from '../../functions/domain/case/model.ts';
import { POSITIONS } from '../support/builders/positions.ts';
import { answered, machineOf, startedAt, waitingStep, type Execution } from './runs.ts';

/** The machine that carries a case. */
const lifecycle = machineOf('case-lifecycle');

/** An execution just started, for a case from its first event. */
export const started = (): Execution => startedAt(lifecycle, 1);

/** Where the case waits, as the execution wrote it into the WAIT item. Undefined when it waits for nothing. */
export const waitsIn = (execution: Execution): Position | undefined => {
  const word = waitingStep(lifecycle, execution);
  return POSITIONS.find((position) => position === word);
};

/** Lets an execution go on as far as the events so far answer it. */
export const carriedOn = (execution: Execution, events: readonly CaseEvent[]): Execution => {
  const position = waitsIn(execution);
  const answer = position && answerFor(events, position, execution.input.version);
  return answer ? carriedOn(answered(lifecycle, execution, answer), events) : execution;
};
