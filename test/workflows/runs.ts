import { chosenWord, isCallback, machineFiles, stepWord, type Machine, type State } from '../../infra/checks/asl.ts';
import type { StepAnswer } from '../../functions/domain/kernel/stepAnswer.ts';

/** An execution: the state where it is, what it came in with, and every state that it entered. */
export interface Execution {
  readonly at: string;
  readonly input: { readonly next?: string; readonly version: number };
  readonly entered: readonly string[];
  /** Set once it has ended. */
  readonly ended?: 'succeeded' | 'failed';
}

/** The state machine of `workflows/<name>.asl.json`. */
export const machineOf = (name: string): Machine => {
  const file = machineFiles().find((one) => one.name === name);
  if (!file) throw new Error(`workflows/${name}.asl.json is missing`);
  return file.machine;
};

const named = ({ States }: Machine, name: string): State => {
  const state = States[name];
  if (!state) throw new Error(`no state is called ${name}`);
  return state;
};

/** An execution just started. */
export const startedAt = ({ StartAt }: Machine, version: number): Execution => ({ at: StartAt, input: { version }, entered: [StartAt] });

/** The word of the step in which an execution waits, as it wrote it into the WAIT item. Undefined when it waits for nothing. */
export const waitingStep = (machine: Machine, { at, ended }: Execution): string | undefined => {
  const state = named(machine, at);
  return !ended && isCallback(state) ? stepWord(state) : undefined;
};

const go = (execution: Execution, at: string, input = execution.input): Execution => ({
  at,
  input,
  entered: [...execution.entered, at],
});

/** One state further, as the answer to the step that waits says; undefined where an execution stays. */
const step = (machine: Machine, execution: Execution, answer: StepAnswer | undefined): Execution | undefined => {
  const state = named(machine, execution.at);
  if (execution.ended) return undefined;
  if (state.Type === 'Succeed') return { ...execution, ended: 'succeeded' };
  if (state.Type === 'Fail') return { ...execution, ended: 'failed' };
  if (state.Type === 'Choice') {
    const choice = state.Choices.find(({ Condition }) => chosenWord(Condition) === execution.input.next);
    return go(execution, choice?.Next ?? state.Default ?? '');
  }
  if (!isCallback(state)) throw new Error(`${execution.at} is a kind of state that this reading does not know`);
  if (!answer) return undefined;
  const { interrupted, ...input } = answer;
  if (!interrupted) return state.Next ? go(execution, state.Next, input) : { ...execution, input, ended: 'succeeded' };
  const caught = state.Catch?.find(({ ErrorEquals }) => ErrorEquals.includes('Interrupted'));
  return caught ? go(execution, caught.Next, input) : { ...execution, ended: 'failed' };
};

/** An execution after the answer to the step where it waits, up to where it waits again or ends. */
export const answered = (machine: Machine, execution: Execution, answer: StepAnswer): Execution => {
  let here = step(machine, execution, answer) ?? execution;
  while (waitingStep(machine, here) === undefined) {
    const next = step(machine, here, undefined);
    if (!next) return here;
    here = next;
  }
  return here;
};
