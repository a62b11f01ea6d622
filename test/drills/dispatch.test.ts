import { afterEach, describe, expect, test } from '@jest/globals';
import { chen, lin } from '../support/stack/desk.ts';
import { always, eventually } from '../support/stack/eventually.ts';
import { execution, messagesIn, purge, sweepNow, waitOf } from '../support/stack/probes.ts';
import {
  invoke,
  putOn,
  removeItem,
  streamOf,
  withoutDispatch,
  withoutNightlySweep,
  withSettings,
  writeItem,
} from '../support/stack/sabotage.ts';
import { aComplaint } from '../support/stack/steps.ts';
import { theClock } from '../support/stack/theStack.ts';
import { HOUR, MINUTE, pass, quiet } from '../support/stack/time.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';

/** Longer than SQS remembers the ids of messages, so that nothing but our own records keeps a mail from going out twice. */
const PAST_DEDUPLICATION = 6 * MINUTE;

/** The case is where it should be, and the customer got exactly these mails. */
async function expectSound(life: LiveCase, position: Parameters<LiveCase['workflowAt']>[0], mails: readonly string[]): Promise<void> {
  await life.workflowAt(position);
  await eventually(async () => (await life.mailKinds()).length >= mails.length, { what: `that the mails ${mails.join(', ')} came` });
  await quiet();
  expect(await life.mailKinds()).toEqual(mails);
  expect(await chen.wholeQueue('team')).toContain(life.caseId);
}

/** Lets the time pass after which a message that was taken and not worked on is handed out again. */
const letItComeBack = (): Promise<void> => theClock().advance(31);

afterEach(async () => {
  for (const queue of ['repair', 'repair-parked', 'outbox-parked.fifo', 'timers-parked'] as const) await purge(queue);
});

describe('a crash between the write and the start of the workflow', () => {
  test('loses no case: the sweep starts what never started, sends what was never sent, once', async () => {
    const opened = await withoutNightlySweep(async () => {
      const life = await withoutDispatch(async () => {
        const written = await aComplaint();
        await always(async () => expect(await written.mailKinds()).toEqual([]), 0.5);
        await pass(25 * HOUR); // the stream forgets after a day: what nobody read by then is never read
        return written;
      });
      await always(async () => expect(await execution(life.caseId)).toBeUndefined(), 0.5);
      expect(await life.view()).toMatchObject({ stage: 'intake' });
      await sweepNow();
      await expectSound(life, 'intake', ['acknowledgement']);
      return life;
    });
    await pass(PAST_DEDUPLICATION);
    await sweepNow();
    await sweepNow();
    await expectSound(opened, 'intake', ['acknowledgement']);
    expect(await execution(`${opened.caseId}_2`)).toBeUndefined();
  });

  test('or between a later write and the answer to the workflow: the night mends it by itself', async () => {
    const life = await aComplaint();
    await life.workflowAt('intake');
    await quiet();
    await withoutNightlySweep(() =>
      withoutDispatch(async () => {
        await life.handledBy(lin);
        await pass(25 * HOUR);
        expect((await waitOf(life.caseId))?.step).toBe('intake');
      }),
    );
    await pass(24 * HOUR);
    await expectSound(life, 'decision', ['acknowledgement', 'offer']);
  });
});

describe('a function that dies', () => {
  test('dispatch cannot start workflows: the rest is done at once, the repair starts it, and no mail comes twice', async () => {
    const life = await withSettings(
      'dispatch',
      { STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:none' },
      async () => {
        const broken = await aComplaint();
        await broken.mail('acknowledgement');
        await broken.workflowAt('intake');
        return broken;
      },
    );
    await expectSound(life, 'intake', ['acknowledgement']);
  });

  test('dispatch does not even start: the stream waits for it', async () => {
    const life = await withSettings('dispatch', { POLICY: '{' }, async () => {
      const waiting = await aComplaint();
      await always(async () => expect(await execution(waiting.caseId)).toBeUndefined(), 1);
      return waiting;
    });
    await expectSound(life, 'intake', ['acknowledgement']);
  });

  test('the mail sender does not start: orders wait in the queue', async () => {
    const life = await withSettings('sendMail', { POLICY: '{' }, async () => {
      const waiting = await aComplaint();
      await waiting.workflowAt('intake');
      expect(await waiting.mailKinds()).toEqual([]);
      return waiting;
    });
    await eventually(async () => {
      await letItComeBack();
      return (await life.mailKinds()).length > 0;
    });
    await expectSound(life, 'intake', ['acknowledgement']);
  });
});

describe('poison', () => {
  test('a record that cannot be read is parked after five tries, and holds up nobody', async () => {
    const poison = { pk: { S: 'CASE#AC-POISO-NPOIS' }, sk: { S: 'EVENT#0001' }, type: { S: 'opened' } };
    await writeItem(poison);
    const life = await aComplaint();
    await life.mail('acknowledgement');
    await life.handledBy(lin);
    await life.mail('offer');
    await eventually(async () => {
      await letItComeBack();
      return (await messagesIn('repair-parked')) === 1;
    });
    await removeItem(poison);
    await expectSound(life, 'decision', ['acknowledgement', 'offer']);
  });

  test('a message that is none is parked too: on the repair queue, among timers, and in the outbox', async () => {
    await putOn('repair', 'not JSON');
    await putOn('timers', { caseId: 7 });
    await putOn(
      'outbox.fifo',
      { messageId: 'AC-AAAAA-AAAAA.1.offer', caseId: 'AC-AAAAA-AAAAA', version: 1, kind: 'offer' },
      { group: 'AC-AAAAA-AAAAA' },
    );
    const life = await aComplaint();
    await life.mail('acknowledgement');
    await eventually(async () => {
      await letItComeBack();
      const parked = await Promise.all([messagesIn('repair-parked'), messagesIn('timers-parked'), messagesIn('outbox-parked.fifo')]);
      return parked.every((count) => count === 1);
    });
    await expectSound(life, 'intake', ['acknowledgement']);
  });
});

test('a stream that is read twice changes nothing', async () => {
  const life = await (await aComplaint()).handledBy(lin);
  await life.workflowAt('decision');
  await pass(PAST_DEDUPLICATION);
  const before = (await execution(life.caseId))?.entered;
  const everything = await streamOf(life.caseId);
  await invoke('dispatch', everything);
  await invoke('dispatch', everything);
  await expectSound(life, 'decision', ['acknowledgement', 'offer']);
  expect((await execution(life.caseId))?.entered).toEqual(before);
  expect(await execution(`${life.caseId}_2`)).toBeUndefined();
  await life.accepts();
  await life.workflowAt('fulfilment');
});
