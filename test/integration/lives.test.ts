import { describe, expect, test } from '@jest/globals';
import { chen, emma, lin, sofia, zhou } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { call, expectProblem, pointersOf } from '../support/stack/http.ts';
import { AN_OFFER, type LiveCase } from '../support/stack/liveCase.ts';
import { execution } from '../support/stack/probes.ts';
import { aComplaint, anInquiry, aReturn, complaintBody, expectNothingWritten } from '../support/stack/steps.ts';
import { DAY, MINUTE, pass, quiet } from '../support/stack/time.ts';

const OVER_AGENTS_LIMIT = { ...AN_OFFER, remedy: 'compensation', amount: { amount: '300.00', currency: 'CNY' } };
const OVER_SUPERVISORS_LIMIT = { ...AN_OFFER, remedy: 'compensation', amount: { amount: '6000.00', currency: 'CNY' } };

/** The survey comes, is answered to satisfaction, and the case is over; no mail says so, the page did. */
async function surveyedAndClosed(life: LiveCase): Promise<void> {
  await life.workflowAt('feedback');
  await pass(DAY + MINUTE);
  await life.answersSurvey({ outcome: 5, handling: 4, recommend: 9 });
  await life.ended();
  await quiet();
}

describe('a complaint', () => {
  test('is accepted, and one execution of eight states carries it from form to closed', async () => {
    const life = await aComplaint();
    const acknowledgement = await life.mail('acknowledgement');
    expect(acknowledgement.text).toContain(life.caseId);
    expect(acknowledgement.text).toContain(life.trackingUrl);
    expect(await life.view()).toMatchObject({ stage: 'intake', waitingFor: 'assignment' });

    expect(await life.assignedTo(lin)).toMatchObject({ step: 'investigation', owner: lin.email });
    expect(await life.investigatedBy(lin)).toMatchObject({ step: 'offer', rootCause: 'product-defect' });
    expect(await life.offeredBy(lin)).toMatchObject({ step: 'decision' });
    expect((await life.mail('offer')).text).toContain(AN_OFFER.reasons);
    expect(await life.view()).toMatchObject({ stage: 'resolution', waitingFor: 'customer-decision', offer: AN_OFFER });

    expect(await life.accepts()).toMatchObject({ stage: 'resolution', waitingFor: 'fulfilment' });
    expect(await life.fulfilledBy(lin, 'SF77')).toMatchObject({ step: 'feedback', outcome: 'resolved' });
    expect((await life.mail('fulfilment')).text).toContain('SF77');

    await surveyedAndClosed(life);
    expect(await life.view()).toMatchObject({ stage: 'closed', outcome: 'resolved', waitingFor: 'nothing' });
    expect(await life.ended()).toEqual([
      ...['Intake', 'Investigation', 'Resolution', 'NextStep', 'CustomerDecision', 'NextStep', 'Fulfilment', 'Feedback'],
    ]);
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'offer', 'fulfilment', 'survey']);
  });

  test('is rejected once, and then solved by another handler', async () => {
    const life = await (await aComplaint()).handledBy(lin);
    expect(await life.rejects('I want a new one.')).toMatchObject({ stage: 'investigation' });
    expect(await chen.look(life.caseId)).toMatchObject({ step: 'investigation', rejections: 1, formerOwners: [lin.email] });
    expect(await chen.wholeQueue('unassigned')).toContain(life.caseId);

    expect(pointersOf(await lin.tries(life.caseId, 'assign', { owner: lin.email }))).toEqual(['/owner']);
    expectProblem(await lin.tries(life.caseId, 'findings', { text: 'Again', rootCause: 'process' }), 'not-allowed-now');

    await life.handledBy(zhou, { remedy: 'exchange', reasons: 'You get a new one.' });
    await life.accepts();
    expect(await zhou.does(life.caseId, 'receive')).toMatchObject({ step: 'fulfilment', receivedAt: expect.any(String) });
    await life.fulfilledBy(zhou);
    await life.workflowAt('feedback');
    expect((await execution(life.caseId))?.entered.filter((state) => state === 'Investigation')).toHaveLength(2);
    expect(await life.view()).toMatchObject({ outcome: 'resolved' });
  });

  test('is rejected three times: second-level review speaks, and if the customer does not agree it ends unresolved', async () => {
    const life = await (await aComplaint()).handledBy(lin);
    await life.rejects();
    await life.handledBy(zhou);
    await life.rejects();
    await life.handledBy(emma);
    await life.rejects();
    expect(await chen.look(life.caseId)).toMatchObject({ step: 'review', formerOwners: [lin.email, zhou.email, emma.email] });
    await life.workflowAt('review');

    expectProblem(await zhou.tries(life.caseId, 'offer', AN_OFFER), 'not-allowed-now');
    expect(pointersOf(await chen.tries(life.caseId, 'assign', { owner: zhou.email }))).toEqual(['/owner']);
    await life.assignedTo(chen);
    expect(await life.offeredBy(chen)).toMatchObject({ step: 'decision' });
    await life.workflowAt('decision');
    expect(await life.rejects('Still not good enough.')).toMatchObject({ stage: 'feedback', outcome: 'unresolved' });
    await life.mail('decision');
    await surveyedAndClosed(life);
    expect(await life.view()).toMatchObject({ stage: 'closed', outcome: 'unresolved' });
    expect(await life.ended()).toContain('SecondLevelReview');
  });

  test('is refused by a rule: the customer accepts that, or objects and another handler looks again', async () => {
    const [content, objecting] = await Promise.all([aComplaint(), aComplaint()]);
    for (const life of [content, objecting]) {
      await life.assignedTo(lin);
      await life.investigatedBy(lin);
      await life.refusedBy(lin);
      const mail = await life.mail('decision');
      expect(mail.text).toContain('consumer association');
      expect(await life.view()).toMatchObject({ waitingFor: 'customer-decision', refusal: { rule: 'Three guarantees, article 9' } });
    }
    expect(await content.accepts()).toMatchObject({ stage: 'feedback', outcome: 'refused' });
    await content.workflowAt('feedback');

    expect(await objecting.rejects('The rule does not apply.')).toMatchObject({ stage: 'investigation' });
    await objecting.handledBy(zhou);
    expect(await objecting.accepts()).toMatchObject({ waitingFor: 'fulfilment' });
    await objecting.workflowAt('fulfilment');
  });

  test('needs a supervisor where the amount is over the limit, and never the one who proposed it', async () => {
    const life = await aComplaint();
    await life.assignedTo(lin);
    await life.investigatedBy(lin);
    expect(await life.offeredBy(lin, OVER_AGENTS_LIMIT)).toMatchObject({ step: 'approval' });
    await life.workflowAt('approval');
    expect((await life.view()).offer).toBeUndefined();
    expectProblem(await zhou.tries(life.caseId, 'approve'), 'forbidden');
    expectProblem(await life.customerTries('decision', { accept: true }), 'not-allowed-now');

    expect(await chen.does(life.caseId, 'decline', { reasons: 'Too much.' })).toMatchObject({ step: 'offer' });
    await life.offeredBy(lin, OVER_AGENTS_LIMIT);
    expect(await life.mailKinds()).not.toContain('offer');
    expect(await chen.does(life.caseId, 'approve')).toMatchObject({ step: 'decision' });
    expect((await life.mail('offer')).text).toContain('300');
    expect((await life.view()).offer?.amount).toEqual({ amount: '300.00', currency: 'CNY' });

    const own = await aComplaint();
    await own.assignedTo(chen);
    await own.investigatedBy(chen);
    expect(await own.offeredBy(chen, OVER_SUPERVISORS_LIMIT)).toMatchObject({ step: 'approval' });
    const refused = expectProblem(await chen.tries(own.caseId, 'approve'), 'not-allowed-now');
    expect(refused['allowed']).not.toContain('approve');
    expect(await sofia.does(own.caseId, 'approve')).toMatchObject({ step: 'decision' });
  });

  test('is taken for a customer who phoned', async () => {
    const body = complaintBody({ channel: 'phone' });
    const key = crypto.randomUUID();
    const { caseId } = await zhou.opens(body, key);
    expect(await zhou.opens(body, key)).toMatchObject({ caseId });
    expect((await zhou.look(caseId)).opening.channel).toBe('phone');
    await eventually(async () => (await zhou.look(caseId)).mails.some(({ kind }) => kind === 'acknowledgement'));
    expectProblem(
      await zhou.call('POST', '/api/desk/cases', { json: { ...body, channel: 'visit' }, headers: { 'idempotency-key': key } }),
      'key-reused',
    );
  });
});

