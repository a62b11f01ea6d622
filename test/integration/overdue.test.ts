import { expect, test } from '@jest/globals';
import { later, openTimeIn, underRules } from '../support/stack/clocks.ts';
import { chen, lin, zhou, type Person } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { aComplaint, anUrgentComplaint } from '../support/stack/steps.ts';
import { theClock } from '../support/stack/theStack.ts';
import { DAY, HOUR, MINUTE, pass, passTo } from '../support/stack/time.ts';

type Row = Awaited<ReturnType<Person['queue']>>['items'][number];

/** The whole of the overdue queue, page by page. */
async function overdue(limit = 100): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await chen.queue(`queue=overdue&limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}

/** Waits until the queue holds these of our cases, in this order, and none of the others; gives their rows. */
const expectOverdue = (ours: readonly LiveCase[], expected: readonly LiveCase[]): Promise<readonly Row[]> =>
  eventually(async () => {
    const rows = (await overdue()).filter(({ caseId }) => ours.some((life) => life.caseId === caseId));
    expect(rows.map(({ caseId }) => caseId)).toEqual(expected.map(({ caseId }) => caseId));
    return rows;
  });

test('the queue holds what is late by any of its clocks, latest first; what was answered leaves it', async () => {
  const unsolved = await anUrgentComplaint();
  await unsolved.assignedTo(lin);
  await lin.does(unsolved.caseId, 'respond', { message: 'We look into it.' });
  await pass(23 * HOUR + 30 * MINUTE);
  const unanswered = await anUrgentComplaint();
  await unanswered.assignedTo(lin);
  const askedAgain = await anUrgentComplaint();
  await askedAgain.assignedTo(zhou);
  await zhou.does(askedAgain.caseId, 'respond', { message: 'We look into it.' });
  await askedAgain.writes('And?');
  const onHold = await anUrgentComplaint();
  await onHold.assignedTo(lin);
  await lin.does(onHold.caseId, 'hold', { reason: 'parts' });
  const ours = [unsolved, unanswered, askedAgain, onHold];
  await expectOverdue(ours, []);

  await pass(3 * HOUR + 2);
  const rows = await expectOverdue(ours, [unsolved, unanswered, askedAgain]);
  expect(rows.map(({ dueClock }) => dueClock)).toEqual(['resolution', 'firstResponse', 'nextResponse']);
  const [most = 0, second = 0, least = 0] = rows.map(({ lateMinutes }) => lateMinutes);
  expect([most >= 150 && most < 155, second >= 120 && second < 125, least >= 60 && least < 65]).toEqual([true, true, true]);
  for (const row of rows) {
    const { caseId, due, overdue: isLate, lateMinutes } = await lin.look(row.caseId);
    expect({ caseId, due, isLate }).toEqual({ caseId: row.caseId, due: row.due, isLate: true });
    expect(lateMinutes - row.lateMinutes).toBeLessThanOrEqual(1);
  }

  const whole = await overdue();
  const late = whole.map(({ lateMinutes }) => lateMinutes);
  expect(late).toEqual(late.toSorted((a, b) => b - a));
  expect((await chen.counts()).overdue).toBe(whole.length);
  expect((await overdue(1)).map(({ caseId }) => caseId)).toEqual(whole.map(({ caseId }) => caseId));
  const investigated = await chen.queue('queue=overdue&stage=investigation&limit=100');
  expect(investigated.items.map(({ caseId }) => caseId)).toEqual(
    whole.filter(({ stage }) => stage === 'investigation').map(({ caseId }) => caseId),
  );

  await lin.does(unanswered.caseId, 'respond', { message: 'Sorry that this took so long.' });
  await expectOverdue(ours, [unsolved, askedAgain]);
  await zhou.does(askedAgain.caseId, 'respond', { message: 'Tomorrow.' });
  await expectOverdue(ours, [unsolved]);
  await unsolved.investigatedBy(lin);
  await unsolved.offeredBy(lin);
  await unsolved.accepts();
  await expectOverdue(ours, [unsolved]);
  await unsolved.fulfilledBy(lin);
  await expectOverdue(ours, []);
});

test('what was due earlier by the calendar can be less late by the hours in which we work', async () => {
  const byOfficeHours = await aComplaint();
  const { clocks } = await byOfficeHours.assignedTo(lin);
  const { due } = clocks.firstResponse;
  await passTo(due);
  const byDayAndNight = await anUrgentComplaint();
  await byDayAndNight.assignedTo(lin);
  await pass(2 * DAY);
  const rows = await expectOverdue([byOfficeHours, byDayAndNight], [byDayAndNight, byOfficeHours]);
  const [urgent, usual] = rows;
  expect(Date.parse(usual?.due ?? '')).toBeLessThan(Date.parse(urgent?.due ?? ''));
  const { elapsedSeconds } = await openTimeIn({ calendar: 'cn-standard', start: due, end: theClock().now().toISOString() });
  expect(Math.abs((usual?.lateMinutes ?? 0) - elapsedSeconds / 60)).toBeLessThanOrEqual(2);
  expect(urgent?.lateMinutes).toBeGreaterThanOrEqual(47 * 60);
});

test('it does not depend on warnings: a desk that wants none still sees what is late', async () => {
  await underRules(
    (rules) => ({ ...rules, milestones: [] }),
    async () => {
      const life = await anUrgentComplaint();
      const { openedAt } = await life.assignedTo(lin);
      await expectOverdue([life], []);
      await passTo(later(openedAt, HOUR), 2);
      await expectOverdue([life], [life]);
    },
  );
});
