import fc from 'fast-check';
import {
  decideCare,
  dueSteps,
  mailCandidates,
  nextCareAt,
  type CareDay,
  type CareFacts,
} from '../../../functions/domain/care/decideCare.ts';
import { customerDay, nightEnd } from '../../../functions/domain/care/setting.ts';
import type { CareBook } from '../../../functions/domain/care/rules.ts';
import { oldestUnpaid } from '../../../functions/domain/contract/dueDates.ts';
import { addDays } from '../../../functions/domain/contract/grace.ts';
import {
  PERIODS,
  type ConsentEntry,
  type Contract,
  type Mailed,
  type MailOutcome,
  type Terms,
} from '../../../functions/domain/contract/model.ts';
import { HOUR, plus, type CalendarDate, type Instant } from '../../../functions/domain/kernel/time.ts';
import { settingOf } from './care.ts';
import { aContract, aPolicyholder, type TestContract } from './contracts.ts';

/** What happens to a contract on a day, beside its care. */
export type Act =
  | { readonly do: 'pay'; readonly daysInPost: number }
  | { readonly do: 'fail' }
  | { readonly do: 'move'; readonly to: string | undefined }
  | { readonly do: 'consent'; readonly given: boolean }
  | { readonly do: 'complain'; readonly about: CareFacts['complaint'] }
  | { readonly do: 'suppress'; readonly suppressed: boolean }
  /** Another contract of the customer takes the message of this day. */
  | { readonly do: 'take' }
  | { readonly do: 'report' };

/** What becomes of a mail: reported so many days after it was sent, never, or held by the sender until the next day. */
export type Fate =
  | { readonly outcome: MailOutcome; readonly after: number; readonly gaveUp?: true }
  | { readonly outcome: 'never' }
  | { readonly outcome: 'night' };

/** The life of one contract, from its registration on. */
export interface Life {
  readonly terms: Terms;
  readonly registeredOn: CalendarDate;
  readonly days: number;
  /** By day after the registration. */
  readonly acts: ReadonlyMap<number, readonly Act[]>;
  /** Of the first mail, the second, …, and again from the start. */
  readonly fates: readonly Fate[];
}

const signings = fc.constantFrom('2024-02-29', '2025-08-30', '2025-10-31', '2026-01-01', '2026-01-29', '2026-01-31', '2026-05-15');

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pay' as const), daysInPost: fc.constantFrom(0, 0, 0, 1, 40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), to: fc.constantFrom('a@example.com', 'b@example.com', undefined) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('consent' as const), given: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('complain' as const),
      about: fc.constantFrom('this-contract' as const, 'other' as const, undefined),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('suppress' as const), suppressed: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('take' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('report' as const) }) },
);

const fates: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ outcome: 'delivered', after: 0 } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ outcome: fc.constantFrom('delivered' as const, 'bounced' as const), after: fc.integer({ min: 0, max: 5 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { outcome: 'bounced', after: 0, gaveUp: true } as const,
      { outcome: 'complained', after: 1, gaveUp: true } as const,
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom({ outcome: 'never' } as const, { outcome: 'night' } as const) },
);

/** Lives of so many days. */
export const lives = (days: number): fc.Arbitrary<Life> =>
  fc
    .record({
      signedOn: signings,
      everyMonths: fc.constantFrom(...PERIODS),
      email: fc.option(fc.constant('a@example.com'), { freq: 8, nil: undefined }),
      birthday: fc.constantFrom('1984-02-29', '1990-07-01', undefined),
      timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', undefined),
      arrival: fc.nat({ max: 400 }),
      delivered: fc.option(fc.nat({ max: 30 }), { nil: undefined }),
      ends: fc.option(fc.integer({ min: 200, max: 900 }), { freq: 3, nil: undefined }),
      consent: fc.option(fc.record({ marketing: fc.boolean() }), { nil: undefined }),
      acts: fc.array(fc.tuple(fc.nat({ max: days }), acts), { maxLength: 12 }),
      fates: fc.array(fates, { minLength: 1, maxLength: 8 }),
    })
    .map(({ signedOn, everyMonths, email, birthday, timeZone, arrival, delivered, ends, consent, acts: all, fates: some }) => ({
      terms: {
        customer: aPolicyholder({ email, birthday, timeZone }),
        owner: 'lin',
        product: 'care-plus',
        signedOn,
        deliveredOn: delivered === undefined ? undefined : addDays(signedOn, delivered),
        premium: { amount: '1200.00', currency: 'CNY' },
        everyMonths,
        paymentMethod: 'transfer' as const,
        endsOn: ends === undefined ? undefined : addDays(signedOn, ends),
        consent,
      },
      registeredOn: addDays(signedOn, arrival),
      days,
      acts: new Map([...Map.groupBy(all, ([day]) => day)].map(([day, some]) => [day, some.map(([, act]) => act)])),
      fates: some,
    }));

const consented = (entries: readonly ConsentEntry[]): boolean => entries.findLast(({ purpose }) => purpose === 'marketing')?.given ?? false;

