import { describe, expect, test } from '@jest/globals';
import { counted, dueBy, later, periodOf } from '../support/stack/clocks.ts';
import { lin, zhou, type DeskCase } from '../support/stack/desk.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { aComplaint, anInquiry, anUrgentComplaint, aReturn, complaintBody, returnBody } from '../support/stack/steps.ts';
import { DAY, HOUR, MINUTE, pass } from '../support/stack/time.ts';

/** The day of an instant in China and Taiwan. */
const dayThere = (instant: string): string => new Date(Date.parse(instant) + 8 * HOUR * 1000).toISOString().slice(0, 10);

/** When the events of this type happened. */
const momentsOf = ({ history }: DeskCase, ...types: readonly string[]): readonly string[] =>
  history.filter(({ type }) => types.includes(type)).map(({ at }) => at);

const secondsBetween = (from = '', to = ''): number => (Date.parse(to) - Date.parse(from)) / 1000;

/** Seconds from the first event of one type to the first of another. */
const spanOf = (seen: DeskCase, from: string, to: string): number => secondsBetween(momentsOf(seen, from)[0], momentsOf(seen, to)[0]);

/** The case at the desk, whose receipts account for every second up to each due time. */
async function accountedFor(life: LiveCase): Promise<DeskCase> {
  const seen = await lin.look(life.caseId);
  const { clocks } = seen;
  for (const name of ['firstResponse', 'nextResponse', 'resolution'] as const) {
    const clock = clocks[name];
    if (!clock) continue;
    const untilDue = clocks.receipts[name]?.filter(({ late }) => !late);
    expect(counted(untilDue, clock.startedAt, clock.due)).toBe(clock.targetSeconds);
  }
  return seen;
}

