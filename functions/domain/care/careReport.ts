import { minorUnits } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { Figure, RenewalFigure, TaskFigure, ThirteenthMonthFigure } from './figures.ts';

/** Part of the contracts that is to go on after the first year (rules.md 4). */
export const PERSISTENCY_TARGET = 0.88;

/** Numbers of delivered reminders that are told apart; the last is for as many and more. */
export const REMINDER_COUNTS = 5;

/** Renewals that were due in a month: those paid already, and from the day after the due date all others. */
export interface RenewalSums {
  readonly due: number;
  /** On the due date or before it. */
  readonly paidInTime: number;
  readonly paidLate: number;
  /** In the days of grace. */
  readonly unpaid: number;
  readonly suspended: number;
  readonly lapsed: number;
  /** Reminders delivered, all together. */
  readonly reminders: number;
  /** Renewals by how many reminders were delivered: none, one, two, three, four and more. */
  readonly byReminders: readonly number[];
}

/** Tasks that were to be done in a month at first, without those that a payment settled, and without those whose day has not passed. */
export interface TaskSums {
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  /** Reported in time or late as not possible. */
  readonly impossible: number;
  /** Still open after their day. */
  readonly overdue: number;
}

/** Yearly premiums in one currency, in decimals. */
export interface KeptPremium {
  readonly currency: string;
  readonly all: string;
  readonly kept: string;
}

/** Contracts that were thirteen months old in a month, and those of them that went on (13-month persistency). */
export interface ThirteenthMonthSums {
  readonly contracts: number;
  readonly kept: number;
  readonly premiums: readonly KeptPremium[];
}

export interface CareSums {
  readonly renewals: RenewalSums;
  readonly tasks: TaskSums;
  readonly thirteenthMonth: ThirteenthMonthSums;
}

export interface OwnerSums extends CareSums {
  /** Staff user name. */
  readonly owner: string;
}

export interface ProductSums extends CareSums {
  readonly product: string;
}

export interface MonthSums extends CareSums {
  /** `YYYY-MM`. */
  readonly month: string;
}

/** How contracts were cared for in a month: together, by owner, by product, and beside the months before. */
export interface CareFigures {
  readonly month: string;
  readonly team: string;
  /** Tasks that are open count as overdue by this day. */
  readonly asOf: CalendarDate;
  readonly total: CareSums;
  /** Most renewals first. */
  readonly owners: readonly OwnerSums[];
  /** Most renewals first. */
  readonly products: readonly ProductSums[];
  /** Twelve months, this one last. */
  readonly trend: readonly MonthSums[];
}

/** Figures of one month. */
export interface MonthOfFigures {
  readonly month: string;
  readonly figures: readonly Figure[];
}

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;

const renewalSums = (all: readonly RenewalFigure[]): RenewalSums => {
  const renewals = all.filter(({ outcome }) => outcome !== 'dropped');
  const isInTime = ({ paidOn, dueOn }: RenewalFigure): boolean => paidOn !== undefined && paidOn <= dueOn;
  const paid = renewals.filter(({ outcome }) => outcome === 'paid');
  return {
    due: renewals.length,
    paidInTime: count(paid, isInTime),
    paidLate: count(paid, (renewal) => !isInTime(renewal)),
    unpaid: count(renewals, ({ outcome }) => outcome === 'unpaid'),
    suspended: count(renewals, ({ outcome }) => outcome === 'suspended'),
    lapsed: count(renewals, ({ outcome }) => outcome === 'lapsed'),
    reminders: renewals.reduce((sum, { reminders }) => sum + reminders, 0),
    byReminders: Array.from({ length: REMINDER_COUNTS }, (_, n) =>
      count(renewals, ({ reminders }) => Math.min(reminders, REMINDER_COUNTS - 1) === n),
    ),
  };
};

const taskSums = (tasks: readonly TaskFigure[], asOf: CalendarDate): TaskSums => {
  const done = tasks.filter(({ state }) => state === 'done');
  const isInTime = ({ closedOn, firstDue }: TaskFigure): boolean => closedOn !== undefined && closedOn <= firstDue;
  const inTime = count(done, isInTime);
  const impossible = count(tasks, ({ state }) => state === 'impossible');
  const overdue = count(tasks, ({ state, firstDue }) => state === 'open' && firstDue < asOf);
  return { due: done.length + impossible + overdue, inTime, late: done.length - inTime, impossible, overdue };
};

const decimals = (minor: number): string => (minor / 100).toFixed(2);

const thirteenthMonthSums = (contracts: readonly ThirteenthMonthFigure[]): ThirteenthMonthSums => {
  const sum = (some: readonly ThirteenthMonthFigure[]): string =>
    decimals(some.reduce((total, { premium }) => total + minorUnits(premium.amount), 0));
  const byCurrency = [...Map.groupBy(contracts, ({ premium }) => premium.currency)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    contracts: contracts.length,
    kept: count(contracts, ({ kept }) => kept),
    premiums: byCurrency.map(([currency, some]) => ({ currency, all: sum(some), kept: sum(some.filter(({ kept }) => kept)) })),
  };
};

const sumsOf = (figures: readonly Figure[], asOf: CalendarDate): CareSums => ({
  renewals: renewalSums(figures.filter((figure) => figure.kind === 'renewal')),
  tasks: taskSums(
    figures.filter((figure) => figure.kind === 'task'),
    asOf,
  ),
  thirteenthMonth: thirteenthMonthSums(figures.filter((figure) => figure.kind === 'thirteenth-month')),
});

const isAnything = ({ renewals, tasks, thirteenthMonth }: CareSums): boolean => renewals.due + tasks.due + thirteenthMonth.contracts > 0;

const bySize = (a: CareSums, b: CareSums): number => b.renewals.due - a.renewals.due || b.tasks.due - a.tasks.due;

/** Sums of each group that has any, the one with the most first. */
const grouped = (figures: readonly Figure[], asOf: CalendarDate, of: (figure: Figure) => string) =>
  [...Map.groupBy(figures, of)]
    .map(([name, some]) => ({ name, sums: sumsOf(some, asOf) }))
    .filter(({ sums }) => isAnything(sums))
    .sort((a, b) => bySize(a.sums, b.sums) || (a.name < b.name ? -1 : 1));

/** The report of the last of some months. Throws when there is none. */
export const careReport = (team: string, months: readonly MonthOfFigures[], asOf: CalendarDate): CareFigures => {
  const last = months.at(-1);
  if (!last) throw new Error('a report needs a month');
  return {
    month: last.month,
    team,
    asOf,
    total: sumsOf(last.figures, asOf),
    owners: grouped(last.figures, asOf, ({ owner }) => owner).map(({ name, sums }) => ({ owner: name, ...sums })),
    products: grouped(last.figures, asOf, ({ product }) => product).map(({ name, sums }) => ({ product: name, ...sums })),
    trend: months.map(({ month, figures }) => ({ month, ...sumsOf(figures, asOf) })),
  };
};
