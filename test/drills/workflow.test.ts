import { SendTaskFailureCommand, SendTaskSuccessCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, test } from '@jest/globals';
import { lin, zhou } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { cloud, execution, executionArn, sweepNow, waitOf } from '../support/stack/probes.ts';
import { loseTimers, putOn, withoutNightlySweep } from '../support/stack/sabotage.ts';
import { aComplaint } from '../support/stack/steps.ts';
import { DAY, HOUR, MINUTE, pass, quiet } from '../support/stack/time.ts';

const stop = (name: string) => cloud().sfn.send(new StopExecutionCommand({ executionArn: executionArn(name), cause: 'A drill' }));

const statusOf = async (name: string): Promise<string | undefined> => (await execution(name))?.status;

describe('an execution that is gone', () => {
  test('is followed by one that brings the case back to where it stands, and carries it to its end', async () => {
    const life = await (await aComplaint()).handledBy(lin);
    await life.rejects();
    await life.handledBy(zhou);
    await life.workflowAt('decision');

    await stop(life.caseId);
    const second = `${life.caseId}_2`;
    await eventually(async () => (await waitOf(life.caseId))?.execution === second && (await waitOf(life.caseId))?.step === 'decision');
    expect((await execution(second))?.entered.at(-1)).toBe('CustomerDecision');

    await stop(second);
    await eventually(async () => (await waitOf(life.caseId))?.execution === `${life.caseId}_3`);
    await life.workflowAt('decision');
    expect(await life.view()).toMatchObject({ waitingFor: 'customer-decision' });
    await life.accepts();
    await life.fulfilledBy(zhou);
    await life.workflowAt('feedback');
    await pass(DAY + MINUTE);
    await life.answersSurvey({ outcome: 4, handling: 4, recommend: 8 });
    await eventually(async () => (await statusOf(`${life.caseId}_3`)) === 'SUCCEEDED');
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer', 'offer', 'fulfilment', 'survey']);
  });

  test('is missed by nobody when the case is over', async () => {
    const life = await aComplaint();
    await life.workflowAt('intake');
    await stop(life.caseId);
    await life.withdraws();
    await life.mail('closing');
    await quiet();
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'closing']);
    expect(await life.view()).toMatchObject({ stage: 'closed' });
  });

  test('and nothing told of it: the next move or the sweep finds out', async () => {
    const life = await aComplaint();
    await life.workflowAt('intake');
    const { token = '' } = (await waitOf(life.caseId)) ?? {};
    await cloud().sfn.send(new SendTaskFailureCommand({ taskToken: token, error: 'Broken', cause: 'A drill' }));
    await eventually(async () => (await waitOf(life.caseId))?.execution === `${life.caseId}_2`);
    await life.workflowAt('intake');
    expect(await statusOf(life.caseId)).toBe('FAILED');
    await life.assignedTo(lin);
    await life.workflowAt('investigation');
  });
});

describe('a callback', () => {
  test('on a token that was used moves nothing', async () => {
    const life = await aComplaint();
    await life.workflowAt('intake');
    const { token = '' } = (await waitOf(life.caseId)) ?? {};
    await life.assignedTo(lin);
    await life.workflowAt('investigation');
    const again = cloud().sfn.send(
      new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ next: 'closed', version: 99 }) }),
    );
    await again.catch(() => undefined); // refused, or taken without effect
    await quiet();
    expect((await waitOf(life.caseId))?.step).toBe('investigation');
    expect(await statusOf(life.caseId)).toBe('RUNNING');
    expect(await life.view()).toMatchObject({ stage: 'investigation' });
    await life.investigatedBy(lin);
    await life.workflowAt('offer');
  });

  test('that waits for more than a month is asked for again, and none is lost', async () => {
    const life = await aComplaint();
    await life.workflowAt('intake');
    await pass(31 * DAY);
    await eventually(async () => (await execution(life.caseId))?.entered.length === 2, { what: 'that the step began anew' });
    expect(await statusOf(life.caseId)).toBe('RUNNING');
    await life.assignedTo(lin);
    await life.workflowAt('investigation');
  });
});

/** Removes all schedules of a case but those that only look at its clocks; gives what they were for. */
const loseMoves = async ({ caseId }: LiveCase): Promise<readonly string[]> =>
  (await loseTimers(caseId)).filter((purpose) => purpose !== 'clock');

describe('timers', () => {
  test('that come late, twice or for a moment that has passed change nothing', async () => {
    const life = await (await aComplaint()).handledBy(lin);
    await life.workflowAt('decision');
    const { version } = await lin.look(life.caseId);
    const timer = (purpose: string, of = version) => ({ caseId: life.caseId, version: of, purpose, at: new Date(0).toISOString() });

    await putOn('timers', timer('expire')); // nobody was warned
    await putOn('timers', timer('finish', 1));
    await quiet();
    expect(await life.view()).toMatchObject({ waitingFor: 'customer-decision' });

    await life.accepts();
    for (const purpose of ['warning-1', 'warning-2', 'expire', 'survey', 'finish']) await putOn('timers', timer(purpose));
    await quiet();
    expect(await life.view()).toMatchObject({ waitingFor: 'fulfilment' });
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer']);
  });

  test('that were lost are made up for by the sweep, once, and nobody is closed out without warning', async () => {
    const life = await (await aComplaint()).handledBy(lin);
    await life.workflowAt('decision');
    await quiet();
    await withoutNightlySweep(async () => {
      expect(await loseMoves(life)).toEqual(['expire', 'warning-1', 'warning-2']);
      await pass(15 * DAY);
      await quiet();
      expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer']);
      await sweepNow();
      await sweepNow();
    });
    await life.mail('warning-2');
    await quiet();
    expect(await life.view()).toMatchObject({ waitingFor: 'customer-decision' });
    await pass(DAY + HOUR);
    await sweepNow();
    await life.mail('closing');
    await pass(6 * MINUTE);
    await sweepNow();
    await quiet();
    const kinds = await life.mailKinds();
    expect(kinds).toEqual([...new Set(kinds)]);
    expect(kinds).toEqual(expect.arrayContaining(['acknowledgement', 'offer', 'warning-2', 'closing']));
    expect(await life.view()).toMatchObject({ stage: 'closed', outcome: 'expired' });
  });

  test('of the survey too', async () => {
    const life = await (await aComplaint()).resolvedBy(lin);
    await life.workflowAt('feedback');
    await quiet();
    expect(await loseMoves(life)).toEqual(['expire', 'finish', 'survey', 'survey-reminder', 'warning-1', 'warning-2']); // those of the decision were left to find nothing to do
    await pass(DAY + HOUR);
    await sweepNow();
    await life.mail('survey');
    await pass(3 * DAY);
    await sweepNow();
    await life.mail('survey-reminder');
    await pass(4 * DAY);
    await sweepNow();
    await life.mail('closing');
    await quiet();
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment', 'survey', 'survey-reminder', 'closing']);
  });
});
