import { describe, expect, test } from '@jest/globals';
import { clocksOf, receiptsOf, rulesNeededSince } from '../../../functions/domain/case/clocks.ts';
import { deskRow } from '../../../functions/domain/case/deskView.ts';
import { noticesOf } from '../../../functions/domain/case/notices.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import type { RuleBook } from '../../../functions/domain/clocks/rules.ts';
import { between, DAY, HOUR, plus, type Instant } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt, anOpening, START } from '../../support/builders/cases.ts';
import { BOOK, BOOKS, withTargets } from '../../support/builders/policy.ts';
import { chen } from '../../support/builders/staff.ts';

const at = (hours: number): Instant => plus(START, hours * HOUR);
const MINUTE = 60_000;

describe('targets', () => {
  test('follow the priority that staff set', () => {
    expect(clocksOf(aCase().state, BOOKS, START)).toMatchObject({ firstResponse: { due: at(2) }, resolution: { due: at(20) } });
    const urgent = aCase().staff(chen, { action: 'classify', category: 'other', priority: 'low', safety: true });
    expect(clocksOf(urgent.state, BOOKS, START)).toMatchObject({
      firstResponse: { due: at(1), policy: { id: 'urgent' } },
      resolution: { due: at(10), targetSeconds: 36_000 },
    });
  });

  test('a clock that was met keeps the priority of that moment', () => {
    const kept = aCaseAt('investigation').replied().staff(chen, { action: 'classify', category: 'other', priority: 'low', safety: false });
    expect(clocksOf(kept.state, BOOKS, at(30))).toMatchObject({
      firstResponse: { state: 'met', due: at(2), policy: { id: 'high' } },
      resolution: { state: 'running', due: at(80), policy: { id: 'low' } },
    });
  });

  test('new rules move what is open, with the pauses that it had, and leave what was met', () => {
    const held = aCaseAt('investigation')
      .replied()
      .held()
      .later(3 * HOUR - MINUTE)
      .resumed();
    const stricter: RuleBook = { ...withTargets(BOOK, 'high', { firstResponse: 1, resolution: 60 }), version: 1, at: at(5) };
    const [before, after] = [clocksOf(held.state, BOOKS, at(6)), clocksOf(held.state, [BOOK, stricter], at(6))];
    expect(before.resolution).toMatchObject({ due: at(23), rulesVersion: 0, state: 'running' });
    expect(after.resolution).toMatchObject({ due: at(4), rulesVersion: 1, state: 'late', lateSeconds: 7200 });
    expect(after.firstResponse).toEqual(before.firstResponse);
    expect(rulesNeededSince(held.state, at(6))).toBe(held.state.firstRespondedAt);
  });

  test('the region comes from staff, else the customer, else the team, and chooses calendar and law', () => {
    const calendarOf = (region: 'CN' | 'TW' | undefined) => {
      const { customer } = anOpening();
      return clocksOf(aCase({ customer: { ...customer, region } }).state, [FIRST_BOOK], START);
    };
    expect(calendarOf(undefined).resolution.calendar).toBe('cn-standard');
    expect(calendarOf('TW').resolution.calendar).toBe('tw-standard');
    expect(calendarOf(undefined).legal.map(({ clock }) => clock)).toEqual(['complaint-answer']);
    expect(calendarOf('TW').legal).toEqual([]);
    const moved = aCase().staff(chen, { action: 'classify', category: 'other', priority: 'high', safety: false, region: 'TW' });
    expect(clocksOf(moved.state, [FIRST_BOOK], START).resolution.calendar).toBe('tw-standard');
  });
});

