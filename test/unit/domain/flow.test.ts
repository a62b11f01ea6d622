import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../functions/domain/case/evolve.ts';
import { answerFor, stageOf, STRAIGHT_ON, waitingFor } from '../../../functions/domain/case/flow.ts';
import { STAGES, STEPS } from '../../../functions/domain/case/model.ts';
import { aCase, aCaseAt } from '../../support/builders/cases.ts';
import { POSITIONS } from '../../support/builders/positions.ts';
import { chen, lin } from '../../support/builders/staff.ts';

describe('stages', () => {
  test('steps belong to stages in their order', () => {
    expect(STEPS.map(stageOf)).toEqual([
      'intake',
      'investigation',
      'resolution',
      'resolution',
      'resolution',
      'resolution',
      'resolution',
      'feedback',
      'closed',
    ]);
    expect(new Set(STEPS.map(stageOf))).toEqual(new Set(STAGES));
  });

  test('a hold does not change the stage, and says what it waits for', () => {
    const parts = aCaseAt('on-hold').state;
    expect([stageOf(parts.step), waitingFor(parts)]).toEqual(['investigation', 'hold']);
    expect(waitingFor(aCaseAt('investigation').asked().state)).toBe('customer-reply');
    expect(waitingFor(aCaseAt('decision').state)).toBe('customer-decision');
  });
});

describe('the answer to a step that waits', () => {
  test.each(POSITIONS)('is none while the case stands at %s', (position) => {
    const { events, state } = aCaseAt(position);
    expect(answerFor(events, position, state.sinceVersion)).toBeUndefined();
  });

  test('is the first move away, not the last', () => {
    expect(answerFor(aCaseAt('decision').events, 'intake', 1)).toEqual({ next: 'investigation', version: 2, interrupted: false });
  });

  test('passes over events that leave the case where it is', () => {
    const { events } = aCaseAt('investigation').replied().wrote().found();
    expect(answerFor(events, 'investigation', 2)).toEqual({ next: 'offer', version: 5, interrupted: false });
  });

  test.each(POSITIONS.flatMap((from) => (STRAIGHT_ON[from] ? [[from, STRAIGHT_ON[from]] as const] : [])))(
    'is no interruption when %s goes straight on to %s',
    (from, next) => {
      const { events } = aCaseAt('closed');
      const since = events.findIndex((_event, index) => fold(events.slice(0, index + 1)).step === from) + 1;
      expect(answerFor(events, from, since)).toMatchObject({ next, interrupted: false });
    },
  );

  test.each(['intake', 'investigation', 'fulfilment'] as const)('is an interruption when %s is held or withdrawn', (position) => {
    const before = aCaseAt(position);
    const since = before.state.sinceVersion;
    expect(answerFor(before.held('parts', undefined, chen).events, position, since)).toMatchObject({ next: 'on-hold', interrupted: true });
    expect(answerFor(before.withdrew().events, position, since)).toMatchObject({ next: 'closed', interrupted: true });
  });

  test('is an interruption when Feedback is reopened, and none when it closes', () => {
    const { events, state } = aCaseAt('feedback').reopened();
    expect(answerFor(events, 'feedback', state.sinceVersion - 1)).toMatchObject({ next: 'investigation', interrupted: true });
    const finished = aCaseAt('feedback').finished();
    expect(answerFor(finished.events, 'feedback', finished.state.version - 1)).toMatchObject({ next: 'closed', interrupted: false });
  });

  test('an outcome of a step that leads to the choice is none, wherever it leads', () => {
    const rejected = aCaseAt('decision').rejected();
    expect(answerFor(rejected.events, 'decision', 4)).toEqual({ next: 'investigation', version: 5, interrupted: false });
    const resumed = aCaseAt('on-hold').resumed(lin);
    expect(answerFor(resumed.events, 'on-hold', 3)).toEqual({ next: 'investigation', version: 4, interrupted: false });
  });

  test('passes over a closing that a reopening took back', () => {
    const reopened = aCaseAt('closed').reopened();
    expect(answerFor(reopened.events, 'feedback', 7)).toEqual({ next: 'investigation', version: 9, interrupted: true });
    const early = aCase().withdrew().reopened();
    expect(answerFor(early.events, 'intake', 1)).toEqual({ next: 'investigation', version: 3, interrupted: false });
    const twice = aCase().withdrew().reopened().withdrew();
    expect(answerFor(twice.events, 'investigation', 3)).toMatchObject({ next: 'closed', version: 4, interrupted: true });
  });
});