describe('the clocks of a complaint', () => {
  test('are told to its customer and at the desk, each with its receipt, as the preview counts them', async () => {
    const life = await aComplaint();
    const { clocks, openedAt } = await accountedFor(life);
    const targets = [
      { name: 'firstResponse', seconds: 4 * HOUR },
      { name: 'resolution', seconds: 24 * HOUR },
    ];
    const { due, receipts, unconfirmed } = await dueBy({ calendar: 'cn-standard', start: openedAt, targets });
    for (const name of ['firstResponse', 'resolution'] as const) {
      expect(clocks[name]).toMatchObject({ state: 'running', startedAt: openedAt, due: due[name], calendar: 'cn-standard' });
      expect(clocks[name]).toMatchObject({ policy: { id: 'high' }, unconfirmedYears: unconfirmed[name], lateSeconds: 0 });
      expect(clocks.receipts[name]).toEqual(receipts[name]);
    }
    expect(clocks.nextResponse).toBeUndefined();

    const { firstResponse, resolution, legal, receipts: shown } = (await life.view()).clocks;
    const withoutPolicy = (clock: DeskCase['clocks']['resolution']) => {
      const { policy: _, rulesVersion: __, elapsedSeconds: ___, ...rest } = clock;
      return expect.objectContaining(rest);
    };
    expect(firstResponse).toEqual(withoutPolicy(clocks.firstResponse));
    expect(resolution).toEqual(withoutPolicy(clocks.resolution));
    expect(Object.keys(resolution)).not.toContain('policy'); // which policy gave the target is our own affair
    expect(shown).toEqual(clocks.receipts);

    const event = dayThere(openedAt);
    const period = await periodOf({ event, days: 15, region: 'CN' });
    const { rawLastDay, lastDay, internalTarget } = period;
    const answer = { clock: 'complaint-answer', state: 'running', region: 'CN', days: 15, event, rawLastDay, lastDay, internalTarget };
    for (const one of [legal, clocks.legal]) expect(one).toEqual([expect.objectContaining(answer)]);
  });

  test('the first answer meets one, an offer the statutory one; a question of the customer starts another, and a second does not move it', async () => {
    const life = await aComplaint();
    await life.assignedTo(lin);
    expect((await lin.look(life.caseId)).clocks.firstResponse.state).toBe('running');
    await lin.does(life.caseId, 'respond', { message: 'We look into it.' });
    const { clocks, history } = await accountedFor(life);
    expect(clocks.firstResponse).toMatchObject({ state: 'met', doneAt: history.at(-1)?.at });

    await life.writes('When?');
    await pass(2 * MINUTE);
    await life.writes('Hello?');
    const asked = await accountedFor(life);
    const [first] = momentsOf(asked, 'wrote');
    expect(asked).toMatchObject({ unansweredSince: first, clocks: { nextResponse: { state: 'running', startedAt: first } } });
    expect((await life.view()).clocks.nextResponse).toMatchObject({ due: asked.clocks.nextResponse?.due });

    await lin.does(life.caseId, 'respond', { message: 'Tomorrow.' });
    const answered = await lin.look(life.caseId);
    expect(answered.clocks.nextResponse).toBeUndefined();
    expect(answered.clocks.firstResponse).toEqual(clocks.firstResponse); // met once, met for good
    await life.investigatedBy(lin);
    expect((await life.offeredBy(lin)).clocks.legal).toEqual([expect.objectContaining({ clock: 'complaint-answer', state: 'met' })]);
  });

  test('stand still on hold and while the customer decides, and go on with all that was left', async () => {
    const life = await anUrgentComplaint(); // counted day and night, so that every second can be told
    await life.assignedTo(lin);
    await pass(10 * MINUTE);
    await lin.does(life.caseId, 'hold', { reason: 'parts' });
    await pass(2 * HOUR);
    const onHold = await accountedFor(life);
    expect(onHold.clocks.firstResponse.state).toBe('paused');
    expect(onHold.clocks.resolution.elapsedSeconds).toBe(Math.floor(secondsBetween(onHold.openedAt, momentsOf(onHold, 'held')[0])));
    expect((await life.view()).clocks.resolution.state).toBe('paused');

    await lin.does(life.caseId, 'resume');
    const resumed = await accountedFor(life);
    const hold = spanOf(resumed, 'held', 'resumed');
    expect(resumed.clocks.firstResponse).toMatchObject({ state: 'running', due: later(resumed.openedAt, HOUR + hold) });
    expect(resumed.clocks.receipts.firstResponse?.map(({ why }) => why)).toContain('hold');

    await life.investigatedBy(lin);
    await life.offeredBy(lin);
    await pass(3 * HOUR);
    expect((await accountedFor(life)).clocks.resolution.state).toBe('paused');
    await life.accepts();
    const accepted = await accountedFor(life);
    const decision = spanOf(accepted, 'offered', 'accepted');
    expect(accepted.clocks.resolution).toMatchObject({ state: 'running', due: later(accepted.openedAt, DAY + hold + decision) });
    expect(accepted.clocks.receipts.resolution?.map(({ why }) => why)).toEqual(['open', 'hold', 'open', 'customer', 'open']);
    expect(accepted.clocks.pausedSeconds).toBe(Math.round(hold + decision));
    expect((await life.view()).clocks.pausedSeconds).toBe(Math.round(hold + decision));
  });

  test('are frozen at the resolution, and run on when the case is reopened, without the time between', async () => {
    const life = await anUrgentComplaint();
    await life.assignedTo(lin);
    await life.investigatedBy(lin);
    await life.offeredBy(lin);
    await life.accepts();
    await life.fulfilledBy(lin);
    const resolved = await accountedFor(life);
    const [resolvedAt] = momentsOf(resolved, 'fulfilled');
    expect(resolved.clocks.resolution).toMatchObject({ state: 'met', doneAt: resolvedAt });

    await pass(5 * HOUR);
    const still = await accountedFor(life);
    expect(still.clocks).toEqual(resolved.clocks);
    expect((await life.view()).clocks.resolution).toMatchObject({
      state: 'met',
      elapsedSeconds: resolved.clocks.resolution.elapsedSeconds,
    });

    const reopened = await zhou.does(life.caseId, 'reopen', { reason: 'It broke again.' });
    const { resolution } = reopened.clocks;
    const between = secondsBetween(resolvedAt, momentsOf(reopened, 'reopened')[0]);
    expect(between).toBeGreaterThan(5 * HOUR);
    expect(resolution.state).toBe('running');
    expect(resolution.doneAt).toBeUndefined();
    expect(resolution.due).toBe(later(resolved.clocks.resolution.due, between));
    expect(reopened.clocks.firstResponse).toEqual(resolved.clocks.firstResponse);
    expect((await accountedFor(life)).clocks.receipts.resolution?.map(({ why }) => why)).toContain('resolved');
  });

  test('a late one says by how much of the time that counts', async () => {
    const life = await anUrgentComplaint();
    await life.assignedTo(lin);
    await pass(HOUR + 90);
    const { clocks, lateMinutes, overdue, dueClock } = await accountedFor(life);
    expect(clocks.firstResponse.state).toBe('late');
    expect(clocks.firstResponse.lateSeconds).toBeGreaterThanOrEqual(90);
    expect(clocks.firstResponse.lateSeconds).toBeLessThan(150);
    expect({ overdue, dueClock, lateMinutes }).toEqual({ overdue: true, dueClock: 'firstResponse', lateMinutes: 1 });
    expect(clocks.receipts.firstResponse?.at(-1)).toMatchObject({ late: true, from: clocks.firstResponse.due });
    expect((await lin.does(life.caseId, 'respond', { message: 'Sorry.' })).clocks.firstResponse.state).toBe('missed');
  });
});

