import { common } from '../content/common/index.ts';
import { pages } from '../content/pages/index.ts';
import { LOCALES, type Locale } from '../domain/case/model.ts';
import { assetUrl } from './assets.ts';
import { html, ownMarkup, type Markup } from './markup.ts';

export interface Layout {
  readonly locale: Locale;
  /** Plain text; the brand is added. */
  readonly title: string;
  /** Path and query of the page itself, for the language links. */
  readonly path: string;
  readonly body: Markup;
  /** The script of the page: `desk` also brings its own style sheet. */
  readonly script?: 'site' | 'desk';
  /** Uses the whole width: for consoles and tables. */
  readonly wide?: boolean;
  /** Only for whoever holds the link: search engines keep out. */
  readonly unlisted?: boolean;
}

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '简体', 'zh-TW': '繁體', en: 'English' };

/** A thread that closes into a knot: the mark of the brand. */
const MARK =
  '<svg class="mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" focusable="false">' +
  '<rect class="mark-ground" x="1" y="1" width="38" height="38" rx="9"/>' +
  '<path class="mark-thread" d="M9 27.5c5.5 4 11 .5 11-6.2 0-5.6-3.2-9.3-6.6-9.3-2.9 0-4.4 2.3-4.4 4.7 0 3.6 3.7 5.3 11 5.3s11-1.7 11-5.3c0-2.4-1.5-4.7-4.4-4.7-3.4 0-6.6 3.7-6.6 9.3 0 6.7 5.5 10.2 11 6.2"/></svg>';

const ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="#17564c"/>' +
      '<path d="M9 27.5c5.5 4 11 .5 11-6.2 0-5.6-3.2-9.3-6.6-9.3-2.9 0-4.4 2.3-4.4 4.7 0 3.6 3.7 5.3 11 5.3s11-1.7 11-5.3c0-2.4-1.5-4.7-4.4-4.7-3.4 0-6.6 3.7-6.6 9.3 0 6.7 5.5 10.2 11 6.2" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>',
  );

/** The same page in another language: the path with its `lang` replaced. One slash at the start: two would name another host. */
const inLanguage = (path: string, locale: Locale): string => {
  const [pathname = '', query = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', locale);
  return `/${pathname.replace(/^[/\\]+/, '')}?${parameters}`;
};

const languageLink = (path: string, locale: Locale, current: Locale): Markup => html`
  <li>
    <a
      href="${inLanguage(path, locale)}"
      lang="${locale}"
      hreflang="${locale}"
      rel="alternate nofollow"
      data-language${locale === current && html` aria-current="true"`}
      >${LANGUAGE_NAMES[locale]}</a
    >
  </li>
`;

/** A whole page: head, header with the language switch, the body in `main`, footer. No inline script or style, so that the strictest policy fits. */
export const layout = ({ locale, title, path, body, script, wide, unlisted }: Layout): string => {
  const [words, text] = [common(locale), pages(locale)];
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        ${unlisted && html`<meta name="robots" content="noindex, nofollow" />`}
        <title>${title} · ${words('brand')}</title>
        <link rel="icon" href="${ICON}" />
        <link rel="stylesheet" href="${assetUrl('site.css')}" />
        ${script === 'desk' && html`<link rel="stylesheet" href="${assetUrl('desk.css')}" />`}
        ${script && html`<script type="module" src="${assetUrl(`${script}.js`)}"></script>`}
      </head>
      <body${wide && html` class="wide"`}>
        <a class="skip" href="#content">${text('layout.skip')}</a>
        <header class="top">
          <div class="frame top-row">
            <a class="brand" href="/?lang=${locale}"
              >${ownMarkup(MARK)}<span class="brand-name">${words('brand')}</span><span class="brand-line">${words('brandLine')}</span></a
            >
            <nav aria-label="${text('layout.languages')}">
              <ul class="languages" role="list">
                ${LOCALES.map((other) => languageLink(path, other, locale))}
              </ul>
            </nav>
          </div>
        </header>
        <main id="content" class="frame" tabindex="-1">${body}</main>
        <footer class="bottom">
          <div class="frame">
            <p>${text('layout.footer')}</p>
          </div>
        </footer>
      </body>
    </html> `;
  return String(page);
};