test('an after-sales return: the goods come back, the money is refunded, the reference is told', async () => {
  const life = await aReturn();
  await life.handledBy(lin, { remedy: 'return-refund', amount: { amount: '99.00', currency: 'CNY' }, reasons: 'Within seven days.' });
  await life.accepts();
  expect((await lin.look(life.caseId)).actions).toContain('receive');
  expect((await lin.does(life.caseId, 'receive', { note: 'Box opened, goods intact' })).actions).not.toContain('receive');
  await life.fulfilledBy(lin, 'REFUND-20260301');
  expect((await life.mail('fulfilment')).text).toContain('REFUND-20260301');
  await surveyedAndClosed(life);
  expect(await life.ended()).toHaveLength(8);
});

test('an inquiry is answered', async () => {
  const life = await anInquiry();
  expect((await life.mail('acknowledgement')).headers['content-language']).toBe('en');
  await life.handledBy(emma, { remedy: 'information', reasons: 'Yes, we sell it for 20 yuan.' });
  expect((await life.mail('offer')).text).toContain('Yes, we sell it for 20 yuan.');
  await life.accepts();
  await life.fulfilledBy(emma, 'Answered by mail');
  await surveyedAndClosed(life);
  expect(await life.view()).toMatchObject({ stage: 'closed', outcome: 'resolved' });
});

