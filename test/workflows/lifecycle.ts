import { chosenWord, isCallback, machineFiles, stepWord, type Machine, type State } from '../../infra/checks/asl.ts';
import type { Position } from '../../functions/domain/case/evolve.ts';
import { POSITIONS } from '../support/builders/positions.ts';
import { answerFor } from '../../functions/domain/case/flow.ts';
import type { CaseEvent } from '../../functions/domain/case/model.ts';

/** The machine that carries a case. */
export const lifecycle = ((): Machine => {
  const file = machineFiles().find(({ name }) => name === 'case-lifecycle');
  if (!file) throw new Error('workflows/case-lifecycle.asl.json is missing');
  return file.machine;
})();

const named = (name: string): State => {
  const state = lifecycle.States[name];
  if (!state) throw new Error(`no state is called ${name}`);
  return state;
};

const positionIn = (state: State): Position | undefined =>
  isCallback(state) ? POSITIONS.find((position) => position === stepWord(state)) : undefined;

/** An execution: the state where it is, what it came in with, and every state that it entered. */
export interface Execution {
  readonly at: string;
  readonly input: { readonly next?: Position; readonly version: number };
  readonly entered: readonly string[];
  /** Set once it has ended. */
  readonly ended?: 'succeeded' | 'failed';
}

/** An execution just started, for a case from its first event. */
export const started = (): Execution => ({ at: lifecycle.StartAt, input: { version: 1 }, entered: [lifecycle.StartAt] });

/** Where the case waits, as the execution wrote it into the WAIT item. Undefined when it waits for nothing. */
export const waitsIn = ({ at, ended }: Execution): Position | undefined => (ended ? undefined : positionIn(named(at)));

const go = (execution: Execution, at: string, input = execution.input): Execution => ({
  at,
  input,
  entered: [...execution.entered, at],
});

const step = (execution: Execution, events: readonly CaseEvent[]): Execution | undefined => {
  const state = named(execution.at);
  if (execution.ended) return undefined;
  if (state.Type === 'Succeed') return { ...execution, ended: 'succeeded' };
  if (state.Type === 'Fail') return { ...execution, ended: 'failed' };
  if (state.Type === 'Choice') {
    const choice = state.Choices.find(({ Condition }) => chosenWord(Condition) === execution.input.next);
    return go(execution, choice?.Next ?? state.Default ?? '');
  }
  const position = positionIn(state);
  if (!position) throw new Error(`${execution.at} is a kind of state that this reading does not know`);
  const answer = answerFor(events, position, execution.input.version);
  if (!answer) return undefined;
  const { interrupted, ...input } = answer;
  if (!interrupted) return state.Next ? go(execution, state.Next, input) : { ...execution, input, ended: 'succeeded' };
  const rules = 'Catch' in state ? state.Catch : undefined;
  const caught = rules?.find(({ ErrorEquals }) => ErrorEquals.includes('Interrupted'));
  return caught ? go(execution, caught.Next, input) : { ...execution, ended: 'failed' };
};

/** Lets an execution go on as far as the events so far answer it. */
export const carriedOn = (execution: Execution, events: readonly CaseEvent[]): Execution => {
  const next = step(execution, events);
  return next ? carriedOn(next, events) : execution;
};
