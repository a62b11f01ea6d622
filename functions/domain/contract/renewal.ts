import type { StepAnswer } from '../kernel/stepAnswer.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { isSettled } from './dueDates.ts';
import { evolve } from './evolve.ts';
import type { Contract, ContractEvent, RenewalStage } from './model.ts';
import { hasEnded } from './status.ts';

/** How a renewal can end: `ended` when its premium need not be paid any more. */
export const RENEWAL_ENDS = ['paid', 'lapsed', 'ended'] as const;
export type RenewalEnd = (typeof RENEWAL_ENDS)[number];

/** Where the workflow stands for a renewal. */
export type RenewalPosition = RenewalStage | RenewalEnd;

/** Steps that the workflow leaves by one straight line, in order. What goes on unpaid breaks into them; a suspension leads to a choice. */
export const RENEWAL_STRAIGHT_ON: Readonly<Partial<Record<RenewalStage, RenewalPosition>>> = { reminding: 'paid', grace: 'paid' };

const interrupts = (from: RenewalStage, next: RenewalPosition): boolean => {
  const straightOn = RENEWAL_STRAIGHT_ON[from];
  return straightOn ? next !== straightOn : next === 'ended';
};

const positionOf = (state: Contract, dueOn: CalendarDate): RenewalPosition => {
  if (state.renewal?.dueOn === dueOn) return state.renewal.stage;
  if (isSettled(state, dueOn)) return 'paid';
  return state.lapsedOn !== undefined && state.suspension?.dueOn === dueOn ? 'lapsed' : 'ended';
};

/** A step of a renewal in which the workflow waits, and the version since which it does. */
export interface RenewalStep {
  readonly dueOn: CalendarDate;
  readonly stage: RenewalStage;
  readonly since: number;
}

/**
 * The answer for a workflow that waits in a step: the first later event that took the renewal elsewhere. Undefined while it still stands there. A cover that is over
 * by `today` ends the renewal without any event.
 */
export const renewalAnswer = (
  events: readonly ContractEvent[],
  { dueOn, stage, since }: RenewalStep,
  today: CalendarDate,
): StepAnswer<RenewalPosition> | undefined => {
  let state: Contract | undefined;
  for (const event of events) {
    state = evolve(state, event);
    if (event.version <= since) continue;
    const next = positionOf(state, dueOn);
    if (next !== stage) return { next, version: event.version, interrupted: interrupts(stage, next) };
  }
  return state && hasEnded(state, today) ? { next: 'ended', version: state.version, interrupted: true } : undefined;
};

/** True for an answer after which the workflow waits for nothing more. */
export const endsRenewal = ({ next }: StepAnswer<RenewalPosition>): boolean => RENEWAL_ENDS.some((end) => end === next);

/** An execution of the renewal workflow: its name, which its successors extend, and its input. */
export interface RenewalExecution {
  readonly name: string;
  readonly input: { readonly contractId: string; readonly dueOn: CalendarDate; readonly version: number };
}

/** The execution that a contract calls for, if a renewal is under way. It begins just before the step where the renewal stands, so that a successor goes straight there. */
export const renewalExecution = ({ contractId, renewal, ...state }: Contract, today: CalendarDate): RenewalExecution | undefined =>
  renewal && !hasEnded(state, today)
    ? {
        name: `${contractId}_${renewal.dueOn}`,
        input: { contractId, dueOn: renewal.dueOn, version: renewal.sinceVersion - 1 },
      }
    : undefined;

/** The due date that an execution of a contract is about, the first one or a successor. */
export const dueOnOf = (contractId: string, execution: string): CalendarDate =>
  execution.slice(contractId.length + 1, contractId.length + 11);
