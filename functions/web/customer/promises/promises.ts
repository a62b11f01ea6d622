import { SERVICE_CLOCKS } from '../../../domain/clocks/rules.ts';
import { pages } from '../../../content/pages/index.ts';
import { html, type Markup } from '../../markup.ts';
import type { Tracking } from '../trackingParts.ts';
import { legalPromise } from './legalPromise.ts';
import { servicePromise } from './servicePromise.ts';

/** Every clock of the case, each apart: what we promised, and what the law demands (X1, X4). */
export const promises = (tracking: Tracking): Markup => {
  const { locale, view } = tracking;
  const text = pages(locale);
  const { clocks } = view;
  return html`<section class="promises" id="promises" aria-labelledby="promises-title">
    <h2 id="promises-title">${text('promise.title')}</h2>
    ${SERVICE_CLOCKS.map((name) => {
      const clock = clocks[name];
      return clock && servicePromise(tracking, name, clock);
    })}
    ${clocks.legal.map((clock) => legalPromise(tracking, clock))}
  </section>`;
};
