import { describe, expect, test } from '@jest/globals';
import { formatDateTime } from '../../functions/content/format.ts';
import { LOCALES } from '../../functions/domain/case/model.ts';
import { openedCase } from '../../functions/handlers/api/answers.ts';
import { chen, lin, zhou } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf, call, expectProblem, jsonOf, pointersOf } from '../support/stack/http.ts';
import { tokenIn } from '../support/stack/inbox.ts';
import { LiveCase } from '../support/stack/liveCase.ts';
import { allItems, execution } from '../support/stack/probes.ts';
import { aComplaint, anAddress, expectNothingWritten } from '../support/stack/steps.ts';
import { DAY, HOUR, MINUTE, pass, quiet } from '../support/stack/time.ts';

const CONTENT = { outcome: 5, handling: 5, recommend: 10 };

/** Given complaints that are resolved and wait for the survey. */
async function inFeedback(count: number, email?: string): Promise<readonly LiveCase[]> {
  const lives = await Promise.all(Array.from({ length: count }, async () => (await aComplaint({}, email)).resolvedBy(lin)));
  for (const life of lives) await life.workflowAt('feedback');
  return lives;
}

/** Given a complaint that was surveyed. */
async function surveyed(): Promise<LiveCase> {
  const [life] = await inFeedback(1);
  if (!life) throw new Error('There is no case.');
  await pass(DAY + MINUTE);
  await life.mail('survey');
  return life;
}

/** Cases that follow up this one. */
const followUpsOf = async (caseId: string): Promise<readonly string[]> =>
  (await allItems()).filter(({ data }) => data?.M?.['followUpOf']?.S === caseId).map(({ pk }) => (pk?.S ?? '').slice('CASE#'.length));

/** What the desk knows about the survey mail of a case. */
const surveyStatus = (life: LiveCase) =>
  eventually(async () => (await lin.look(life.caseId)).mails.find(({ kind }) => kind === 'survey')?.status, {
    what: 'that the survey was dealt with',
  });

