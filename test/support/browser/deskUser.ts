import type { Locator, Page } from 'playwright-core';
import { common } from '../../../functions/content/common/index.ts';
import { desk } from '../../../functions/content/desk/index.ts';
import type { Action } from '../../../functions/domain/case/permissions.ts';
import type { Locale } from '../../../functions/domain/case/model.ts';
import { STAFF } from '../../../infra/local/staff.ts';
import type { Person } from '../stack/desk.ts';
import { theStack } from '../stack/theStack.ts';
import { textsOf } from './look.ts';

/** Somebody of the staff with a browser, at the desk. */
export class DeskUser {
  readonly page: Page;
  readonly person: Pick<Person, 'email'>;
  readonly locale: Locale;

  constructor(page: Page, person: Pick<Person, 'email'>, locale: Locale = 'zh-CN') {
    this.page = page;
    this.person = person;
    this.locale = locale;
  }

  /** The words of the desk in this person's language. */
  get words() {
    return desk(this.locale);
  }

  /** The words that the desk shares with pages and mails. */
  get labels() {
    return common(this.locale);
  }

  /** Signs in through the hosted login, from wherever at the desk. */
  async signsIn(screen = ''): Promise<void> {
    await this.page.goto(`${theStack().siteUrl}/desk${screen}`);
    await this.page.getByRole('button', { name: this.words('signIn.button'), exact: true }).click();
    await this.givesPassword();
  }

  /** Fills in the hosted login and comes back to the desk. */
  async givesPassword(): Promise<void> {
    await this.page.locator('input[name="username"]').fill(this.person.email);
    await this.page.locator('input[name="password"]').fill(STAFF.find(({ email }) => email === this.person.email)?.password ?? '');
    await this.page.locator('[type="submit"]').click();
    await this.page.locator('.account-name').waitFor();
  }

  async opensCase(caseId: string): Promise<void> {
    await this.page.goto(`${theStack().siteUrl}/desk#/cases/${caseId}`);
    await this.page.locator('.case-head .case-id').filter({ hasText: caseId }).waitFor();
  }

  /** The part that says what comes next and holds the actions. */
  get panel(): Locator {
    return this.page.locator('section.act');
  }

  /** The talk and history of the case. */
  get talk(): Locator {
    return this.page.locator('section.talk');
  }

  button(label: string): Locator {
    return this.page.getByRole('button', { name: label, exact: true });
  }

  /** The actions that are offered. */
  async offered(): Promise<readonly string[]> {
    return textsOf(this.panel.getByRole('button'));
  }

  async takesOver(): Promise<void> {
    await this.button(this.words('next.take')).click();
    await this.isTold(this.words('done.assign'));
  }

  /** Opens the form of an action and fills it in. */
  async fillsIn(action: Action, values: Readonly<Record<string, string>>): Promise<void> {
    await this.panel.getByRole('button', { name: this.words(`action.${action}`), exact: true }).click();
    for (const [name, value] of Object.entries(values)) await this.types(name, value);
  }

  /** Types or chooses in the form that is open. */
  async types(name: string, value: string): Promise<void> {
    const field = this.page.locator(`main form [name="${name}"]`);
    await field.waitFor();
    if ((await this.page.locator(`main form select[name="${name}"]`).count()) > 0) await field.selectOption(value);
    else await field.fill(value);
  }

  async submits(action: Action): Promise<void> {
    await this.panel
      .locator('button[type="submit"]')
      .filter({ hasText: this.words(`submit.${action}`) })
      .click();
  }

  /** Does an action, and waits until it is said to be done. */
  async does(action: Action, values: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.fillsIn(action, values);
    await this.submits(action);
    await this.isTold(this.words(`done.${action}`));
  }

  /** Waits for a sentence of the desk about what was done. */
  async isTold(text: string): Promise<void> {
    await this.page.locator('.toast', { hasText: text }).waitFor();
  }
}
