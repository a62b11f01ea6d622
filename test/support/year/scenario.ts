import type { Locale } from '../../../functions/domain/case/model.ts';
import { addMonths } from '../../../functions/domain/clocks/months.ts';
import { addDays } from '../../../functions/domain/contract/grace.ts';
import type { Period } from '../../../functions/domain/contract/model.ts';
import type { CalendarDate } from '../../../functions/domain/kernel/time.ts';

/** One contract and how its premiums are paid. */
export interface YearContract {
  readonly contractId: string;
  readonly signedOn: CalendarDate;
  readonly registeredOn: CalendarDate;
  readonly everyMonths: Period;
  readonly deliveredOn?: CalendarDate | undefined;
  readonly nextDueOn?: CalendarDate | undefined;
  readonly endsOn?: CalendarDate | undefined;
  /** Every premium is paid so many days after its due date, before it when negative; but not before the day after the registration. Missing for one who never pays. */
  readonly paysAfter?: number | undefined;
  /** The debit of the due date fails, where the premium is not paid by then. */
  readonly debitFails: boolean;
}

/** What becomes of mails to a customer: they arrive, bounce for good, bounce for now, or nobody hears of them again. */
export type Mailbox = 'good' | 'dead' | 'full' | 'silent';

/** One customer and everything that happens to the contracts in the year, as data. */
export interface YearCustomer {
  readonly name: string;
  readonly email?: string | undefined;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly birthday?: CalendarDate | undefined;
  readonly consent?: boolean | undefined;
  readonly withdrawnOn?: CalendarDate | undefined;
  readonly mailbox: Mailbox;
  readonly contracts: readonly YearContract[];
}

/** The year, both days included; existing contracts come into the register on its first day. */
export const FIRST_DAY = '2027-01-01';
export const LAST_DAY = '2027-12-31';

const LOCALES: readonly [Locale, ...Locale[]] = ['zh-CN', 'zh-TW', 'en'];
const ZONES = ['Asia/Shanghai', 'Asia/Shanghai', 'Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'] as const;
const RHYTHMS: readonly [Period, ...Period[]] = [12, 12, 12, 6, 3, 3, 1];
const PAYS_AFTER: readonly [number | 'never', ...(number | 'never')[]] = [-100, -45, -40, -10, -1, 0, 0, 0, 3, 20, 45, 70, 100, 'never'];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

class Dice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = numbers(seed);
  }

  below = (limit: number): number => Math.floor(this.next() * limit);

  chance = (share: number): boolean => this.next() < share;

  of = <Item>(items: readonly [Item, ...Item[]]): Item => items[this.below(items.length)] ?? items[0];
}

const beyond = (date: CalendarDate): boolean => date > LAST_DAY;

/** Signed on any day, often on one that not every month has. */
const signing = (dice: Dice, from: CalendarDate, days: number): CalendarDate => {
  const date = addDays(from, dice.below(days));
  if (!dice.chance(0.25)) return date;
  return addMonths(`${date.slice(0, 5)}01-31`, dice.below(12));
};

const oldContract = (dice: Dice): Pick<YearContract, 'signedOn' | 'registeredOn' | 'nextDueOn' | 'everyMonths'> => {
  const everyMonths = dice.of(RHYTHMS);
  const signedOn = dice.chance(0.05) ? '2024-02-29' : signing(dice, '2018-01-01', 365 * 8);
  const months = (Number(FIRST_DAY.slice(0, 4)) - Number(signedOn.slice(0, 4))) * 12 - Number(signedOn.slice(5, 7));
  const before = addMonths(signedOn, Math.max(1, Math.floor(months / everyMonths)) * everyMonths);
  const isInArrears = dice.chance(0.06) && before > signedOn && before < FIRST_DAY;
  return { signedOn, registeredOn: FIRST_DAY, everyMonths, nextDueOn: isInArrears ? before : undefined };
};

const newContract = (dice: Dice): Pick<YearContract, 'signedOn' | 'registeredOn' | 'deliveredOn' | 'everyMonths'> => {
  const signedOn = signing(dice, FIRST_DAY, 330);
  return {
    signedOn,
    registeredOn: addDays(signedOn, dice.of([1, 1, 2, 5, 20])),
    deliveredOn: dice.chance(0.8) ? addDays(signedOn, dice.below(30)) : undefined,
    everyMonths: dice.of(RHYTHMS),
  };
};

const contractOf = (dice: Dice, contractId: string): YearContract => {
  const contract = dice.chance(0.55) ? oldContract(dice) : newContract(dice);
  const paysAfter = dice.of(PAYS_AFTER);
  return {
    contractId,
    ...contract,
    endsOn: dice.chance(0.05) ? addDays(contract.registeredOn, 30 + dice.below(400)) : undefined,
    paysAfter: paysAfter === 'never' ? undefined : paysAfter,
    debitFails: dice.chance(0.2),
  };
};

const customerOf = (n: number): YearCustomer => {
  const dice = new Dice(n);
  const count = dice.chance(0.2) ? 2 : 1;
  const contracts = Array.from({ length: count }, (_, k) => contractOf(dice, `P-${String(n).padStart(6, '0')}-${k + 1}`));
  const known = contracts.map(({ registeredOn }) => registeredOn).sort();
  const withdrawnOn = addDays(known.at(-1) ?? FIRST_DAY, 1 + dice.below(300));
  const consent = dice.of([true, true, true, false, undefined]);
  return {
    name: dice.of(['王小明', '陳怡君', 'Anna Weber', 'John Miller']),
    email: dice.chance(0.92) ? `customer-${n}@example.com` : undefined,
    locale: dice.of(LOCALES),
    timeZone: dice.of(ZONES),
    birthday: dice.chance(0.9) ? (dice.chance(0.05) ? '1984-02-29' : addDays('1950-01-01', dice.below(365 * 50))) : undefined,
    consent,
    withdrawnOn: consent && dice.chance(0.15) && !beyond(withdrawnOn) ? withdrawnOn : undefined,
    mailbox: dice.chance(0.88) ? 'good' : dice.of(['dead', 'full', 'silent']),
    contracts: contracts.filter(({ registeredOn }) => !beyond(registeredOn)),
  };
};

/** Customers with so many contracts, one or two each; always the same. */
export const customersWith = (contracts: number): readonly YearCustomer[] => {
  const customers: YearCustomer[] = [];
  for (let [n, count] = [1, 0]; count < contracts; n += 1) {
    const customer = customerOf(n);
    customers.push(customer);
    count += customer.contracts.length;
  }
  return customers;
};
