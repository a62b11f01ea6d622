/** Money as the customer sees it: a decimal string with at most two places, and an ISO 4217 code. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Minor units (hundredths) as an exact integer. Throws on anything but `123`, `123.4` or `123.45`. */
export const minorUnits = (amount: string): number => {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(amount);
  if (!match) throw new RangeError('amount is not a decimal with at most two places');
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
};

/** True when `money` is above `limit`. Another currency than the limit's is always above: nobody holds a limit in it. */
export const exceeds = (money: Money, limit: Money): boolean =>
  money.currency !== limit.currency || minorUnits(money.amount) > minorUnits(limit.amount);

/** True for the same amount of the same currency, `12.5` and `12.50` alike. */
export const sameMoney = (a: Money, b: Money): boolean => a.currency === b.currency && minorUnits(a.amount) === minorUnits(b.amount);
