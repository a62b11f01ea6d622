const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/;

/** True for a month from 2000 to 2099, `YYYY-MM`. */
export const isMonth = (text: string): boolean => MONTH.test(text);

const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const name = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Months from one to another, both included; none when the second is earlier. */
export const monthsBetween = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, number(to) - number(from) + 1) }, (_, index) => name(number(from) + index));

/** Some months in a row, `last` among them as the last. */
export const monthsUntil = (last: string, count: number): readonly string[] => monthsBetween(name(number(last) - count + 1), last);
