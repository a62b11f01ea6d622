import { html, raw } from 'hono/html';
import type { Block, Button, Letter } from './letter.ts';
import { linesOf } from './plain.ts';
import { STYLE_SHEET, styles, type StyleName } from './style.ts';

type Html = ReturnType<typeof html>;
type Style = Readonly<Record<StyleName, string>>;

/** Text with its line breaks kept. Everything is escaped by the template tag. */
const lines = (text: string): readonly Html[] => linesOf(text).map((line, at) => (at === 0 ? html`${line}` : html`<br />${line}`));

// Outlook for Windows lays out with Word, which knows neither max-width nor inline-block: it gets tables of its own.
const forOutlook = (markup: string): Html => html`${raw(`<!--[if mso]>${markup}<![endif]-->`)}`;

const button = ({ label, url }: Button, name: 'button' | 'plainButton', style: Style): Html =>
  html`<span class="cell" style="display:inline-block;margin:0 12px 12px 0;"
    ><a class="${name}" style="${style[name]}" href="${url}"
      >${forOutlook('<i style="mso-font-width:300%;mso-text-raise:12pt" hidden>&emsp;</i>')}<span style="mso-text-raise:6pt">${label}</span
      >${forOutlook('<i style="mso-font-width:300%" hidden>&emsp;&#8203;</i>')}</a
    ></span
  >`;

const block = (part: Block, style: Style): Html => {
  switch (part.type) {
    case 'paragraph':
    case 'notice':
    case 'small':
      return html`<p class="${part.type}" style="${style[part.type]}" dir="auto">${lines(part.text)}</p>`;
    case 'heading':
      return html`<h2 class="heading" style="${style.heading}">${part.text}</h2>`;
    case 'facts':
      return html`<table class="facts" style="${style.facts}" cellpadding="0" cellspacing="0" border="0" width="100%">
        ${part.facts.map(
          ({ label, value }) =>
            html`<tr>
              <th scope="row" class="label" style="${style.label}">${label}</th>
              <td class="value" style="${style.value}" dir="auto">${lines(value)}</td>
            </tr>`,
        )}
      </table>`;
    case 'quote':
      return html`<div class="quote" style="${style.quote}">
        <p class="quoteLabel" style="${style.quoteLabel}">${part.label}</p>
        <p class="quoteText" style="${style.quoteText}" dir="auto">${lines(part.text)}</p>
      </div>`;
    case 'list':
      return html`<ul class="list" style="${style.list}">
        ${part.items.map((item) => html`<li class="item" style="${style.item}">${item}</li>`)}
      </ul>`;
    case 'steps':
      return html`<ol class="list" style="${style.list}">
        ${part.items.map((item) => html`<li class="item" style="${style.item}">${item}</li>`)}
      </ol>`;
    case 'buttons':
      return html`<div class="buttons" style="${style.buttons}">
        ${part.buttons.map((each, at) => button(each, at === 0 ? 'button' : 'plainButton', style))}
      </div>`;
  }
};

const progress = ({ step, steps, text }: NonNullable<Letter['progress']>, style: Style): Html => {
  const bars = Array.from({ length: steps }, (_, at): 'done' | 'bar' => (at < step ? 'done' : 'bar'));
  return html`<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" border="0" width="100%">
      <tr>
        ${bars.map(
          (name, at) =>
            html`${at === 0 ? '' : html`<td width="6" style="width:6px;font-size:4px;line-height:4px;">&nbsp;</td>`}
              <td class="${name}" style="${style[name]}">&nbsp;</td>`,
        )}
      </tr>
    </table>
    <p class="stage" style="${style.stage}">${text}</p>`;
};

// Keeps readers from showing the first lines of the mail behind the preview text.
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60);

/**
 * The letter as an HTML page that mail readers understand: tables, inline styles, nothing loaded from elsewhere.
 * Not MJML: letters differ in which blocks they have, so its compiled templates would hold our loops and conditions as text, unchecked and unescaped.
 */
export const htmlOf = (letter: Letter): string => {
  const style = styles(letter.locale);
  const page = html`<!doctype html>
    <html lang="${letter.locale}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>${letter.subject}</title>
        <style>
          ${raw(STYLE_SHEET)}
        </style>
      </head>
      <body class="ground" style="${style.ground}">
        <div class="hidden" style="${style.hidden}">${letter.preview}${raw(FILLER)}</div>
        <div role="article" aria-roledescription="email" aria-label="${letter.title}" class="body" style="${style.body}">
          <table role="presentation" class="ground" style="${style.ground}" cellpadding="0" cellspacing="0" border="0" width="100%">
            <tr>
              <td align="center">
                ${forOutlook('<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="620"><tr><td>')}
                <table role="presentation" style="width:100%;max-width:620px;" cellpadding="0" cellspacing="0" border="0" width="100%">
                  <tr>
                    <td class="head" style="${style.head}" align="left">
                      <a class="brand" style="${style.brand}" href="${letter.brand.url}">${letter.brand.name}</a>
                      &nbsp;${letter.brand.line}
                    </td>
                  </tr>
                  <tr>
                    <td class="card" style="${style.card}" align="left">
                      ${letter.progress ? progress(letter.progress, style) : ''}
                      <h1 class="title" style="${style.title}">${letter.title}</h1>
                      ${letter.reference ? html`<p class="reference" style="${style.reference}" dir="auto">${letter.reference}</p>` : ''}
                      <p class="paragraph" style="${style.paragraph}" dir="auto">${letter.greeting}</p>
                      ${letter.blocks.map((part) => block(part, style))}
                      <p class="signOff" style="${style.signOff}">${letter.signOff}<br /><strong>${letter.team}</strong></p>
                    </td>
                  </tr>
                  <tr>
                    <td class="foot" style="${style.foot}" align="left">
                      ${letter.footer.map((line) => html`<p class="footLine" style="${style.footLine}">${line}</p>`)}
                      ${
                        letter.unsubscribe
                          ? html`<p class="footLine" style="${style.footLine}">
                              ${letter.unsubscribe.text}
                              <a class="link" style="${style.link}" href="${letter.unsubscribe.link.url}"
                                >${letter.unsubscribe.link.label}</a
                              >
                            </p>`
                          : ''
                      }
                    </td>
                  </tr>
                </table>
                ${forOutlook('</td></tr></table>')}
              </td>
            </tr>
          </table>
        </div>
      </body>
    </html>`;
  return String(page).replace(/\n\s+/g, '\n');
};
