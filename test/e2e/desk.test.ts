import { AdminUserGlobalSignOutCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect, test } from '@jest/globals';
import { cloudClient } from '../../infra/local/options.ts';
import { Customer } from '../support/browser/customer.ts';
import { DeskUser } from '../support/browser/deskUser.ts';
import { reads } from '../support/browser/look.ts';
import { useBrowser } from '../support/browser/windows.ts';
import { chen, huang, ida, lin, wu, zhou, type Person } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { aComplaint, anAddress, opened, complaintBody } from '../support/stack/steps.ts';
import { theStack } from '../support/stack/theStack.ts';
import { HOUR, pass } from '../support/stack/time.ts';

const windows = useBrowser();

const atDesk = async (person: Person, screen = ''): Promise<DeskUser> => {
  const user = new DeskUser(await windows.staff(), person);
  await user.signsIn(screen);
  return user;
};

test('what somebody may not do is not offered', async () => {
  const live = await aComplaint();
  await live.assignedTo(zhou);
  await live.investigatedBy(zhou);
  await live.offeredBy(zhou, { remedy: 'refund', amount: { amount: '900.00', currency: 'CNY' }, reasons: '全额退款。' });
  const screen = `#/cases/${live.caseId}`;
  const owner = await atDesk(zhou, screen);
  await reads(owner.panel, owner.words('next.approval'));
  const offeredTo = await owner.offered();
  expect(offeredTo).toContain(owner.words('action.note'));
  for (const action of ['approve', 'decline', 'offer', 'fulfil', 'findings'] as const)
    expect(offeredTo).not.toContain(owner.words(`action.${action}`));
  const department = await atDesk(wu, screen);
  await reads(department.panel, department.words('action.note'));
  expect(await department.offered()).toEqual([department.words('action.note')]);
  const auditor = await atDesk(ida, screen);
  await reads(auditor.panel, auditor.words('next.readOnly'));
  expect(await auditor.offered()).toEqual([]);
  const supervisor = await atDesk(chen, screen);
  await reads(supervisor.panel, supervisor.words('action.approve'), supervisor.words('action.decline'));
});

test('of two people on one case the second is shown what changed, and keeps what was typed', async () => {
  const live = await aComplaint();
  await live.assignedTo(lin);
  const first = await atDesk(lin, `#/cases/${live.caseId}`);
  const second = await atDesk(chen, `#/cases/${live.caseId}`);
  const findings = '插头内部短路，照片可见烧痕。';
  await second.fillsIn('findings', { text: findings, rootCause: 'product-defect' });
  await first.does('note', { note: '客户来电：插头已经烧黑。' });
  await second.submits('findings');
  await reads(second.page.locator('.changes'), second.words('changed.notSent'), '客户来电：插头已经烧黑。', second.words('changed.keep'));
  expect(await second.page.locator('form [name="text"]').inputValue()).toBe(findings);
  expect((await live.view()).waitingFor).toBe('findings');
  await second.button(second.words('changed.again')).click();
  await second.isTold(second.words('done.findings'));
  await reads(second.talk, findings, '客户来电：插头已经烧黑。');
});

test('a case of a customer who phoned: mistakes are told, the number is given, the customer gets the mail', async () => {
  const email = anAddress('caller');
  const agent = await atDesk(lin, '#/new');
  await agent.types('subject', '扫地机器人不回充');
  await agent.types('description', '客户来电：找不到充电座，重启无效。');
  await agent.types('name', '赵敏');
  await agent.types('email', 'zhao.min');
  await agent.button(agent.words('new.submit')).click();
  await reads(agent.page.locator('main'), agent.labels('error.required'), agent.labels('error.email'), agent.labels('error.consent'));
  await agent.types('email', email);
  await agent.types('desiredRemedy', '上门维修');
  await agent.page.locator('[name="service"]').check();
  await agent.button(agent.words('new.submit')).click();
  await reads(agent.page.locator('main'), agent.words('new.done'));
  const caseId = (await agent.page.locator('.fresh-number').innerText()).trim();
  const caller = new Customer(await windows.customer(), email);
  const { content } = await caller.readsMail('acknowledgement', caseId);
  await reads(content, caseId, '扫地机器人不回充', agent.labels('channel.phone'));
  await agent.page.getByRole('link', { name: agent.words('new.open') }).click();
  await reads(agent.page.locator('.known'), '赵敏', email, agent.labels('channel.phone'));
  await agent.takesOver();
  await agent.does('escalate', { reason: '试验结束' });
});

/** Cases on one page of a queue. */
const PAGE = 25;

test('queues count, page, filter, and lose a case as soon as somebody takes it', async () => {
  const email = anAddress('many');
  const bodies = Array.from({ length: 27 }, (_, at) => complaintBody({ subject: `第 ${at + 1} 台坏了` }, email));
  const cases = await Promise.all(bodies.map((body) => opened(body)));
  const agent = await atDesk(huang, '#/queues/unassigned');
  const rows = agent.page.locator('.row-link');
  const { unassigned } = await eventually(async () => {
    const counts = await huang.counts();
    return counts.unassigned >= cases.length && counts;
  });
  await agent.page.getByRole('button', { name: agent.words('queue.refresh') }).click();
  await reads(agent.page.locator('.tab[aria-current="page"]'), agent.words('queue.unassigned'), String(unassigned));
  await eventually(async () => (await rows.count()) === PAGE);
  await agent.button(agent.words('queue.more')).click();
  await eventually(async () => (await rows.count()) === unassigned);
  const numbers = await Promise.all((await rows.all()).map((row) => row.getAttribute('data-case')));
  expect(new Set(numbers).size).toBe(unassigned);
  const [one] = cases;
  await agent.opensCase(one?.caseId ?? '');
  await agent.takesOver();
  await agent.page.getByRole('link', { name: agent.words('case.back') }).click();
  await eventually(async () => (await agent.page.locator(`[data-case="${one?.caseId}"]`).count()) === 0);
  await agent.page.goto(`${theStack().siteUrl}/desk#/queues/mine`);
  await reads(agent.page.locator('main'), one ? '第 1 台坏了' : '');
  await agent.page.locator('.stage-filter select').selectOption('resolution');
  await reads(agent.page.locator('main'), agent.words('queue.empty.filtered'));
});

test('when a session ends the desk says so, keeps what was typed, and comes back to it after signing in', async () => {
  const live = await aComplaint();
  await live.assignedTo(zhou);
  const agent = await atDesk(zhou, `#/cases/${live.caseId}`);
  await agent.fillsIn('note', { note: '明天上午回电。' });
  const cognito = new CognitoIdentityProviderClient(cloudClient(theStack()));
  await cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId: theStack().auth.userPoolId, Username: zhou.email }));
  cognito.destroy();
  await pass(2 * HOUR);
  await agent.submits('note');
  const dialog = agent.page.getByRole('dialog');
  await reads(dialog, agent.words('ended.title'), agent.words('ended.text'));
  await dialog.getByRole('button').click();
  await agent.givesPassword();
  await agent.page.locator('.case-head .case-id').filter({ hasText: live.caseId }).waitFor();
  expect(await agent.page.locator('form [name="note"]').inputValue()).toBe('明天上午回电。');
  await agent.submits('note');
  await agent.isTold(agent.words('done.note'));
});
