import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evolve, fold, positionOf, type Position } from '../../../functions/domain/case/evolve.ts';
import type { EventType } from '../../../functions/domain/case/model.ts';
import { DAY, plus } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt, START } from '../../support/builders/cases.ts';
import { chen, lin, sun, wang, zhao } from '../../support/builders/staff.ts';
import { randomWalk } from '../../support/builders/walks.ts';

describe('fold', () => {
  test('a new case stands at Intake, nobody owns it, and nothing has been said', () => {
    const { state } = aCase();
    expect(state).toMatchObject({ version: 1, step: 'intake', since: START, sinceVersion: 1, rejections: 0, formerOwners: [], pauses: [] });
    expect(state.owner).toBeUndefined();
    expect(state.firstRespondedAt).toBeUndefined();
  });

  test('refuses an empty history, a second opening and a missing version', () => {
    const [opened, assigned, found] = aCaseAt('offer').events;
    if (!opened || !assigned || !found) throw new Error('three events were expected');
    expect(() => fold([])).toThrow('at least one event');
    expect(() => fold([assigned])).toThrow('lacks the event');
    expect(() => fold([opened, opened])).toThrow('opened twice');
    expect(() => fold([opened, found])).toThrow('lacks the event');
    expect(() => fold([opened, assigned, assigned])).toThrow('lacks the event');
    expect(() => fold([{ ...opened, version: 2 }])).toThrow('opened twice');
  });

  test('is the same event by event and at once, and changes nothing that it was given', () => {
    const { events, state } = aCaseAt('closed');
    for (const event of events) Object.freeze(event.data);
    expect(fold(events.map((event) => Object.freeze(event)))).toEqual(state);
    expect(events.map((_event, index) => fold(events.slice(0, index + 1))).at(-1)).toEqual(state);
  });
});

describe('steps', () => {
  test.each<[Position, EventType, string]>([
    ['investigation', 'assigned', 'the first owner ends Intake'],
    ['offer', 'found', 'findings end Investigation'],
    ['approval', 'offered', 'an offer above the limit waits for approval'],
    ['decision', 'offered', 'an offer within the limit goes to the customer'],
    ['fulfilment', 'accepted', 'an accepted offer is carried out'],
    ['feedback', 'fulfilled', 'the reference ends Resolution'],
    ['closed', 'answered', 'the answered survey closes'],
  ])('%s is reached by %s: %s', (position, last) => {
    const { state, events } = aCaseAt(position);
    expect({ position: positionOf(state), last: events.at(-1)?.type }).toEqual({ position, last });
  });

  test('a second assignment changes the owner and nothing else', () => {
    const before = aCaseAt('offer');
    const after = before.assigned(wang);
    expect(after.state).toEqual({ ...before.state, version: before.state.version + 1, owner: 'wang', ownerName: 'Wang' });
  });

  test('an extension is kept with who answers for it, and changes nothing else', () => {
    const before = aCaseAt('investigation').wrote();
    const after = before.extended().extended(chen);
    expect(after.state).toEqual({
      ...before.state,
      version: before.state.version + 2,
      extensions: [
        { days: 30, approval: false, at: before.now, by: { role: 'staff', id: 'lin', group: 'agent' } },
        { days: 60, approval: true, at: plus(before.now, 60_000), by: { role: 'staff', id: 'chen', group: 'supervisor' } },
      ],
    });
  });

  test('an owner named while Intake is held takes effect when it is resumed', () => {
    const held = aCase().held('other', undefined, chen).assigned(lin);
    expect(positionOf(held.state)).toBe('on-hold');
    expect(positionOf(held.resumed(lin).state)).toBe('investigation');
  });

  test('since tells when the position was reached, not the last event', () => {
    const { state } = aCaseAt('offer').later(DAY).replied();
    expect(state.sinceVersion).toBe(3);
    expect(state.since).toBe(aCaseAt('offer').state.since);
  });
});

describe('rejections', () => {
  test('take the offer and the owner away and remember who must not handle it again', () => {
    const { state } = aCaseAt('decision').rejected();
    expect(state).toMatchObject({ step: 'investigation', rejections: 1, formerOwners: ['lin'] });
    expect(state.offer).toBeUndefined();
    expect(state.owner).toBeUndefined();
  });

  test('lead back to Investigation twice, then to review, then to Feedback as unresolved', () => {
    const steps = aCase().assigned(lin).rejectedOnce(wang).rejectedOnce(sun).found().offered();
    const review = steps.rejected();
    expect(review.state).toMatchObject({ step: 'review', rejections: 3, formerOwners: ['lin', 'wang', 'sun'] });
    const final = review.offered({ remedy: 'apology' }, chen).rejected();
    expect(final.state).toMatchObject({ step: 'feedback', outcome: 'unresolved' });
  });

  test('a refusal that the customer contests goes back to Investigation, too', () => {
    const contested = aCaseAt('offer').refused().rejected();
    expect(contested.state).toMatchObject({ step: 'investigation', rejections: 1 });
    expect(contested.state.refusal).toBeUndefined();
  });

  test('a refusal that the customer accepts, or that review upholds, ends as refused', () => {
    expect(aCaseAt('offer').refused().accepted().state).toMatchObject({ step: 'feedback', outcome: 'refused' });
    expect(aCaseAt('review').refused(chen).state).toMatchObject({ step: 'feedback', outcome: 'refused', reviewed: true });
  });
});