describe('pauses', () => {
  test('push every open clock out, and a running one goes on doing so', () => {
    const { state, now } = aCaseAt('on-hold');
    const held = state.pauses[0]?.from ?? '';
    const [soon, later] = [clocksOf(state, BOOKS, now), clocksOf(state, BOOKS, plus(now, DAY))];
    expect(soon.resolution.state).toBe('paused');
    expect(between(soon.resolution.due, later.resolution.due)).toBe(DAY);
    expect(between(soon.firstResponse.due, later.firstResponse.due)).toBe(DAY);
    expect(later.resolution.elapsedSeconds).toBe(between(START, held) / 1000);
    expect(later.pausedSeconds).toBe(between(held, plus(now, DAY)) / 1000);
  });

  test('the time from resolved to reopened does not count, and the resolution runs on afterwards', () => {
    const resolved = aCaseAt('feedback');
    const used = clocksOf(resolved.state, BOOKS, resolved.now).resolution.elapsedSeconds;
    expect(clocksOf(resolved.state, BOOKS, plus(resolved.now, 5 * DAY)).resolution).toMatchObject({ state: 'met', elapsedSeconds: used });
    const reopened = resolved.later(3 * DAY).staff(chen, { action: 'reopen' });
    expect(clocksOf(reopened.state, BOOKS, reopened.now).resolution).toMatchObject({ state: 'running', elapsedSeconds: used + 60 });
    expect(reopened.state.firstResolvedAt).toBe(resolved.state.resolvedAt);
  });

  test('waiting for the customer does not stop the clock of a message that the customer wrote meanwhile', () => {
    const wrote = aCaseAt('decision').wrote();
    const { nextResponse, resolution } = clocksOf(wrote.state, BOOKS, plus(wrote.now, 5 * HOUR));
    expect(resolution.state).toBe('paused');
    expect(nextResponse).toMatchObject({ state: 'late', due: plus(wrote.state.unansweredSince ?? '', 4 * HOUR) });
  });

  test('a clock that was met is frozen, whatever happens to the case later', () => {
    const { state, now } = aCaseAt('closed');
    expect(clocksOf(state, BOOKS, plus(now, 30 * DAY))).toEqual(clocksOf(state, BOOKS, now));
  });
});

describe('next response', () => {
  test('starts with the first unanswered message, a second one does not move it, our reply clears it', () => {
    const first = aCaseAt('investigation').replied().later(HOUR).wrote();
    const second = first.later(HOUR).wrote();
    const due = plus(first.state.unansweredSince ?? '', 4 * HOUR);
    expect(clocksOf(second.state, BOOKS, second.now).nextResponse).toMatchObject({ due, state: 'running' });
    const answered = second.replied();
    expect(clocksOf(answered.state, BOOKS, answered.now).nextResponse).toBeUndefined();
    expect(answered.state.answeredMessages).toEqual([{ from: first.state.unansweredSince, to: answered.state.answeredMessages[0]?.to }]);
  });
});

describe('the row of a queue', () => {
  test('names the clock that is due first, and is overdue when that one is late', () => {
    const { state } = aCaseAt('investigation');
    expect(deskRow(state, BOOKS, at(2))).toMatchObject({ due: at(2), dueClock: 'firstResponse', overdue: false, lateMinutes: 0 });
    expect(deskRow(state, BOOKS, plus(at(2), 90_000))).toMatchObject({ due: at(2), overdue: true, lateMinutes: 1 });
    const replied = aCaseAt('investigation').replied().state;
    expect(deskRow(replied, BOOKS, at(19))).toMatchObject({ due: at(20), dueClock: 'resolution', overdue: false });
    expect(deskRow(aCaseAt('closed').state, BOOKS, at(2000))).toMatchObject({ overdue: false, lateMinutes: 0 });
  });
});

