import type { ContractEvent, RenewalStage } from '../../functions/domain/contract/model.ts';
import { RENEWAL_STAGES } from '../../functions/domain/contract/model.ts';
import type { StepAnswer } from '../../functions/domain/kernel/stepAnswer.ts';
import type { CalendarDate, Instant } from '../../functions/domain/kernel/time.ts';
import { fold } from '../../functions/domain/contract/evolve.ts';
import { carryRenewal } from '../../functions/usecases/carryRenewal.ts';
import type { Waiting, Workflow } from '../../functions/usecases/ports.ts';
import { answered, machineOf, startedAt, waitingStep, type Execution } from './runs.ts';

const renewal = machineOf('renewal');

/** Executions of the renewal workflow of one contract, and the one place where all of them write what they wait for. */
export class Renewals implements Workflow {
  readonly executions = new Map<string, Execution>();
  waiting: Waiting<RenewalStage> | undefined;
  /** Calls to the service. */
  calls = 0;
  private readonly tokens = new Map<string, string>();
  private given = 0;

  start = async (name: string, input: object): Promise<'started' | 'exists'> => {
    this.calls += 1;
    if (this.executions.has(name)) return 'exists';
    if (!('version' in input) || typeof input.version !== 'number') throw new Error('an execution begins at a version');
    this.enter(name, startedAt(renewal, input.version));
    return 'started';
  };

  answer = async (token: string, answer: StepAnswer): Promise<'answered' | 'gone'> => {
    this.calls += 1;
    const name = this.tokens.get(token);
    const execution = this.executions.get(name ?? '');
    if (name === undefined || !execution || execution.ended) return 'gone';
    this.tokens.delete(token);
    this.enter(name, answered(renewal, execution, answer));
    return 'answered';
  };

  hasEnded = async (name: string): Promise<boolean> => {
    this.calls += 1;
    return this.executions.get(name)?.ended !== undefined;
  };

  /** Ends an execution as an operator or a failure does; it writes nothing any more. */
  abort = (name: string): void => {
    const execution = this.executions.get(name);
    if (execution && !execution.ended) this.executions.set(name, { ...execution, ended: 'failed' });
  };

  /** Names and steps of those that have not ended. */
  get running(): readonly (readonly [string, string | undefined])[] {
    return [...this.executions].filter(([, { ended }]) => !ended).map(([name, execution]) => [name, waitingStep(renewal, execution)]);
  }

  entered = (name: string): readonly string[] => this.executions.get(name)?.entered ?? [];

  /** Carries on what events call for, until nothing more comes of it. */
  carry = async (events: readonly ContractEvent[], today: CalendarDate, now: Instant, check = false): Promise<void> => {
    const state = fold(events);
    for (let before: unknown = {}; before !== this.waiting;) {
      before = this.waiting;
      await carryRenewal(this, state, { events, waiting: this.waiting }, { today, now, check });
    }
  };

  private enter(name: string, execution: Execution): void {
    this.executions.set(name, execution);
    const step = RENEWAL_STAGES.find((stage) => stage === waitingStep(renewal, execution));
    if (!step) return;
    this.given += 1;
    const token = `token ${this.given}`;
    this.tokens.set(token, name);
    this.waiting = { position: step, version: execution.input.version, token, execution: name };
  }
}
