import { formatDateTime } from '../../content/format.ts';
import { pages } from '../../content/pages/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { layout } from '../layout.ts';
import { html, type Markup } from '../markup.ts';

export interface PlainPage {
  readonly locale: Locale;
  readonly path: string;
}

export interface UnsubscribePage extends PlainPage {
  readonly token: string;
  /** True when it has been done. */
  readonly done: boolean;
}

export interface MarketingPage extends PlainPage {
  readonly token: string;
  /** Whether the customer agrees to marketing, as things stand. */
  readonly agreed: boolean;
  /** True when the customer has just said so. */
  readonly changed: boolean;
}

export interface MessagePage extends PlainPage {
  /** HTTP status of the answer, shown small for whoever helps the customer. */
  readonly status: number;
  readonly reason: 'not-found' | 'gone' | 'conflict' | 'too-many' | 'too-large' | 'bad-request' | 'unavailable';
}

const plain = ({ locale, path }: PlainPage, title: string, words: string, rest: Markup): string =>
  layout({
    locale,
    path,
    title,
    unlisted: true,
    body: html`<div class="plain">
      <h1>${title}</h1>
      <p class="lead">${words}</p>
      ${rest}
    </div>`,
  });

const homeLink = (locale: Locale): Markup => html`<p><a href="/?lang=${locale}">${pages(locale)('message.back')}</a></p>`;

export interface SurveyDonePage extends PlainPage {
  /** The case that the answers closed, while its customer can open it again. No mail says so besides. */
  readonly closed?: { readonly caseId: string; readonly reopenUntil: Instant; readonly trackingUrl: string } | undefined;
}

/** The thanks after a survey. */
export const surveyDonePage = ({ closed, ...page }: SurveyDonePage): string => {
  const { locale } = page;
  const text = pages(locale);
  const rest =
    closed &&
    html`<p>${text('survey.done.closed', { caseId: closed.caseId, date: formatDateTime(closed.reopenUntil, locale) })}</p>
      <p><a href="${closed.trackingUrl}">${text('survey.done.case')}</a></p>`;
  return plain(page, text('survey.done.title'), text('survey.done.text'), rest ?? homeLink(locale));
};

/** `GET /unsubscribe/{token}`: asks before it acts, since mail programs open links by themselves; posts to the same address. */
export const unsubscribePage = ({ token, done, ...page }: UnsubscribePage): string => {
  const text = pages(page.locale);
  if (done) return plain(page, text('unsubscribe.done.title'), text('unsubscribe.done.text'), homeLink(page.locale));
  const form = html`<form method="post" action="/unsubscribe/${encodeURIComponent(token)}">
    <p class="actions"><button class="primary">${text('unsubscribe.send')}</button></p>
  </form>`;
  return plain(page, text('unsubscribe.title'), text('unsubscribe.text'), form);
};

/** `GET /withdraw/{token}`: what marketing is and what is not, and the button for the other choice; posts to the same address. */
export const marketingPage = ({ token, agreed, changed, ...page }: MarketingPage): string => {
  const text = pages(page.locale);
  const title = changed
    ? text(agreed ? 'marketing.given.title' : 'marketing.done.title')
    : text(agreed ? 'marketing.title' : 'marketing.none');
  const button = agreed
    ? html`<button class="${changed ? 'quiet' : 'primary'}">${text('marketing.send')}</button>`
    : html`<button class="quiet" name="marketing" value="yes">${text('marketing.undo')}</button>`;
  const form = html`${agreed && changed ? '' : html`<p>${text('marketing.stays')}</p>`}
    <form method="post" action="/withdraw/${encodeURIComponent(token)}">
      <p class="actions">${button}</p>
    </form>
    ${changed ? homeLink(page.locale) : ''}`;
  return plain(page, title, text(agreed ? (changed ? 'marketing.given' : 'marketing.text') : 'marketing.done'), form);
};

/** A page that says what went wrong and what to do, and nothing of any case. */
export const messagePage = ({ status, reason, ...page }: MessagePage): string => {
  const text = pages(page.locale);
  const rest = html`${homeLink(page.locale)}
    <p class="hint status">${status}</p>`;
  return plain(page, text(`message.${reason}.title`), text(`message.${reason}.text`), rest);
};
