import { describe, expect, test } from '@jest/globals';
import { lin } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { allItems, sweepNow, type Item } from '../support/stack/probes.ts';
import { invoke, putOn, removeItem } from '../support/stack/sabotage.ts';
import { aComplaint } from '../support/stack/steps.ts';
import { DAY, MINUTE, pass, quiet } from '../support/stack/time.ts';

const PAST_DEDUPLICATION = 6 * MINUTE;

const orderOf = ({ caseId }: LiveCase, version: number, kind: string) => ({
  messageId: `${caseId}.${version}.${kind}`,
  caseId,
  version,
  kind,
});

/** The record that a mail was sent. */
const recordOf = ({ caseId }: LiveCase, messageIdPart: string): Promise<Item> =>
  eventually(async () => (await allItems()).find(({ sk }) => sk?.S === `MAIL#${caseId}.${messageIdPart}`), {
    what: 'that the mail was written down',
  });

/** What SES tells about a mail. */
const report = ({ caseId, email }: LiveCase, eventType: string, more: object = {}) => ({
  'detail-type': 'Email event',
  source: 'aws.ses',
  detail: {
    eventType,
    mail: {
      destination: [email],
      tags: { case: [caseId], kind: ['acknowledgement'], message: [Buffer.from(`${caseId}.1.acknowledgement`).toString('base64url')] },
    },
    ...more,
  },
});

describe('the same mail ordered again', () => {
  test('is sent once: at the same time, later, and after everything was gone over again', async () => {
    const life = await aComplaint();
    await recordOf(life, '1.acknowledgement');
    const order = orderOf(life, 1, 'acknowledgement');
    for (let n = 0; n < 5; n += 1) await putOn('outbox.fifo', order, { group: life.caseId });
    await quiet();
    await pass(PAST_DEDUPLICATION);
    for (let n = 0; n < 5; n += 1) await putOn('outbox.fifo', order, { group: life.caseId });
    await sweepNow();
    await quiet();
    expect(await life.mailKinds()).toEqual(['acknowledgement']);
  });

  test('is not sent again when the sender died after SES took it: the report of SES is written down before the order comes back', async () => {
    const life = await aComplaint();
    await removeItem(await recordOf(life, '1.acknowledgement')); // as if it had died before writing
    await invoke('mailEvents', report(life, 'Send'));
    await pass(PAST_DEDUPLICATION);
    await putOn('outbox.fifo', orderOf(life, 1, 'acknowledgement'), { group: life.caseId });
    await sweepNow();
    await quiet();
    expect(await life.mailKinds()).toEqual(['acknowledgement']);
  });

  test('of a version that was never written is not sent at all, and one for a moment that has passed is out of date', async () => {
    const life = await (await aComplaint()).handledBy(lin);
    await life.mail('offer');
    const { version } = await lin.look(life.caseId);
    await life.accepts();
    await putOn('outbox.fifo', orderOf(life, version, 'warning-1'), { group: life.caseId });
    await putOn('outbox.fifo', { ...orderOf(life, 1, 'survey'), messageId: `${life.caseId}.survey` }, { group: life.caseId });
    await quiet();
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer']);
  });
});

describe('what SES reports', () => {
  test('a mailbox that does not exist gets nothing more, and the desk sees it', async () => {
    const life = await aComplaint();
    await recordOf(life, '1.acknowledgement');
    await invoke('mailEvents', report(life, 'Bounce', { bounce: { bounceType: 'Permanent' } }));
    await life.handledBy(lin);
    await eventually(async () =>
      (await lin.look(life.caseId)).mails.some(({ kind, status }) => kind === 'offer' && status === 'suppressed'),
    );
    await quiet();
    expect(await life.mailKinds()).toEqual(['acknowledgement']);
  });

  test('a full mailbox is tried again with the next mail; a complaint about spam ends it', async () => {
    const life = await aComplaint();
    await recordOf(life, '1.acknowledgement');
    await invoke('mailEvents', report(life, 'Bounce', { bounce: { bounceType: 'Transient' } }));
    await invoke('mailEvents', report(life, 'Delivery'));
    await life.handledBy(lin);
    await life.mail('offer');
    await invoke('mailEvents', report(life, 'Complaint'));
    await life.withdraws();
    await eventually(async () =>
      (await lin.look(life.caseId)).mails.some(({ kind, status }) => kind === 'closing' && status === 'suppressed'),
    );
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer']);
  });
});

test('a survey invitation that was ordered twice, and a follow-up that was asked for twice, come once', async () => {
  const life = await (await aComplaint()).resolvedBy(lin);
  await life.workflowAt('feedback');
  await pass(DAY + MINUTE);
  await life.mail('survey');
  const { version } = await lin.look(life.caseId);
  await pass(PAST_DEDUPLICATION);
  await putOn('timers', { caseId: life.caseId, version, purpose: 'survey', at: new Date(0).toISOString() });
  await sweepNow();
  await quiet();
  await life.answersSurvey({ outcome: 1, handling: 1, recommend: 0 });
  await life.ended();
  for (let n = 0; n < 2; n += 1) {
    await pass(PAST_DEDUPLICATION);
    await putOn('repair', { caseId: life.caseId, at: new Date(0).toISOString() });
    await quiet();
  }
  expect((await life.mailKinds()).filter((kind) => kind === 'survey')).toHaveLength(1);
  expect(await life.mailKinds()).not.toContain('closing');
  expect((await allItems()).filter(({ data }) => data?.M?.['followUpOf']?.S === life.caseId)).toHaveLength(1);
});
