import { shardOf } from '../../../functions/adapters/dynamodb/contractItems.ts';
import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import type { CareBook } from '../../../functions/domain/care/rules.ts';
import { instantOn } from '../../../functions/domain/clocks/localDate.ts';
import { dueDatesBetween } from '../../../functions/domain/contract/dueDates.ts';
import { addDays } from '../../../functions/domain/contract/grace.ts';
import type { TakenStep, Terms } from '../../../functions/domain/contract/model.ts';
import { HOUR, plus, type CalendarDate, type Instant } from '../../../functions/domain/kernel/time.ts';
import { careForContract } from '../../../functions/usecases/careForContract.ts';
import type { MailRecord, OutgoingMail } from '../../../functions/usecases/ports.ts';
import { putContract } from '../../../functions/usecases/putContract.ts';
import { recordConsent } from '../../../functions/usecases/recordConsent.ts';
import { recordMailEvent, type MailEvent } from '../../../functions/usecases/recordMailEvent.ts';
import { recordPayment } from '../../../functions/usecases/recordPayment.ts';
import { sendContractMail } from '../../../functions/usecases/sendContractMail.ts';
import { CareRoom } from '../builders/careRoom.ts';
import { ContractRegister } from '../builders/contractRegister.ts';
import { lin } from '../builders/staff.ts';
import { FIRST_DAY, LAST_DAY, type YearContract, type YearCustomer } from './scenario.ts';

/** A register that keeps what is due by the hour, so that a year of hourly sweeps costs what is due and no more. */
class SweptRegister extends ContractRegister {
  private readonly due = new Map<number, Map<Instant, Set<string>>>();

  constructor() {
    super();
    const { register, index } = this;
    this.register = async (event, listed) => {
      const written = await register(event, listed);
      this.move(event.contractId, undefined, listed.careAt);
      return written;
    };
    this.index = async (contractId, version, listed) => {
      const before = this.lists.get(contractId)?.index.careAt;
      await index(contractId, version, listed);
      this.move(contractId, before, this.lists.get(contractId)?.index.careAt);
    };
    this.dueForCare = async (shard, until) => {
      const found = [...(this.due.get(shard) ?? [])].filter(([at]) => at <= until).sort(([a], [b]) => (a < b ? -1 : 1));
      return { contractIds: found.flatMap(([, ids]) => [...ids].sort()), nextCursor: undefined };
    };
  }

  private move(contractId: string, before: Instant | undefined, after: Instant | undefined): void {
    const shard = this.due.get(shardOf(contractId)) ?? new Map<Instant, Set<string>>();
    this.due.set(shardOf(contractId), shard);
    if (before !== undefined) {
      shard.get(before)?.delete(contractId);
      if (shard.get(before)?.size === 0) shard.delete(before);
    }
    if (after !== undefined) shard.set(after, (shard.get(after) ?? new Set<string>()).add(contractId));
  }
}

/** The rules that come with the software, with every touchpoint in use. */
const EVERYTHING: CareBook = {
  ...FIRST_CARE_BOOK,
  rules: {
    ...FIRST_CARE_BOOK.rules,
    plans: FIRST_CARE_BOOK.rules.plans.map((plan) => ({
      ...plan,
      touchpoints: plan.touchpoints.map((point) => ({ ...point, active: true })),
    })),
  },
};

/** What a year came to. */
export interface YearOfCare {
  /** Mails and tasks by kind. */
  readonly counts: ReadonlyMap<string, number>;
  /** Mails that the sender handed to SES, by language. */
  readonly sent: ReadonlyMap<string, number>;
  readonly contracts: number;
  readonly events: number;
  /** Contracts that the sweep put on the queue, and those that their own events put there. */
  readonly looks: number;
}

interface Planned {
  readonly at: Instant;
  /** Of what happens at one instant the smaller comes first. */
  readonly order: string;
  readonly contractId: string;
  readonly happen: (now: Instant) => Promise<unknown>;
}

const nameOf = ({ kind, touchpoint }: TakenStep): string => touchpoint?.id ?? kind;

const add = (counts: Map<string, number>, name: string): Map<string, number> => counts.set(name, (counts.get(name) ?? 0) + 1);

