import { html } from 'hono/html';
import type { Message } from './message.ts';

type Markup = ReturnType<typeof html>;

/** The list of all mails, newest first. */
export const listPage = (mails: Message[], to: string): string =>
  layout(
    'Inbox',
    html`<main class="list">
      <header class="bar">
        <h1>Inbox <small>${mails.length}</small></h1>
        <form>
          <input type="search" name="to" value="${to}" placeholder="Mails to address…" aria-label="Mails to address" /><button>Show</button>
        </form>
        <a class="button" href="">Reload</a>
      </header>
      ${mails.length === 0 ? html`<p class="empty">No mail here yet. What Aftercare sends arrives on this page.</p>` : mailList(mails)}
    </main>`,
  );

/** One mail as its reader sees it, wide or narrow, light or dark, with its text part, headers and source. */
export const mailPage = (mail: Message, mails: Message[]): string =>
  layout(
    mail.subject || '(no subject)',
    html`<div class="split">
      <aside>
        <h2><a href="/">Inbox</a> <small>${mails.length}</small></h2>
        ${mailList(mails, mail.id)}
      </aside>
      <main class="mail">
        <header>
          <p class="back"><a href="/">← Inbox</a></p>
          <h1>${mail.subject || '(no subject)'}</h1>
          <dl>
            <div>
              <dt>From</dt>
              <dd>${mail.from}</dd>
            </div>
            <div>
              <dt>To</dt>
              <dd>${mail.to.join(', ')}</dd>
            </div>
            ${
              mail.replyTo === null
                ? ''
                : html`<div>
                    <dt>Reply to</dt>
                    <dd>${mail.replyTo}</dd>
                  </div>`
            }
            <div>
              <dt>Date</dt>
              <dd>${shownTime(mail.date ?? mail.receivedAt)}</dd>
            </div>
          </dl>
          ${attachments(mail)}
        </header>
        ${views(mail)}
      </main>
    </div>`,
  );

/** For an address that is no mail's. */
export const notFoundPage = (): string =>
  layout(
    'No such mail',
    html`<main class="list">
      <p class="empty">No such mail. <a href="/">Back to the inbox</a></p>
    </main>`,
  );

/** Tabs without a script: the radio that is on decides what the style sheet shows. */
function views(mail: Message): Markup {
  const first = mail.html === null ? 'text' : 'html';
  const tab = (value: string, label: string) =>
    html`<label><input type="radio" name="view" value="${value}" ${value === first ? 'checked' : ''} />${label}</label>`;
  return html`<div class="views">
    <div class="tabs" role="group" aria-label="Show">
      ${mail.html === null ? '' : tab('html', 'Mail')} ${mail.text === null ? '' : tab('text', 'Text')} ${tab('headers', 'Headers')}
      <a href="/messages/${mail.id}/source">Source</a> <a href="/messages/${mail.id}">JSON</a>
      ${mail.html === null ? '' : readerChoice()}
    </div>
    ${mail.html === null ? '' : html`<div class="view html">${asRead(mail, 'light')} ${asRead(mail, 'dark')}</div>`}
    ${mail.text === null ? '' : html`<pre class="view text">${mail.text}</pre>`}
    <table class="view headers">
      ${Object.entries(mail.headers).map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}

const asRead = (mail: Message, colours: 'light' | 'dark'): Markup =>
  html`<iframe
    class="${colours}"
    title="The mail as its reader sees it, ${colours}"
    src="/messages/${mail.id}/html?colours=${colours}"
    loading="lazy"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
  ></iframe>`;

const readerChoice = (): Markup => html`
  <span class="choice" role="group" aria-label="Width">
    <label><input type="radio" name="width" value="wide" checked />Wide</label
    ><label><input type="radio" name="width" value="narrow" />Narrow</label>
  </span>
  <span class="choice" role="group" aria-label="Colours">
    <label><input type="radio" name="colours" value="light" checked />Light</label
    ><label><input type="radio" name="colours" value="dark" />Dark</label>
  </span>
`;

const mailList = (mails: Message[], current = ''): Markup =>
  html`<ol>
    ${mails.toReversed().map(
      (mail) =>
        html`<li>
          <a href="/mail/${mail.id}" ${mail.id === current ? html`aria-current="page"` : ''}>
            <span class="to">${mail.to.join(', ')}</span><time datetime="${mail.receivedAt}">${shownTime(mail.receivedAt)}</time>
            <span class="subject">${mail.subject || '(no subject)'}</span><span class="snippet">${snippet(mail)}</span>
          </a>
        </li>`,
    )}
  </ol>`;

const attachments = (mail: Message): Markup | '' =>
  mail.attachments.length === 0
    ? ''
    : html`<p class="attachments">
        ${mail.attachments.map(({ filename, mimeType, size }) => html`<span>${filename ?? mimeType} · ${Math.ceil(size / 1024)} KB</span>`)}
      </p>`;

const snippet = (mail: Message): string =>
  (mail.text ?? '')
    .replace(/[=\-_*\s]{2,}|\s/g, ' ')
    .trim()
    .slice(0, 140);

const shownTime = (time: string): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
};

const layout = (title: string, body: Markup): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Aftercare inbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`.toString();
