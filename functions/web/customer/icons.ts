import type { AfterSalesRequest, Kind } from '../../domain/case/model.ts';
import { ownMarkup, type Markup } from '../markup.ts';

const drawn = (paths: string): Markup =>
  ownMarkup(`<svg class="icon" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">${paths}</svg>`);

/** Drawings of the three kinds, in strokes of the text colour. */
export const KIND_ICONS: Readonly<Record<Kind, Markup>> = {
  complaint: drawn(
    '<path d="M6 7h20a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H15l-6 5v-5H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2z"/><path d="M16 11v5M16 19.5v.1"/>',
  ),
  'after-sales': drawn('<path d="M5 11.5 16 6l11 5.5v10L16 27 5 21.5z"/><path d="M5 11.5 16 17l11-5.5M16 17v10M10.5 8.8l11 5.4"/>'),
  inquiry: drawn(
    '<circle cx="16" cy="16" r="11.5"/><path d="M12.5 13c.2-2.2 1.7-3.5 3.6-3.5 2 0 3.5 1.3 3.5 3.2 0 2.5-3.5 2.7-3.5 5.3M16.1 22v.1"/>',
  ),
};

/** Drawings of the four after-sales requests. */
export const REQUEST_ICONS: Readonly<Record<AfterSalesRequest, Markup>> = {
  return: drawn('<path d="M11 7 5 13l6 6"/><path d="M5 13h14a7 7 0 0 1 0 14h-6"/>'),
  exchange: drawn('<path d="M5 12h20l-5-5M27 20H7l5 5"/>'),
  repair: drawn('<path d="M20.5 6.5a6.5 6.5 0 0 0-6.3 8.3L5.5 23.5l3 3 8.7-8.7a6.5 6.5 0 0 0 8.3-8.3l-4 4-3-3z"/>'),
  refund: drawn('<circle cx="16" cy="16" r="11.5"/><path d="m11.5 9.5 4.5 6 4.5-6M16 15.5v8M12 17h8M12 20.5h8"/>'),
};

/** The thread of a case, through its four knots to the seal at its end. */
export const HERO_THREAD: Markup = ownMarkup(
  '<svg class="hero-thread" viewBox="0 0 340 240" width="340" height="240" aria-hidden="true" focusable="false">' +
    '<path d="M4 196c40 26 92 14 104-34 12-50-26-92-58-84-30 8-26 56 22 66 62 13 92-44 132-66 44-24 92 4 84 44-7 34-56 34-58-4-2-36 40-66 96-60"/>' +
    '<circle cx="52" cy="213" r="8"/><circle cx="50" cy="78" r="8"/><circle cx="152" cy="119" r="8"/><circle cx="262" cy="73" r="8"/>' +
    '<rect class="hero-seal" x="312" y="44" width="28" height="28" rx="6"/></svg>',
);
