import type { FrameLocator, Locator, Page } from 'playwright-core';
import { common } from '../../../functions/content/common/index.ts';
import { pages } from '../../../functions/content/pages/index.ts';
import type { MailKind } from '../../../functions/domain/case/consequences.ts';
import type { Locale } from '../../../functions/domain/case/model.ts';
import { CASE_NUMBER } from '../../../functions/domain/intake/number.ts';
import { eventually } from '../stack/eventually.ts';
import { mailsTo, type Mail } from '../stack/inbox.ts';
import { theStack } from '../stack/theStack.ts';

/** What is typed and chosen in a form, by the name of the field; `true` ticks a box. */
export type Answers = Readonly<Record<string, string | true>>;

/** Somebody with a browser and a mailbox, who uses the site. */
export class Customer {
  page: Page;
  readonly email: string;
  readonly locale: Locale;

  constructor(page: Page, email: string, locale: Locale = 'zh-CN') {
    this.page = page;
    this.email = email;
    this.locale = locale;
  }

  /** The words of the pages in this customer's language. */
  get words() {
    return pages(this.locale);
  }

  /** The words that pages share with mails and desk. */
  get labels() {
    return common(this.locale);
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(theStack().siteUrl + path);
  }

  field(name: string): Locator {
    return this.page.locator(`[name="${name}"]:not([type="hidden"])`);
  }

  async fills(answers: Answers, within: Page | Locator = this.page): Promise<void> {
    for (const [name, answer] of Object.entries(answers)) {
      const field = within.locator(`[name="${name}"]:not([type="hidden"])`);
      if (answer === true) await field.check();
      else if ((await field.first().getAttribute('type')) === 'radio')
        await within.locator(`label:has([name="${name}"][value="${answer}"])`).click();
      else await field.fill(answer);
    }
  }

  async presses(label: string): Promise<void> {
    await this.page.getByRole('button', { name: label, exact: true }).click();
  }

  /** The number that the page after sending shows. */
  async numberOfNewCase(): Promise<string> {
    const number = (await this.page.locator('.opened .number strong').innerText()).trim();
    if (!CASE_NUMBER.test(number)) throw new Error(`“${number}” is no case number.`);
    return number;
  }

  /** Opens the first (or second, …) mail of this kind in the inbox page as soon as it is there; gives it, and its content as its reader sees it. */
  async readsMail(kind: MailKind, caseId: string, nth = 1): Promise<{ mail: Mail; content: Locator; frame: FrameLocator }> {
    const mail = await eventually(
      async () => (await mailsTo(this.email)).filter((one) => one.kind === kind && one.caseId === caseId)[nth - 1],
      { what: `that ${this.email} got ${nth} mails of the kind ${kind}` },
    );
    await this.page.goto(`${theStack().mailboxUrl}/?to=${encodeURIComponent(this.email)}`);
    await this.page.locator(`a[href="/mail/${mail.id}"]`).click();
    const frame = this.page.frameLocator('iframe.light');
    return { mail, content: frame.locator('body'), frame };
  }

  /** Follows a link of the mail that is open; it opens a window of its own, in which the customer goes on. */
  async followsLink(frame: FrameLocator, label: string): Promise<void> {
    const opened = this.page.waitForEvent('popup');
    await frame.getByRole('link', { name: label, exact: true }).click();
    this.page = await opened;
    await this.page.waitForLoadState();
  }

  /** Subjects of everything that arrived. */
  async subjects(): Promise<readonly string[]> {
    return (await mailsTo(this.email)).map(({ subject }) => subject);
  }
}
