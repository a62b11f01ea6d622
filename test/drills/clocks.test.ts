import { afterEach, describe, expect, test } from '@jest/globals';
import type { SlaPolicy } from '../../functions/domain/clocks/rules.ts';
import { ruleBook } from '../../functions/handlers/api/answers.ts';
import { later, putsRules, rule, rulesInForce, withPolicy } from '../support/stack/clocks.ts';
import { chen, lin } from '../support/stack/desk.ts';
import { always, eventually } from '../support/stack/eventually.ts';
import { answerOf } from '../support/stack/http.ts';
import { noticesTo } from '../support/stack/inbox.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { allItems, purge, sweepNow, type Item } from '../support/stack/probes.ts';
import { invoke, loseTimers, putOn, removeItem, withoutDispatch, withoutNightlySweep, withSettings } from '../support/stack/sabotage.ts';
import { aComplaint, anUrgentComplaint } from '../support/stack/steps.ts';
import { theClock } from '../support/stack/theStack.ts';
import { HOUR, MINUTE, pass, passTo, quiet } from '../support/stack/time.ts';

/** Longer than SQS remembers the ids of messages, so that nothing but our own records keeps a notice from going out twice. */
const PAST_DEDUPLICATION = 6 * MINUTE;
/** After a moment that comes to the second, what is due then is due. */
const A_MOMENT = 2;

afterEach(async () => {
  for (const queue of ['repair', 'repair-parked', 'outbox-parked.fifo', 'timers-parked'] as const) await purge(queue);
});

const toldLin = async ({ caseId }: LiveCase): Promise<readonly string[]> => (await noticesTo(lin, caseId)).map(({ about }) => about);

/** Waits until Lin was told this of a case, and nothing else; and still was not when all was gone over once more. */
async function expectTold(life: LiveCase, expected: readonly string[]): Promise<void> {
  await eventually(async () => {
    expect(await toldLin(life)).toEqual(expected);
    return true;
  });
  await pass(PAST_DEDUPLICATION);
  await sweepNow();
  await putOn('timers', { caseId: life.caseId, version: 1, purpose: 'clock', at: new Date(0).toISOString() });
  await quiet();
  expect(await toldLin(life)).toEqual(expected);
}

const isOverdue = async ({ caseId }: LiveCase): Promise<boolean> => (await chen.wholeQueue('overdue')).includes(caseId);

/** Lets the time pass after which a message that was taken and not worked on is handed out again, until a check holds. */
const comingBack = (check: () => Promise<boolean>): Promise<true> =>
  eventually(async () => {
    await theClock().advance(31);
    return check();
  });

/** Given a complaint of Lin's that is urgent, and when it was opened. */
async function urgentOfLin(): Promise<{ life: LiveCase; openedAt: string }> {
  const life = await anUrgentComplaint();
  const { openedAt } = await life.assignedTo(lin);
  await quiet();
  return { life, openedAt };
}

/** Strict rules for complaints that are no danger: an answer within three minutes, day and night. */
const STRICT: SlaPolicy = {
  id: 'test',
  name: 'For a test',
  when: { kinds: ['complaint'], priorities: ['high'] },
  calendar: 'always',
  targets: { firstResponse: 3, nextResponse: 600, resolution: 6000 },
};

/** Puts strict rules into force in a system that `breaks`, and lets `then` see what becomes of it. The rules of before come back. */
async function withStrictRules(breaks: (putThem: () => Promise<void>) => Promise<void>, then: () => Promise<void>): Promise<void> {
  const { rules } = await rulesInForce();
  const putThem = async (): Promise<void> => {
    answerOf(ruleBook, await putsRules(withPolicy(STRICT)(rules)));
  };
  try {
    await breaks(putThem);
    await then();
  } finally {
    await rule(rules, 'After a test');
  }
}

/** Given a complaint of Lin's that is in time by the rules that come with the software, and late by the strict ones. */
async function inTime(): Promise<LiveCase> {
  const life = await aComplaint();
  await life.assignedTo(lin);
  await pass(4 * MINUTE);
  expect(await isOverdue(life)).toBe(false);
  return life;
}

/** Whoever looks at the case sees it late, whatever is broken behind. */
const expectSeenLate = async ({ caseId }: LiveCase): Promise<void> =>
  expect(await lin.look(caseId)).toMatchObject({ overdue: true, clocks: { firstResponse: { state: 'late', policy: { id: STRICT.id } } } });

/** Everything followed from the rules: the list of overdue cases and, once, the warning. */
async function expectFollowed(life: LiveCase): Promise<void> {
  await eventually(() => isOverdue(life));
  await expectTold(life, ['firstResponse 100']);
}

