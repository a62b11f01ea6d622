import { expect, test } from '@jest/globals';
import { attainments } from '../../functions/handlers/api/answers.ts';
import type { ServiceClockName } from '../../functions/domain/clocks/rules.ts';
import { chen, ida, lin } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf, call, pointersOf } from '../support/stack/http.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { anUrgentComplaint } from '../support/stack/steps.ts';
import { theClock } from '../support/stack/theStack.ts';
import { DAY, HOUR, pass, quiet } from '../support/stack/time.ts';

/** The month of a moment in China. */
const monthThere = (moment: Date): string => new Date(moment.getTime() + 8 * HOUR * 1000).toISOString().slice(0, 7);

interface Figures {
  readonly cases: number;
  readonly met: Readonly<Record<ServiceClockName, number>>;
  readonly missed: Readonly<Record<ServiceClockName, number>>;
  readonly worst: Readonly<Record<ServiceClockName, number>>;
}

/** What was attained by the policy of cases that must not wait, in all months from `from` on. */
async function figuresSince(from: string): Promise<Figures> {
  const { items } = answerOf(attainments, await ida.call('GET', `/api/desk/attainment?from=${from}&to=${monthThere(theClock().now())}`));
  const policies = items.flatMap((month) => month.policies.filter(({ policy }) => policy.id === 'safety'));
  const sum = (of: (one: (typeof policies)[number]) => number): number => policies.reduce((total, one) => total + of(one), 0);
  const each = (of: (name: ServiceClockName) => number) => ({
    firstResponse: of('firstResponse'),
    nextResponse: of('nextResponse'),
    resolution: of('resolution'),
  });
  return {
    cases: sum(({ cases }) => cases),
    met: each((name) => sum(({ clocks }) => clocks[name].met)),
    missed: each((name) => sum(({ clocks }) => clocks[name].missed)),
    worst: each((name) => Math.max(0, ...policies.map(({ clocks }) => clocks[name].worstLateMinutes ?? 0))),
  };
}

/** Waits until the figures have grown by these. */
const expectGrown = (from: string, before: Figures, by: Omit<Figures, 'worst'>): Promise<Figures> =>
  eventually(async () => {
    const now = await figuresSince(from);
    const grown = (clock: ServiceClockName) => [now.met[clock] - before.met[clock], now.missed[clock] - before.missed[clock]];
    expect({
      cases: now.cases - before.cases,
      firstResponse: grown('firstResponse'),
      nextResponse: grown('nextResponse'),
      resolution: grown('resolution'),
    }).toEqual({
      cases: by.cases,
      firstResponse: [by.met.firstResponse, by.missed.firstResponse],
      nextResponse: [by.met.nextResponse, by.missed.nextResponse],
      resolution: [by.met.resolution, by.missed.resolution],
    });
    return now;
  });

async function solves(life: LiveCase): Promise<void> {
  await life.investigatedBy(lin);
  await life.offeredBy(lin);
  await life.accepts();
  await life.fulfilledBy(lin);
}

test('a case that was solved counts in its month: how often each target was kept, and by how much it was missed', async () => {
  const from = monthThere(theClock().now());
  const before = await figuresSince(from);

  const inTime = await anUrgentComplaint();
  await inTime.assignedTo(lin);
  await lin.does(inTime.caseId, 'respond', { message: 'We look into it.' });
  await inTime.writes('When?');
  await lin.does(inTime.caseId, 'respond', { message: 'Today.' });
  await solves(inTime);
  const one = {
    cases: 1,
    met: { firstResponse: 1, nextResponse: 1, resolution: 1 },
    missed: { firstResponse: 0, nextResponse: 0, resolution: 0 },
  };
  await expectGrown(from, before, one);

  const late = await anUrgentComplaint();
  await late.assignedTo(lin);
  await pass(2 * HOUR); // an hour late with the first answer
  await lin.does(late.caseId, 'respond', { message: 'We look into it.' });
  await late.writes('When?');
  await pass(DAY); // 22 hours late with the next, and two with the solution
  await solves(late);
  const two = {
    cases: 2,
    met: { firstResponse: 1, nextResponse: 1, resolution: 1 },
    missed: { firstResponse: 1, nextResponse: 1, resolution: 1 },
  };
  const now = await expectGrown(from, before, two);
  expect(now.worst.firstResponse).toBeGreaterThanOrEqual(60);
  expect(now.worst.nextResponse).toBeGreaterThanOrEqual(22 * 60);
  expect(now.worst.resolution).toBeGreaterThanOrEqual(2 * 60);

  // A case that is reopened and solved once more stays one case, with what became of it in the end.
  await pass(HOUR);
  await lin.does(inTime.caseId, 'reopen', { reason: 'It broke again.' });
  await expectGrown(from, before, two);
  await pass(2 * DAY);
  await solves(inTime);
  await expectGrown(from, before, {
    cases: 2,
    met: { firstResponse: 1, nextResponse: 1, resolution: 0 },
    missed: { firstResponse: 1, nextResponse: 1, resolution: 2 },
  });
  await quiet();
});

test('a case that was withdrawn does not count', async () => {
  const from = monthThere(theClock().now());
  const before = await figuresSince(from);
  const life = await anUrgentComplaint();
  await life.withdraws();
  await life.mail('closing');
  await quiet();
  expect(await figuresSince(from)).toEqual(before);
});

test('figures of months without cases are empty, of months that make no sense refused', async () => {
  const { items } = answerOf(attainments, await chen.call('GET', '/api/desk/attainment?from=2020-01&to=2020-03'));
  expect(items.map(({ month, cases, policies }) => [month, cases, policies])).toEqual([
    ['2020-01', 0, []],
    ['2020-02', 0, []],
    ['2020-03', 0, []],
  ]);
  const now = answerOf(attainments, await ida.call('GET', '/api/desk/attainment')).items;
  expect(now.map(({ month }) => month)).toEqual([monthThere(theClock().now())]);
  const refusedAt = async (query: string) => pointersOf(await ida.call('GET', `/api/desk/attainment?${query}`));
  expect(await refusedAt('from=2026-13&to=2027-01')).toEqual(['/from']);
  expect(await refusedAt('from=2026-1&to=2027-1')).toEqual(['/from', '/to']);
  expect(await refusedAt('from=2026-06&to=2026-05')).toEqual(['/to']);
  expect(await refusedAt('from=2020-01&to=2026-05')).toEqual(['/from']);
  expect((await call('GET', '/api/desk/attainment')).status).toBe(401);
});