describe('the region', () => {
  test('of the customer decides whose days and laws count, and staff correct it', async () => {
    const life = await aComplaint({ customer: { ...complaintBody().customer, locale: 'en', region: 'TW' } });
    const { clocks, openedAt, classification } = await accountedFor(life);
    expect([clocks.firstResponse.calendar, clocks.resolution.calendar]).toEqual(['tw-standard', 'tw-standard']);
    expect(clocks.legal).toEqual([]); // no law of Taiwan sets a period for the answer to a complaint
    const targets = [{ name: 'resolution', seconds: 24 * HOUR }];
    expect((await dueBy({ calendar: 'tw-standard', start: openedAt, targets })).due['resolution']).toBe(clocks.resolution.due);

    const { category, priority, safety } = classification;
    const corrected = await lin.does(life.caseId, 'classify', { category, priority, safety, region: 'CN' });
    expect(corrected.clocks.resolution.calendar).toBe('cn-standard');
    expect(corrected.clocks.legal).toHaveLength(1);
    expect((await life.view()).clocks.resolution).toMatchObject({ calendar: 'cn-standard', due: corrected.clocks.resolution.due });
  });

  test('is not guessed from the language', async () => {
    const life = await aComplaint({ customer: { ...complaintBody().customer, locale: 'zh-TW' } });
    expect((await life.view()).clocks.resolution.calendar).toBe('cn-standard');
  });

  test.each([
    ['CN', 7],
    ['TW', 15],
  ] as const)('%s gives %i days for the refund, from the day on which the goods are back', async (region, days) => {
    const life = await aReturn({ customer: { ...returnBody().customer, region } });
    await life.handledBy(lin, { remedy: 'return-refund', amount: { amount: '99.00', currency: 'CNY' }, reasons: 'Within seven days.' });
    await life.accepts();
    expect((await lin.look(life.caseId)).clocks.legal).toEqual([]);
    const { receivedAt = '', clocks } = await lin.does(life.caseId, 'receive');
    const event = dayThere(receivedAt);
    const { rawLastDay, lastDay, internalTarget } = await periodOf({ event, days, region });
    const refund = { clock: 'refund', state: 'running', region, days, event, rawLastDay, lastDay, internalTarget };
    expect(clocks.legal).toEqual([expect.objectContaining(refund)]);
    expect((await life.view()).clocks.legal).toEqual([expect.objectContaining(refund)]);
    expect((await life.fulfilledBy(lin)).clocks.legal).toEqual([expect.objectContaining({ clock: 'refund', state: 'met' })]);
  });
});

test('priority, segment, product and contract choose the policy; a change keeps the pauses that were', async () => {
  const life = await anInquiry();
  await life.assignedTo(lin);
  const { clocks, classification } = await lin.does(life.caseId, 'hold', { reason: 'parts' });
  expect(clocks.resolution.policy.id).toBe('standard');
  await pass(HOUR);
  await lin.does(life.caseId, 'resume');
  const { category } = classification;
  const classify = (more: object) => lin.does(life.caseId, 'classify', { category, priority: 'low', safety: false, ...more });
  expect((await classify({ segment: 'vip' })).clocks.resolution.policy.id).toBe('vip');
  expect((await classify({ priority: 'normal' })).clocks.resolution.policy.id).toBe('normal');
  const urgent = await classify({ safety: true });
  expect(urgent).toMatchObject({ priority: 'urgent', clocks: { resolution: { policy: { id: 'safety' }, calendar: 'always' } } });
  const [held, resumed] = momentsOf(urgent, 'held', 'resumed');
  expect(urgent.clocks.resolution.due).toBe(later(urgent.openedAt, DAY + secondsBetween(held, resumed)));
  await accountedFor(life);
});
