import { planFor, type CareBook, type CareRules } from '../care/rules.ts';
import { careSetting } from '../care/setting.ts';
import { addMonths } from '../clocks/months.ts';
import type { Region } from '../clocks/regions/holidayYear.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { careView, taskLine, type CareKnown, type CareView, type TaskLine } from './careView.ts';
import { dueDatesBetween, isSettled, oldestUnpaid, paymentFor } from './dueDates.ts';
import type { Contract, ContractEvent, Failed, Happening, Paid, Terms, Told } from './model.ts';
import { statusOn, type ContractStatus } from './status.ts';

/** One line of a list of contracts. */
export interface ContractRow {
  readonly contractId: string;
  readonly version: number;
  readonly status: ContractStatus;
  readonly customerName: string;
  readonly product: string;
  readonly premium: Money;
  readonly owner: string;
  /** Missing when the owner has left. */
  readonly ownerName?: string | undefined;
  readonly signedOn: CalendarDate;
  /** The oldest due date that is not paid; missing when nothing is left to pay. */
  readonly dueOn?: CalendarDate | undefined;
}

/** A due date, and whether its premium is paid. */
export interface DueDate {
  readonly dueOn: CalendarDate;
  readonly paid: boolean;
  /** Day of the payment; missing for what was paid before the contract came into the register. */
  readonly paidOn?: CalendarDate | undefined;
  readonly reference?: string | undefined;
}

/** A payment or an attempt. */
export type PaymentLine = Failed & { readonly status: 'succeeded' | 'failed' };

/** One event as staff see it: everything but the command hashes. */
export type ContractHistoryLine = Happening & Pick<ContractEvent, 'version' | 'at' | 'by'>;

/** A contract with everything that staff see. */
export interface DeskContract extends ContractRow, CareView {
  readonly terms: Terms;
  /** From the oldest unpaid one, or today, to two years from today. */
  readonly dueDates: readonly DueDate[];
  /** By day, the oldest first. */
  readonly payments: readonly PaymentLine[];
  /** Every event, oldest first (F76). */
  readonly history: readonly ContractHistoryLine[];
}

/** A contract that somebody else changed, and what happened since. */
export interface ContractSince extends ContractRow {
  readonly since: readonly ContractHistoryLine[];
}

/** Months that a contract's due dates are shown ahead. */
const MONTHS_AHEAD = 24;

/** A contract as a line of a list, on a day of its customer and by the care rules of that day. `names` are those of staff by user name. */
export const contractRow = (state: Contract, today: CalendarDate, names: ReadonlyMap<string, string>, care: CareRules): ContractRow => {
  const { contractId, version, terms } = state;
  return {
    contractId,
    version,
    status: statusOn(state, today, planFor(care, terms.product)),
    customerName: terms.customer.name,
    product: terms.product,
    premium: terms.premium,
    owner: terms.owner,
    ownerName: names.get(terms.owner),
    signedOn: terms.signedOn,
    dueOn: oldestUnpaid(state),
  };
};

const dueDatesOf = (state: Contract, today: CalendarDate): readonly DueDate[] => {
  const unpaid = oldestUnpaid(state) ?? today;
  return dueDatesBetween(state.terms, unpaid < today ? unpaid : today, addMonths(today, MONTHS_AHEAD)).map((dueOn) => {
    const payment = paymentFor(state, dueOn);
    return { dueOn, paid: isSettled(state, dueOn), paidOn: payment?.paidOn, reference: payment?.reference };
  });
};

const line =
  (status: PaymentLine['status']) =>
  ({ toldAt: _, ...payment }: Told<Paid | Failed>): PaymentLine => ({ ...payment, status });

const paymentsOf = ({ paid, failed }: Contract): readonly PaymentLine[] =>
  [...paid.map(line('succeeded')), ...failed.map(line('failed'))].sort((a, b) =>
    a.paidOn === b.paidOn ? 0 : a.paidOn < b.paidOn ? -1 : 1,
  );

/** Events as staff see them. */
export const historyOf = (events: readonly ContractEvent[]): readonly ContractHistoryLine[] =>
  events.map(({ contractId: _, command: __, ...line }) => line);

/** What is known beyond a contract's events when staff see it. */
export interface DeskKnown extends Omit<CareKnown, 'setting'> {
  /** Names of staff by user name. */
  readonly names: ReadonlyMap<string, string>;
  readonly care: CareBook;
  readonly teamRegion: Region;
}

/** A contract as staff see it, on a day of its customer. */
export const deskContract = (
  state: Contract,
  events: readonly ContractEvent[],
  { names, care, teamRegion, ...known }: DeskKnown,
): DeskContract => ({
  ...contractRow(state, known.today, names, care.rules),
  terms: state.terms,
  dueDates: dueDatesOf(state, known.today),
  payments: paymentsOf(state),
  ...careView(state, events, { ...known, setting: careSetting(care, state.terms, teamRegion) }),
  history: historyOf(events),
});

/** A line of the task list. */
export interface TaskRow extends TaskLine {
  readonly contractId: string;
  /** Version of the contract; its ETag. */
  readonly version: number;
  readonly customerName: string;
  readonly phone?: string | undefined;
  readonly product: string;
  readonly owner: string;
  /** Missing when the owner has left. */
  readonly ownerName?: string | undefined;
}

/** The open tasks of a contract, the most urgent first, on a day of its customer. */
export const taskRows = (state: Contract, today: CalendarDate, names: ReadonlyMap<string, string>): readonly TaskRow[] => {
  const { contractId, version, terms } = state;
  const { customer, product, owner } = terms;
  return state.tasks
    .filter((task) => task.state === 'open')
    .sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
    .map((task) => ({
      contractId,
      version,
      customerName: customer.name,
      phone: customer.phone,
      product,
      owner,
      ownerName: names.get(owner),
      ...taskLine(task, today),
    }));
};
