import type { Locale } from '../../case/model.ts';
import type { Terms } from '../model.ts';
import { ALL_COLUMNS, headerOf, type Column } from './columns.ts';

type Cell = string | number | boolean | undefined;

const CELL: Readonly<Record<Column, (contractId: string, terms: Terms) => Cell>> = {
  contractId: (contractId) => contractId,
  'customer.name': (_, { customer }) => customer.name,
  'customer.email': (_, { customer }) => customer.email,
  'customer.phone': (_, { customer }) => customer.phone,
  'customer.locale': (_, { customer }) => customer.locale,
  'customer.region': (_, { customer }) => customer.region,
  'customer.timeZone': (_, { customer }) => customer.timeZone,
  'customer.birthday': (_, { customer }) => customer.birthday,
  owner: (_, { owner }) => owner,
  product: (_, { product }) => product,
  signedOn: (_, { signedOn }) => signedOn,
  deliveredOn: (_, { deliveredOn }) => deliveredOn,
  'premium.amount': (_, { premium }) => premium.amount,
  'premium.currency': (_, { premium }) => premium.currency,
  everyMonths: (_, { everyMonths }) => everyMonths,
  paymentMethod: (_, { paymentMethod }) => paymentMethod,
  nextDueOn: (_, { nextDueOn }) => nextDueOn,
  endsOn: (_, { endsOn }) => endsOn,
  'consent.marketing': (_, { consent }) => consent?.marketing,
};

/** The first line of an export. */
export const headerCells = (locale: Locale): readonly string[] => ALL_COLUMNS.map((column) => headerOf(column, locale));

/** The line of a contract in an export; read back, it gives the same terms. */
export const contractCells = (contractId: string, terms: Terms): readonly string[] =>
  ALL_COLUMNS.map((column) => String(CELL[column](contractId, terms) ?? ''));