describe('statutory periods', () => {
  test('a complaint is answered within 15 days, the day of the event not counted, and is answered by the first offer', () => {
    const running = clocksOf(aCase().state, BOOKS, START).legal;
    expect(running).toMatchObject([
      {
        clock: 'complaint-answer',
        state: 'running',
        event: '2026-03-02',
        rawLastDay: '2026-03-17',
        lastDay: '2026-03-17',
        internalTarget: '2026-03-17',
      },
    ]);
    expect(clocksOf(aCase().state, BOOKS, at(16 * 24)).legal[0]?.state).toBe('late');
    const offered = aCaseAt('decision');
    expect(clocksOf(offered.state, BOOKS, at(40 * 24)).legal[0]).toMatchObject({ state: 'met', doneAt: offered.state.decidedAt });
  });

  test('the answer to a complaint is extended to 30 days, then to 60, and nothing else moves', () => {
    const before = aCaseAt('investigation');
    const first = before.extended();
    const second = first.later(20 * DAY).extended(chen);
    const [regular, longer, longest] = [before, first, second].map(({ state }) => clocksOf(state, BOOKS, at(24)));
    expect(regular?.legal[0]).toMatchObject({
      days: 15,
      regularDays: 15,
      extensions: [],
      extendable: { days: 30, approval: false, lastDay: '2026-04-01' },
    });
    expect(longer?.legal[0]).toMatchObject({
      state: 'running',
      days: 30,
      regularDays: 15,
      extensions: [{ at: first.state.extensions[0]?.at, days: 30 }],
      extendable: { days: 60, approval: true, lastDay: '2026-05-06' },
      rawLastDay: '2026-04-01',
      lastDay: '2026-04-01',
    });
    // Labour Day and the days off around it, 1 to 5 May
    expect(longest?.legal[0]).toMatchObject({
      days: 60,
      rawLastDay: '2026-05-01',
      lastDay: '2026-05-06',
      internalTarget: '2026-04-30',
    });
    expect(longest?.legal[0]?.extendable).toBeUndefined();
    expect([longer, longest].map((clocks) => ({ ...clocks, legal: [] }))).toEqual([
      { ...regular, legal: [] },
      { ...regular, legal: [] },
    ]);
    expect(receiptsOf(second.state, BOOKS, at(24))).toEqual(receiptsOf(before.state, BOOKS, at(24)));
  });

  test('an extended period is kept by its own last day, and one that is over cannot be extended', () => {
    const late = aCaseAt('investigation')
      .extended()
      .found()
      .later(25 * DAY)
      .offered();
    expect(clocksOf(late.state, BOOKS, at(2000)).legal[0]).toMatchObject({ state: 'met', days: 30 });
    expect(clocksOf(aCase().state, BOOKS, at(16 * 24)).legal[0]?.extendable).toBeUndefined();
    expect(clocksOf(aCase().withdrew().state, BOOKS, at(24)).legal[0]).toMatchObject({ state: 'stopped' });
    expect(clocksOf(aCase().withdrew().state, BOOKS, at(24)).legal[0]?.extendable).toBeUndefined();
  });

  test('goods that came back are refunded within 7 days of it', () => {
    const accepted = aCaseAt('offer').offered({ remedy: 'return-refund', reasons: 'Defect' }).accepted();
    const waiting = clocksOf(accepted.state, BOOKS, accepted.now).legal;
    expect(waiting.map(({ clock }) => clock)).toEqual(['complaint-answer']);
    const received = accepted.later(3 * DAY).received();
    const refund = clocksOf(received.state, BOOKS, received.now).legal[1];
    expect(refund).toMatchObject({ clock: 'refund', state: 'running', days: 7, event: '2026-03-05', lastDay: '2026-03-12' });
    const paid = received.fulfilled();
    expect(clocksOf(paid.state, BOOKS, paid.now).legal[1]).toMatchObject({ state: 'met' });
  });

  test('are only those of the laws that bind the company', () => {
    const received = aCaseAt('offer').offered({ remedy: 'return-refund', reasons: 'Defect' }).accepted().received();
    const bound = (...laws: RuleBook['rules']['laws']) =>
      clocksOf(received.state, [{ ...BOOK, rules: { ...BOOK.rules, laws } }], received.now).legal.map(({ clock }) => clock);
    expect(bound('refund', 'complaint-answer')).toEqual(['complaint-answer', 'refund']);
    expect(bound('refund')).toEqual(['refund']);
    expect(bound('complaint-answer')).toEqual(['complaint-answer']);
    expect(bound()).toEqual([]);
  });

  test('go and come with new rules while they run, and stay as they were once they are met', () => {
    const [open, met] = [aCaseAt('investigation'), aCaseAt('decision')];
    const unbound: RuleBook = { ...BOOK, rules: { ...BOOK.rules, laws: ['refund'] }, version: 1, at: at(5) };
    const bound: RuleBook = { ...BOOK, version: 2, at: at(7) };
    const legal = ({ state }: typeof open, hours: number, ...books: readonly RuleBook[]) => clocksOf(state, books, at(hours)).legal;
    expect(legal(open, 4, BOOK, unbound)).toHaveLength(1);
    expect(legal(open, 6, BOOK, unbound)).toEqual([]);
    expect(noticesOf(open.state, [BOOK, unbound], at(6)).filter(({ clock }) => clock === 'complaint-answer')).toEqual([]);
    expect(legal(open, 8, BOOK, unbound, bound)).toEqual(legal(open, 8, BOOK));
    expect(legal(met, 6, BOOK, unbound)).toEqual(legal(met, 6, BOOK));
    expect(legal(met, 8, { ...unbound, at: START }, bound)).toEqual([]);
  });

  test('an inquiry has none', () => {
    expect(clocksOf(aCase({ kind: 'inquiry' }).state, BOOKS, START).legal).toEqual([]);
  });
});

describe('receipts', () => {
  test('tell how the due time came about, and what came after it', () => {
    const held = aCaseAt('investigation')
      .replied()
      .held()
      .later(HOUR - MINUTE)
      .resumed();
    const lines = receiptsOf(held.state, BOOKS, at(22)).resolution ?? [];
    const [from, to] = [held.state.pauses[0]?.from, held.state.pauses[0]?.to];
    expect(lines).toEqual([
      { from: START, to: from, counted: true, why: 'open' },
      { from, to, counted: false, why: 'hold' },
      { from: to, to: at(21), counted: true, why: 'open' },
      { from: at(21), to: at(22), counted: true, why: 'open', late: true },
    ]);
  });
});
