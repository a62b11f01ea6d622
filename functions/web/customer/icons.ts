import type { AfterSalesRequest, Kind } from '../../domain/case/model.ts';
import { ownMarkup, type Markup } from '../markup.ts';

const drawn = (paths: string): Markup =>
  ownMarkup(`<svg class="icon" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">${paths}</svg>`);

/** Drawings of the three kinds, in strokes of the text colour. */
export const KIND_ICONS: Readonly<Record<Kind, Markup>> = {
  complaint: drawn(
    '<path d="M6 7h20a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H15l-6 5v-5H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2z"/><path d="M16 11v5M16 19.500v.100"/>',
  ),
  'after-sales': drawn(
    '<path d="M5 11.500 16 6l11 5.500v10L16 27 5 21.500z"/><path d="M5 11.500 16 17l11-5.500M16 17v10M10.500 8.800l11 5.400"/>',
  ),
  inquiry: drawn(
    '<circle cx="16" cy="16" r="11.500"/><path d="M12.500 13c.200-2.200 1.700-3.500 3.600-3.500 2 0 3.500 1.300 3.500 3.200 0 2.500-3.500 2.700-3.500 5.300M16.100 22v.100"/>',
  ),
};

/** Drawings of the four after-sales requests. */
export const REQUEST_ICONS: Readonly<Record<AfterSalesRequest, Markup>> = {
  return: drawn('<path d="M11 7 5 13l6 6"/><path d="M5 13h14a7 7 0 0 1 0 14h-6"/>'),
  exchange: drawn('<path d="M5 12h20l-5-5M27 20H7l5 5"/>'),
  repair: drawn(
    '<path d="M20.500 6.500a6.500 6.500 0 0 0-6.300 8.300L5.500 23.500l3 3 8.700-8.700a6.500 6.500 0 0 0 8.300-8.300l-4 4-3-3z"/>',
  ),
  refund: drawn('<circle cx="16" cy="16" r="11.500"/><path d="m11.500 9.500 4.500 6 4.500-6M16 15.500v8M12 17h8M12 20.500h8"/>'),
};