const termsOf = ({ name, email, locale, timeZone, birthday, consent }: YearCustomer, contract: YearContract): Terms => ({
  customer: { name, email, locale, timeZone, birthday },
  owner: lin.id,
  product: 'care-plus',
  signedOn: contract.signedOn,
  deliveredOn: contract.deliveredOn,
  premium: { amount: '1200.00', currency: 'CNY' },
  everyMonths: contract.everyMonths,
  paymentMethod: 'direct-debit',
  nextDueOn: contract.nextDueOn,
  endsOn: contract.endsOn,
  consent: consent === undefined ? undefined : { marketing: consent },
});

const BY = { role: 'staff', id: lin.id, group: 'agent' } as const;

/** A year of contracts, lived by the use cases that run on AWS, with stores and queues in memory: hour by hour, as the sweep comes. */
export class YearRoom extends CareRoom {
  private readonly people: readonly YearCustomer[];
  private readonly customerOf = new Map<string, YearCustomer>();
  private readonly dispatched = new Map<string, number>();
  private readonly records = new Map<string, MailRecord>();
  private readonly sent = new Map<string, number>();
  private looks = 0;

  constructor(people: readonly YearCustomer[]) {
    super(new SweptRegister());
    this.book = EVERYTHING;
    this.people = people;
    for (const customer of people) for (const { contractId } of customer.contracts) this.customerOf.set(contractId, customer);
  }

  /** Lives the year; `told` hears of each month that is over. */
  async live(told: (month: string) => void = () => undefined): Promise<YearOfCare> {
    const planned = this.people
      .flatMap((customer) => customer.contracts.flatMap((contract) => this.plannedFor(customer, contract)))
      .sort((a, b) => (a.at === b.at ? (a.order < b.order ? -1 : 1) : a.at < b.at ? -1 : 1));
    let next = 0;
    for (let at = `${FIRST_DAY}T00:00:00.000Z`; at <= `${LAST_DAY}T23:00:00.000Z`; at = plus(at, HOUR)) {
      for (let one = planned[next]; one && one.at <= at; one = planned[++next]) {
        await one.happen(one.at);
        await this.carryOn(one.contractId, one.at);
      }
      await this.sweep(at);
      this.careQueue.sort((a, b) => (a.contractId < b.contractId ? -1 : 1));
      await this.workOff();
      if (at.endsWith('-01T00:00:00.000Z')) told(at.slice(0, 7));
    }
    return this.report();
  }

  private report(): YearOfCare {
    const counts = new Map<string, number>();
    let events = 0;
    for (const [contractId, history] of this.register.events) {
      events += history.length;
      const held = new Set(history.flatMap(({ type, data }) => (type === 'mailed' && data.outcome === 'held' ? [data.version] : [])));
      for (const event of history)
        for (const step of event.type === 'cared' ? event.data.steps : []) {
          if (step.mail && !held.has(event.version)) add(counts, `mail ${nameOf(step)}`);
          if (step.task) add(counts, `task ${nameOf(step)}`);
        }
      if (!this.customerOf.has(contractId)) throw new Error(`${contractId} belongs to nobody`);
    }
    return { counts, sent: this.sent, contracts: this.register.events.size, events, looks: this.looks };
  }

