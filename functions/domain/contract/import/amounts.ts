/** An amount as a cell has it: a decimal with at most two places, and what the sign beside it says. */
export interface AmountReading {
  readonly amount: string;
  /** Currencies that go with the sign; empty without one. The first is meant where nothing else is said, unless `isOpen`. */
  readonly currencies: readonly string[];
  /** The sign is that of several currencies here: only the currency's own column can say which. */
  readonly isOpen: boolean;
}

/** What the signs of money can stand for, the usual one first. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  'CN¥': ['CNY'],
  RMB: ['CNY'],
  人民币: ['CNY'],
  人民幣: ['CNY'],
  元: ['CNY', 'TWD', 'HKD'],
  圆: ['CNY'],
  圓: ['TWD', 'HKD'],
  NT: ['TWD'],
  NT$: ['TWD'],
  新台币: ['TWD'],
  新台幣: ['TWD'],
  新臺幣: ['TWD'],
  HK$: ['HKD'],
  港币: ['HKD'],
  港幣: ['HKD'],
  US$: ['USD'],
  美元: ['USD'],
  $: ['USD', 'TWD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'MOP'],
  '€': ['EUR'],
  '£': ['GBP'],
};

const OPEN: readonly string[] = ['元', '圓', '$'];

const currenciesOf = (sign: string): readonly string[] | undefined =>
  sign === '' ? [] : (SIGNS[sign] ?? (/^[A-Z]{3}$/.test(sign) ? [sign] : undefined));

/** Digits with one way to read them, or undefined. `1,200` groups thousands; `1200,50` has a decimal comma; `1.200` could be either, and is not taken. */
const plainNumber = (digits: string): string | undefined => {
  if (/^\d{1,3}\.\d{3}$/.test(digits)) return undefined;
  const match = /^(\d+|\d{1,3}(?:[,' ]\d{3})+)(?:\.(\d+))?$/.exec(digits) ?? /^(\d+|\d{1,3}(?:[.' ]\d{3})+),(\d{1,2})$/.exec(digits);
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  if (match[2] === undefined) return whole;
  return `${whole}.${match[2].replace(/0+$/, '').padEnd(2, '0')}`;
};

/** Reads `1200`, `1,200.00`, `¥1,200.00`, `1200元`, `NT$ 1,200`, `RMB 1200`, `1.200,50 €`. Undefined for what has no one reading, and for signs of debt. */
export const readAmount = (cell: string): AmountReading | undefined => {
  const text = cell.normalize('NFKC').trim().toUpperCase();
  const match = /^([^\d\s+\-()]*)\s*(\d[\d.,' ]*?)\s*([^\d\s+\-()]*)$/.exec(text);
  if (!match) return undefined;
  const [, before = '', digits = '', after = ''] = match;
  const amount = plainNumber(digits);
  const [left, right] = [currenciesOf(before), currenciesOf(after)];
  if (amount === undefined || !left || !right) return undefined;
  const currencies = left.length > 0 && right.length > 0 ? left.filter((currency) => right.includes(currency)) : [...left, ...right];
  if ((before || after) && currencies.length === 0) return undefined;
  return { amount, currencies, isOpen: currencies.length > 1 && [before, after].some((sign) => OPEN.includes(sign)) };
};
