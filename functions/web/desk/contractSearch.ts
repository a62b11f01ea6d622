import { isContractNumber } from '../../domain/contract/number.ts';
import { calendarDate, dayNumber, type CalendarDate } from '../../domain/kernel/time.ts';

/** Handy choices of when the next premium is due. */
export const DUE_WINDOWS = ['overdue', 'next30', 'next90', 'between'] as const;
export type DueWindow = (typeof DUE_WINDOWS)[number];

/** What the list of contracts is narrowed by, as it stands in the address of the screen. */
export interface ContractFilters {
  /** What was typed: an e-mail address of a customer, or the beginning of a contract number. */
  readonly find?: string | undefined;
  /** User name. */
  readonly owner?: string | undefined;
  readonly due?: DueWindow | undefined;
  /** First and last date of `between`; each may be open. */
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const dateIn = (text: string | null): CalendarDate | undefined => (text !== null && DATE.test(text) ? text : undefined);

/** The filters that a query names; what it names wrongly is left out. */
export const filtersIn = (query: URLSearchParams): ContractFilters => {
  const due = DUE_WINDOWS.find((one) => one === query.get('due'));
  const isBetween = due === 'between';
  return {
    find: query.get('find')?.trim() || undefined,
    owner: query.get('owner') || undefined,
    due,
    from: isBetween ? dateIn(query.get('from')) : undefined,
    to: isBetween ? dateIn(query.get('to')) : undefined,
  };
};

/** The query that names these filters, with its question mark; empty without any. */
export const filterQuery = ({ find, owner, due, from, to }: ContractFilters): string => {
  const query = new URLSearchParams({
    ...(find && { find }),
    ...(due && { due }),
    ...(due === 'between' && from && { from }),
    ...(due === 'between' && to && { to }),
    ...(owner && { owner }),
  }).toString();
  return query && `?${query}`;
};

/** True when any filter is set. */
export const isFiltered = (filters: ContractFilters): boolean => filterQuery(filters) !== '';

const daysFrom = (today: CalendarDate, days: number): CalendarDate => calendarDate(dayNumber(today) + days);

/** First and last due date of a window, as seen on a day. What is due today is not overdue yet. */
const windowOf = (
  { due, from, to }: ContractFilters,
  today: CalendarDate,
): { readonly dueFrom?: CalendarDate | undefined; readonly dueTo?: CalendarDate | undefined } => {
  switch (due) {
    case 'overdue':
      return { dueTo: daysFrom(today, -1) };
    case 'next30':
      return { dueFrom: today, dueTo: daysFrom(today, 30) };
    case 'next90':
      return { dueFrom: today, dueTo: daysFrom(today, 90) };
    case 'between':
      return { dueFrom: from, dueTo: to };
    default:
      return {};
  }
};

/** What was typed as the API asks for it. Undefined when it is neither an address nor the beginning of a number. */
const soughtBy = (find: string): { readonly customer: string } | { readonly number: string } | undefined => {
  const plain = find.normalize('NFKC').trim();
  if (plain.includes('@')) return { customer: plain };
  return isContractNumber(plain) ? { number: plain } : undefined;
};

/** The filters as `GET /api/desk/contracts` takes them, on a day of the workplace. Undefined when what was typed can be no contract's. */
export const listQuery = (filters: ContractFilters, today: CalendarDate): Readonly<Record<string, string>> | undefined => {
  const sought = filters.find ? soughtBy(filters.find) : {};
  if (!sought) return undefined;
  const { dueFrom, dueTo } = windowOf(filters, today);
  return {
    ...sought,
    ...(filters.owner && { owner: filters.owner }),
    ...(dueFrom && { dueFrom }),
    ...(dueTo && { dueTo }),
  };
};
