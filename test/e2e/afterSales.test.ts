import { expect, test } from '@jest/globals';
import { Customer } from '../support/browser/customer.ts';
import { DeskUser } from '../support/browser/deskUser.ts';
import { reads, textsOf } from '../support/browser/look.ts';
import { useBrowser } from '../support/browser/windows.ts';
import { lin } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { kindsOf } from '../support/stack/inbox.ts';
import { execution } from '../support/stack/probes.ts';
import { anAddress } from '../support/stack/steps.ts';
import { DAY, MINUTE, pass } from '../support/stack/time.ts';

const windows = useBrowser();

const RETURN = {
  request: 'return',
  subject: '颜色和图片不一样，想退货',
  description: '页面上是米白色，收到的是灰色。包装完好，没有使用过。',
  'product.name': '电饭煲 X1',
  'product.orderNo': 'DD-20260301-77',
  'customer.name': '陈静',
};

test('a return goes from the form to the survey: goods received, money returned with its reference', async () => {
  const customer = new Customer(await windows.customer(), anAddress('chen'));
  const { words, labels, page } = customer;
  const main = page.locator('main');

  await customer.opens('/after-sales');
  const { request: _, ...withoutRequest } = RETURN;
  await customer.fills({ ...withoutRequest, 'customer.email': customer.email, 'consent.service': true });
  await customer.presses(words('form.send'));
  expect(await textsOf(page.locator('.wrong:visible'))).toEqual([labels('error.choice')]);
  await customer.fills({ request: RETURN.request });
  await customer.presses(words('form.send'));
  const caseId = await customer.numberOfNewCase();
  const tracking = page.url().replace('&notice=opened', '');
  await reads(main, RETURN.subject, labels('kind.after-sales'));
  const acknowledgement = await customer.readsMail('acknowledgement', caseId);
  await reads(acknowledgement.content, caseId, RETURN.subject, labels('request.return'), '陈静');

  const agent = new DeskUser(await windows.staff(), lin);
  await agent.signsIn(`#/cases/${caseId}`);
  await agent.takesOver();
  await agent.does('findings', { text: '商品完好，在七天无理由退货期内。', rootCause: 'information-unclear' });
  await agent.fillsIn('offer', { reasons: '您可以退货，运费由我们承担。' }); // the remedy asked for is chosen already
  await agent.types('amount', '199.00');
  await agent.submits('offer');
  await agent.isTold(agent.words('done.offer'));

  const offer = await customer.readsMail('offer', caseId);
  await reads(offer.content, labels('remedy.return-refund'), '¥199.00', '您可以退货，运费由我们承担。');
  await page.goto(tracking);
  await customer.presses(words('offer.accept'));
  await reads(main, words('track.decided'), labels('waitingFor.fulfilment'));

  await agent.page.reload();
  await reads(agent.panel, agent.words('next.goods'));
  await agent.does('receive', { note: '完好，未拆封。' });
  await reads(agent.panel, agent.words('next.goodsHere'));
  await page.goto(tracking);
  await reads(main, labels('event.received'));
  expect(await main.innerText()).not.toContain('完好，未拆封。');
  await agent.does('fulfil', { reference: 'TK-20260308-0917' });
  const fulfilment = await customer.readsMail('fulfilment', caseId);
  await reads(fulfilment.content, 'TK-20260308-0917', labels('remedy.return-refund'));
  await page.goto(tracking);
  await reads(main, 'TK-20260308-0917', labels('waitingFor.survey'));

  await pass(DAY + MINUTE);
  const { frame } = await customer.readsMail('survey', caseId);
  await customer.followsLink(frame, (await frame.locator('a[href*="/survey/"]').first().innerText()).trim());
  await customer.fills({ outcome: '5', handling: '5', recommend: '10' });
  await customer.presses(words('survey.send'));
  await reads(customer.page.locator('main'), words('survey.done.title'), words('survey.done.case'), caseId);
  const run = await eventually(async () => {
    const found = await execution(caseId);
    return found?.status === 'RUNNING' ? undefined : found;
  });
  expect(run.status).toBe('SUCCEEDED');
  expect(run.entered).toHaveLength(8);
  expect(await kindsOf(customer.email, caseId)).toEqual(['acknowledgement', 'offer', 'fulfilment', 'survey']);
});
