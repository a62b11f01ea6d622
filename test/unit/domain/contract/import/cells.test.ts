import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readAmount } from '../../../../../functions/domain/contract/import/amounts.ts';
import { readDate } from '../../../../../functions/domain/contract/import/dates.ts';
import { guarded, unguarded } from '../../../../../functions/domain/contract/import/formulas.ts';
import { readCurrency, readPaymentMethod, readPeriod, readYesNo } from '../../../../../functions/domain/contract/import/words.ts';
import { calendarDate, dayNumber } from '../../../../../functions/domain/kernel/time.ts';

describe('dates', () => {
  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026.3.1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['２０２６年３月１日', '2026-03-01'],
    ['民國115年3月1日', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['46082', '2026-03-01'],
    ['46082.0', '2026-03-01'],
    ['7306', '1920-01-01'],
    ['01-Mar-2026', '2026-03-01'],
    ['1 March 2026', '2026-03-01'],
    ['March 1, 2026', '2026-03-01'],
    ['1 Sept 2026', '2026-09-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    ['2026/3/1 0:00', '2026-03-01'],
    ['2026-03-01T00:00:00.000', '2026-03-01'],
    ['13/04/2026', '2026-04-13'],
    ['4/13/2026', '2026-04-13'],
    ['03/03/2026', '2026-03-03'],
    ['2028-02-29', '2028-02-29'],
  ])('%s is %s', (cell, date) => {
    expect(readDate(cell)).toBe(date);
  });

  test.each(['03/04/2026', '3.4.2026', '3-4-2026', '01-Mar-26', '26-Mar-01', '03/04/26', '13/04/26'])('%s is ambiguous', (cell) => {
    expect(readDate(cell)).toBe('ambiguous');
  });

  test.each([
    ...[
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '31/31/2026',
      '2026/3.1',
      '2026',
      '1905',
      '60',
      '0',
      '-46082',
      '46082.5',
      '999999',
      '109575',
    ],
    ...['2026-03-01 08:30', '2026-03-01T00:00:00Z', 'tomorrow', '1-Foo-2026', '115/3/1', '#N/A', '2026-3', 'March 2026', '31 Feb 2026'],
  ])('%s is no date', (cell) => {
    expect(readDate(cell)).toBe('unreadable');
  });

  test('every day reads back from every form of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('1920-01-01'), max: dayNumber('2099-12-31') }), (day) => {
        const date = calendarDate(day);
        const [year = '', month = '', dayOfMonth = ''] = date.split('-').map((part) => String(Number(part)));
        const forms = [date, `${year}/${month}/${dayOfMonth}`, `${year}.${month}.${dayOfMonth}`, `${year}年${month}月${dayOfMonth}日`];
        for (const form of [...forms, String(day + 25_569), date.replaceAll('-', '')]) expect(readDate(form)).toBe(date);
      }),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['1200', '1200', []],
    ['1200.50', '1200.50', []],
    ['1,200.5', '1200.50', []],
    ['1,234,567.89', '1234567.89', []],
    ['1200.0000', '1200.00', []],
    ['0012.00', '12.00', []],
    ['１，２００', '1200', []],
    ['¥1,200.00', '1200.00', ['CNY', 'JPY']],
    ['￥1200', '1200', ['CNY', 'JPY']],
    ['RMB 1200', '1200', ['CNY']],
    ['1200元', '1200', ['CNY', 'TWD', 'HKD']],
    ['人民币1200元', '1200', ['CNY']],
    ['NT$1,200', '1200', ['TWD']],
    ['新臺幣1,200元', '1200', ['TWD']],
    ['1200 EUR', '1200', ['EUR']],
    ['€1.200,50', '1200.50', ['EUR']],
    ['1200,50', '1200.50', []],
    ["1'200.00", '1200.00', []],
    ['1 200,5', '1200.50', []],
    ['100,00', '100.00', []],
  ])('%s is %s', (cell, amount, currencies) => {
    expect(readAmount(cell)).toMatchObject({ amount, currencies });
  });

  test.each(['', '1.200', '1,20,0', '-5', '(5)', '+5', '5-', '1e3', '1.2.3', 'abc', '12 34', '¥', '1200 元 USD', 'XX 5', '1,200,50', '½'])(
    '%p has no one reading',
    (cell) => {
      expect(readAmount(cell)).toBeUndefined();
    },
  );

  test('thousands read back, however they are grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (hundredths) => {
        const amount = (hundredths / 100).toFixed(2);
        const grouped = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(hundredths / 100);
        for (const form of [amount, grouped, `¥${grouped}`, `${grouped} CNY`]) expect(readAmount(form)?.amount).toBe(amount);
      }),
    );
  });
});

test('words stand for values in three languages', () => {
  expect(['1', 'Monthly', '月缴', '每月', '1 month'].map(readPeriod)).toEqual([1, 1, 1, 1, 1]);
  expect(['季繳', '半年', 'Semi-annual', '年', 'ANNUAL', '2'].map(readPeriod)).toEqual([3, 6, 6, 12, 12, undefined]);
  expect(['direct debit', 'Direct-Debit', '银行代扣', '轉帳', '信用卡', '现金', 'barter'].map(readPaymentMethod)).toEqual([
    'direct-debit',
    'direct-debit',
    'direct-debit',
    'transfer',
    'card',
    'cash',
    undefined,
  ]);
  expect(['是', 'Yes', 'TRUE', '否', 'n', '0', 'perhaps'].map(readYesNo)).toEqual([true, true, true, false, false, false, undefined]);
  expect(['rmb', '人民币', 'cny', 'NTD', 'HK$', 'Doubloon'].map(readCurrency)).toEqual(['CNY', 'CNY', 'CNY', 'TWD', 'HKD', 'DOUBLOON']);
});

test('an apostrophe before what looks like a formula is no part of the cell, however many there are', () => {
  expect(unguarded("'=1+1")).toBe('=1+1');
  expect(unguarded("'quoted'")).toBe("'quoted'");
  for (const cell of ["'=1", "''+86", "'@x", "'plain", "''"]) expect(unguarded(guarded(cell))).toBe(cell);
});
