import type { FieldError, FieldErrorCode } from '../../kernel/fieldError.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { readAmount } from './amounts.ts';
import type { Column, Header } from './columns.ts';
import { readDate } from './dates.ts';
import { unguarded } from './formulas.ts';
import { readCurrency, readLocale, readPaymentMethod, readPeriod, readRegion, readYesNo } from './words.ts';

/** One line of a file after its header; it may go over several lines of text. */
export interface Row {
  /** Line of the file on which it begins; the header is mostly line 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why its cells cannot be told apart. */
  readonly broken?: FieldErrorCode | undefined;
}

/** A row as `PUT /api/desk/contracts/{contractId}` would get it. What a cell does not say is left out, for the schema of that body to judge. */
export interface RowReading {
  readonly line: number;
  readonly contractId: string;
  readonly body: unknown;
  /** What is wrong with cells before any schema sees them. */
  readonly errors: readonly FieldError[];
}

type Value = string | number | boolean;
type Read = (cell: string) => Result<Value, FieldErrorCode>;

/** Long numbers as spreadsheets shorten them: the digits are gone. */
const SHORTENED = /^\d([.,]\d+)?e\+\d+$/i;

const asText: Read = (cell) => ok(cell);

const asNumberedText: Read = (cell) => (SHORTENED.test(cell) ? refuse('csv-shortened') : ok(cell));

const asDate: Read = (cell) => {
  const reading = readDate(cell);
  if (reading === 'ambiguous') return refuse('date-ambiguous');
  return reading === 'unreadable' ? refuse('date') : ok(reading);
};

const asOneOf =
  (read: (cell: string) => Value | undefined): Read =>
  (cell) => {
    const value = read(cell);
    return value === undefined ? refuse('choice') : ok(value);
  };

const READ: Readonly<Record<Exclude<Column, 'premium.amount' | 'premium.currency'>, Read>> = {
  contractId: asNumberedText,
  'customer.name': asText,
  'customer.email': asText,
  'customer.phone': asNumberedText,
  'customer.locale': asOneOf(readLocale),
  'customer.region': asOneOf(readRegion),
  'customer.timeZone': asText,
  'customer.birthday': asDate,
  owner: asText,
  product: asText,
  signedOn: asDate,
  deliveredOn: asDate,
  everyMonths: asOneOf(readPeriod),
  paymentMethod: asOneOf(readPaymentMethod),
  nextDueOn: asDate,
  endsOn: asDate,
  'consent.marketing': asOneOf(readYesNo),
};

/** What spreadsheets show instead of a value: a formula that failed, a column that is too narrow. */
const NO_VALUE = /^(#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)|#{3,})$/;

/** Left behind where an earlier program could not read a character. */
const LOST = '\uFFFD';

const pointerTo = (column: Column): string => `/${column.replace('.', '/')}`;

/** Cells by column, and what is wrong with them as such. */
const cellsOf = (row: Row, header: Header): { readonly cells: ReadonlyMap<Column, string>; readonly errors: readonly FieldError[] } => {
  const cells = new Map<Column, string>();
  const errors: FieldError[] = [];
  for (const { column, at } of header.columns) {
    const cell = unguarded((row.cells[at] ?? '').trim()).trim();
    if (cell === '') continue;
    if (NO_VALUE.test(cell)) errors.push({ pointer: pointerTo(column), code: 'csv-no-value' });
    else if (cell.includes(LOST)) errors.push({ pointer: pointerTo(column), code: 'control-characters' });
    else cells.set(column, cell);
  }
  return { cells, errors };
};

/** The premium takes two cells, or one where its sign says the currency. */
const premiumOf = (cells: ReadonlyMap<Column, string>): Result<{ amount?: string; currency?: string }, FieldError> => {
  const [cell, currencyCell] = [cells.get('premium.amount'), cells.get('premium.currency')];
  const currency = currencyCell === undefined ? undefined : readCurrency(currencyCell);
  if (cell === undefined) return ok(currency === undefined ? {} : { currency });
  const reading = readAmount(cell);
  if (!reading) return refuse({ pointer: '/premium/amount', code: 'money' });
  const { amount, currencies, isOpen } = reading;
  if (currency !== undefined)
    return currencies.length > 0 && !currencies.includes(currency)
      ? refuse({ pointer: '/premium/currency', code: 'csv-other-currency' })
      : ok({ amount, currency });
  const [meant] = currencies;
  return meant === undefined || isOpen ? refuse({ pointer: '/premium/currency', code: 'required' }) : ok({ amount, currency: meant });
};

const isPremium = (column: Column): column is 'premium.amount' | 'premium.currency' => column.startsWith('premium.');

/** A row whose cells cannot be told apart: nothing of it is read. */
const unreadable = (line: number, error: FieldError): RowReading => ({ line, contractId: '', body: {}, errors: [error] });

/** True where more cells than headers say nothing, as spreadsheets leave them behind. */
const isWide = ({ cells }: Row, { width }: Header): boolean => cells.slice(width).some((cell) => cell.trim() !== '');

/** What a row says, cell by cell. */
export const readRow = (row: Row, header: Header): RowReading => {
  const { line } = row;
  if (row.broken) return unreadable(line, { pointer: '', code: row.broken });
  if (row.cells.length < header.width || isWide(row, header))
    return unreadable(line, { pointer: '', code: 'csv-width', values: { found: row.cells.length, expected: header.width } });
  const { cells, errors: lost } = cellsOf(row, header);
  const errors: FieldError[] = [...lost];
  const values = new Map<string, Value>();
  for (const [column, cell] of cells) {
    if (isPremium(column)) continue;
    const value = READ[column](cell);
    if (value.ok) values.set(column, value.value);
    else errors.push({ pointer: pointerTo(column), code: value.refusal });
  }
  const premium = premiumOf(cells);
  if (!premium.ok && !lost.some(({ pointer }) => pointer.startsWith('/premium'))) errors.push(premium.refusal);
  const under = (prefix: string): object =>
    Object.fromEntries([...values].flatMap(([path, value]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), value]] : [])));
  const { contractId, ...own }: Readonly<Record<string, Value>> = Object.fromEntries([...values].filter(([path]) => !path.includes('.')));
  const marketing = values.get('consent.marketing');
  return {
    line,
    contractId: String(contractId ?? ''),
    body: {
      customer: under('customer.'),
      ...own,
      ...(premium.ok && { premium: premium.value }),
      ...(marketing !== undefined && { consent: { marketing } }),
    },
    errors,
  };
};

/** True where an error of a schema only says that something is missing which a cell has, but wrongly. */
const isSaid = (error: FieldError, said: readonly FieldError[]): boolean =>
  said.some(
    ({ pointer }) => pointer === error.pointer || pointer.startsWith(`${error.pointer}/`) || error.pointer.startsWith(`${pointer}/`),
  );

/** All errors of a row: those of its cells, and those of the schema that are about something else. */
export const allErrors = (ofCells: readonly FieldError[], ofSchema: readonly FieldError[]): readonly FieldError[] => [
  ...ofCells,
  ...ofSchema.filter((error) => !isSaid(error, ofCells)),
];

/** The header, as the file writes it, under which a field of a row stands; none where the whole line is meant. */
export const headerAt = (pointer: string, header: Pick<Header, 'columns'>): string | undefined => {
  if (pointer === '') return undefined;
  const exact = header.columns.find(({ column }) => pointerTo(column) === pointer);
  return (exact ?? header.columns.find(({ column }) => pointerTo(column).startsWith(`${pointer}/`)))?.name;
};
