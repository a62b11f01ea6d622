import { describe, expect, test } from '@jest/globals';
import { chen, huang, lin, sofia, wu, zhou, type Person } from '../support/stack/desk.ts';
import { later } from '../support/stack/clocks.ts';
import { eventually } from '../support/stack/eventually.ts';
import { noticesTo } from '../support/stack/inbox.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { sweepNow } from '../support/stack/probes.ts';
import { putOn } from '../support/stack/sabotage.ts';
import { aComplaint, anUrgentComplaint } from '../support/stack/steps.ts';
import { theClock } from '../support/stack/theStack.ts';
import { DAY, HOUR, MINUTE, pass, passTo, quiet } from '../support/stack/time.ts';

/** Longer than SQS remembers the ids of messages, so that nothing but our own records keeps a notice from going out twice. */
const PAST_DEDUPLICATION = 6 * MINUTE;
/** After a moment that comes to the second, what is due then is due. */
const A_MOMENT = 2;

const PEOPLE: readonly Person[] = [lin, zhou, chen, sofia, wu, huang];

type Told = Readonly<Record<string, readonly string[]>>;

/** Who was told what about a case so far; nobody else was told anything. */
async function told({ caseId }: LiveCase): Promise<Told> {
  const all = await Promise.all(PEOPLE.map(async ({ email }) => [email.split('.')[0] ?? '', await noticesTo({ email }, caseId)] as const));
  return Object.fromEntries(
    all.filter(([, notices]) => notices.length > 0).map(([name, notices]) => [name, notices.map(({ about }) => about)]),
  );
}

/** Waits until this was told, and nothing else. */
async function expectTold(life: LiveCase, expected: Told): Promise<void> {
  await eventually(async () => {
    expect(await told(life)).toEqual(expected);
    return true;
  });
}

/** Everything is gone over again, more than once, when no queue knows any more what it has seen. */
async function goOverAgain({ caseId }: LiveCase): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await pass(PAST_DEDUPLICATION);
    await sweepNow();
    await sweepNow();
    await putOn('repair', { caseId, at: theClock().now().toISOString() });
    await putOn('timers', { caseId, version: 1, purpose: 'clock', at: new Date(0).toISOString() });
  }
  await quiet();
}

