import { frame } from '../../content/desk/frame.ts';
import type { Locale } from '../../domain/case/model.ts';
import { layout } from '../layout.ts';
import { html } from '../markup.ts';
import type { DeskConfig } from './config.ts';

/** What the page of the desk is made from. */
export interface DeskPage {
  readonly locale: Locale;
  /** Path and query of the request, for the language links. */
  readonly path: string;
  readonly config: DeskConfig;
}

/** The page in which the desk runs: it holds no data, only where to sign in. */
export const deskPage = ({ locale, path, config }: DeskPage): string => {
  const words = frame(locale);
  return layout({
    locale,
    path,
    title: words('title'),
    script: 'desk',
    wide: true,
    unlisted: true,
    body: html`<div id="desk" data-config="${JSON.stringify(config)}">
      <p class="loading">${words('loading')}</p>
      <noscript><p>${words('noScript')}</p></noscript>
    </div>`,
  });
};
