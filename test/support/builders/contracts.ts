import type { Actor } from '../../../functions/domain/case/model.ts';
import { decidePayment, type PaymentReport } from '../../../functions/domain/contract/decidePayment.ts';
import { decideTerms, type TermsSetting } from '../../../functions/domain/contract/decideTerms.ts';
import { evolve, fold } from '../../../functions/domain/contract/evolve.ts';
import type { Contract, ContractEvent, Happening, Policyholder, Terms } from '../../../functions/domain/contract/model.ts';
import type { CalendarDate, Instant } from '../../../functions/domain/kernel/time.ts';
import { lin } from './staff.ts';

const BY: Actor = { role: 'staff', id: 'lin', group: 'agent' };

/** The customer of contracts of tests; `changes` replaces fields. */
export const aPolicyholder = (changes: Partial<Policyholder> = {}): Policyholder => ({
  name: '王小明',
  email: 'wang@example.com',
  phone: '+86 138 0013 8000',
  locale: 'zh-CN',
  ...changes,
});

/** Terms as the house's system sends them: signed on 1 March 2026, 1,200 yuan a year; `changes` replaces fields. */
export const someTerms = (changes: Partial<Terms> = {}): Terms => ({
  customer: aPolicyholder(),
  owner: 'lin',
  product: 'care-plus',
  signedOn: '2026-03-01',
  premium: { amount: '1200.00', currency: 'CNY' },
  everyMonths: 12,
  paymentMethod: 'direct-debit',
  ...changes,
});

/** A report of the billing system: the premium was paid on 20 February 2027; `changes` replaces fields. */
export const aReport = (changes: Partial<PaymentReport> = {}): PaymentReport => ({
  reference: 'PAY-1',
  status: 'succeeded',
  amount: { amount: '1200.00', currency: 'CNY' },
  paidOn: '2027-02-20',
  ...changes,
});

/** A contract that lives as contracts live: every verb is decided by the domain, and throws when the domain refuses it. Verbs return a new contract. */
export class TestContract {
  readonly events: readonly ContractEvent[];
  readonly state: Contract;

  constructor(events: readonly ContractEvent[], state: Contract) {
    this.events = events;
    this.state = state;
  }

  /** `at` is when we hear of it; noon of the day after the signing, unless said. */
  happens(happening: Happening, at: Instant = atNoon('2026-03-02')): TestContract {
    const { contractId, version } = this.state;
    const event: ContractEvent = { ...happening, contractId, version: version + 1, at, by: BY };
    return new TestContract([...this.events, event], evolve(this.state, event));
  }

  /** New terms; the same again change nothing. */
  changed(changes: Partial<Terms>, setting: Partial<TermsSetting> = {}): TestContract {
    const { today } = setting;
    const decided = decideTerms(this.state, { ...this.state.terms, ...changes }, { ...SETTING, ...setting });
    if (!decided.ok) throw new Error(`not changed: ${JSON.stringify(decided.refusal)}`);
    return decided.value ? this.happens(decided.value, today && atNoon(today)) : this;
  }

  /** A payment, or a debit that failed, of which we hear on `toldOn`. */
  reported(changes: Partial<PaymentReport> = {}, toldOn?: CalendarDate): TestContract {
    const decided = decidePayment(this.state, aReport({ reference: `PAY-${this.state.version}`, ...changes }));
    if (!decided.ok) throw new Error(`not taken: ${JSON.stringify(decided.refusal)}`);
    return this.happens(decided.value, toldOn && atNoon(toldOn));
  }
}

/** Noon in Shanghai. */
export const atNoon = (date: CalendarDate): Instant => `${date}T04:00:00.000Z`;

/** The day after the signing, and an owner who may own. */
export const SETTING: TermsSetting = { today: '2026-03-02', owner: lin, confirmed: false };

/** A contract just registered. */
export const aContract = (changes: Partial<Terms> = {}, setting: Partial<TermsSetting> = {}, contractId = 'P-1001'): TestContract => {
  const decided = decideTerms(undefined, someTerms(changes), { ...SETTING, ...setting });
  if (!decided.ok) throw new Error(`not registered: ${JSON.stringify(decided.refusal)}`);
  if (!decided.value) throw new Error('nothing to register');
  const today = setting.today ?? SETTING.today;
  const event: ContractEvent = { ...decided.value, contractId, version: 1, at: atNoon(today), by: BY };
  return new TestContract([event], fold([event]));
};
