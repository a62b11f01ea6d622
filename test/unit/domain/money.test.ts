import { describe, expect, test } from '@jest/globals';
import { exceeds, minorUnits } from '../../../functions/domain/kernel/money.ts';

describe('minorUnits', () => {
  test.each([
    ['0', 0],
    ['12', 1200],
    ['12.5', 1250],
    ['12.05', 1205],
    ['0.10', 10],
    ['999999999999.99', 99_999_999_999_999],
  ])('%s is %d hundredths', (amount, units) => {
    expect(minorUnits(amount)).toBe(units);
  });

  test.each(['', '.5', '1.', '-1', '+1', '1,000', '1.005', '1e3', ' 1', '1234567890123', '１２'])('refuses %p', (amount) => {
    expect(() => minorUnits(amount)).toThrow(RangeError);
  });
});

describe('exceeds', () => {
  const limit = { amount: '200', currency: 'CNY' };

  test.each([
    ['200.00', 'CNY', false],
    ['200.01', 'CNY', true],
    ['199.99', 'CNY', false],
    ['1', 'USD', true],
  ])('%s %s is above 200 CNY: %p', (amount, currency, above) => {
    expect(exceeds({ amount, currency }, limit)).toBe(above);
  });
});
