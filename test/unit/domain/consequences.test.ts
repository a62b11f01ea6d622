import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailFor, mailOrder, needsFollowUp, timersOf, waitsForCustomer } from '../../../functions/domain/case/consequences.ts';
import type { EventType } from '../../../functions/domain/case/model.ts';
import { between, DAY } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt, type TestCase } from '../../support/builders/cases.ts';
import { POLICY } from '../../support/builders/policy.ts';
import { chen } from '../../support/builders/staff.ts';
import { randomWalk } from '../../support/builders/walks.ts';

const mails = ({ events }: TestCase) => events.flatMap((event) => mailFor(event)?.kind ?? []);

describe('mails', () => {
  test('of a complaint that is accepted', () => {
    expect(mails(aCaseAt('closed'))).toEqual(['acknowledgement', 'offer', 'fulfilment']);
  });

  test('of one that is asked about, rejected, approved and withdrawn', () => {
    const asked = aCaseAt('investigation').asked().wrote().found().offered().rejected().assigned(chen).found();
    const approved = asked
      .offered({ remedy: 'refund', amount: { amount: '9000', currency: 'CNY' } }, chen)
      .happens({ type: 'approved', data: {} });
    expect(mails(approved.withdrew())).toEqual(['acknowledgement', 'question', 'offer', 'offer', 'closing']);
  });

  test('of refusals, replies, reopening and silence', () => {
    expect(mails(aCaseAt('offer').replied().refused().expired())).toEqual(['acknowledgement', 'reply', 'decision', 'closing']);
    expect(mails(aCaseAt('closed').reopened()).at(-1)).toBe('reopening');
    expect(mails(aCaseAt('review').offered({}, chen).rejected()).at(-1)).toBe('decision');
  });

  test('go out for a hold only with words for the customer', () => {
    expect(mails(aCaseAt('on-hold'))).toEqual(['acknowledgement']);
    expect(mails(aCaseAt('investigation').held('parts', 'The part comes in May.'))).toEqual(['acknowledgement', 'reply']);
  });

  test('tell the customer of every extension, each with its own id', () => {
    const extended = aCaseAt('investigation').extended().extended(chen);
    expect(mails(extended)).toEqual(['acknowledgement', 'extension', 'extension']);
    expect(extended.events.flatMap((event) => mailFor(event)?.messageId ?? []).slice(1)).toEqual(['AC-1.3.extension', 'AC-1.4.extension']);
  });

  test('carry the version in their id, but for the survey, of which there is one', () => {
    expect(aCaseAt('decision').events.map(mailFor).at(-1)).toEqual({
      messageId: 'AC-1.4.offer',
      caseId: 'AC-1',
      version: 4,
      kind: 'offer',
    });
    expect(mailOrder('AC-1', 7, 'survey').messageId).toBe(mailOrder('AC-1', 12, 'survey').messageId);
    expect(mailOrder('AC-1', 7, 'warning-1').messageId).not.toBe(mailOrder('AC-1', 12, 'warning-1').messageId);
  });

  test('never share an id', () => {
    fc.assert(
      fc.property(randomWalk, (path) => {
        const ids = (path.at(-1)?.events ?? []).flatMap((event) => mailFor(event)?.messageId ?? []);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

/** Timers as days after the position was reached. */
const days = (of: TestCase) =>
  Object.fromEntries(timersOf(of.state, POLICY).map(({ purpose, at }) => [purpose, between(of.state.since, at) / DAY]));

describe('timers', () => {
  test('two warnings and an end while we wait for the customer', () => {
    const waiting = { 'warning-1': 3, 'warning-2': 6, expire: 10 };
    expect(days(aCaseAt('decision'))).toEqual(waiting);
    expect(days(aCaseAt('investigation').asked())).toEqual(waiting);
  });

  test('survey, reminder and end in Feedback', () => {
    expect(days(aCaseAt('feedback'))).toEqual({ survey: 1, 'survey-reminder': 4, finish: 8 });
  });

  test('only the end in Feedback of a case that was surveyed already, or that follows up another', () => {
    expect(days(aCaseAt('closed').reopened().found().offered().accepted().received().fulfilled())).toEqual({ finish: 1 });
    const followUp = aCase({ channel: 'follow-up' }).assigned().found().offered().accepted().fulfilled();
    expect(days(followUp)).toEqual({ finish: 1 });
  });

  test.each(['intake', 'investigation', 'offer', 'approval', 'review', 'fulfilment', 'closed', 'on-hold'] as const)(
    'none at %s',
    (position) => {
      expect(timersOf(aCaseAt(position).state, POLICY)).toEqual([]);
    },
  );

  test('belong to the version that reached the position, and stay the same while it lasts', () => {
    const { state } = aCaseAt('decision');
    const later = aCaseAt('decision').later(DAY).wrote();
    expect(timersOf(later.state, POLICY)).toEqual(timersOf(state, POLICY));
    expect(timersOf(state, POLICY).every(({ version }) => version === 4)).toBe(true);
  });

  test('begin anew with every wait', () => {
    const again = aCaseAt('investigation').asked().wrote().later(DAY).asked();
    expect(timersOf(again.state, POLICY).map(({ version }) => version)).toEqual([5, 5, 5]);
    expect(waitsForCustomer(again.state)).toBe(true);
  });
});

describe('a follow-up case', () => {
  const detractor = { outcome: 5, handling: 5, recommend: 6 };
  test.each([
    [{ outcome: 2, handling: 5, recommend: 10 }, true],
    [{ outcome: 3, handling: 3, recommend: 10 }, false],
    [{ outcome: 5, handling: 2, recommend: 10 }, true],
    [detractor, false],
    [{ ...detractor, comment: '' }, false],
    [{ ...detractor, comment: 'Slow.' }, true],
    [{ ...detractor, recommend: 7, comment: 'Slow.' }, false],
  ])('after %j: %p', (answers, wanted) => {
    const answered = aCaseAt('feedback').answered({ comment: undefined, ...answers });
    expect(answered.events.map(needsFollowUp)).toEqual([...answered.events.slice(1).map(() => false), wanted]);
  });

  test('comes from nothing else', () => {
    const others: readonly EventType[] = aCaseAt('feedback')
      .finished()
      .events.filter(needsFollowUp)
      .map(({ type }) => type);
    expect(others).toEqual([]);
  });
});
