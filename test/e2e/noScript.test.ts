import { expect, test } from '@jest/globals';
import { Customer } from '../support/browser/customer.ts';
import { reads, textsOf } from '../support/browser/look.ts';
import { useBrowser } from '../support/browser/windows.ts';
import { lin } from '../support/stack/desk.ts';
import { LiveCase } from '../support/stack/liveCase.ts';
import { anAddress } from '../support/stack/steps.ts';
import { DAY, MINUTE, pass } from '../support/stack/time.ts';

const windows = useBrowser();

test('without JavaScript a complaint goes from the form to the survey all the same', async () => {
  const customer = new Customer(await windows.customer({ javaScript: false }), anAddress('laowang'));
  const { words, labels } = customer;
  const main = () => customer.page.locator('main');

  // The browser stops an empty field by itself; what only the server can know comes back with everything that was typed.
  await customer.opens('/complaint');
  await customer.fills({
    subject: '空调不制冷',
    description: '上周安装，从第一天起就不冷。\n已经打过两次电话。',
    desiredRemedy: '上门修好，否则退货',
    'product.name': '空调 K7',
    'product.purchasedOn': '2999-01-01',
    'customer.name': '王建国',
    'customer.email': customer.email,
    'consent.service': true,
  });
  await customer.presses(words('form.send'));
  await reads(customer.page.locator('.summary'), words('error.title', { count: 1 }), labels('error.date-in-future'));
  expect(await textsOf(customer.page.locator('.wrong:visible'))).toEqual([labels('error.date-in-future')]);
  expect(await customer.field('description').inputValue()).toBe('上周安装，从第一天起就不冷。\n已经打过两次电话。');
  expect(await customer.field('consent.service').isChecked()).toBe(true);
  await customer.fills({ 'product.purchasedOn': '2026-01-02' });
  await customer.presses(words('form.send'));
  const caseId = await customer.numberOfNewCase();
  const live = new LiveCase({ caseId, trackingUrl: customer.page.url().replace('&notice=opened', '') }, customer.email);
  await reads(main(), '空调不制冷', labels('waitingFor.assignment'));

  // A question is answered, an offer accepted.
  await live.assignedTo(lin);
  await lin.does(caseId, 'hold', { reason: 'customer-reply', message: '外机上的指示灯亮吗？' });
  await customer.page.goto(live.trackingUrl);
  await reads(main(), '外机上的指示灯亮吗？', labels('waitingFor.customer-reply'));
  await customer.fills({ message: '不亮。' });
  await customer.presses(words('reply.send'));
  await reads(main(), words('track.sent'), '不亮。');
  await live.investigatedBy(lin);
  await live.offeredBy(lin, { remedy: 'repair', reasons: '明天上午免费上门维修。' });
  await customer.page.goto(live.trackingUrl);
  await customer.presses(words('offer.accept'));
  await reads(main(), words('track.decided'), labels('waitingFor.fulfilment'));
  await live.fulfilledBy(lin, 'WX-0001');

  // The survey, a day later: an answer is missing, then none is.
  await live.workflowAt('feedback');
  await pass(DAY + MINUTE);
  const { frame } = await customer.readsMail('survey', caseId);
  await customer.followsLink(frame, (await frame.locator('a[href*="/survey/"]').first().innerText()).trim());
  await customer.fills({ outcome: '4', handling: '4', recommend: '8' });
  await customer.presses(words('survey.send'));
  await reads(main(), words('survey.done.title'), words('survey.done.case'), caseId);
  await live.ended();
});
