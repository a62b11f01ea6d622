import type { Case } from '../domain/case/model.ts';
import { sameSaying } from '../domain/contract/consents.ts';
import { evolve } from '../domain/contract/evolve.ts';
import type { ConsentEntry, Contract, ContractEvent } from '../domain/contract/model.ts';
import type { CustomerBook } from './carePorts.ts';

type Ledger = Pick<CustomerBook, 'consents' | 'keepConsent'>;

/** One saying about messages, as the ledger of an address keeps it. */
interface Saying {
  readonly email: string;
  /** The same for the same saying. */
  readonly key: string;
  readonly entry: ConsentEntry;
}

/** Everything that the events of a contract say about messages, under the address that the customer had when it was said. */
const sayingsIn = (events: readonly ContractEvent[]): readonly Saying[] => {
  const sayings: Saying[] = [];
  let state: Contract | undefined;
  for (const event of events) {
    const known: readonly ConsentEntry[] = state?.consents ?? [];
    state = evolve(state, event);
    const { email } = state.terms.customer;
    const key = `${event.contractId}.${event.version}`;
    if (email !== undefined)
      sayings.push(...state.consents.filter((entry) => !known.includes(entry)).map((entry) => ({ email, key, entry })));
  }
  return sayings;
};

/** Reading costs a fifth of a write that is refused, and whatever is gone over again is nearly always there. */
const keep = async (customers: Ledger, sayings: readonly Saying[]): Promise<void> => {
  for (const { email, key, entry } of sayings) {
    const known = await customers.consents(email);
    if (!known.some((one) => sameSaying(one, entry))) await customers.keepConsent(email, key, entry);
  }
};

/** Puts what events of a contract (`versions`) say about messages into the ledger of the customer's address, where it counts for all of the customer's contracts (F78). Idempotent. */
export const keepConsents = async (customers: Ledger, events: readonly ContractEvent[], versions: readonly number[]): Promise<void> => {
  const fresh = versions.map((version) => `${events[0]?.contractId}.${version}`);
  await keep(
    customers,
    sayingsIn(events).filter(({ key }) => fresh.includes(key)),
  );
};

/**
 * The same for a case: who opens one may agree to marketing with it. A box that is not ticked takes nothing back, and a follow-up case repeats what its
 * first case said.
 */
export const keepConsentOfCase = async (customers: Ledger, { caseId, opening, openedAt }: Case): Promise<void> => {
  const { customer, consent, channel } = opening;
  if (!consent.marketing || channel === 'follow-up') return;
  const source = channel === 'web' ? 'form' : channel;
  const entry: ConsentEntry = { purpose: 'marketing', given: true, source, at: openedAt };
  await keep(customers, [{ email: customer.email, key: caseId, entry }]);
};
