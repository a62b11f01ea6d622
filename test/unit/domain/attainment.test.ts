import { describe, expect, test } from '@jest/globals';
import { attainmentOf, keptTargets, type KeptTargets } from '../../../functions/domain/case/attainment.ts';
import { DAY, HOUR } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt } from '../../support/builders/cases.ts';
import { BOOKS } from '../../support/builders/policy.ts';

const kept = (changes: Partial<KeptTargets> = {}): KeptTargets => ({
  caseId: 'AC-1',
  month: '2026-03',
  resolvedAt: '2026-03-02T09:06:00.000Z',
  policy: { id: 'high', name: 'high' },
  clocks: { firstResponse: { met: 1, missed: [] }, nextResponse: { met: 0, missed: [] }, resolution: { met: 1, missed: [] } },
  ...changes,
});

describe('the figures of a case', () => {
  test('are there once it is resolved', () => {
    expect(keptTargets(aCaseAt('fulfilment').state, BOOKS)).toBeUndefined();
    const { state } = aCaseAt('feedback');
    expect(keptTargets(state, BOOKS)).toEqual(kept({ owner: 'lin', resolvedAt: state.resolvedAt ?? '' }));
    expect(keptTargets(aCaseAt('investigation').withdrew().state, BOOKS)).toBeUndefined();
  });

  test('count every customer message that was answered, and by how many minutes a target was missed', () => {
    const { state } = aCase()
      .assigned()
      .later(3 * HOUR)
      .replied()
      .wrote()
      .later(HOUR)
      .replied()
      .wrote()
      .later(5 * HOUR)
      .replied()
      .later(DAY)
      .found()
      .offered()
      .accepted()
      .received()
      .fulfilled();
    expect(keptTargets(state, BOOKS)?.clocks).toEqual({
      firstResponse: { met: 0, missed: [62] },
      nextResponse: { met: 1, missed: [61] },
      resolution: { met: 0, missed: [13 * 60 + 10] },
    });
  });

  test('belong to the month of the first resolution in the team’s zone, however often the case is reopened', () => {
    const closed = aCaseAt('closed');
    const again = closed
      .later(40 * DAY)
      .reopened()
      .found()
      .offered()
      .accepted()
      .received()
      .fulfilled();
    expect(keptTargets(again.state, BOOKS)).toMatchObject({ month: '2026-03', resolvedAt: again.state.resolvedAt });
    const atMidnight = { ...closed.state, firstResolvedAt: '2026-03-31T16:00:00.000Z' };
    expect(keptTargets(atMidnight, BOOKS)?.month).toBe('2026-04');
  });
});

describe('the figures of a month', () => {
  test('are summed up per policy, with the middle and the worst of what was late', () => {
    const late = (minutes: number) => kept({ clocks: { ...kept().clocks, resolution: { met: 0, missed: [minutes] } } });
    const low = kept({ policy: { id: 'low', name: 'low' } });
    const report = attainmentOf('2026-03', 'service', [kept(), late(10), late(90), late(30), low]);
    expect(report).toMatchObject({ month: '2026-03', team: 'service', cases: 5, clocks: { resolution: { met: 2, missed: 3 } } });
    expect(report.policies.map(({ policy, cases }) => [policy.id, cases])).toEqual([
      ['high', 4],
      ['low', 1],
    ]);
    expect(report.policies[0]?.clocks.resolution).toEqual({ met: 1, missed: 3, medianLateMinutes: 30, worstLateMinutes: 90 });
    expect(report.policies[1]?.clocks.resolution).toEqual({ met: 1, missed: 0 });
  });

  test('of a month without cases are empty', () => {
    expect(attainmentOf('2026-01', 'service', [])).toMatchObject({
      cases: 0,
      policies: [],
      clocks: { firstResponse: { met: 0, missed: 0 } },
    });
  });
});
