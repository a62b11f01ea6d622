import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DeskUser } from '../support/browser/deskUser.ts';
import { reads } from '../support/browser/look.ts';
import { faultsOf } from '../support/browser/soundness.ts';
import { useBrowser } from '../support/browser/windows.ts';
import { chen, lin } from '../support/stack/desk.ts';
import { tokenIn } from '../support/stack/inbox.ts';
import { aComplaint, anInquiry, aReturn } from '../support/stack/steps.ts';
import { theStack } from '../support/stack/theStack.ts';
import { DAY, MINUTE, pass } from '../support/stack/time.ts';

const windows = useBrowser();

const visit = async (page: Page, path: string): Promise<void> => {
  await page.goto(path.startsWith('/') ? theStack().siteUrl + path : path);
};

describe('every page of the customers is free of barriers, fits a telephone, and loads nothing from elsewhere', () => {
  test.each(['/', '/complaint', '/after-sales', '/inquiry', '/nowhere', '/track/AC-22222-22222?t=wrong', '/survey/wrong'])(
    '%s',
    async (path) => {
      const page = await windows.customer();
      await visit(page, path);
      expect(await faultsOf(page)).toEqual([]);
    },
  );

  test('/api', async () => {
    const page = await windows.customer();
    await visit(page, '/api');
    expect(await faultsOf(page, { except: ['.api-operation ~ .api-operation', '.api-shape ~ .api-shape'] })).toEqual([]);
  });

  test('a form with mistakes, told by the browser and told by the server', async () => {
    const page = await windows.customer();
    await visit(page, '/complaint');
    await page.locator('button[data-submit]').click();
    await page.locator('.wrong:visible').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.evaluate('document.querySelector("form[data-form]").submit()');
    await page.locator('[data-summary]').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('the tracking page from the first day to the last', async () => {
    const page = await windows.customer();
    const live = await aReturn({ description: `很长的一个词：${'https://example.com/'.padEnd(300, 'x')}` });
    await visit(page, `${live.trackingUrl}&notice=opened`);
    expect(await faultsOf(page)).toEqual([]);
    await live.assignedTo(lin);
    await lin.does(live.caseId, 'hold', { reason: 'customer-reply', message: '请问商品是否已经拆封？' });
    await visit(page, live.trackingUrl);
    expect(await faultsOf(page)).toEqual([]);
    await live.writes('没有拆封。');
    await live.investigatedBy(lin);
    await live.offeredBy(lin, { remedy: 'return-refund', amount: { amount: '199.00', currency: 'CNY' }, reasons: '可以退货。' });
    await visit(page, live.trackingUrl);
    await page.locator('.decision summary').click();
    await page.locator('.withdrawal summary').click();
    expect(await faultsOf(page)).toEqual([]);
    await live.withdraws();
    await visit(page, live.trackingUrl);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a refusal', async () => {
    const page = await windows.customer();
    const live = await aComplaint();
    await live.assignedTo(lin);
    await live.investigatedBy(lin);
    await live.refusedBy(lin);
    await visit(page, live.trackingUrl);
    await page.locator('.decision summary').click();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('the survey, its thanks, and the way out of surveys', async () => {
    const page = await windows.customer();
    const live = await (await aComplaint()).resolvedBy(lin);
    await live.workflowAt('feedback');
    await pass(DAY + MINUTE);
    const mail = await live.mail('survey');
    const survey = `/survey/${tokenIn(mail, 'survey')}`;
    const leave = `/unsubscribe/${tokenIn(mail, 'unsubscribe')}`;
    await visit(page, survey);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('button[data-submit]').click();
    await page.locator('.wrong:visible').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await live.answersSurvey({ outcome: 5, handling: 5, recommend: 10 });
    await visit(page, survey);
    expect(await faultsOf(page)).toEqual([]);
    await visit(page, leave);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button').click();
    expect(await faultsOf(page)).toEqual([]);
    await visit(page, live.trackingUrl);
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('every screen of the desk is free of barriers, fits a telephone, and loads nothing from elsewhere', () => {
  test('sign-in, queues, new case', async () => {
    const page = await windows.staff();
    await visit(page, '/desk');
    await page.locator('main button').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await aComplaint();
    await aReturn();
    await anInquiry();
    const user = new DeskUser(page, chen);
    await user.signsIn('#/queues/team');
    await reads(page.locator('main'), '电饭煲坏了');
    expect(await faultsOf(page)).toEqual([]);
    await visit(page, '/desk#/queues/mine');
    await page.locator('.empty').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await visit(page, '/desk#/new');
    await user.button(user.words('new.submit')).click();
    await page.locator('.wrong').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a case in each of its steps, with its forms', async () => {
    const user = new DeskUser(await windows.staff(), chen);
    const live = await aComplaint();
    await user.signsIn(`#/cases/${live.caseId}`);
    await user.page.locator('.case-head').waitFor();
    expect(await faultsOf(user.page)).toEqual([]);
    await live.assignedTo(lin);
    await live.writes('请尽快处理。');
    await live.investigatedBy(lin);
    await user.page.reload();
    await user.fillsIn('offer', { remedy: 'other', amount: '10' });
    await user.submits('offer');
    await user.page.locator('.wrong').first().waitFor();
    expect(await faultsOf(user.page)).toEqual([]);
    await user.button(user.words('cancel')).click();
    await live.offeredBy(lin);
    await live.accepts();
    await live.fulfilledBy(lin);
    await user.page.reload();
    await reads(user.panel, user.words('next.survey'));
    expect(await faultsOf(user.page)).toEqual([]);
  });

  test('a case that is not there', async () => {
    const user = new DeskUser(await windows.staff(), lin);
    await user.signsIn('#/cases/AC-22222-22222');
    await reads(user.page.locator('main'), user.words('problem.notFound'));
    expect(await faultsOf(user.page)).toEqual([]);
  });
});
