import { expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { formatDateTime, formatMoment } from '../../functions/content/format.ts';
import { Customer } from '../support/browser/customer.ts';
import { DeskUser } from '../support/browser/deskUser.ts';
import { reads, textsOf } from '../support/browser/look.ts';
import { useBrowser } from '../support/browser/windows.ts';
import { chen, lin, zhou } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { kindsOf } from '../support/stack/inbox.ts';
import { LiveCase } from '../support/stack/liveCase.ts';
import { execution } from '../support/stack/probes.ts';
import { anAddress } from '../support/stack/steps.ts';
import { DAY, MINUTE, pass } from '../support/stack/time.ts';

const windows = useBrowser();

const COMPLAINT = {
  subject: '净水器用了十天就漏水',
  description: '3 月 2 日安装后一直正常，今天早上发现柜子里全是水，地板也泡坏了。',
  desiredRemedy: '换一台新的，并赔偿地板的损失',
  'product.name': '清泉净水器 Q3',
  'product.orderNo': 'DD-20260302-18',
  'customer.name': '王小明',
};

test('a complaint goes from the form to the survey: rejected once, approved above the limit, accepted', async () => {
  const customer = new Customer(await windows.customer(), anAddress('wang'));
  const { words, labels } = customer;

  // The form tells mistakes where they are, and keeps what was typed.
  await customer.opens('/');
  await customer.page
    .getByRole('link', { name: labels('kind.complaint') })
    .first()
    .click();
  await customer.fills({ ...COMPLAINT, desiredRemedy: '', 'customer.email': '没有邮箱' });
  await customer.presses(words('form.send'));
  const told = customer.page.locator('.wrong:visible');
  expect(await textsOf(told)).toEqual([labels('error.required'), labels('error.email'), labels('error.consent')]);
  expect(await customer.page.locator('[name="desiredRemedy"]:focus').count()).toBe(1);
  expect(await customer.field('description').inputValue()).toBe(COMPLAINT.description);
  await customer.fills({ desiredRemedy: COMPLAINT.desiredRemedy, 'customer.email': customer.email, 'consent.service': true });
  expect(await told.count()).toBe(0);
  await customer.presses(words('form.send'));

  // The number, what happens next and by when.
  const caseId = await customer.numberOfNewCase();
  const seenBy = await chen.look(caseId);
  const firstResponse = formatMoment(seenBy.clocks.firstResponse.due, 'zh-CN');
  const resolution = formatMoment(seenBy.clocks.resolution.due, 'zh-CN');
  const page = (): Locator => customer.page.locator('main');
  await reads(page(), words('track.opened.title'), firstResponse, resolution, COMPLAINT.subject, labels('waitingFor.assignment'));
  await reads(customer.page.locator('[aria-current="step"]'), labels('stage.intake'));
  const tracking = customer.page.url().replace('&notice=opened', '');

  const acknowledgement = await customer.readsMail('acknowledgement', caseId);
  await reads(acknowledgement.content, caseId, '王小明', COMPLAINT.subject, COMPLAINT.desiredRemedy, firstResponse, resolution);
  expect(acknowledgement.mail.subject).toContain(caseId);
  expect(acknowledgement.mail.replyTo).toContain(caseId);

  // Lin takes it over, looks into it and offers.
  const first = new DeskUser(await windows.staff(), lin);
  await first.signsIn('#/queues/unassigned');
  await first.page.getByRole('link', { name: COMPLAINT.subject }).first().waitFor();
  await first.opensCase(caseId);
  await reads(first.page.locator('main'), COMPLAINT.description, COMPLAINT.desiredRemedy, '王小明', first.words('next.noOwner'));
  await first.takesOver();
  await reads(first.panel, first.words('next.findings'), first.words('next.ownerYou'));
  await first.does('findings', { text: '接头垫圈老化，属于装配问题。', rootCause: 'product-defect' });
  await first.does('offer', { remedy: 'repair', reasons: '我们免费上门更换接头和垫圈，并检查整机。' });
  await reads(first.panel, first.words('next.customer-decision'), '我们免费上门更换接头和垫圈');
  await reads(first.talk, '接头垫圈老化，属于装配问题。');

  // The customer reads the offer in the mail, follows its link and says no.
  const offer = await customer.readsMail('offer', caseId);
  await reads(offer.content, labels('remedy.repair'), '我们免费上门更换接头和垫圈，并检查整机。');
  const reject = offer.frame.getByRole('link').filter({ hasText: '不接受' });
  await customer.followsLink(offer.frame, (await reject.innerText()).trim());
  await reads(page(), labels('waitingFor.customer-decision'), labels('remedy.repair'), '我们免费上门更换接头和垫圈，并检查整机。');
  await reads(customer.page.locator('[aria-current="step"]'), labels('stage.resolution'));
  expect(await page().innerText()).not.toContain('接头垫圈老化'); // findings are for staff
  await customer.page.getByText(words('offer.reject'), { exact: true }).click();
  await customer.fills({ reason: '地板的损失怎么办？' }, customer.page.locator('.decision'));
  await customer.presses(words('offer.reject.send'));
  await reads(page(), words('track.decided'), labels('waitingFor.findings'), '地板的损失怎么办？');

  // Lin, who handled it, is not offered to take it again; Zhou does, and offers above the limit.
  await first.opensCase(caseId);
  await first.page.reload();
  await reads(first.panel, first.words('next.noOwner'));
  expect(await first.offered()).not.toContain(first.words('next.take'));
  const second = new DeskUser(await windows.staff(), zhou);
  await second.signsIn(`#/cases/${caseId}`);
  await reads(second.talk, '地板的损失怎么办？');
  await second.takesOver();
  await second.does('findings', { text: '漏水造成地板损坏，照片属实。', rootCause: 'product-defect' });
  await second.fillsIn('offer', { remedy: 'compensation', reasons: '更换整机，并赔偿地板维修费用。' });
  await second.types('amount', '680.50');
  await second.submits('offer');
  await second.isTold(second.words('done.offerForApproval'));
  await reads(second.panel, second.words('next.approval'));
  expect(await second.offered()).not.toContain(second.words('action.approve'));
  await customer.page.goto(tracking);
  await reads(page(), words('next.approval'));
  expect(await page().innerText()).not.toContain('680.50');

  // Chen approves; the customer accepts.
  const supervisor = new DeskUser(await windows.staff(), chen);
  await supervisor.signsIn(`#/cases/${caseId}`);
  await reads(supervisor.panel, '¥680.50', '更换整机，并赔偿地板维修费用。');
  await supervisor.does('approve');
  const better = await customer.readsMail('offer', caseId, 2);
  await reads(better.content, labels('remedy.compensation'), '¥680.50');
  await customer.page.goto(tracking);
  await reads(customer.page.locator('.offer'), labels('remedy.compensation'), '¥680.50', '更换整机，并赔偿地板维修费用。');
  await customer.presses(words('offer.accept'));
  await reads(page(), words('track.decided'), labels('waitingFor.fulfilment'));

  // Zhou does what was agreed.
  await second.page.reload();
  await reads(second.panel, second.words('next.fulfilment'));
  await second.does('fulfil', { reference: 'ZZ20260312-0044' });
  const fulfilment = await customer.readsMail('fulfilment', caseId);
  await reads(fulfilment.content, 'ZZ20260312-0044');
  await customer.page.goto(tracking);
  await reads(page(), labels('waitingFor.survey'), 'ZZ20260312-0044');

  // A day later the survey comes.
  await pass(DAY + MINUTE);
  const invitation = await customer.readsMail('survey', caseId);
  await reads(invitation.content, words('field.outcome'));
  expect(invitation.mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  await customer.followsLink(invitation.frame, (await invitation.frame.locator('a[href*="/survey/"]').first().innerText()).trim());
  const survey = customer.page.url();
  await reads(page(), words('survey.title'), caseId, COMPLAINT.subject);
  await customer.presses(words('survey.send'));
  expect(await textsOf(customer.page.locator('.wrong:visible'))).toEqual([1, 2, 3].map(() => labels('error.choice')));
  await customer.fills({ outcome: '4', handling: '5', recommend: '9', comment: '第二位专员很负责。' });
  await customer.presses(words('survey.send'));
  await reads(page(), words('survey.done.title'), words('survey.done.text'));
  await customer.page.goto(survey);
  const { reopenUntil = '' } = await new LiveCase({ caseId, trackingUrl: tracking }, customer.email).view();
  const closed = words('survey.done.closed', { caseId, date: formatDateTime(reopenUntil, 'zh-CN') });
  await reads(page(), words('survey.done.title'), closed);

  // The case is closed, everywhere; the link leads to it.
  await customer.page.getByRole('link', { name: words('survey.done.case') }).click();
  await reads(page(), labels('stage.closed'), labels('outcome.resolved'), words('reopen.title'));
  await supervisor.page.reload();
  await reads(supervisor.page.locator('main'), '第二位专员很负责。', labels('outcome.resolved'));
  const run = await eventually(async () => {
    const found = await execution(caseId);
    return found?.status === 'RUNNING' ? undefined : found;
  });
  expect(run.status).toBe('SUCCEEDED');
  expect(await kindsOf(customer.email, caseId)).toEqual(['acknowledgement', 'offer', 'offer', 'fulfilment', 'survey']);
  expect(run.entered.filter((state) => state !== 'NextStep')).toEqual([
    'Intake',
    'Investigation',
    'Resolution',
    'CustomerDecision',
    'Investigation',
    'Resolution',
    'Approval',
    'CustomerDecision',
    'Fulfilment',
    'Feedback',
  ]);
});
