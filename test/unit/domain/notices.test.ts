import { describe, expect, test } from '@jest/globals';
import { noticeOrder } from '../../../functions/domain/case/consequences.ts';
import { nextLookAt, noticesOf, noticesReached, type Notice } from '../../../functions/domain/case/notices.ts';
import { HOUR, plus, type Instant } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt, START, TestCase } from '../../support/builders/cases.ts';
import { BOOKS, POLICY } from '../../support/builders/policy.ts';

const at = (hours: number): Instant => plus(START, hours * HOUR);
const MINUTE = 60_000;

const told = (notices: ReturnType<typeof noticesReached>) => notices.map(({ clock, level, to }) => `${clock} ${level} ${to}`);

/** Both promises to the customer kept long ago, so that only the law speaks. */
const inLawOnly = (of: TestCase) =>
  of.happens({ type: 'replied', data: { message: 'm' } }).happens({ type: 'held', data: { reason: 'parts' } });

/** An inquiry has no statutory period, so that only the service clocks speak. */
const inquiry = () => aCase({ kind: 'inquiry' });

describe('notices', () => {
  test('come at parts of the target, then go up level by level, each to somebody else', () => {
    const ofFirst = noticesOf(inquiry().state, BOOKS, START).filter(({ clock }) => clock === 'firstResponse');
    expect(ofFirst.map(({ level, to, at: when }) => [level, to, when])).toEqual([
      [50, 'owner', at(1)],
      [80, 'owner', at(1.6)],
      [100, 'owner', at(2)],
      [125, 'supervisor', at(2.5)],
      [150, 'department', at(3)],
      [200, 'admin', at(4)],
    ]);
  });

  test('what is reached is told once per clock and person, with the latest level', () => {
    const { state } = inquiry();
    expect(noticesReached(state, BOOKS, plus(START, HOUR - 1))).toEqual([]);
    expect(told(noticesReached(state, BOOKS, at(1)))).toEqual(['firstResponse 50 owner']);
    expect(told(noticesReached(state, BOOKS, at(2.2)))).toEqual(['firstResponse 100 owner']);
    expect(told(noticesReached(state, BOOKS, at(5)))).toEqual([
      'firstResponse 100 owner',
      'firstResponse 125 supervisor',
      'firstResponse 150 department',
      'firstResponse 200 admin',
    ]);
    expect(told(noticesReached(state, BOOKS, at(10))).at(-1)).toBe('resolution 50 owner');
  });

  test('stop for a clock that is met', () => {
    const { state } = inquiry().assigned().replied();
    expect(noticesOf(state, BOOKS, START).every(({ clock }) => clock === 'resolution')).toBe(true);
    expect(noticesOf(aCaseAt('closed').state, BOOKS, at(100))).toEqual([]);
  });

  test('of a paused clock: those reached stay, those to come are not known until it runs again', () => {
    const held = inquiry().assigned().later(HOUR).held();
    expect(told(noticesReached(held.state, BOOKS, at(50)))).toEqual(['firstResponse 50 owner']);
    expect(nextLookAt(held.state, BOOKS, held.now)).toBeUndefined();
    const resumed = held.later(HOUR - MINUTE).resumed();
    expect(nextLookAt(resumed.state, BOOKS, resumed.now)).toBe(at(2.6));
  });

  test('of a statutory period come on the morning of the last day, and of our own target where that one comes before', () => {
    const told15 = (openedAt: Instant) =>
      noticesOf({ ...aCase().state, openedAt }, BOOKS, openedAt)
        .filter(({ clock }) => clock === 'complaint-answer')
        .map(({ level, to, at: when }) => [level, to, when]);
    expect(told15(START)).toEqual([
      ['last-day', 'owner', '2026-03-17T01:00:00.000Z'],
      ['last-day', 'supervisor', '2026-03-17T01:00:00.000Z'],
    ]);
    expect(told15('2026-02-01T02:00:00.000Z')).toEqual([
      ['target-day', 'owner', '2026-02-14T01:00:00.000Z'],
      ['last-day', 'owner', '2026-02-24T01:00:00.000Z'],
      ['last-day', 'supervisor', '2026-02-24T01:00:00.000Z'],
    ]);
  });

  test('of an extended period come anew on its new days, each once', () => {
    const lastMorning = '2026-03-17T01:00:00.000Z';
    const before = aCaseAt('investigation');
    const extended = new TestCase(before.events, before.state, plus(lastMorning, HOUR), POLICY).extended();
    const ofLaw = (of: TestCase, now: Instant) => noticesReached(of.state, BOOKS, now).filter(({ clock }) => clock === 'complaint-answer');
    expect(told(ofLaw(before, lastMorning))).toEqual(['complaint-answer last-day owner', 'complaint-answer last-day supervisor']);
    expect(ofLaw(extended, extended.now)).toEqual([]);
    const dates = noticesOf(extended.state, BOOKS, extended.now).filter(({ clock }) => clock === 'complaint-answer');
    expect(dates.map(({ level, to, at: when }) => [level, to, when])).toEqual([
      ['last-day', 'owner', '2026-04-01T01:00:00.000Z'],
      ['last-day', 'supervisor', '2026-04-01T01:00:00.000Z'],
    ]);
    const idOf = (notice: Notice | undefined) => notice && noticeOrder('AC-1', notice, { email: 'lin', name: 'Lin' }, 'lin').messageId;
    const again = ofLaw(extended, '2026-04-01T01:00:00.000Z')[0];
    expect(again).toMatchObject({ level: 'last-day', to: 'owner' });
    expect(idOf(again)).not.toBe(idOf(ofLaw(before, lastMorning)[0]));
    expect(idOf(again)).toBe(idOf(ofLaw(extended, '2026-04-02T01:00:00.000Z')[0]));
    expect(nextLookAt(inLawOnly(extended).state, BOOKS, extended.now)).toBe('2026-04-01T01:00:00.000Z');
  });

  test('a clock is looked at next when its next notice comes', () => {
    expect(nextLookAt(inquiry().state, BOOKS, START)).toBe(at(1));
    expect(nextLookAt(inquiry().state, BOOKS, at(1))).toBe(at(1.6));
    expect(nextLookAt(inquiry().state, BOOKS, at(1000))).toBeUndefined();
    const quietBooks = BOOKS.map((book) => ({ ...book, rules: { ...book.rules, milestones: [] } }));
    expect(nextLookAt(inquiry().state, quietBooks, START)).toBe(at(2)); // nobody is told, but the case becomes overdue
  });
});
