/** `npm run pictures`: makes the README's pictures (.github/pictures) from a running stack; AFTERCARE_STACK names another than .local/stack.json. */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { careWords } from '../../../functions/content/desk/care/index.ts';
import { clockWords } from '../../../functions/content/desk/clocks/index.ts';
import { contractWords } from '../../../functions/content/desk/contracts/index.ts';
import { PROJECT } from '../../../infra/local/options.ts';
import { CaredContract, inDays, swept, today, yearsBefore } from '../stack/care.ts';
import { registered } from '../stack/contracts.ts';
import { DAY, MINUTE, pass } from '../stack/time.ts';
import { openWindow, startBrowser, type Reader } from './browser.ts';
import { Customer } from './customer.ts';
import { DeskUser } from './deskUser.ts';
import { reads } from './look.ts';

const FOLDER = join(PROJECT, '.github', 'pictures');
const READER = { width: 1080, height: 720 };
const STAFF = { width: 1260, height: 840 };
const MOST_BYTES = 250_000;

process.env['AFTERCARE_STACK'] ??= join(PROJECT, '.local', 'stack.json');
const { theStack } = await import('../stack/theStack.ts');

/** Takes what is to be seen in the window now. */
async function take(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.png`);
  await page.evaluate('document.fonts.ready');
  await page.locator('.toast').waitFor({ state: 'detached' });
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  console.log(`${name}.png: ${Math.ceil(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1000} kB.`);
}

const open = async (browser: Browser, reader: Reader = READER): Promise<Page> => (await openWindow(browser, reader)).newPage();

const address = (name: string): string => `${name}@example.com`;

/** Other customers' cases, so that the desk has something to show. */
const OTHERS = [
  ['complaint', undefined, '客服三天没有回复我的邮件', '张伟', '客服服务', '请尽快回复并说明原因'],
  ['after-sales', 'exchange', '鞋子偏小，想换成 42 码', '陈美玲', '云步跑鞋 2', '换成 42 码'],
  ['after-sales', 'repair', 'Coffee grinder stops after ten seconds', 'Jane Doe', 'Grinder G2', 'Please repair it'],
  ['complaint', undefined, '插头冒烟，差点起火', '刘洋', '暖风机 N5', '退款，并召回同批产品'],
  ['inquiry', undefined, '滤芯多久需要更换一次？', '李娜', '清泉净水器 Q3', undefined],
] as const;

async function send([kind, request, subject, name, product, desiredRemedy]: (typeof OTHERS)[number], at: number): Promise<void> {
  const locale = /^[\x20-\x7e]+$/.test(subject) ? 'en' : 'zh-CN';
  const body = {
    kind,
    ...(request && { request }),
    subject,
    description: subject,
    ...(desiredRemedy && { desiredRemedy }),
    customer: { name, email: address(`customer.${at}`), locale },
    product: { name: product },
    consent: { service: true },
  };
  const answer = await fetch(`${theStack().siteUrl}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${subject}: ${answer.status} ${await answer.text()}`);
}

const COMPLAINT = {
  subject: '净水器用了十天就漏水',
  description: '3 月 2 日安装后一直正常，今天早上发现柜子里全是水，地板也泡坏了。安装师傅说不归他管。',
  desiredRemedy: '换一台新的，并赔偿地板的损失',
  'product.name': '清泉净水器 Q3',
  'product.orderNo': 'DD-20260302-18',
  'customer.name': '王小明',
};

async function takeAll(browser: Browser): Promise<void> {
  const customer = new Customer(await open(browser), address(`wang.${Date.now().toString(36).slice(-4)}`)); // nobody who was asked lately
  const { words } = customer;

  await customer.opens('/');
  await take(customer.page, 'start');

  await customer.opens('/complaint');
  await customer.fills({ ...COMPLAINT, 'customer.email': customer.email, 'consent.service': true, subject: '' });
  await customer.presses(words('form.send'));
  await customer.page.evaluate('scrollTo(0, 0)');
  await take(customer.page, 'form');
  await customer.fills({ subject: COMPLAINT.subject });
  await customer.presses(words('form.send'));
  const caseId = await customer.numberOfNewCase();
  const tracking = customer.page.url().replace('&notice=opened', '');

  const inbox = new Customer(await open(browser), customer.email);
  await inbox.readsMail('acknowledgement', caseId);
  await inbox.page.waitForLoadState('networkidle');
  await take(inbox.page, 'mail');

  for (const [at, other] of OTHERS.entries()) await send(other, at);
  const agent = new DeskUser(await open(browser, STAFF), { email: 'lin.mei@aftercare.example' });
  await agent.signsIn('#/queues/unassigned');
  await agent.page.getByRole('link', { name: '鞋子偏小，想换成 42 码' }).first().click();
  await agent.takesOver();
  await agent.opensCase(caseId);
  await agent.takesOver();
  await agent.does('respond', { message: '王先生您好，请先关闭进水阀。我们今天下午会给您答复。' });
  await customer.page.goto(tracking);
  await customer.fills({ message: '阀门已经关了。照片稍后上传。' });
  await customer.presses(words('reply.send'));
  await agent.page.reload();
  await agent.does('findings', { text: '接头垫圈老化，属于装配问题；同批另有两起。', rootCause: 'product-defect' });
  await agent.page.goto(`${theStack().siteUrl}/desk#/queues/team`);
  await reads(agent.page.locator('main'), COMPLAINT.subject, '插头冒烟，差点起火');
  await take(agent.page, 'desk-queue');
  await agent.opensCase(caseId);
  await agent.fillsIn('offer', { remedy: 'exchange', reasons: '接头在保修期内失效，责任在我们：免费换一台新的净水器。' });
  await agent.page.evaluate('scrollTo(0, 0)');
  await take(agent.page, 'desk-case');
  await agent.submits('offer');
  await agent.isTold(agent.words('done.offer'));

  const supervisor = new DeskUser(await open(browser, STAFF), { email: 'huang.rui@aftercare.example' });
  await supervisor.signsIn('#/clocks/due');
  await asks(supervisor);
  await takeContract(supervisor, new Customer(await open(browser), address(`zhao.${Date.now().toString(36).slice(-4)}`)));
  await supervisor.page.goto(`${theStack().siteUrl}/desk#/care/rules`);
  await reads(supervisor.page.locator('main'), careWords('zh-CN')('title'));
  await take(supervisor.page, 'service-plan');

  await customer.page.goto(tracking);
  await customer.page.evaluate("document.querySelector('.standing').scrollIntoView()");
  await take(customer.page, 'tracking');

  const execution = await agent.page.getByRole('link', { name: agent.words('case.execution') }).getAttribute('href');
  await takeExecution(await open(browser, STAFF), execution ?? '', caseId);

  await customer.presses(words('offer.accept'));
  await agent.page.reload();
  await agent.does('receive');
  await agent.does('fulfil', { reference: 'SF1234567890' });
  await pass(DAY + MINUTE);
  const { frame } = await customer.readsMail('survey', caseId);
  await customer.followsLink(frame, (await frame.locator('a[href*="/survey/"]').first().innerText()).trim());
  await customer.fills({ outcome: '5', handling: '4' });
  await customer.page.evaluate('scrollTo(0, 0)');
  await take(customer.page, 'survey');
}

/** A contract in the weeks before its premium is due, and the last mail about it. */
async function takeContract({ page }: DeskUser, customer: Customer): Promise<void> {
  const due = inDays(58);
  const holder = { name: '赵敏', email: customer.email, phone: '+86 138 0013 8000', locale: 'zh-CN', birthday: '1988-06-15' };
  const terms = { customer: holder, product: '安心家庭保障', signedOn: yearsBefore(due, 2), nextDueOn: due, consent: { marketing: true } };
  const { contractId } = await registered(terms, `HX-${Date.now().toString(36).slice(-6).toUpperCase()}`);
  const contract = new CaredContract(contractId, customer.email, due);
  await swept(today());
  await contract.expectMails(['reminder']);
  await page.goto(`${theStack().siteUrl}/desk#/contract/${contractId}`);
  await reads(page.locator('main'), '赵敏', contractWords('zh-CN')('plan.title'));
  await page.evaluate('scrollTo(0, 0)');
  await take(page, 'contract');
  await customer.page.goto(`${theStack().mailboxUrl}/?to=${encodeURIComponent(customer.email)}`);
  await customer.page.locator('a[href^="/mail/"]').first().click();
  await customer.page.waitForLoadState('networkidle');
  await take(customer.page, 'reminder');
}

/** A deadline over the Chinese New Year, tried out at the desk. */
async function asks({ page }: DeskUser): Promise<void> {
  const fill = (pointer: string, value: string) => page.locator(`main [data-pointer="${pointer}"]`).fill(value);
  await fill('/start', '2026-02-11T15:00');
  await fill('/targets/0/seconds', '40');
  await fill('/targets/0/minutes', '0');
  await page.getByRole('button', { name: clockWords('zh-CN')('preview.ask') }).click();
  await page.locator('main .result .tl-part').first().waitFor();
  await page.locator('main .result').evaluate('part => part.scrollIntoView()');
  await take(page, 'clocks');
}

/** The execution as operators see it in the local console, with the state that it waits in. */
async function takeExecution(page: Page, address: string, caseId: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: caseId, exact: true }).click();
  await page.waitForLoadState('networkidle');
  await take(page, 'execution');
}

const browser = await startBrowser();
try {
  await takeAll(browser);
} finally {
  await browser.close();
}
