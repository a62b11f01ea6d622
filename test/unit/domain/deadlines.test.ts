import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caseDeadlines } from '../../../functions/domain/case/decideStaff.ts';
import { clocksOf } from '../../../functions/domain/case/view.ts';
import { deskRow } from '../../../functions/domain/case/deskView.ts';
import { deadlines } from '../../../functions/domain/clocks/deadlines.ts';
import { between, DAY, HOUR, plus } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt, START } from '../../support/builders/cases.ts';
import { POLICY } from '../../support/builders/policy.ts';
import { chen } from '../../support/builders/staff.ts';

const at = (hours: number) => plus(START, hours * HOUR);

describe('deadlines', () => {
  test('are hours from the opening, by priority', () => {
    expect(deadlines(POLICY.targets, 'urgent', START, [], START)).toEqual({ firstResponseDue: at(1), resolutionDue: at(10), pausedMs: 0 });
    expect(deadlines(POLICY.targets, 'low', START, [], START)).toEqual({ firstResponseDue: at(8), resolutionDue: at(80), pausedMs: 0 });
  });

  test('pauses push the resolution out, not the first response; a running one up to now', () => {
    const pauses = [
      { from: at(1), to: at(3), why: 'hold' },
      { from: at(5), why: 'customer' },
    ] as const;
    const due = deadlines(POLICY.targets, 'urgent', START, pauses, at(9));
    expect(due).toEqual({ firstResponseDue: at(1), resolutionDue: at(16), pausedMs: 6 * HOUR });
  });

  test('a pause that begins after now counts nothing', () => {
    expect(deadlines(POLICY.targets, 'urgent', START, [{ from: at(5), why: 'hold' }], at(2)).pausedMs).toBe(0);
  });

  test('never come earlier by time passing or by pauses', () => {
    const hours = fc.nat({ max: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(hours, hours)), hours, hours, (spans, now, more) => {
        const pauses = spans.map(([from, long]) => ({ from: at(from), to: at(from + long), why: 'hold' as const }));
        const running = [...pauses, { from: at(now), why: 'customer' as const }];
        const first = deadlines(POLICY.targets, 'high', START, running, at(now));
        const later = deadlines(POLICY.targets, 'high', START, running, at(now + more));
        expect(between(first.resolutionDue, later.resolutionDue)).toBe(more * HOUR);
        expect(between(at(20), first.resolutionDue)).toBe(first.pausedMs);
      }),
    );
  });
});

describe('clocks of a case', () => {
  test('follow the priority that staff set', () => {
    const urgent = aCase().staff(chen, { action: 'classify', category: 'other', priority: 'low', safety: true });
    expect(caseDeadlines(urgent.state, POLICY, START).resolutionDue).toBe(at(10));
  });

  test('stand still while the case is held, and stop for good when it is resolved', () => {
    const held = aCaseAt('on-hold').later(DAY).resumed();
    expect(clocksOf(held.state, POLICY, held.now).pausedSeconds).toBe(24 * 3600 + 60);
    const { state, now } = aCaseAt('closed');
    expect(clocksOf(state, POLICY, plus(now, 30 * DAY))).toEqual(clocksOf(state, POLICY, now));
  });

  test('a case is overdue by the next promise that it can break', () => {
    const { state } = aCaseAt('investigation');
    expect(deskRow(state, POLICY, at(2))).toMatchObject({ due: at(2), overdue: false });
    expect(deskRow(state, POLICY, plus(at(2), 1))).toMatchObject({ due: at(2), overdue: true });
    const replied = aCaseAt('investigation').replied().state;
    expect(deskRow(replied, POLICY, at(19))).toMatchObject({ due: at(20), overdue: false });
    expect(deskRow(aCaseAt('closed').state, POLICY, at(2000)).overdue).toBe(false);
  });
});