describe('the invitation', () => {
  test('comes a day after the resolution, a reminder three days later, and without an answer the case closes after eight days', async () => {
    const [life] = await inFeedback(1);
    await pass(23 * HOUR);
    await quiet();
    expect(await life?.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment']);
    await pass(HOUR + MINUTE);
    await life?.mail('survey');
    await pass(3 * DAY);
    await life?.mail('survey-reminder');
    expect((await life?.view())?.stage).toBe('feedback');
    await pass(4 * DAY);
    await life?.mail('closing');
    expect(await life?.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment', 'survey', 'survey-reminder', 'closing']);
    expect(await life?.view()).toMatchObject({ stage: 'closed', outcome: 'resolved' });
    await eventually(async () => (await execution(life?.caseId ?? ''))?.status === 'SUCCEEDED');
  });

  test('is answered once: 200, then 409; no reminder follows', async () => {
    const life = await surveyed();
    const token = tokenIn(await life.mail('survey'), 'survey');
    expect((await call('GET', `/survey/${token}`)).status).toBe(200);
    await expectNothingWritten(async () => {
      const wrong = await call('POST', `/api/surveys/${token}`, { json: { outcome: 6, handling: 0, recommend: 11, mood: 'fine' } });
      expect(pointersOf(wrong)).toEqual(['/handling', '/mood', '/outcome', '/recommend']);
    });
    await life.answersSurvey(CONTENT);
    expectProblem(await call('POST', `/api/surveys/${token}`, { json: CONTENT }), 'already-answered');
    await life.ended();
    await pass(4 * DAY);
    await quiet();
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment', 'survey']);
    expect((await lin.look(life.caseId)).survey).toEqual(CONTENT);
  });

  test('is thanked for on a page that says, in place of a mail, that the case is closed and until when it can be reopened', async () => {
    const life = await surveyed();
    const token = tokenIn(await life.mail('survey'), 'survey');
    const form = new URLSearchParams({ outcome: '4', handling: '4', recommend: '8' });
    const thanks = await call('POST', `/api/surveys/${token}`, { body: form, headers: { 'accept-language': 'en' } });
    expect(thanks.status).toBe(200);
    const { reopenUntil = '' } = await life.view();
    for (const locale of LOCALES) {
      const { text } = await call('GET', `/survey/${token}?lang=${locale}`);
      expect(text).not.toContain('<form');
      expect(text).toContain(life.caseId);
      expect(text).toContain(formatDateTime(reopenUntil, locale));
      expect(text).toContain(`href="${life.trackingUrl}"`);
    }
    expect(thanks.text).toContain(formatDateTime(reopenUntil, 'en'));
    await pass(15 * DAY);
    const later = await call('GET', `/survey/${token}`);
    expect(later.status).toBe(200);
    expect(later.text).not.toContain(life.trackingUrl);
  });

  test('can be declined for good: opening the page does nothing, one click does', async () => {
    const email = anAddress();
    const [first] = await inFeedback(1, email);
    await pass(DAY + MINUTE);
    const invitation = await first?.mail('survey');
    if (!invitation) throw new Error('No invitation came.');
    expect(invitation.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const token = tokenIn(invitation, 'unsubscribe');

    expect((await call('GET', `/unsubscribe/${token}`)).status).toBe(200);
    await pass(31 * DAY);
    const [second] = await inFeedback(1, email);
    await pass(DAY + MINUTE);
    expect(second && (await surveyStatus(second))).toBe('sent');

    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const newer = await second?.mail('survey');
    expect((await call('POST', `/unsubscribe/${tokenIn(newer ?? invitation, 'unsubscribe')}`, { body })).status).toBe(200);
    await pass(31 * DAY);
    const [third] = await inFeedback(1, email);
    await pass(DAY + MINUTE);
    expect(third && (await surveyStatus(third))).toBe('unsubscribed');
    expect(await third?.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment']);
  });

  test('goes to a customer at most once in thirty days', async () => {
    const email = anAddress();
    const [one, other] = await inFeedback(2, email);
    await pass(DAY + MINUTE);
    if (!one || !other) throw new Error('There are no cases.');
    expect([await surveyStatus(one), await surveyStatus(other)].sort()).toEqual(['sent', 'surveyed-lately']);
    await pass(4 * DAY);
    await quiet();
    const kinds = [...(await one.mailKinds()), ...(await other.mailKinds())];
    expect(kinds.filter((kind) => kind === 'survey')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'survey-reminder')).toHaveLength(1);

    await pass(27 * DAY);
    const [later] = await inFeedback(1, email);
    await pass(DAY + MINUTE);
    expect(later && (await surveyStatus(later))).toBe('sent');
  });
});

describe('a low score', () => {
  test.each([
    ['a bad outcome', { outcome: 2, handling: 5, recommend: 9 }, 1],
    ['bad handling', { outcome: 5, handling: 1, recommend: 9 }, 1],
    ['a detractor who says why', { outcome: 3, handling: 3, recommend: 6, comment: '太慢了' }, 1],
    ['a detractor who says nothing', { outcome: 3, handling: 3, recommend: 0 }, 0],
    ['a content customer who says why', { outcome: 5, handling: 5, recommend: 7, comment: '很好' }, 0],
  ])('%s', async (_, answers, expected) => {
    const life = await surveyed();
    await life.answersSurvey(answers);
    await life.ended();
    await eventually(async () => (await followUpsOf(life.caseId)).length === expected);
    await quiet();
    const followUps = await followUpsOf(life.caseId);
    expect(followUps).toHaveLength(expected);
    for (const caseId of followUps) {
      const followUp = await chen.look(caseId);
      expect(followUp).toMatchObject({ step: 'intake', opening: { channel: 'follow-up', followUpOf: life.caseId } });
      expect(followUp.opening.description).toContain(life.caseId);
      expect((await execution(caseId))?.status).toBe('RUNNING');
      await new LiveCase(followUp, life.email).withdraws();
    }
  });
});

describe('reopening', () => {
  test('within the window brings the case back to Investigation, and no second survey', async () => {
    const life = await surveyed();
    await life.answersSurvey(CONTENT);
    await life.ended();
    await pass(13 * DAY);
    expect(await zhou.does(life.caseId, 'reopen', { reason: 'It broke again.' })).toMatchObject({ step: 'investigation' });
    await life.mail('reopening');
    await life.workflowAt('investigation');
    expect(await chen.wholeQueue('team')).toContain(life.caseId);
    await life.investigatedBy(lin);
    await life.offeredBy(lin);
    await life.accepts();
    await life.fulfilledBy(lin);
    await life.workflowAt('feedback');
    await pass(DAY + MINUTE);
    await life.mail('closing');
    await quiet();
    expect((await life.mailKinds()).filter((kind) => kind === 'survey')).toHaveLength(1);
  });

  test('from Feedback stops the survey that was on its way', async () => {
    const [life] = await inFeedback(1);
    if (!life) throw new Error('There is no case.');
    await zhou.does(life.caseId, 'reopen');
    await life.workflowAt('investigation');
    await pass(9 * DAY);
    await quiet();
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment', 'reopening']);
    expect(await life.view()).toMatchObject({ stage: 'investigation' });
  });

  test('is the customer’s too, on the page, within the window', async () => {
    const life = await aComplaint();
    await life.withdraws();
    await life.mail('closing');
    expect((await life.view()).actions).toEqual(['reopening']);
    const again = await life.customerCalls('POST', '/reopening', { json: { reason: 'It did not work after all.' } });
    expect(again.status).toBe(200);
    await life.workflowAt('investigation');
    expect((await life.view()).stage).toBe('investigation');
  });

  test('after the window opens one linked follow-up case instead', async () => {
    const life = await aComplaint();
    await life.withdraws();
    await life.mail('closing');
    await pass(14 * DAY + HOUR);
    expect((await life.view()).actions).toEqual([]);
    const first = await zhou.tries(life.caseId, 'reopen', { reason: 'It broke again.' });
    expect(first.status).toBe(201);
    const { caseId, trackingUrl } = answerOf(openedCase, first);
    expect(caseId).not.toBe(life.caseId);
    expect(jsonOf(await zhou.tries(life.caseId, 'reopen', { reason: 'It broke again.' }))).toMatchObject({ caseId });
    expect(await chen.look(caseId)).toMatchObject({ opening: { followUpOf: life.caseId } });
    expect(await life.view()).toMatchObject({ stage: 'closed' });
    expect(await followUpsOf(life.caseId)).toEqual([caseId]);
    await new LiveCase(answerOf(openedCase, first), life.email).withdraws();
    expect(trackingUrl).toContain(caseId);
  });
});
