import { PURPOSES, type Purpose } from '../care/rules.ts';
import type { ConsentEntry } from './model.ts';

/** True for what was said once and stands in two places. */
export const sameSaying = (a: ConsentEntry, b: ConsentEntry): boolean =>
  a.at === b.at && a.purpose === b.purpose && a.given === b.given && a.source === b.source;

/** What was said about messages, to one contract and to the customer's address: the oldest first, and once what both have. */
export const consentLedger = (own: readonly ConsentEntry[], address: readonly ConsentEntry[]): readonly ConsentEntry[] =>
  [...own, ...address.filter((entry) => !own.some((other) => sameSaying(other, entry)))].sort((a, b) =>
    a.at === b.at ? 0 : a.at < b.at ? -1 : 1,
  );

/** The newest word on a purpose; undefined when nobody said any. */
export const latestConsent = (ledger: readonly ConsentEntry[], purpose: Purpose): ConsentEntry | undefined =>
  ledger.findLast((entry) => entry.purpose === purpose);

/** Purposes that a customer agreed to last. */
export const agreedPurposes = (ledger: readonly ConsentEntry[]): readonly Purpose[] =>
  PURPOSES.filter((purpose) => latestConsent(ledger, purpose)?.given);