describe('new rules are written', () => {
  test('and dispatch cannot send the cases to their repair: going over all of them does', async () => {
    const life = await inTime();
    await withoutNightlySweep(() =>
      withStrictRules(
        (putThem) =>
          withSettings('dispatch', { REPAIR_URL: 'http://localhost:9/nowhere' }, async () => {
            await putThem();
            await always(() => expectSeenLate(life), 2);
            expect(await toldLin(life)).toEqual([]);
          }),
        async () => {
          await sweepNow();
          await expectFollowed(life);
        },
      ),
    );
  });

  test('and nobody reads that they were: going over all cases brings them', async () => {
    const life = await inTime();
    await withoutNightlySweep(() =>
      withStrictRules(
        (putThem) =>
          withoutDispatch(async () => {
            await putThem();
            await always(() => expectSeenLate(life), 1);
            await pass(25 * HOUR); // the stream forgets after a day: what nobody read by then is never read
          }),
        async () => {
          expect(await toldLin(life)).toEqual([]);
          await sweepNow();
          await expectFollowed(life);
        },
      ),
    );
  });

  test('and the repair of a case breaks in its middle: it comes back, and nobody hears of it twice', async () => {
    const life = await inTime();
    await withStrictRules(
      (putThem) =>
        withSettings('repair', { STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:none' }, async () => {
          await putThem();
          await eventually(async () => (await toldLin(life)).length > 0); // what could be done was done
          expect(await isOverdue(life)).toBe(false); // the list comes last
        }),
      async () => {
        await comingBack(() => isOverdue(life));
        await expectFollowed(life);
      },
    );
  });
});

describe('a look at the clocks', () => {
  test('whose schedule was lost is made up for by the sweep, which sets the next one', async () => {
    const { life, openedAt } = await urgentOfLin();
    await withoutNightlySweep(async () => {
      expect(await loseTimers(life.caseId)).toContain('clock');
      await passTo(later(openedAt, 50 * MINUTE), A_MOMENT);
      await quiet();
      expect(await toldLin(life)).toEqual([]);
      await sweepNow();
      await eventually(async () => (await toldLin(life)).length > 0);
      await passTo(later(openedAt, 60 * MINUTE), A_MOMENT); // nobody goes over anything now
      await expectTold(life, ['firstResponse 80', 'firstResponse 100']);
      expect(await isOverdue(life)).toBe(true);
    });
  });

  test('whose timer cannot be worked on waits for it', async () => {
    const { life, openedAt } = await urgentOfLin();
    await withSettings('timer', { POLICY: '{' }, async () => {
      await theClock().advanceTo(later(openedAt, 30 * MINUTE + A_MOMENT));
      await always(async () => expect(await toldLin(life)).toEqual([]), 2);
    });
    await comingBack(async () => (await toldLin(life)).length > 0);
    await expectTold(life, ['firstResponse 50']);
  });
});

describe('the sender of warnings', () => {
  /** The record that Lin was told of a case. */
  const recordOf = ({ caseId }: LiveCase): Promise<Item> =>
    eventually(async () => (await allItems()).find(({ sk }) => sk?.S?.startsWith(`MAIL#${caseId}.firstResponse.`)), {
      what: 'that the warning was written down',
    });

  test('does not start: orders wait in the queue, and only the last word of each goes out', async () => {
    const { life, openedAt } = await urgentOfLin();
    await withSettings('sendMail', { POLICY: '{' }, async () => {
      await theClock().advanceTo(later(openedAt, 30 * MINUTE + A_MOMENT));
      await always(async () => expect(await toldLin(life)).toEqual([]), 2);
    });
    await comingBack(async () => (await toldLin(life)).length > 0);
    await expectTold(life, ['firstResponse 50']);
  });

  test('dies after SES took the mail: the report of SES is written down, and nobody is told twice', async () => {
    const { life, openedAt } = await urgentOfLin();
    await passTo(later(openedAt, 30 * MINUTE), A_MOMENT);
    await eventually(async () => (await toldLin(life)).length > 0);
    const record = await recordOf(life);
    await quiet();
    await removeItem(record); // as if it had died before writing
    const messageId = record['sk']?.S?.slice('MAIL#'.length) ?? '';
    const tags = { case: [life.caseId], kind: ['clock'], message: [Buffer.from(messageId).toString('base64url')] };
    await invoke('mailEvents', {
      'detail-type': 'Email event',
      source: 'aws.ses',
      detail: { eventType: 'Send', mail: { destination: [lin.email], tags } },
    });
    expect((await recordOf(life))['sk']).toEqual(record['sk']);
    await expectTold(life, ['firstResponse 50']);
  });

  test('finds that it was answered meanwhile: nobody is told what no longer holds', async () => {
    const { life, openedAt } = await urgentOfLin();
    await withSettings('sendMail', { POLICY: '{' }, async () => {
      await theClock().advanceTo(later(openedAt, 30 * MINUTE + A_MOMENT));
      await always(async () => expect(await toldLin(life)).toEqual([]), 1);
      await lin.does(life.caseId, 'respond', { message: 'We look into it.' });
    });
    await comingBack(async () => (await life.mailKinds()).includes('reply'));
    await expectTold(life, []);
  });
});