/** A look that found something to do: what was known, and what came of it. */
export interface Look {
  readonly before: Contract;
  readonly after: Contract;
  readonly today: CareDay;
}

/** A life as it was lived. */
export interface Lived {
  readonly contract: TestContract;
  readonly looks: readonly Look[];
  /** How often the sweep looked. */
  readonly asked: number;
}

/**
 * Lives a life day by day, as the running system does: a look when the customer's night ends, what happens then, a look after that. `daily` looks on every day; `due` only when `nextCareAt`
 * says so, which is asked after each event and each look that found nothing, as the index of contracts is.
 */
export const live = (life: Life, sweep: 'daily' | 'due', book?: CareBook): Lived => {
  const { terms, registeredOn, days, acts: happenings, fates: all } = life;
  let contract = aContract(terms, { today: registeredOn });
  const looks: Look[] = [];
  let facts: Omit<CareFacts, 'consents'> = { suppressed: false };
  let [asked, mails] = [0, 0];
  let reports: readonly { readonly on: CalendarDate; readonly data: Mailed }[] = [];

  let careAt: Instant | undefined;
  let indexed: Contract | undefined;
  const look = (at: Instant, isTaken: boolean): void => {
    const before = contract.state;
    const setting = settingOf(before, book);
    const day = customerDay(setting, at);
    if (indexed !== before) [careAt, indexed] = [nextCareAt(before, setting, day), before];
    if (sweep === 'due' && (careAt === undefined || careAt > at)) return;
    asked += 1;
    const due = dueSteps(before, setting, day);
    // What is known of a customer is asked only when something depends on it.
    const isAsked = due.some(({ mail, purpose }) => mail || purpose === 'marketing');
    const known = isAsked
      ? { ...facts, consents: consented(before.consents) ? ['marketing' as const] : [] }
      : { suppressed: false, consents: [] };
    const today = { setting, facts: known, day, asOf: at };
    const [first] = mailCandidates(before, due, today);
    const happening = decideCare(before, today, { mail: isTaken ? undefined : first?.id, elsewhere: [] });
    indexed = undefined;
    if (!happening) return;
    contract = contract.happens(happening, at);
    looks.push({ before, after: contract.state, today });
    for (const { id, mail } of happening.type === 'cared' ? happening.data.steps : []) if (mail) send(id, day);
  };

  const send = (step: string, day: CalendarDate): void => {
    const { version } = contract.state;
    const fate = all[mails % all.length];
    mails += 1;
    if (!fate || fate.outcome === 'never') return;
    const data: Mailed =
      fate.outcome === 'night'
        ? { version, step, outcome: 'held', held: 'night', again: addDays(day, 1) }
        : { version, step, outcome: fate.outcome, gaveUp: fate.gaveUp };
    reports = [...reports, { on: fate.outcome === 'night' ? day : addDays(day, fate.after), data }];
  };

  const happen = (act: Act, at: Instant, day: CalendarDate): void => {
    const { state } = contract;
    const dueOn = oldestUnpaid(state);
    const report = { dueOn, amount: state.terms.premium, reference: `R${state.version}` };
    switch (act.do) {
      case 'pay': {
        const paidOn = [addDays(day, -act.daysInPost), terms.signedOn].sort().at(-1) ?? day;
        const isOver = state.lapsedOn !== undefined && paidOn >= state.lapsedOn;
        if (dueOn !== undefined && !isOver) contract = contract.happens({ type: 'paid', data: { ...report, dueOn, paidOn } }, at);
        return;
      }
      case 'fail':
        if (dueOn !== undefined) contract = contract.happens({ type: 'failed', data: { ...report, dueOn, paidOn: day } }, at);
        return;
      case 'move':
        contract = contract.changed({ customer: { ...state.terms.customer, email: act.to } }, { today: day });
        return;
      case 'consent':
        contract = contract.happens({ type: 'consented', data: { purpose: 'marketing', given: act.given, source: 'phone' } }, at);
        return;
      case 'complain':
        facts = { ...facts, complaint: act.about };
        return;
      case 'suppress':
        facts = { ...facts, suppressed: act.suppressed };
        return;
      case 'report': {
        const task = state.tasks.find((one) => one.state === 'open');
        if (task) contract = contract.happens({ type: 'task', data: { task: task.step.id, outcome: 'done' } }, at);
        return;
      }
      case 'take':
    }
  };

  for (let n = 0; n < days; n += 1) {
    const day = addDays(registeredOn, n);
    const morning = nightEnd(settingOf(contract.state, book), day);
    const isTaken = (happenings.get(n) ?? []).some((act) => act.do === 'take');
    look(morning, isTaken);
    for (const { data } of reports.filter(({ on }) => on <= day))
      contract = contract.happens({ type: 'mailed', data }, plus(morning, HOUR));
    reports = reports.filter(({ on }) => on > day);
    for (const act of happenings.get(n) ?? []) happen(act, plus(morning, 2 * HOUR), day);
    look(plus(morning, 3 * HOUR), isTaken);
  }
  return { contract, looks, asked };
};
