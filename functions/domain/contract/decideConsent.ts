import type { Consented, Happening } from './model.ts';

/** Where customers say to staff which messages they want. */
export const DESK_SOURCES = ['phone', 'visit', 'letter', 'email', 'other'] as const;

/** What staff report of a customer's word on messages (F78). */
export interface SaidConsent extends Consented {
  readonly source: (typeof DESK_SOURCES)[number];
}

/** Decides what a word on messages makes of a contract: one more entry of the ledger, even if it says the same again, as it was said again. */
export const decideConsent = ({ purpose, given, source, note }: SaidConsent): Happening => ({
  type: 'consented',
  data: { purpose, given, source, note },
});
