import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import type { CareBook } from '../../../functions/domain/care/rules.ts';
import type { CaseEvent } from '../../../functions/domain/case/model.ts';
import { fold } from '../../../functions/domain/contract/evolve.ts';
import type { Contract, ContractEvent, Happening } from '../../../functions/domain/contract/model.ts';
import type { Instant } from '../../../functions/domain/kernel/time.ts';
import type { ContractMailOrder } from '../../../functions/usecases/carePorts.ts';
import { contractMailOf } from '../../../functions/usecases/contractMails.ts';
import { changeMarketingByLink, marketingByLink, type MarketingLinkDeps } from '../../../functions/usecases/marketingLink.ts';
import type { MailRecord, OutgoingMail } from '../../../functions/usecases/ports.ts';
import { recordMailEvent, type MailEvent } from '../../../functions/usecases/recordMailEvent.ts';
import { sendContractMail, type SendContractMailDeps } from '../../../functions/usecases/sendContractMail.ts';
import { bookShelf } from './bookShelf.ts';
import { CustomersInMemory } from './careRoom.ts';
import { ContractRegister } from './contractRegister.ts';
import type { TestContract } from './contracts.ts';
import { BOOKS } from './policy.ts';
import { lin } from './staff.ts';

const notAsked = (): never => {
  throw new Error('mails about contracts do not come by here');
};

/** Sends mails about contracts and hears of them, in memory. */
export class PostOffice {
  readonly register: ContractRegister;
  readonly customers = new CustomersInMemory();
  readonly cases = new Map<string, readonly CaseEvent[]>();
  readonly suppressed = new Map<string, string>();
  readonly records: (MailRecord & { readonly email: string })[] = [];
  readonly sent: OutgoingMail[] = [];
  books: readonly CareBook[] = [FIRST_CARE_BOOK];
  /** What the mailer does; tests replace it to break it. */
  takes: (mail: OutgoingMail) => Promise<void> = async (mail) => void this.sent.push(mail);

  constructor(...contracts: readonly TestContract[]) {
    this.register = new ContractRegister(...contracts);
  }

  get deps(): SendContractMailDeps & MarketingLinkDeps {
    return {
      contracts: this.register,
      customers: this.customers,
      cases: { load: async (caseId) => ({ events: this.cases.get(caseId) ?? [] }) },
      addresses: {
        mailRecord: async (email, messageId) => this.records.find((one) => one.email === email && one.messageId === messageId),
        record: async (email, record) => {
          if (!this.records.some((one) => one.email === email && one.messageId === record.messageId))
            this.records.push({ ...record, email });
        },
        standing: async (email) => ({ suppressed: this.suppressed.has(email), unsubscribed: true }), // of surveys
        suppress: async (email, reason) => void this.suppressed.set(email, reason),
        mailsOfCase: notAsked,
        surveyedSince: notAsked,
        unsubscribe: notAsked,
      },
      care: bookShelf(this.books),
      rules: { since: async () => BOOKS },
      directory: { list: async () => [{ ...lin, name: 'Lin Mei' }] },
      hashes: { hash: async (purpose, text) => `${purpose} ${text}` },
      links: { sign: async (purpose, subject) => `${purpose}-${subject}`, verify: notAsked },
      mailer: { send: (mail) => this.takes(mail) },
      siteUrl: 'https://care.example.com',
    };
  }

  events = (contractId = 'P-1001'): readonly ContractEvent[] => this.register.events.get(contractId) ?? [];

  state = (contractId?: string): Contract => fold(this.events(contractId));

  /** The order of the newest event that orders a mail. Throws when there is none. */
  order(contractId?: string): ContractMailOrder {
    const order = this.events(contractId)
      .flatMap((event) => contractMailOf(event) ?? [])
      .at(-1);
    if (!order) throw new Error('nothing was ordered');
    return order;
  }

  /** Somebody else writes something. */
  async happens(happening: Happening, at: Instant, contractId = 'P-1001'): Promise<void> {
    const version = this.events(contractId).length + 1;
    await this.register.append({ ...happening, contractId, version, at, by: { role: 'system' } });
  }

  sends = (now: Instant, order = this.order()) => sendContractMail(this.deps)(order, now);

  /** SES reports on the newest mail. */
  async hears(
    type: MailEvent['type'],
    at: Instant,
    changes: Partial<Pick<MailEvent, 'email' | 'messageId' | 'transient'>> = {},
  ): Promise<void> {
    const { messageId, contractId } = this.order();
    const email = this.state().terms.customer.email ?? '';
    await recordMailEvent(this.deps)({ type, messageId, contractId, kind: 'reminder', email, transient: false, at, ...changes });
  }

  /** What the page of a link shows, and what its button does. */
  asks = (subject: string) => marketingByLink(this.deps)(subject);
  clicks = (subject: string, given: boolean, now: Instant) => changeMarketingByLink(this.deps)(subject, given, now);
}
