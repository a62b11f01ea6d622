import { expect, test } from '@jest/globals';
import { lin } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { expectProblem } from '../support/stack/http.ts';
import { execution } from '../support/stack/probes.ts';
import { aComplaint } from '../support/stack/steps.ts';
import { DAY, MINUTE, pass, quiet } from '../support/stack/time.ts';

test('a silent customer is warned twice before the case closes; one who answers is left alone', async () => {
  const silent = await (await aComplaint()).handledBy(lin);
  const late = await (await aComplaint()).handledBy(lin);
  const asked = await aComplaint();
  await asked.assignedTo(lin);
  await lin.does(asked.caseId, 'hold', { reason: 'customer-reply', message: 'Which model is it?' });
  const askedByPhone = await aComplaint();
  await askedByPhone.assignedTo(lin);
  await lin.does(askedByPhone.caseId, 'hold', { reason: 'customer-reply' });
  await silent.workflowAt('decision');
  await late.workflowAt('decision');
  await asked.workflowAt('on-hold');

  await pass(7 * DAY - 5 * MINUTE);
  await quiet();
  expect(await silent.mailKinds()).toEqual(['acknowledgement', 'offer']);
  await pass(6 * MINUTE);
  await silent.mail('warning-1');
  await asked.mail('warning-1');
  await late.mail('warning-1');
  expect((await silent.view()).stage).toBe('resolution');

  await late.accepts();
  await late.workflowAt('fulfilment');
  await pass(5 * DAY);
  await silent.mail('warning-2');
  await asked.mail('warning-2');
  expect((await silent.view()).stage).toBe('resolution');

  await pass(2 * DAY);
  for (const [life, kinds] of [
    [silent, ['acknowledgement', 'offer', 'warning-1', 'warning-2', 'closing']],
    [asked, ['acknowledgement', 'question', 'warning-1', 'warning-2', 'closing']],
    [askedByPhone, ['acknowledgement', 'warning-1', 'warning-2', 'closing']],
  ] as const) {
    await life.mail('closing');
    expect(await life.mailKinds()).toEqual(kinds);
    expect(await life.view()).toMatchObject({ stage: 'closed', outcome: 'expired' });
    await eventually(async () => (await execution(life.caseId))?.status === 'SUCCEEDED');
  }
  expectProblem(await silent.customerTries('decision', { accept: true }), 'not-allowed-now');
  expect(await late.view()).toMatchObject({ stage: 'resolution', waitingFor: 'fulfilment' });
  expect(await late.mailKinds()).toEqual(['acknowledgement', 'offer', 'warning-1']);
});
