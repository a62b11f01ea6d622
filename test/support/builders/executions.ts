import type { StepAnswer } from '../../../functions/domain/kernel/stepAnswer.ts';
import type { Workflow } from '../../../functions/usecases/ports.ts';

/** Executions of a state machine that does nothing by itself: what was asked of it, in order. */
export class Executions implements Workflow {
  readonly started = new Map<string, object>();
  readonly answers: { readonly token: string; readonly answer: StepAnswer }[] = [];
  /** Names of those that have ended. */
  readonly ended = new Set<string>();
  /** Tokens that no longer wait. */
  readonly gone = new Set<string>();
  /** Calls of any kind. */
  calls = 0;

  start = async (execution: string, input: object): Promise<'started' | 'exists'> => {
    this.calls += 1;
    if (this.started.has(execution)) return 'exists';
    this.started.set(execution, input);
    return 'started';
  };

  answer = async (token: string, answer: StepAnswer): Promise<'answered' | 'gone'> => {
    this.calls += 1;
    if (this.gone.has(token)) return 'gone';
    this.gone.add(token);
    this.answers.push({ token, answer });
    return 'answered';
  };

  hasEnded = async (execution: string): Promise<boolean> => {
    this.calls += 1;
    return this.ended.has(execution);
  };
}