describe('the first answer to somebody in danger, due in an hour', () => {
  test('its owner is warned at 50 % and 80 % and at due, then supervisors, department and admin: each once, however often all is gone over', async () => {
    const life = await anUrgentComplaint();
    const { openedAt } = await life.assignedTo(lin);
    const at = (minutes: number) => passTo(later(openedAt, minutes * MINUTE), A_MOMENT);

    await at(29);
    await quiet();
    expect(await told(life)).toEqual({});
    await at(30);
    await expectTold(life, { lin: ['firstResponse 50'] });
    await goOverAgain(life);
    await expectTold(life, { lin: ['firstResponse 50'] });

    await at(48);
    const warned = ['firstResponse 50', 'firstResponse 80'];
    await expectTold(life, { lin: warned });
    await at(60);
    const due = [...warned, 'firstResponse 100'];
    await expectTold(life, { lin: due });
    await at(75);
    const supervisors = { chen: ['firstResponse 125'], sofia: ['firstResponse 125'] };
    await expectTold(life, { lin: due, ...supervisors });
    await at(90);
    await expectTold(life, { lin: due, ...supervisors, wu: ['firstResponse 150'] });
    await at(120);
    const everybody = { lin: due, ...supervisors, wu: ['firstResponse 150'], huang: ['firstResponse 200'] };
    await expectTold(life, everybody);
    await goOverAgain(life);
    await expectTold(life, everybody);
    expect((await lin.look(life.caseId)).mails.filter(({ kind }) => kind === 'clock')).toEqual([]); // those to the customer are listed there
  });

  test('the mail says which case, which clock, and how it stands, to the person and in their language', async () => {
    const life = await anUrgentComplaint({ subject: '净水器起火了' });
    const { openedAt, clocks } = await life.assignedTo(lin);
    await passTo(later(openedAt, 80 * MINUTE), A_MOMENT);
    await expectTold(life, { lin: ['firstResponse 100'], chen: ['firstResponse 125'], sofia: ['firstResponse 125'] });
    const [mail] = await noticesTo(lin, life.caseId);
    expect(mail?.subject).toContain(life.caseId);
    for (const text of [mail?.text ?? '', mail?.html ?? '']) {
      expect(text).toContain(life.caseId);
      expect(text).toContain(`/desk#/cases/${life.caseId}`);
      expect(text).toContain('Lin Mei');
    }
    expect(mail?.text).toContain('净水器起火了');
    expect(clocks.firstResponse.due).toBe(later(openedAt, HOUR));
    const [toSofia] = await noticesTo(sofia, life.caseId);
    expect([mail?.headers['content-language'], toSofia?.headers['content-language']]).toEqual(['zh-CN', 'zh-TW']);
  });

  test('whoever hears that it is missed needs no word that it was half gone', async () => {
    const life = await anUrgentComplaint();
    const { openedAt } = await life.assignedTo(lin);
    await passTo(later(openedAt, 3 * HOUR), A_MOMENT);
    const once = {
      lin: ['firstResponse 100'],
      chen: ['firstResponse 125'],
      sofia: ['firstResponse 125'],
      wu: ['firstResponse 150'],
      huang: ['firstResponse 200'],
    };
    await expectTold(life, once);
    await goOverAgain(life);
    await expectTold(life, once);
  });

  test('nobody is warned of what was answered in time; other clocks of the case go on', async () => {
    const life = await anUrgentComplaint();
    const { openedAt } = await life.assignedTo(lin);
    await lin.does(life.caseId, 'respond', { message: 'Unplug it, please. We come today.' });
    await passTo(later(openedAt, 11 * HOUR), A_MOMENT);
    await goOverAgain(life);
    expect(await told(life)).toEqual({});
    await life.writes('Nobody came.');
    await pass(HOUR + A_MOMENT);
    await expectTold(life, { lin: ['resolution 50', 'nextResponse 50'] });
    await life.withdraws();
    await pass(2 * DAY);
    await goOverAgain(life);
    expect(await told(life)).toEqual({ lin: ['resolution 50', 'nextResponse 50'] });
  });

  test('a case that nobody owns is told to the supervisors', async () => {
    const life = await anUrgentComplaint();
    const { openedAt } = await chen.look(life.caseId);
    await passTo(later(openedAt, 30 * MINUTE), A_MOMENT);
    const supervisors = { chen: ['firstResponse 50'], sofia: ['firstResponse 50'] };
    await expectTold(life, supervisors);
    await goOverAgain(life);
    await expectTold(life, supervisors);
  });

  test('nothing is told while the case stands still; what was left is counted from there', async () => {
    const life = await anUrgentComplaint();
    await life.assignedTo(lin);
    await lin.does(life.caseId, 'hold', { reason: 'parts' });
    await pass(5 * HOUR);
    await goOverAgain(life);
    expect(await told(life)).toEqual({});
    await pass(2 * DAY);
    await sweepNow();
    await quiet();
    expect(await told(life)).toEqual({});

    const { clocks } = await lin.does(life.caseId, 'resume');
    await passTo(later(clocks.firstResponse.due, -30 * MINUTE), -30);
    await quiet();
    expect(await told(life)).toEqual({});
    await passTo(later(clocks.firstResponse.due, -30 * MINUTE), A_MOMENT);
    await expectTold(life, { lin: ['firstResponse 50'] });
  });

  test('a new owner hears how it stands, the old one no more', async () => {
    const life = await anUrgentComplaint();
    const { openedAt } = await life.assignedTo(lin);
    await passTo(later(openedAt, 30 * MINUTE), A_MOMENT);
    await expectTold(life, { lin: ['firstResponse 50'] });
    await life.assignedTo(zhou, chen);
    await passTo(later(openedAt, 48 * MINUTE), A_MOMENT);
    await expectTold(life, { lin: ['firstResponse 50'], zhou: ['firstResponse 80'] });
  });
});

test('the statutory period does not stand still: its owner is told on the morning of the target, owner and supervisors on that of the last day', async () => {
  const life = await aComplaint();
  await life.assignedTo(lin);
  const { clocks } = await lin.does(life.caseId, 'hold', { reason: 'parts' });
  const [answer] = clocks.legal;
  if (!answer) throw new Error('No law sets a period.');
  const nine = (day: string): string => `${day}T01:00:00.000Z`; // in the morning, in China
  await passTo(nine(answer.internalTarget), -10);
  await quiet();
  expect(await told(life)).toEqual({});
  await passTo(nine(answer.internalTarget), A_MOMENT);
  const same = answer.internalTarget === answer.lastDay;
  if (!same) {
    await expectTold(life, { lin: ['complaint-answer target-day'] });
    await passTo(nine(answer.lastDay), A_MOMENT);
  }
  const supervisors = { chen: ['complaint-answer last-day'], sofia: ['complaint-answer last-day'] };
  const owner = [...(same ? [] : ['complaint-answer target-day']), 'complaint-answer last-day'];
  await expectTold(life, { lin: owner, ...supervisors });
  await goOverAgain(life);
  await expectTold(life, { lin: owner, ...supervisors });
});
