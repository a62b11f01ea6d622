import { consentLedger, latestConsent } from '../domain/contract/consents.ts';
import { fold } from '../domain/contract/evolve.ts';
import type { Consented, Contract } from '../domain/contract/model.ts';
import { ok, refuse } from '../domain/kernel/result.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { CustomerBook } from './carePorts.ts';
import { changeContract, type ChangeContractDeps } from './changeContract.ts';

export interface MarketingLinkDeps extends ChangeContractDeps {
  readonly customers: Pick<CustomerBook, 'consents' | 'keepConsent'>;
}

/** What the link of a marketing mail stands for: the contract, and the version of it that says whose mail it was. */
export const marketingSubject = ({ contractId, version }: Pick<Contract, 'contractId' | 'version'>): string => `${contractId}.${version}`;

/** Whoever got a mail, and what was said about messages to them. */
interface Recipient {
  readonly contractId: string;
  readonly email: string;
  readonly agreed: boolean;
}

/** Undefined for a subject that is none, and for a contract or version that does not exist. */
const recipientOf = async ({ contracts, customers }: MarketingLinkDeps, subject: string): Promise<Recipient | undefined> => {
  const [, contractId, version] = /^(.+)\.(\d+)$/.exec(subject) ?? [];
  if (contractId === undefined) return undefined;
  const { events } = await contracts.load(contractId);
  const past = events.slice(0, Number(version));
  if (past.length === 0) return undefined;
  const [then, now] = [fold(past), fold(events)];
  const { email } = then.terms.customer;
  if (email === undefined) return undefined;
  const own = now.terms.customer.email === email ? now.consents : then.consents;
  const said = consentLedger(own, await customers.consents(email));
  return { contractId, email, agreed: latestConsent(said, 'marketing')?.given ?? false };
};

/** Whether whoever got a mail agrees to marketing, as things stand. Undefined for a link to nothing. */
export const marketingByLink =
  (deps: MarketingLinkDeps) =>
  async (subject: string): Promise<boolean | undefined> =>
    (await recipientOf(deps, subject))?.agreed;

/**
 * Takes marketing consent back, or gives it again, with the link of a mail (F78): for the address that the mail went to, at once and for all of its contracts, and in the history of
 * the contract unless its customer has another address by now. The same twice writes nothing. Undefined for a link to nothing.
 */
export const changeMarketingByLink =
  (deps: MarketingLinkDeps) =>
  async (subject: string, given: boolean, now: Instant): Promise<boolean | undefined> => {
    const recipient = await recipientOf(deps, subject);
    if (!recipient || recipient.agreed === given) return recipient?.agreed;
    const { contractId, email } = recipient;
    const said: Consented = { purpose: 'marketing', given, source: 'link' };
    const changed = await changeContract(deps)({ contractId, by: { role: 'customer' }, now }, async (state) => {
      if (!state) return refuse({ kind: 'unknown' });
      const isTheirs = state.terms.customer.email === email;
      return ok(isTheirs ? { happening: { type: 'consented', data: said } } : { version: state.version, outcome: 'unchanged' });
    });
    // The contract's own event comes into the ledger under this key too, a moment later.
    const key = changed.ok && changed.value.outcome === 'written' ? marketingSubject(changed.value.state) : subject;
    await deps.customers.keepConsent(email, key, { ...said, at: now });
    return given;
  };