describe('approval', () => {
  test('declined returns to the offer, without it', () => {
    const { state } = aCaseAt('approval').declined();
    expect(state.step).toBe('offer');
    expect(state.offer).toBeUndefined();
    expect(state.owner).toBe('lin');
  });

  test('declined in review returns to review, whose word is then still to come', () => {
    const proposed = aCaseAt('review').offered({ remedy: 'refund', amount: { amount: '9000', currency: 'CNY' } }, chen);
    expect(proposed.state).toMatchObject({ step: 'approval', reviewed: true });
    expect(proposed.declined(zhao).state).toMatchObject({ step: 'review', reviewed: false });
  });
});

describe('what the customer waits for', () => {
  test.each(['message', 'file'] as const)('a question is over when the customer sends a %s', (what) => {
    const asked = aCaseAt('investigation').asked();
    const attachment = { id: 'f1', name: 'kettle.jpg', contentType: 'image/jpeg', size: 1000 };
    const after = what === 'message' ? asked.wrote() : asked.customer({ action: 'attachment', attachment });
    expect(positionOf(after.state)).toBe('investigation');
    expect(after.state.unansweredSince).toBe(asked.now);
    expect(after.state.pauses).toEqual([{ from: asked.events.at(-1)?.at, to: asked.now, why: 'customer' }]);
  });

  test('a hold for another reason goes on when the customer writes', () => {
    expect(positionOf(aCaseAt('on-hold').wrote().state)).toBe('on-hold');
  });

  test('the first unanswered message counts, and our reply clears it', () => {
    const first = aCaseAt('investigation');
    const second = first.wrote().later(DAY).wrote();
    expect(second.state.unansweredSince).toBe(first.now);
    expect(second.replied().state.unansweredSince).toBeUndefined();
  });

  test('the first response is what the customer sees first, and stays', () => {
    const replied = aCaseAt('investigation').replied();
    expect(replied.state.firstRespondedAt).toBe(replied.events.at(-1)?.at);
    expect(replied.later(DAY).replied().state.firstRespondedAt).toBe(replied.state.firstRespondedAt);
    expect(aCaseAt('approval').state.firstRespondedAt).toBeUndefined();
    expect(aCaseAt('approval').approved().state.firstRespondedAt).toBeDefined();
  });
});

describe('ends', () => {
  test('withdrawn and expired cases close at once with their outcome, also from a hold', () => {
    expect(aCaseAt('on-hold').withdrew().state).toMatchObject({ step: 'closed', outcome: 'withdrawn' });
    expect(aCaseAt('on-hold').withdrew().state.hold).toBeUndefined();
    expect(aCaseAt('decision').expired().state).toMatchObject({ step: 'closed', outcome: 'expired' });
  });

  test('a survey that nobody answers closes, and the outcome stays', () => {
    expect(aCaseAt('feedback').finished().state).toMatchObject({ step: 'closed', outcome: 'resolved' });
  });

  test('reopening starts the investigation anew, keeps what is known and the moment of resolution', () => {
    const closed = aCaseAt('closed').later(DAY);
    const { state } = closed.reopened();
    expect(state).toMatchObject({ step: 'investigation', rejections: 0, owner: 'lin', rootCause: 'product-defect' });
    expect(state.firstResolvedAt).toBe(closed.state.resolvedAt);
    for (const field of ['outcome', 'offer', 'fulfilment', 'receivedAt', 'resolvedAt', 'closedAt'] as const)
      expect(state[field]).toBeUndefined();
    expect(state.pauses.at(-1)).toEqual({ from: closed.state.resolvedAt, to: closed.now, why: 'resolved' });
  });

  test('a second resolution does not move the first', () => {
    const first = aCaseAt('closed');
    const second = first.later(DAY).reopened().found().offered().accepted().received().fulfilled();
    expect(second.state.firstResolvedAt).toBe(first.state.resolvedAt);
    expect(second.state.resolvedAt).toBe(second.state.fulfilment?.at);
    expect(second.state.fulfilment?.at).not.toBe(first.state.fulfilment?.at);
  });
});

test('whatever happens: pauses follow each other, one runs exactly while we do not work, and versions count events', () => {
  fc.assert(
    fc.property(randomWalk, (path) => {
      for (const { state, events } of path) {
        expect(state.version).toBe(events.length);
        const running = state.pauses.filter((pause) => pause.to === undefined);
        expect(running).toHaveLength(['on-hold', 'decision', 'feedback', 'closed'].includes(positionOf(state)) ? 1 : 0);
        state.pauses.forEach((pause, index) => {
          const next = state.pauses[index + 1];
          if (pause.to) expect(pause.from <= pause.to).toBe(true);
          if (next) expect(pause.to && pause.to <= next.from).toBe(true);
        });
        expect(state.closedAt === undefined).toBe(state.step !== 'closed');
        expect(state.hold !== undefined && state.step === 'closed').toBe(false);
      }
    }),
  );
});

test('an event on top of a state gives the state after it', () => {
  const before = aCaseAt('feedback');
  const after = before.answered({ comment: 'Thanks.' });
  const last = after.events.at(-1);
  expect(last && evolve(before.state, last)).toEqual(after.state);
  expect(after.state.survey).toEqual({ outcome: 5, handling: 4, recommend: 9, comment: 'Thanks.' });
});
