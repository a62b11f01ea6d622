import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import type { CareBook } from '../../../functions/domain/care/rules.ts';
import type { CaseEvent } from '../../../functions/domain/case/model.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import type { ConsentEntry, ContractEvent } from '../../../functions/domain/contract/model.ts';
import type { Instant } from '../../../functions/domain/kernel/time.ts';
import type { ContractMailOrder, CustomerBook } from '../../../functions/usecases/carePorts.ts';
import { careForContract } from '../../../functions/usecases/careForContract.ts';
import { reconcileContract, repairContract } from '../../../functions/usecases/reconcileContract.ts';
import { repairRegister } from '../../../functions/usecases/repairRegister.ts';
import { sweepContracts } from '../../../functions/usecases/sweepContracts.ts';
import { ContractRegister } from './contractRegister.ts';
import { Executions } from './executions.ts';
import { FiguresShelf } from './figuresShelf.ts';

/** What customers said and did, in memory. */
export class CustomersInMemory implements CustomerBook {
  readonly said = new Map<string, readonly ConsentEntry[]>();
  readonly cases = new Map<string, ReadonlySet<string>>();
  /** Who holds what was claimed. */
  readonly claims = new Map<string, string>();

  consents = async (email: string) => this.said.get(email) ?? [];

  keepConsent = async (email: string, _key: string, entry: ConsentEntry) => {
    this.said.set(email, [...(this.said.get(email) ?? []), entry]);
  };

  openCases = async (email: string) => [...(this.cases.get(email) ?? [])];

  pointCase = async (email: string, caseId: string, isOpen: boolean) => {
    const others = [...(this.cases.get(email) ?? [])].filter((other) => other !== caseId);
    this.cases.set(email, new Set(isOpen ? [...others, caseId] : others));
  };

  claim = async (email: string, what: string, holder: string) => {
    const key = `${email} ${what}`;
    if (!this.claims.has(key)) this.claims.set(key, holder);
    return this.claims.get(key) === holder;
  };
}

/** Everything that cares for contracts, in memory: queues are lists that the test works off when it wants. */
export class CareRoom {
  readonly register: ContractRegister;
  readonly customers = new CustomersInMemory();
  readonly suppressed = new Set<string>();
  /** Cases of customers. */
  readonly cases = new Map<string, readonly CaseEvent[]>();
  /** Ids of messages that the address book knows. */
  readonly mailed = new Set<string>();
  readonly outbox: ContractMailOrder[] = [];
  readonly careQueue: { readonly contractId: string; readonly at: Instant }[] = [];
  readonly repairs: string[] = [];
  readonly renewals = new Executions();
  readonly figures = new FiguresShelf();
  readonly pages: (string | undefined)[] = [];
  book: CareBook = FIRST_CARE_BOOK;

  constructor(register = new ContractRegister()) {
    this.register = register;
  }

  get deps() {
    return {
      contracts: this.register,
      customers: this.customers,
      hashes: { hash: async (purpose: string, text: string) => `${purpose} ${text}` },
      care: { current: async () => this.book },
      rules: { since: async () => [FIRST_BOOK] },
      cases: { load: async (caseId: string) => ({ events: this.cases.get(caseId) ?? [] }) },
      addresses: {
        standing: async (email: string) => ({ suppressed: this.suppressed.has(email), unsubscribed: false }),
        mailRecord: async (_email: string, messageId: string) =>
          this.mailed.has(messageId)
            ? { messageId, caseId: 'AC-1', kind: 'offer' as const, status: 'sent' as const, at: '2026-01-01T00:00:00.000Z' }
            : undefined,
      },
      outbox: {
        put: async (orders: readonly object[]) => {
          for (const order of orders) if ('contractId' in order) this.outbox.push(orderOf(order));
        },
      },
      careQueue: {
        put: async (contractIds: readonly string[], at: Instant) => {
          this.careQueue.push(...contractIds.map((contractId) => ({ contractId, at })));
        },
      },
      renewals: this.renewals,
      figures: this.figures,
      repairs: {
        putContracts: async (contractIds: readonly string[]) => {
          this.repairs.push(...contractIds);
        },
        putRegister: async (_at: Instant, cursor?: string) => {
          this.pages.push(cursor);
        },
      },
    };
  }

  /** Asks for care of everything that is due at a time; gives how many contracts that were. */
  sweep = (at: Instant): Promise<number> => sweepContracts(this.deps)(at);

  /** Works off the queue of care, as of the times that messages name. */
  care = async (): Promise<void> => {
    for (let next = this.careQueue.shift(); next; next = this.careQueue.shift())
      await careForContract(this.deps)(next.contractId, next.at, next.at);
  };

  /** What the stream carries on after the newest event of a contract. */
  dispatch = async (contractId: string, now: Instant, versions: readonly number[] = [this.events(contractId).length]): Promise<void> =>
    reconcileContract(this.deps)(contractId, versions, now);

  repair = (contractId: string, now: Instant): Promise<void> => repairContract(this.deps)(contractId, now);

  /** Works off the messages that go over the whole register. */
  repairRegister = async (now: Instant): Promise<void> => {
    while (this.pages.length > 0) await repairRegister(this.deps)(this.pages.shift(), now);
  };

  events = (contractId: string): readonly ContractEvent[] => this.register.events.get(contractId) ?? [];
}

/** True for an order of a mail about a contract: the outbox carries others too. */
export const isOrder = (order: object): order is ContractMailOrder =>
  'messageId' in order && 'contractId' in order && 'version' in order && 'step' in order;

const orderOf = (order: object): ContractMailOrder => {
  if (!isOrder(order)) throw new Error('not an order of a mail about a contract');
  return order;
};