  /** What is to happen to a contract: it comes at ten in the morning of its customer, and everything else at noon. */
  private plannedFor(customer: YearCustomer, contract: YearContract): readonly Planned[] {
    const { contractId, registeredOn, paysAfter, debitFails, endsOn } = contract;
    const terms = termsOf(customer, contract);
    const clock = (day: CalendarDate, hour: number): Instant => instantOn(customer.timeZone, day, hour * 60);
    const plan = (day: CalendarDate, order: string, happen: Planned['happen'], hour = 12): Planned => ({
      at: clock(day, hour),
      order: `${contractId} ${order}`,
      contractId,
      happen,
    });
    const input = (now: Instant) => ({ contractId, by: BY, now });
    const pay = (dueOn: CalendarDate, day: CalendarDate, status: 'succeeded' | 'failed') => async (now: Instant) => {
      const report = { reference: `${contractId} ${dueOn} ${status}`, status, dueOn, amount: terms.premium, paidOn: day };
      const paid = await recordPayment(this.deps)(input(now), report);
      if (!paid.ok) throw new Error(`payment refused: ${JSON.stringify(paid.refusal)}`);
    };
    const dueDates = dueDatesBetween(terms, contract.nextDueOn ?? registeredOn, addDays(LAST_DAY, 130));
    const payments = dueDates.flatMap((dueOn) => {
      const first = addDays(registeredOn, 1);
      const wanted = paysAfter === undefined ? '9999-12-31' : addDays(dueOn, paysAfter);
      const day = wanted < first ? first : wanted;
      const fails = debitFails && dueOn > registeredOn && day > dueOn ? [{ day: dueOn, dueOn, status: 'failed' as const }] : [];
      return [...fails, { day, dueOn, status: 'succeeded' as const }];
    });
    return [
      plan(
        registeredOn,
        '0',
        async (now) => {
          const put = await putContract(this.yearDeps)(input(now), terms);
          if (!put.ok) throw new Error(`not registered: ${JSON.stringify(put.refusal)}`);
        },
        10,
      ),
      ...(customer.withdrawnOn === undefined
        ? []
        : [
            // The customer takes it back before anything else happens that noon, whichever contract is asked about.
            {
              ...plan(customer.withdrawnOn, '', (now) =>
                recordConsent(this.deps)(input(now), { purpose: 'marketing', given: false, source: 'phone' }),
              ),
              order: ` ${contractId}`,
            },
          ]),
      ...payments
        .filter(({ day }) => day <= LAST_DAY && (endsOn === undefined || day <= endsOn))
        .map(({ day, dueOn, status }) => plan(day, `${status === 'failed' ? 1 : 2} ${dueOn}`, pay(dueOn, day, status))),
    ];
  }

  private get yearDeps() {
    const { records } = this;
    return {
      ...this.deps,
      directory: { list: async () => [lin] },
      links: { sign: async () => 'token', verify: async () => 'invalid' as const },
      mailer: { send: async ({ to }: OutgoingMail) => void add(this.sent, to.locale ?? 'none') },
      siteUrl: 'https://care.example.com',
      care: { current: async () => this.book, version: async () => this.book },
      addresses: {
        standing: async (email: string) => ({ suppressed: this.suppressed.has(email), unsubscribed: false }),
        mailRecord: async (email: string, messageId: string) => records.get(`${email} ${messageId}`),
        mailsOfCase: async () => [],
        surveyedSince: async () => false,
        record: async (email: string, record: MailRecord) => void records.set(`${email} ${record.messageId}`, record),
        suppress: async (email: string) => void this.suppressed.add(email),
        unsubscribe: async () => undefined,
      },
    };
  }

  private async workOff(): Promise<void> {
    for (let next = this.careQueue.shift(); next; next = this.careQueue.shift()) {
      this.looks += 1;
      await careForContract(this.yearDeps)(next.contractId, next.at, next.at);
      await this.carryOn(next.contractId, next.at);
    }
  }

  /** What the stream, the sender and SES do after new events of a contract, until nothing is left to do. */
  private async carryOn(contractId: string, now: Instant): Promise<void> {
    const others = this.careQueue.splice(0);
    for (;;) {
      const known = this.dispatched.get(contractId) ?? 0;
      const fresh = this.events(contractId).slice(known);
      if (fresh.length === 0) break;
      this.dispatched.set(contractId, known + fresh.length);
      await this.dispatch(
        contractId,
        now,
        fresh.map(({ version }) => version),
      );
      for (let order = this.outbox.shift(); order; order = this.outbox.shift()) {
        const result = await sendContractMail(this.yearDeps)(order, now);
        if (result === 'sent') await this.hear(order, now);
      }
    }
    await this.workOff();
    this.careQueue.push(...others);
  }

  /** What SES reports of a mail. */
  private async hear({ messageId, contractId }: { readonly messageId: string; readonly contractId: string }, at: Instant): Promise<void> {
    const { mailbox = 'silent', email = '' } = this.customerOf.get(contractId) ?? {};
    if (mailbox === 'silent') return;
    const record = this.records.get(`${email} ${messageId}`);
    if (!record || !('contractId' in record)) throw new Error(`${messageId} was not written down`);
    const event: MailEvent = {
      messageId,
      contractId,
      kind: record.kind,
      type: mailbox === 'good' ? 'delivered' : 'bounced',
      transient: mailbox === 'full',
      email,
      at,
    };
    await recordMailEvent(this.yearDeps)(event);
  }
}
