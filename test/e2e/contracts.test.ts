import { expect, test } from '@jest/globals';
import { contractWords } from '../../functions/content/desk/contracts/index.ts';
import { figureWords } from '../../functions/content/desk/figures/index.ts';
import { taskWords } from '../../functions/content/desk/tasks/index.ts';
import { formatDay } from '../../functions/content/format.ts';
import { DeskUser } from '../support/browser/deskUser.ts';
import { reads } from '../support/browser/look.ts';
import { faultsOf } from '../support/browser/soundness.ts';
import { useBrowser } from '../support/browser/windows.ts';
import { inDays, swept, today, twoYearsBefore } from '../support/stack/care.ts';
import { aNumber, looked, registered } from '../support/stack/contracts.ts';
import { chen, ida, lin, type Person } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { anAddress } from '../support/stack/steps.ts';
import { quiet } from '../support/stack/time.ts';

const windows = useBrowser();

const words = contractWords('zh-CN');

const day = (date: string): string => formatDay(date, 'zh-CN');

const atDesk = async (person: Person, screen: string): Promise<DeskUser> => {
  const user = new DeskUser(await windows.staff(), person);
  await user.signsIn(screen);
  return user;
};

/** A part of the page of a contract, by the id of its heading. */
const part = ({ page }: DeskUser, name: string) => page.locator(`section[aria-labelledby="${name}-title"]`);

test('an agent registers a contract, sees the plan being carried out, reports on a task, and records consent', async () => {
  const contractId = aNumber();
  const due = inDays(60);
  const agent = await atDesk(lin, '#/new-contract');
  const typed = {
    contractId,
    product: '安心医疗',
    amount: '1200.00',
    everyMonths: '12',
    paymentMethod: 'transfer',
    signedOn: twoYearsBefore(due),
    nextDueOn: due,
    deliveredOn: today(),
    name: '王小明',
    email: anAddress('holder'),
    phone: '+86 138 0013 8000',
  };
  for (const [name, value] of Object.entries(typed)) await agent.types(name, value);
  await agent.button(words('new.submit')).click();
  await agent.isTold(words('new.done'));
  await reads(agent.page.locator('main'), contractId, words('tasks.title'), words('plan.title'));

  await quiet();
  await swept(today());
  await agent.page.reload();
  await eventually(async () => {
    await agent.page.reload();
    await reads(part(agent, 'plan'), words('fate.delivered'));
    return true;
  });
  await reads(
    part(agent, 'plan'),
    words('step.forDue', { step: words('step.reminderNo', { number: 1 }), date: day(due) }),
    words('fate.heldAgain', { reason: words('held.one-a-day'), date: day(inDays(1)) }),
    words('plan.today', { date: day(today()) }),
  );
  await reads(agent.page.locator('.contract-today'), words('renewal.delivered', { delivered: 1, needed: 3 }));
  expect(await faultsOf(agent.page)).toEqual([]);

  const tasks = part(agent, 'tasks');
  await tasks.locator('[data-report="impossible"]').first().click();
  await tasks.locator('button[type="submit"]').click();
  await reads(tasks, agent.labels('error.required'));
  expect(await faultsOf(agent.page)).toEqual([]);
  await tasks.getByRole('button', { name: agent.words('cancel'), exact: true }).click();
  await tasks.locator('[data-report="done"]').first().click();
  await agent.types('notes', '客户已签收。');
  await tasks.locator('button[type="submit"]').click();
  await agent.isTold(words('task.told.done'));
  await reads(tasks, words('tasks.closed', { count: 1 }));
  expect((await looked(contractId)).tasks).toMatchObject([{ id: 'touch.delivery', state: 'done', notes: '客户已签收。' }]);

  await reads(part(agent, 'consent'), words('consent.none'));
  await agent.button(words('consent.record')).click();
  await agent.types('given', 'yes');
  await agent.page.locator('form button[type="submit"]').last().click();
  await reads(agent.page.locator('form.contract-form'), agent.labels('error.choice'));
  expect(await faultsOf(agent.page)).toEqual([]);
  await agent.types('source', 'phone');
  await agent.types('note', '希望收到活动邀请。');
  await agent.page.locator('form.contract-form button[type="submit"]').click();
  await agent.isTold(words('consent.recorded'));
  await reads(part(agent, 'consent'), words('consent.given'), words('source.phone'));
  await agent.page.evaluate('for (const folded of document.querySelectorAll("main details")) folded.open = true');
  await reads(agent.page.locator('main'), words('story.registered', { who: 'Lin Mei' }), '希望收到活动邀请。');
  expect(await faultsOf(agent.page)).toEqual([]);
});

test('tasks are listed by urgency, put off where they stand, and lead to the customer', async () => {
  const says = taskWords('zh-CN');
  const name = `客户${crypto.randomUUID().slice(0, 6)}`;
  const customer = { name, phone: '+86 (138) 0013-8000', locale: 'zh-CN' };
  const { contractId } = await registered({ customer, signedOn: twoYearsBefore(inDays(20)), nextDueOn: inDays(20) });
  await quiet();
  await swept(today());
  const agent = await atDesk(lin, '#/tasks');
  const main = agent.page.locator('main');
  const row = main.locator('.task-row', { hasText: name });
  await reads(main, says('title'), says('whose.mine'), name);
  expect(await row.getByRole('link', { name: /138/ }).getAttribute('href')).toBe('tel:+8613800138000');
  await row.locator('[data-report="postponed"]').click();
  await agent.types('until', inDays(19 + 40));
  await row.locator('button[type="submit"]').click();
  await row.locator('.wrong').waitFor();
  expect(await faultsOf(agent.page)).toEqual([]);
  await agent.types('until', inDays(3));
  await row.locator('button[type="submit"]').click();
  await agent.isTold(words('task.told.postponed'));
  await reads(
    main.locator('section', { has: main.page().locator('#group-week') }),
    name,
    words('task.firstDue', { date: day(inDays(14)) }),
  );
  await row.getByRole('link', { name, exact: true }).click();
  await reads(main, contractId, words('tasks.title'));

  const auditor = await atDesk(ida, '#/tasks');
  await reads(auditor.page.locator('main'), name, says('whose.all'));
  expect(await auditor.page.locator('[data-report]').count()).toBe(0);
  await auditor.page.goto(auditor.page.url().replace(/#.*/, '#/tasks/left'));
  await reads(auditor.page.locator('main'), says('whose.left'));
  expect(await faultsOf(auditor.page)).toEqual([]);
});

test('an address that cannot be reached is said at once, and the measures of the month are drawn', async () => {
  const email = `bounce+${crypto.randomUUID().slice(0, 8)}@simulator.amazonses.com`;
  const customer = { name: '退信先生', email, locale: 'zh-CN' };
  const due = inDays(30);
  const { contractId } = await registered({ customer, signedOn: twoYearsBefore(due), nextDueOn: due });
  await quiet();
  await swept(today());
  const supervisor = await atDesk(chen, `#/contract/${contractId}`);
  await eventually(async () => {
    await supervisor.page.reload();
    await reads(supervisor.page.locator('main'), words('reach.bounced', { email }), words('fate.bounced'));
    return true;
  });
  expect(await faultsOf(supervisor.page)).toEqual([]);
  await supervisor.page.goto(supervisor.page.url().replace(/#.*/, `#/care/figures?month=${today().slice(0, 7)}`));
  await reads(supervisor.page.locator('main'), figureWords('zh-CN')('persistency'), figureWords('zh-CN')('reminders'));
  expect(await faultsOf(supervisor.page)).toEqual([]);
});
