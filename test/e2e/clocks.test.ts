import { expect, test } from '@jest/globals';
import { clockWords } from '../../functions/content/desk/clocks/index.ts';
import { formatDateTime, formatMoment } from '../../functions/content/format.ts';
import { Customer } from '../support/browser/customer.ts';
import { DeskUser } from '../support/browser/deskUser.ts';
import { reads } from '../support/browser/look.ts';
import { faultsOf } from '../support/browser/soundness.ts';
import { useBrowser } from '../support/browser/windows.ts';
import { later, rule, rulesInForce } from '../support/stack/clocks.ts';
import { huang, lin, zhou, type Person } from '../support/stack/desk.ts';
import { aComplaint, anUrgentComplaint } from '../support/stack/steps.ts';
import { DAY, HOUR, pass } from '../support/stack/time.ts';

const windows = useBrowser();

const words = clockWords('zh-CN');

const atDesk = async (person: Person, screen: string): Promise<DeskUser> => {
  const user = new DeskUser(await windows.staff(), person);
  await user.signsIn(screen);
  return user;
};

/** Types into a field of the pages about clocks, by the place of its value in what is sent. */
async function types({ page }: DeskUser, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [pointer, value] of Object.entries(values)) {
    const field = page.locator(`main [data-pointer="${pointer}"]`);
    await field.waitFor();
    if ((await field.and(page.locator('select')).count()) > 0) await field.selectOption(value);
    else await field.fill(value);
  }
}

test('a customer sees every promise of the case, opens how its time is counted, and reads what was left out and why', async () => {
  const live = await anUrgentComplaint();
  await live.assignedTo(lin);
  await lin.does(live.caseId, 'hold', { reason: 'parts' });
  await pass(2 * HOUR);
  await lin.does(live.caseId, 'resume');
  const { clocks } = await live.view();

  for (const javaScript of [true, false]) {
    const customer = new Customer(await windows.customer({ javaScript }), live.email);
    const { page, words: says } = customer;
    await page.goto(live.trackingUrl);
    const promises = page.locator('#promises');
    await reads(
      promises,
      says('promise.title'),
      formatMoment(clocks.firstResponse.due, 'zh-CN'),
      formatMoment(clocks.resolution.due, 'zh-CN'),
    );
    expect(await promises.locator('article').count()).toBe(3); // the law's is the third
    const first = promises.locator('article', { has: page.locator('#promise-firstResponse') });
    await first.locator('summary').first().click();
    await reads(first, says('receipt.not', { list: says('skip.hold') }), says('receipt.counted'));
    if (javaScript) expect(await faultsOf(page)).toEqual([]);
  }
});

test('staff try out a deadline: the receipt is drawn, mistakes are told where they are', async () => {
  const agent = await atDesk(lin, '#/clocks/due');
  const main = agent.page.locator('main');
  await types(agent, { '/calendar': 'cn-standard', '/start': '2026-02-14T17:00', '/targets/0/seconds': '0', '/targets/0/minutes': '0' });
  await agent.button(words('preview.ask')).click();
  await main.locator('.wrong').first().waitFor();
  await types(agent, { '/targets/0/seconds': '2' });
  await agent.button(words('preview.ask')).click();
  await reads(
    main.locator('.result'),
    formatDateTime('2026-02-24T02:00:00.000Z', 'zh-CN', 'Asia/Shanghai'),
    '春节',
    words('receipt.counted'),
  );
  expect(await main.locator('.result .tl-part').count()).toBeGreaterThan(0); // the time line
  expect(await faultsOf(agent.page)).toEqual([]);

  await main.getByRole('link', { name: words('preview.legal'), exact: true }).click();
  await types(agent, { '/legal/event': '2026-02-12', '/legal/days': '7' });
  await agent.button(words('preview.ask')).click();
  const day = (date: string) =>
    new Intl.DateTimeFormat('zh-CN', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(date),
    );
  await reads(main.locator('.result'), day('2026-02-19'), day('2026-02-24'), day('2026-02-14'));
});

test('staff read on a case how its clocks stand, and open the receipt of one', async () => {
  const live = await aComplaint();
  const { openedAt } = await live.assignedTo(lin);
  const { clocks } = await lin.look(live.caseId);
  const agent = await atDesk(lin, `#/cases/${live.caseId}`);
  const main = agent.page.locator('main');
  await reads(main, agent.words('clock.firstResponse'), formatDateTime(clocks.firstResponse.due, 'zh-CN'), agent.words('clock.byLaw'));
  await main
    .locator('.case-clock', { hasText: agent.words('clock.resolution') })
    .getByRole('button')
    .first()
    .click();
  const dialog = agent.page.getByRole('dialog');
  await reads(dialog, words('receipt.title', { clock: agent.words('clock.resolution') }), formatDateTime(openedAt, 'zh-CN'));
  await reads(dialog, formatDateTime(clocks.resolution.due, 'zh-CN'));
  expect(await faultsOf(agent.page)).toEqual([]);
});

test('an admin changes the rules, with the reason; cases follow, everybody sees who and why, an agent cannot', async () => {
  const agent = await atDesk(lin, '#/rules/policies');
  await reads(agent.page.locator('main'), words('rules.title'), '人身安全 Safety');
  expect(await agent.button(words('rules.edit')).count()).toBe(0);

  const live = await anUrgentComplaint();
  const before = await rulesInForce();
  try {
    const admin = await atDesk(huang, '#/rules/policies');
    const main = admin.page.locator('main');
    await admin.button(words('rules.edit')).click();
    await main.locator('[data-pointer="/rules/policies/0"] > summary').click();
    const hours = (clock: string) => main.locator(`[data-pointer="/rules/policies/0/targets/${clock}"] input`).first();
    await hours('firstResponse').fill('0');
    await hours('resolution').fill('10');
    await types(admin, { '/note': '试行更快的处理' });
    await admin.button(words('rules.save')).click();
    await main.locator('.wrong').first().waitFor();
    await hours('firstResponse').fill('2');
    expect(await faultsOf(admin.page)).toEqual([]);
    await admin.button(words('rules.save')).click();
    await admin.isTold(words('rules.saved', { version: before.version + 1 }));

    const { openedAt, clocks } = await lin.look(live.caseId);
    expect(clocks.firstResponse).toMatchObject({ due: later(openedAt, 2 * HOUR), rulesVersion: before.version + 1 });
    expect(clocks.resolution.due).toBe(later(openedAt, 10 * HOUR));
    await main.getByRole('link', { name: words('rules.versions'), exact: true }).click();
    await reads(main, '试行更快的处理', 'Huang Rui');
    await agent.page.goto(`${agent.page.url().split('#')[0]}#/rules/versions`);
    await reads(agent.page.locator('main'), '试行更快的处理', 'Huang Rui');
  } finally {
    await rule(before.rules, 'After a test');
  }
});

test('how targets were kept is shown by month and policy, beside what is late now', async () => {
  await (await anUrgentComplaint()).resolvedBy(zhou);
  const late = await anUrgentComplaint();
  await late.assignedTo(zhou);
  await pass(DAY + HOUR);
  const agent = await atDesk(zhou, '#/attainment');
  const main = agent.page.locator('main');
  await reads(main, words('attained.title'), agent.words('clock.firstResponse'), '人身安全 Safety', words('attained.worst'));
  expect(await main.locator('.month').count()).toBeGreaterThan(0);
  expect(await faultsOf(agent.page)).toEqual([]);
  await main.getByRole('link', { name: words('attained.toQueue') }).click();
  await reads(agent.page.locator('main'), '电饭煲起火');
});
