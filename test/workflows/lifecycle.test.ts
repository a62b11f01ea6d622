import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { positionOf } from '../../functions/domain/case/evolve.ts';
import type { Case, CaseEvent } from '../../functions/domain/case/model.ts';
import { aCase, aCaseAt } from '../support/builders/cases.ts';
import { chen } from '../support/builders/staff.ts';
import { movesFrom, randomWalk } from '../support/builders/walks.ts';
import { carriedOn, started, waitsIn } from './lifecycle.ts';
import type { Execution } from './runs.ts';

const fromTheStart = (events: readonly CaseEvent[]): Execution => carriedOn(started(), events);

/** What an execution must say about a case: the position where it waits, or that it has ended well. */
const expectToStandAt = (execution: Execution, state: Case): void => {
  expect({ ended: execution.ended, waitsIn: waitsIn(execution) }).toEqual(
    state.step === 'closed' ? { ended: 'succeeded', waitsIn: undefined } : { ended: undefined, waitsIn: positionOf(state) },
  );
};

describe('ways of a case', () => {
  test('an accepted complaint enters eight states', () => {
    expect(fromTheStart(aCaseAt('closed').events)).toMatchObject({
      ended: 'succeeded',
      entered: ['Intake', 'Investigation', 'Resolution', 'NextStep', 'CustomerDecision', 'NextStep', 'Fulfilment', 'Feedback'],
    });
  });

  test('a refusal that second-level review upholds goes to Feedback', () => {
    const { events } = aCaseAt('review').refused(chen).finished();
    expect(fromTheStart(events).entered.slice(-3)).toEqual(['SecondLevelReview', 'NextStep', 'Feedback']);
  });

  test.each(['intake', 'investigation', 'offer', 'review', 'fulfilment'] as const)('held and resumed at %s', (position) => {
    const before = aCaseAt(position);
    const held = before.held('parts', undefined, chen);
    expectToStandAt(carriedOn(fromTheStart(before.events), held.events), held.state);
    const resumed = held.resumed(chen);
    expectToStandAt(carriedOn(fromTheStart(held.events), resumed.events), resumed.state);
  });

  test.each(['intake', 'investigation', 'offer', 'approval', 'review', 'decision', 'fulfilment', 'on-hold'] as const)(
    'withdrawn at %s ends early, and reopened goes on in a successor',
    (position) => {
      const withdrawn = aCaseAt(position).withdrew();
      const first = fromTheStart(withdrawn.events);
      expect(first).toMatchObject({ at: 'EndedEarly', ended: 'succeeded' });
      const reopened = withdrawn.reopened();
      expect(carriedOn(first, reopened.events)).toBe(first);
      expectToStandAt(fromTheStart(reopened.events), reopened.state);
    },
  );

  test('an answer that comes late, after several events, is still the first move', () => {
    const intake = fromTheStart(aCase().events);
    expect(carriedOn(intake, aCaseAt('decision').events).entered).toEqual([
      'Intake',
      'Investigation',
      'Resolution',
      'NextStep',
      'CustomerDecision',
    ]);
  });
});

/** What of a case decides where it can go next, but for the persons. */
const essence = (state: Case): string =>
  JSON.stringify([
    positionOf(state),
    state.step,
    state.hold === 'customer-reply',
    state.rejections,
    state.reviewed,
    state.refusal !== undefined,
    state.owner !== undefined,
    state.offer?.remedy === 'exchange',
    state.receivedAt !== undefined,
    Math.min(state.formerOwners.length, 3),
    state.survey !== undefined,
    state.extensions.length,
  ]);

describe('every move that the domain can make', () => {
  const seen = new Set<string>();
  const moves = new Set<string>();
  const stray: string[] = [];
  const waiting = [aCase()];
  for (let from = waiting.shift(); from; from = waiting.shift()) {
    const before = fromTheStart(from.events);
    for (const { label, make } of movesFrom(from)) {
      const to = make(from);
      const [here, there] = [positionOf(from.state), positionOf(to.state)];
      if (here !== there) moves.add(`${here} → ${there}`);
      const after = before.ended ? fromTheStart(to.events) : carriedOn(before, to.events);
      if (after.ended === 'failed' || (waitsIn(after) ?? 'closed') !== there) stray.push(`${label} at ${here}: ${after.entered.join(' ')}`);
      const key = essence(to.state);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(to);
    }
  }

  test('is followed by the machine', () => {
    expect(stray).toEqual([]);
    expect([...moves].sort()).toMatchInlineSnapshot(`
     [
       "approval → closed",
       "approval → decision",
       "approval → offer",
       "approval → review",
       "closed → investigation",
       "decision → closed",
       "decision → feedback",
       "decision → fulfilment",
       "decision → investigation",
       "decision → review",
       "feedback → closed",
       "feedback → investigation",
       "fulfilment → closed",
       "fulfilment → feedback",
       "fulfilment → on-hold",
       "intake → closed",
       "intake → investigation",
       "intake → on-hold",
       "investigation → closed",
       "investigation → offer",
       "investigation → on-hold",
       "offer → approval",
       "offer → closed",
       "offer → decision",
       "offer → on-hold",
       "on-hold → closed",
       "on-hold → fulfilment",
       "on-hold → intake",
       "on-hold → investigation",
       "on-hold → offer",
       "on-hold → review",
       "review → approval",
       "review → closed",
       "review → decision",
       "review → feedback",
       "review → on-hold",
     ]
    `);
  });
});

describe('walks at random', () => {
  test('the execution and its successors stand where the case stands, after each event', () => {
    fc.assert(
      fc.property(randomWalk, (path) => {
        let execution = started();
        for (const { events, state } of path) {
          execution = carriedOn(execution, events);
          if (execution.ended && state.step !== 'closed') execution = fromTheStart(events);
          expectToStandAt(execution, state);
        }
      }),
    );
  });

  test('an execution that is answered late stands there too, in the end', () => {
    fc.assert(
      fc.property(randomWalk, fc.nat(), (path, stop) => {
        const middle = path[stop % path.length];
        const last = path.at(-1);
        if (!middle || !last) return;
        const behind = carriedOn(fromTheStart(middle.events), last.events);
        expectToStandAt(behind.ended && last.state.step !== 'closed' ? fromTheStart(last.events) : behind, last.state);
      }),
    );
  });

  test('a successor that replays from the start stands there at once', () => {
    fc.assert(
      fc.property(randomWalk, (path) => {
        const last = path.at(-1) ?? aCase();
        expectToStandAt(fromTheStart(last.events), last.state);
      }),
    );
  });
});
