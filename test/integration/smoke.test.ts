import { expect, test } from '@jest/globals';
import { lin } from '../support/stack/desk.ts';
import { aComplaint } from '../support/stack/steps.ts';
import { DAY, pass } from '../support/stack/time.ts';
import { execution } from '../support/stack/probes.ts';
test('smoke', async () => {
  const c = await aComplaint();
  await c.mail('acknowledgement');
  await c.resolvedBy(lin);
  await c.workflowAt('feedback');
  await pass(DAY + 60);
  await c.answersSurvey({ outcome: 5, handling: 5, recommend: 10 });
  await c.mail('closing');
  expect(await c.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment', 'survey', 'closing']);
  console.log((await execution(c.caseId))?.entered);
});
