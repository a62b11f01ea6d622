import type { CareFacts } from '../domain/care/decideCare.ts';
import { fold as foldCase } from '../domain/case/evolve.ts';
import { agreedPurposes, consentLedger } from '../domain/contract/consents.ts';
import type { Contract } from '../domain/contract/model.ts';
import type { CustomerBook } from './carePorts.ts';
import type { AddressBook, CaseStore } from './ports.ts';

export interface CareFactsDeps {
  readonly addresses: Pick<AddressBook, 'standing'>;
  readonly customers: Pick<CustomerBook, 'consents' | 'openCases'>;
  readonly cases: Pick<CaseStore, 'load'>;
}

/** The open complaint of a customer that weighs most for a contract: one that names it counts before all others. */
const openComplaint = async ({ customers, cases }: CareFactsDeps, contractId: string, email: string): Promise<CareFacts['complaint']> => {
  const caseIds = await customers.openCases(email);
  const records = await Promise.all(caseIds.map((caseId) => cases.load(caseId)));
  const open = records
    .flatMap(({ events }) => (events.length > 0 ? [foldCase(events)] : []))
    .filter(({ opening, step }) => opening.kind === 'complaint' && step !== 'closed');
  if (open.some(({ classification }) => classification.contract === contractId)) return 'this-contract';
  return open.length > 0 ? 'other' : undefined;
};

/** What is known of the customer of a contract before something is mailed. A customer without an address gets no mail, so nothing is asked. */
export const careFacts =
  (deps: CareFactsDeps) =>
  async ({ contractId, consents, terms: { customer } }: Contract): Promise<CareFacts> => {
    const { email } = customer;
    if (email === undefined) return { suppressed: false, consents: agreedPurposes(consents) };
    const [{ suppressed }, ledger, complaint] = await Promise.all([
      deps.addresses.standing(email),
      deps.customers.consents(email),
      openComplaint(deps, contractId, email),
    ]);
    return { suppressed, consents: agreedPurposes(consentLedger(consents, ledger)), complaint };
  };
