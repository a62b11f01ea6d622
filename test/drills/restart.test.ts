import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startStack, type Stack } from '../../infra/local/stack.ts';
import { lin } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { freePorts, RUNS } from '../support/stack/globalSetup.ts';
import { execution, sweepNow, waitOf } from '../support/stack/probes.ts';
import { aComplaint } from '../support/stack/steps.ts';
import { useStack } from '../support/stack/theStack.ts';
import { DAY, MINUTE, pass, quiet } from '../support/stack/time.ts';

// A stack of its own: the other tests share theirs, and nobody may stop it.
const home = join(RUNS, `${process.pid}-restart`);
let stack: Stack | undefined;

async function start(): Promise<void> {
  stack = await startStack({ stage: 'local', ports, home, stackFile: join(home, 'stack.json'), quiet: true });
  useStack(stack.info);
}

let ports: Awaited<ReturnType<typeof freePorts>>;

beforeAll(async () => {
  rmSync(home, { recursive: true, force: true });
  ports = await freePorts();
  await start();
}, 180_000);

afterAll(async () => {
  await stack?.stop();
}, 60_000);

test('the cloud restarts with cases open: all of them go on where they stood, and no mail comes twice', async () => {
  const atIntake = await aComplaint();
  const atDecision = await (await aComplaint()).handledBy(lin);
  const onHold = await aComplaint();
  await onHold.assignedTo(lin);
  await lin.does(onHold.caseId, 'hold', { reason: 'customer-reply', message: 'Which model is it?' });
  const inFeedback = await (await aComplaint()).resolvedBy(lin);
  const stood = [
    [atIntake, 'intake', ['acknowledgement']],
    [atDecision, 'decision', ['acknowledgement', 'offer']],
    [onHold, 'on-hold', ['acknowledgement', 'question']],
    [inFeedback, 'feedback', ['acknowledgement', 'offer', 'fulfilment']],
  ] as const;
  for (const [life, position, mails] of stood) {
    await life.workflowAt(position);
    await life.mail(mails[mails.length - 1] ?? 'acknowledgement');
  }
  await quiet();

  await stack?.stop();
  await start();

  await sweepNow(); // the start did this already; twice must not matter
  for (const [life, position, mails] of stood) {
    await eventually(async () => (await waitOf(life.caseId))?.execution === `${life.caseId}_2`, { within: 60 });
    await life.workflowAt(position);
    expect((await execution(`${life.caseId}_2`))?.status).toBe('RUNNING');
    expect(await life.mailKinds()).toEqual(mails);
  }
  await pass(6 * MINUTE);
  await sweepNow();
  await quiet();
  for (const [life, , mails] of stood) expect(await life.mailKinds()).toEqual(mails);

  const fresh = await aComplaint();
  await fresh.mail('acknowledgement');
  await atIntake.handledBy(lin);
  await atDecision.accepts();
  await atDecision.fulfilledBy(lin);
  await onHold.writes('The small one.');
  await atIntake.workflowAt('decision');
  await atDecision.workflowAt('feedback');
  await onHold.workflowAt('investigation');
  await pass(DAY + MINUTE);
  for (const life of [inFeedback, atDecision]) {
    await life.answersSurvey({ outcome: 5, handling: 5, recommend: 10 });
    await eventually(async () => (await execution(`${life.caseId}_2`))?.status === 'SUCCEEDED');
  }
  await quiet();
  for (const life of [inFeedback, atDecision]) expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment', 'survey']);
}, 300_000);
