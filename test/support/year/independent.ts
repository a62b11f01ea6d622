import type { YearContract, YearCustomer } from './scenario.ts';

/**
 * How many messages and tasks of every kind a year brings, counted from the rules of the domain by somebody who has not seen the code that does it: own calendar, own arithmetic, day by day
 * with pen and paper. Days are places in a list of all dates. Where the rules leave a choice, functions/domain/care/README.md makes it.
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengthOf = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0));

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

const written = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

/** Every date from 2000 to 2040, and the place of each. */
const ALL: string[] = [];
for (let year = 2000; year <= 2040; year += 1)
  for (let month = 1; month <= 12; month += 1)
    for (let day = 1; day <= lengthOf(year, month); day += 1) ALL.push(written(year, month, day));
const PLACE = new Map(ALL.map((date, place) => [date, place]));

const placeOf = (date: string): number => {
  const place = PLACE.get(date);
  if (place === undefined) throw new Error(`no such date: ${date}`);
  return place;
};

/** Natural months from a date, ending on the matching day or the month's last. */
const monthsAfter = (date: string, months: number): number => {
  let [year = 0, month = 0] = date.split('-').map(Number);
  const day = Number(date.split('-')[2]);
  for (let n = 0; n < months; n += 1) {
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return placeOf(written(year, month, Math.min(day, lengthOf(year, month))));
};

/** 春节 and 中秋 and 端午 of 2027, as published. */
const FESTIVALS: Readonly<Record<string, string>> = {
  'lunar-new-year': '2027-02-06',
  'mid-autumn': '2027-09-15',
  'new-year': '2027-01-01',
  'dragon-boat': '2027-06-09',
};

export type Counts = Map<string, number>;

/** A message that is to go out. */
interface Wish {
  readonly name: string;
  /** 0 what the contract needs, 1 other service, 2 what needs consent. */
  readonly rank: 0 | 1 | 2;
  on: number;
  readonly until: number;
  readonly isReminder?: true;
  readonly isTouch?: true;
  /** Once for each customer, by this name. */
  readonly once?: string;
  readonly sent?: (day: number) => void;
  /** Will not be sent any more. */
  readonly dropped?: (why: 'address' | 'late' | 'no-room' | 'other') => void;
}

/** One premium from the day on which it became the one to pay. */
interface Round {
  readonly due: number;
  readonly wishes: Set<Wish>;
  readonly reminderDays: readonly number[];
  readonly sentOn: number[];
  delivered: number;
  isVisited: boolean;
  isDemanded: boolean;
  demandDelivered?: number;
  suspendedOn?: number;
}

interface Customer {
  readonly data: YearCustomer;
  isAgreed: boolean;
  isDead: boolean;
  /** Day of the newest message. */
  messageOn: number;
  readonly carriers: Map<string, string>;
}

const FAR = Number.POSITIVE_INFINITY;

class ContractYear {
  readonly data: YearContract;
  readonly known: number;
  private readonly customer: Customer;
  private readonly counts: Counts;
  private readonly end: number;
  private readonly dues: number[] = [];
  private readonly paid = new Set<number>();
  private round: Round | undefined;
  private others = new Set<Wish>();
  private isGivenUp = false;
  /** Day by which each touchpoint comes; taken away as they come. */
  private returns: number[] = [];
  private touches: { on: number; take: (day: number) => void }[] = [];

  constructor(data: YearContract, customer: Customer, counts: Counts) {
    this.data = data;
    this.customer = customer;
    this.counts = counts;
    this.known = placeOf(data.registeredOn);
    this.end = data.endsOn === undefined ? FAR : placeOf(data.endsOn);
    const unpaidFrom = data.nextDueOn === undefined ? this.known : placeOf(data.nextDueOn);
    for (let n = 1; n * data.everyMonths <= 13 * 12; n += 1) {
      const due = monthsAfter(data.signedOn, n * data.everyMonths);
      if (due >= unpaidFrom && due <= this.end) this.dues.push(due);
    }
    this.planTouches();
    this.begin(this.known);
  }

  /** What happens on a day at noon: premiums are paid, debits fail. */
  happensOn(day: number): readonly (() => void)[] {
    const { paysAfter, debitFails } = this.data;
    if (day > this.end) return [];
    const payingOn = (due: number): number => (paysAfter === undefined ? FAR : Math.max(due + paysAfter, this.known + 1));
    const failures = debitFails ? this.dues.filter((due) => due === day && day > this.known && payingOn(due) > day) : [];
    const payments = this.dues.filter((due) => payingOn(due) === day);
    return [...failures.map((due) => () => this.fail(due, day)), ...payments.map((due) => () => this.pay(due, day))];
  }

  private count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  private isUnreachable(): boolean {
    return this.customer.data.email === undefined || this.isGivenUp;
  }

  private graceEnd({ due, suspendedOn, demandDelivered }: Pick<Round, 'due' | 'suspendedOn' | 'demandDelivered'>): number {
    if (suspendedOn !== undefined) return suspendedOn - 1;
    return Math.min(due + 60, demandDelivered === undefined ? FAR : demandDelivered + 30);
  }

  /** The oldest unpaid premium becomes the one to pay. */
  private begin(day: number): void {
    const due = this.dues.find((one) => !this.paid.has(one));
    this.round = undefined;
    this.lapseMails = new Set();
    if (due === undefined) return;
    const left = Math.max(0, due - day);
    const count = Math.min(4, left);
    const days =
      left < 90 ? Array.from({ length: count }, (_, n) => day + Math.floor((n * left) / count)) : [90, 60, 30, 7].map((n) => due - n);
    const round: Round = { due, wishes: new Set(), reminderDays: days, sentOn: [], delivered: 0, isVisited: false, isDemanded: false };
    for (const on of days) {
      const wish: Wish = {
        name: 'reminder',
        rank: 0,
        on,
        until: due - 1,
        isReminder: true,
        sent: (today) => {
          round.sentOn.push(today);
          if (this.customer.data.mailbox === 'good') round.delivered += 1;
        },
      };
      round.wishes.add(wish);
    }
    this.round = round;
  }

  private pay(due: number, day: number): void {
    const round = this.round?.due === due ? this.round : undefined;
    const isTooLate = day > this.graceEnd(round ?? { due });
    this.paid.add(due);
    for (const wish of this.others) if (wish.name === 'debit-failed') this.others.delete(wish);
    if (round) this.begin(day);
    // Cover that the next premium keeps suspended is not back.
    const isBack = isTooLate && !(this.round && day + 1 > this.graceEnd(this.round));
    this.others.add({ name: isBack ? 'reinstated' : 'feedback', rank: 0, on: day + 1, until: day + 15 });
    if (isBack) this.returns.push(day + 1);
  }

  private fail(due: number, day: number): void {
    if (this.paid.has(due)) return;
    this.others.add({
      name: 'debit-failed',
      rank: 0,
      on: day + 1,
      until: day + 15,
      dropped: (why) => {
        if (why !== 'late') this.count('task debit-failed');
      },
    });
  }

  private planTouches(): void {
    const { signedOn, deliveredOn } = this.data;
    const { birthday } = this.customer.data;
    const add = (on: number, take: (day: number) => void): void => {
      if (on >= this.known && on <= this.end) this.touches.push({ on, take });
    };
    const task = (name: string) => () => this.count(`task ${name}`);
    const mail = (name: string, on: number, rank: 1 | 2, lasts: number, once?: string): void => {
      this.others.add({ name, rank, on, until: on + lasts, isTouch: true, ...(once && { once }) });
    };
    if (deliveredOn !== undefined)
      add(placeOf(deliveredOn), () => {
        this.count('task delivery');
        mail('delivery', placeOf(deliveredOn), 1, 14);
      });
    for (const months of [1, 4, 10]) add(monthsAfter(signedOn, months), task(`month-${months}`));
    add(monthsAfter(signedOn, 7), () => {
      if (!this.customer.isAgreed) return;
      this.count('task month-7');
      mail('month-7', monthsAfter(signedOn, 7), 2, 14);
    });
    for (let months = 6; months <= 13 * 12; months += 6) add(monthsAfter(signedOn, months), task('visit'));
    const personal = (name: string, on: number, lasts: number): void =>
      add(on, () => {
        mail(name, on, 2, lasts, `${name} ${on}`);
      });
    if (birthday !== undefined) {
      const [, month = 0, day = 0] = birthday.split('-').map(Number);
      personal('birthday', placeOf(written(2027, month, Math.min(day, lengthOf(2027, month)))), 0);
    }
    for (const [name, date] of Object.entries(FESTIVALS)) personal(name, placeOf(date), 0);
    for (let month = 1; month <= 12; month += 1) {
      personal('news', placeOf(written(2027, month, 10)), 14);
      if (month % 3 === 0) personal('event', placeOf(written(2027, month, 1)), 14);
    }
  }

  /** Three can no longer be delivered before the premium is due. */
  private isOutOfReach(round: Round, day: number): boolean {
    const { due, delivered, sentOn, wishes, reminderDays } = round;
    if (day >= due || day < (reminderDays[0] ?? due)) return false;
    const isSilent = this.customer.data.mailbox === 'silent';
    const open = isSilent ? sentOn.filter((sent) => sent === day || day < Math.min(sent + 3, due - 1)).length : 0;
    const waiting = [...wishes].filter(({ isReminder }) => isReminder);
    const newest = Math.max(...waiting.filter(({ on }) => on <= day).map(({ on }) => on));
    const ahead = waiting.filter(({ on }) => on > day || on === newest).length;
    const daysLeft = due - day - (sentOn.includes(day) || this.mailedOn === day ? 1 : 0);
    return delivered + open + (this.isUnreachable() ? 0 : Math.min(ahead, daysLeft)) < 3;
  }

  private mailedOn = -1;

  /** Does what is due on a day; true when anything was. */
  look(day: number): boolean {
    const { round } = this;
    const isRunning = day <= this.end;
    let isBusy = false;
    const tasks: (() => void)[] = [];
    for (const on of this.returns.filter((one) => one <= day)) {
      this.count('task reinstated');
      this.returns.splice(this.returns.indexOf(on), 1);
      isBusy = true;
    }
    if (isRunning) {
      for (const touch of this.touches.filter(({ on }) => on <= day)) {
        tasks.push(() => touch.take(day));
        isBusy = true;
      }
      this.touches = this.touches.filter(({ on }) => on > day);
      if (round) {
        if (!round.isVisited && this.isOutOfReach(round, day)) {
          round.isVisited = true;
          this.count('task renewal-visit');
          isBusy = true;
        }
        this.lapse(round, day);
      }
    }
    for (const task of tasks) task();
    const all = [...(isRunning && round && day < round.due ? round.wishes : []), ...this.lapseWishes(isRunning), ...this.others];
    const due = all.filter(({ on, isTouch }) => on <= day && (isRunning || !isTouch));
    if (due.length === 0) return isBusy;
    this.send(day, due);
    return true;
  }

  private lapseMails = new Set<Wish>();

  private lapseWishes(isRunning: boolean): readonly Wish[] {
    return isRunning ? [...this.lapseMails] : [];
  }

  /** The demand on the day after the due date, and the suspension after the days of grace. */
  private lapse(round: Round, day: number): void {
    if (!round.isDemanded && day >= Math.max(this.known, round.due + 1)) {
      round.isDemanded = true;
      this.lapseMails = new Set();
      this.count('task grace');
      this.lapseMails.add({
        name: 'grace',
        rank: 0,
        on: Math.max(this.known, round.due + 1),
        until: this.graceEnd(round),
        sent: (today) => {
          if (this.customer.data.mailbox === 'good') round.demandDelivered = today;
        },
      });
    }
    if (round.isDemanded && round.suspendedOn === undefined && day > this.graceEnd(round)) {
      const isKnownLate = this.known > this.graceEnd(round) + 1;
      const on = Math.max(this.known, this.graceEnd(round) + 1);
      round.suspendedOn = on;
      this.count('task suspension');
      if (!isKnownLate) this.lapseMails.add({ name: 'suspension', rank: 0, on, until: FAR });
    }
  }

  private forget(wish: Wish): void {
    this.round?.wishes.delete(wish);
    this.lapseMails.delete(wish);
    this.others.delete(wish);
  }

  private send(day: number, due: readonly Wish[]): void {
    const { customer, round } = this;
    const drop = (wish: Wish, why: 'address' | 'late' | 'no-room' | 'other'): void => {
      this.forget(wish);
      wish.dropped?.(why);
    };
    const newest = Math.max(...due.filter(({ isReminder }) => isReminder).map(({ on }) => on));
    const isSuspended = round !== undefined && day > this.graceEnd(round);
    const candidates = due.filter((wish) => {
      const why =
        wish.isReminder && wish.on < newest
          ? 'late'
          : this.isUnreachable() || customer.isDead
            ? 'address'
            : (wish.isTouch && isSuspended) || (wish.rank === 2 && !customer.isAgreed)
              ? 'other'
              : day > wish.until
                ? 'late'
                : undefined;
      if (why === 'address') this.isGivenUp = true;
      if (why) drop(wish, why);
      return !why;
    });
    const hasRoom = customer.messageOn !== day;
    let chosen: Wish | undefined;
    const elsewhere = new Set<Wish>();
    const isAnswer = ({ name }: Wish): number => (['feedback', 'reinstated', 'debit-failed'].includes(name) ? 0 : 1);
    const order = (a: Wish, b: Wish): number =>
      a.rank - b.rank || Number(a.until > day) - Number(b.until > day) || isAnswer(a) - isAnswer(b) || a.on - b.on;
    for (const wish of [...candidates].sort(order)) {
      // A contract that had its message today asks no more.
      if (this.mailedOn === day) break;
      if (wish.once !== undefined) {
        const carrier = customer.carriers.get(wish.once) ?? this.data.contractId;
        customer.carriers.set(wish.once, carrier);
        if (carrier !== this.data.contractId) {
          elsewhere.add(wish);
          continue;
        }
      }
      if (!hasRoom) continue;
      chosen = wish;
      break;
    }
    for (const wish of candidates) {
      if (wish === chosen) continue;
      if (elsewhere.has(wish)) drop(wish, 'other');
      else if (day + 1 <= wish.until) wish.on = day + 1;
      else drop(wish, 'no-room');
    }
    if (!chosen) return;
    this.forget(chosen);
    this.count(`mail ${chosen.name}`);
    customer.messageOn = day;
    this.mailedOn = day;
    chosen.sent?.(day);
    if (customer.data.mailbox === 'dead') [customer.isDead, this.isGivenUp] = [true, true];
  }
}

/** The numbers of mails and tasks by kind that a year of these customers brings. */
export const countYear = (customers: readonly YearCustomer[], firstDay: string, lastDay: string): Counts => {
  const counts: Counts = new Map();
  for (const data of customers) {
    const customer: Customer = { data, isAgreed: data.consent ?? false, isDead: false, messageOn: -1, carriers: new Map() };
    const contracts: ContractYear[] = [];
    const lookAt = (contract: ContractYear, day: number): void => {
      while (contract.look(day));
    };
    for (let day = placeOf(firstDay); day <= placeOf(lastDay); day += 1) {
      for (const contract of contracts) lookAt(contract, day);
      for (const one of data.contracts)
        if (placeOf(one.registeredOn) === day) {
          const contract = new ContractYear(one, customer, counts);
          contracts.push(contract);
          lookAt(contract, day);
        }
      contracts.sort((a, b) => (a.data.contractId < b.data.contractId ? -1 : 1));
      if (data.withdrawnOn !== undefined && placeOf(data.withdrawnOn) === day) customer.isAgreed = false;
      for (const contract of contracts)
        for (const happen of contract.happensOn(day)) {
          happen();
          lookAt(contract, day);
        }
    }
  }
  return counts;
};
