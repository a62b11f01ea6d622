import type { StepAnswer } from '../kernel/stepAnswer.ts';
import type { Case, CaseEvent, EventType, Stage, Step } from './model.ts';
import { evolve, positionOf, type Position } from './evolve.ts';

const STAGE_OF: Readonly<Record<Step, Stage>> = {
  intake: 'intake',
  investigation: 'investigation',
  offer: 'resolution',
  approval: 'resolution',
  review: 'resolution',
  decision: 'resolution',
  fulfilment: 'resolution',
  feedback: 'feedback',
  closed: 'closed',
};

/** The stage that a step belongs to (rules.md 1). */
export const stageOf = (step: Step): Stage => STAGE_OF[step];

/** What a case waits for, for lists and pages. */
export const WAITING_FOR = {
  intake: 'assignment',
  investigation: 'findings',
  offer: 'offer',
  approval: 'approval',
  review: 'review',
  decision: 'customer-decision',
  fulfilment: 'fulfilment',
  feedback: 'survey',
  closed: 'nothing',
  'on-hold': 'hold',
} as const satisfies Record<Position, string>;
export type WaitingFor = (typeof WAITING_FOR)[Position] | 'customer-reply';

/** What the case waits for right now. */
export const waitingFor = (state: Case): WaitingFor =>
  state.hold === 'customer-reply' ? 'customer-reply' : WAITING_FOR[positionOf(state)];

/** Steps that the workflow leaves by one straight line. Every other move out of them breaks in; all other steps lead to a choice that knows every position. */
export const STRAIGHT_ON: Readonly<Partial<Record<Position, Position>>> = {
  intake: 'investigation',
  investigation: 'offer',
  fulfilment: 'feedback',
  feedback: 'closed',
};

/** Events that are no outcome of the step where they happen. */
const BREAKING_IN: readonly EventType[] = ['held', 'withdrawn', 'expired', 'reopened'];

const interrupts = (from: Position, next: Position, by: EventType): boolean => {
  const straightOn = STRAIGHT_ON[from];
  return straightOn ? next !== straightOn : BREAKING_IN.includes(by);
};

/**
 * The answer for a workflow that entered `position` by event `since`: the first later event that took the case elsewhere.
 * Undefined while the case still stands there. An end that a reopening took back is passed over, so that a replay from the start comes out where the case stands.
 */
export const answerFor = (events: readonly CaseEvent[], position: Position, since: number): StepAnswer<Position> | undefined => {
  const lastReopening = events.findLast((event) => event.type === 'reopened')?.version ?? 0;
  let state: Case | undefined;
  for (const event of events) {
    state = evolve(state, event);
    if (event.version <= since) continue;
    const next = positionOf(state);
    if (next === position) continue;
    if (next === 'closed' && event.version < lastReopening) continue;
    return { next, version: event.version, interrupted: interrupts(position, next, event.type) };
  }
  return undefined;
};