describe('on hold', () => {
  test('a question goes to the customer, clocks stand still, and the reply resumes', async () => {
    const life = await aComplaint();
    await life.assignedTo(lin);
    const question = 'Which colour is the lamp when you press start?';
    expect(await lin.does(life.caseId, 'hold', { reason: 'customer-reply', message: question })).toMatchObject({
      waitingFor: 'customer-reply',
    });
    expect((await life.mail('question')).text).toContain(question);
    await life.workflowAt('on-hold');
    expect((await lin.look(life.caseId)).actions).not.toContain('findings');
    await pass(2 * DAY);
    expect(await life.writes('It stays dark.')).toMatchObject({ stage: 'investigation', waitingFor: 'findings' });
    await life.workflowAt('investigation');
    expect((await life.view()).clocks.pausedSeconds).toBeGreaterThanOrEqual(2 * DAY);
    await life.investigatedBy(lin);
    await life.workflowAt('offer');
  });

  test('waiting for others ends when staff resume; what the customer writes meanwhile does not end it', async () => {
    const life = await aComplaint();
    await life.assignedTo(lin);
    const news = 'The part comes in May.';
    await lin.does(life.caseId, 'hold', { reason: 'parts', message: news });
    const told = await life.mail('reply');
    expect(told.text).toContain(news);
    expect(await life.writes('Any news?')).toMatchObject({ waitingFor: 'hold' });
    expect((await chen.does(life.caseId, 'resume')).step).toBe('investigation');
    await life.workflowAt('investigation');
  });
});

test('the customer withdraws, wherever the case stands', async () => {
  const atIntake = await aComplaint();
  const atInvestigation = await aComplaint();
  await atInvestigation.assignedTo(lin);
  const atOffer = await aComplaint();
  await atOffer.assignedTo(lin);
  await atOffer.investigatedBy(lin);
  const atApproval = await aComplaint();
  await atApproval.handledBy(lin, OVER_AGENTS_LIMIT);
  const atDecision = await (await aComplaint()).handledBy(lin);
  const atFulfilment = await (await aComplaint()).handledBy(lin);
  await atFulfilment.accepts();
  const onHold = await aComplaint();
  await onHold.assignedTo(lin);
  await lin.does(onHold.caseId, 'hold', { reason: 'customer-reply', message: 'A question' });
  const atReview = await (await aComplaint()).handledBy(lin);
  for (const next of [zhou, emma]) {
    await atReview.rejects();
    await atReview.handledBy(next);
  }
  await atReview.rejects();

  const all = [atIntake, atInvestigation, atOffer, atApproval, atDecision, atFulfilment, onHold, atReview];
  for (const life of all) {
    expect(await life.withdraws('It works again.')).toMatchObject({ stage: 'closed', outcome: 'withdrawn' });
    expectProblem(await life.customerTries('messages', { message: 'Hello?' }), 'not-allowed-now');
  }
  for (const life of all) {
    await life.mail('closing');
    expect((await life.ended()).at(-1)).toBe('EndedEarly');
  }
  const lists = await chen.wholeQueue('team');
  for (const life of all) expect(lists).not.toContain(life.caseId);
});

test('a form without script opens a case and leads to its page', async () => {
  const { email } = complaintBody().customer;
  const form = new URLSearchParams({
    kind: 'complaint',
    key: crypto.randomUUID(),
    subject: '电饭煲坏了',
    description: '用了三天就不能加热。',
    desiredRemedy: '换一台',
    'customer.name': '王小明',
    'customer.email': email,
    'customer.locale': 'zh-CN',
    'product.name': '电饭煲 X1',
    'consent.service': 'on',
  });
  const first = await call('POST', '/api/cases', { body: form });
  expect(first.status).toBe(303);
  const location = first.headers.get('location') ?? '';
  expect((await call('GET', location)).text).toContain('电饭煲坏了');
  expect((await call('POST', '/api/cases', { body: form })).headers.get('location')).toBe(location);

  form.set('customer.email', 'not an address');
  form.set('key', crypto.randomUUID());
  const kept = await expectNothingWritten(() => call('POST', '/api/cases', { body: form }));
  expect(kept.status).toBe(422);
  expect(kept.text).toContain('用了三天就不能加热。');
});
