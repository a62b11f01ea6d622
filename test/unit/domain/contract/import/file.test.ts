import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { LOCALES } from '../../../../../functions/domain/case/model.ts';
import { sameTerms } from '../../../../../functions/domain/contract/decideTerms.ts';
import { ALL_COLUMNS, columnOf, headerOf } from '../../../../../functions/domain/contract/import/columns.ts';
import { MOST_BYTES, MOST_ROWS, type ContractFile, type ImportRow } from '../../../../../functions/domain/contract/import/file.ts';
import { PAYMENT_METHODS, PERIODS, type Terms } from '../../../../../functions/domain/contract/model.ts';
import { calendarDate } from '../../../../../functions/domain/kernel/time.ts';
import { exportOf, fileOf } from '../../../../support/builders/contractFiles.ts';
import { someTerms } from '../../../../support/builders/contracts.ts';

const HEADER = 'Contract number,Customer name,E-mail,Owner,Product,Signed on,Premium,Currency,Period,Payment method';
const GOOD = 'C-1,王小明,wang@example.com,lin,care-plus,2026-03-01,1200.00,CNY,12,direct-debit';

const read = (content: string | Uint8Array): ContractFile => {
  const file = fileOf(content);
  if (!file.ok) throw new Error(`refused: ${JSON.stringify(file.refusal)}`);
  return file.value;
};
const rowsOf = (...lines: readonly string[]): readonly ImportRow[] => read([HEADER, ...lines].join('\r\n')).rows;
const wrongIn = (row: ImportRow | undefined): readonly string[] =>
  row && 'errors' in row ? row.errors.map(({ pointer, code }) => `${pointer} ${code}`) : [];
const codes = (content: string | Uint8Array): readonly string[] => {
  const file = fileOf(content);
  return file.ok ? [] : file.refusal.map(({ code }) => code);
};

test('a row is what PUT would get', () => {
  expect(rowsOf(GOOD)).toEqual([
    {
      line: 2,
      contractId: 'C-1',
      terms: {
        customer: { name: '王小明', email: 'wang@example.com' },
        owner: 'lin',
        product: 'care-plus',
        signedOn: '2026-03-01',
        premium: { amount: '1200.00', currency: 'CNY' },
        everyMonths: 12,
        paymentMethod: 'direct-debit',
      },
    },
  ]);
});

describe('headers', () => {
  test.each(LOCALES)('in %s are all known', (locale) => {
    expect(ALL_COLUMNS.map((column) => columnOf(headerOf(column, locale)))).toEqual(ALL_COLUMNS);
  });

  test('are known in any case, width and order, and by the names of fields', () => {
    const names = [
      'contractId',
      'CUSTOMER_NAME',
      '客户姓名',
      '客戶姓名',
      ' 保單號碼 ',
      'customer.email',
      'Ｅ－ｍａｉｌ',
      '签订日期 *',
      'premium amount',
    ];
    expect(names.map(columnOf)).toEqual([
      'contractId',
      'customer.name',
      'customer.name',
      'customer.name',
      'contractId',
      'customer.email',
      'customer.email',
      'signedOn',
      'premium.amount',
    ]);
  });

  test('that are unknown are named, those that are absent too', () => {
    const { header } = read(`${HEADER},Shoe size\n${GOOD},42\n`);
    expect(header.unknown).toEqual(['Shoe size']);
    expect(header.absent).toContain('customer.phone');
    expect(header.absent).not.toContain('customer.email');
  });

  test('that are missing or there twice refuse the file', () => {
    expect(fileOf('Contract number,Name\nC-1,Wang\n')).toEqual({
      ok: false,
      refusal: [
        {
          pointer: '/file',
          code: 'csv-columns-missing',
          values: { names: 'Owner, Product, Signed on, Premium, Every months, Payment method' },
        },
      ],
    });
    expect(codes(`${HEADER},姓名\n${GOOD},x\n`)).toEqual(['csv-columns-twice']);
  });

  test('no two columns share a name', () => {
    for (const locale of LOCALES) expect(new Set(ALL_COLUMNS.map((column) => headerOf(column, locale))).size).toBe(ALL_COLUMNS.length);
  });
});

describe('a file is refused as a whole', () => {
  test.each([
    ['empty', '', 'csv-empty'],
    ['only empty lines', '\n\n,,\n', 'csv-empty'],
    ['only a header', `${HEADER}\n`, 'csv-no-rows'],
    ['too many rows', `${HEADER}\n${'C,x\n'.repeat(MOST_ROWS + 1)}`, 'csv-many-rows'],
    ['too large', 'x'.repeat(MOST_BYTES + 1), 'csv-large'],
    ['another format', '{"contracts": []}', 'csv-columns-missing'],
    ['a header with an open quotation mark', `"${HEADER}\n${GOOD}\n`, 'csv-columns-missing'],
  ])('%s', (_, content, code) => {
    expect(codes(content)).toEqual([code]);
  });
});

test.each([',', ';', '\t'])('cells may be parted by %p', (delimiter) => {
  const [row] = read([HEADER, GOOD].join('\n').replaceAll(',', delimiter)).rows;
  expect(row).toMatchObject({ contractId: 'C-1', terms: { product: 'care-plus' } });
});

test('a separator line, empty lines, empty rows and cells beyond the header are passed over; lines keep their numbers', () => {
  const content = [
    'sep=;',
    HEADER.replaceAll(',', ';'),
    '',
    ';;;;;;;;;',
    GOOD.replaceAll(',', ';'),
    `${GOOD.replace('C-1', 'C-2').replaceAll(',', ';')};;`,
    '',
  ];
  expect(read(content.join('\r\n')).rows.map(({ line, contractId }) => [line, contractId])).toEqual([
    [5, 'C-1'],
    [6, 'C-2'],
  ]);
});

describe('quotation marks', () => {
  test('one that is never closed costs its own line only', () => {
    const rows = rowsOf(
      GOOD,
      GOOD.replace('C-1,', 'C-2,"'),
      GOOD.replace('C-1', 'C-3'),
      GOOD.replace('C-1', 'C-4').replace('王小明', '"王, 小明"'),
    );
    expect(rows.map((row) => [row.line, row.contractId, wrongIn(row)])).toEqual([
      [2, 'C-1', []],
      [3, '', [' csv-quote']],
      [4, 'C-3', []],
      [5, 'C-4', []],
    ]);
  });

  test('cells over several lines count as their first line', () => {
    const rows = rowsOf(GOOD.replace('王小明', '"王\r\n小明"'), GOOD.replace('C-1', 'C-2'));
    expect(rows.map((row) => [row.line, wrongIn(row)])).toEqual([
      [2, ['/customer/name control-characters']],
      [4, []],
    ]);
  });
});

test('one contract in two lines: neither is imported, and each names the other', () => {
  const rows = rowsOf(GOOD, GOOD.replace('C-1', 'C-2'), GOOD.replace('1200.00', '1300.00'));
  expect(rows.map(wrongIn)).toEqual([['/contractId csv-repeated'], [], ['/contractId csv-repeated']]);
  expect(rows[0]).toMatchObject({ errors: [{ values: { line: 4 } }] });
  expect(rows[2]).toMatchObject({ errors: [{ values: { line: 2 } }] });
});

/** Ways to break the line of a contract, and what is said about each. `N` stands for a number of its own. */
const BREAKS: readonly (readonly [string, string, string])[] = [
  ['C-N', '', '/contractId required'],
  ['C-N', 'C N', '/contractId contract-number'],
  ['C-N', 'C/N', '/contractId contract-number'],
  ['C-N', '合同N', '/contractId contract-number'],
  ['C-N', `C-N-${'9'.repeat(70)}`, '/contractId contract-number'],
  ['C-N', '1.23457E+11', '/contractId csv-shortened'],
  ['C-N', '#N/A', '/contractId csv-no-value'],
  ['王小明', '', '/customer/name required'],
  ['王小明', '王'.repeat(101), '/customer/name too-long'],
  ['王小明', '王\u202E小明', '/customer/name control-characters'],
  ['王小明', '\u0007王', '/customer/name control-characters'],
  ['王小明', '王\uFFFD明', '/customer/name control-characters'],
  ['王小明', '#REF!', '/customer/name csv-no-value'],
  ['wang@example.com', 'wang@', '/customer/email email'],
  ['wang@example.com', 'wang@example.com; li@example.com', '/customer/email email'],
  ['wang@example.com', '<wang@example.com>', '/customer/email email'],
  [',lin,', ',,', '/owner required'],
  ['care-plus', '', '/product required'],
  ['care-plus', 'x'.repeat(101), '/product too-long'],
  ['2026-03-01', '', '/signedOn required'],
  ['2026-03-01', '03/04/2026', '/signedOn date-ambiguous'],
  ['2026-03-01', '1-Mar-26', '/signedOn date-ambiguous'],
  ['2026-03-01', '2026-02-30', '/signedOn date'],
  ['2026-03-01', '2026-3', '/signedOn date'],
  ['2026-03-01', '2026', '/signedOn date'],
  ['2026-03-01', '######', '/signedOn csv-no-value'],
  ['2026-03-01', '2999-01-01', '/signedOn date-in-future'],
  ['2026-03-01', '1066-10-14', '/signedOn years'],
  ['1200.00', '', '/premium/amount required'],
  ['1200.00', '0', '/premium/amount money'],
  ['1200.00', '-1200', '/premium/amount money'],
  ['1200.00', '1.200', '/premium/amount money'],
  ['1200.00', '12.345', '/premium/amount money'],
  ['1200.00', 'free', '/premium/amount money'],
  ['1200.00', '1E+05', '/premium/amount money'],
  ['1200.00', '12345678901', '/premium/amount money'],
  ['1200.00', 'US$1200', '/premium/currency csv-other-currency'],
  ['CNY', '', '/premium/currency required'],
  ['CNY', 'yuan?', '/premium/currency choice'],
  [',12,', ',,', '/everyMonths required'],
  [',12,', ',2,', '/everyMonths choice'],
  [',12,', ',now and then,', '/everyMonths choice'],
  ['direct-debit', '', '/paymentMethod required'],
  ['direct-debit', 'barter', '/paymentMethod choice'],
  [',care-plus', '', ' csv-width'],
  ['direct-debit', 'direct-debit,more', ' csv-width'],
  ['王小明', '"王小明', ' csv-quote'],
  ['王小明', '王"小"明', ' csv-quote'],
  ['王小明', '"王"小明', ' csv-quote'],
  ['C-N,王小明,wang@example.com,lin', '﻿', ' csv-width'],
];

test('500 lines broken in every way: each is refused with its line, its field and why, and none of them spoils the sound ones between them', () => {
  const lines = Array.from({ length: 500 }, (_, index) => {
    const [part = '', instead = ''] = BREAKS[index % BREAKS.length] ?? [];
    const line = GOOD.replace('C-1', 'C-N');
    expect(line).toContain(part);
    return line.replace(part, instead).replaceAll('C-N', `C-${index}`);
  });
  const mixed = lines.flatMap((line, index) => (index % 10 === 9 ? [line, GOOD.replace('C-1', `S-${index}`)] : [line]));
  const rows = rowsOf(...mixed);
  expect(rows.map(({ line }) => line)).toEqual(mixed.map((_, index) => index + 2));
  const sound = rows.filter((row) => 'terms' in row);
  expect(sound.map(({ contractId }) => contractId)).toEqual(Array.from({ length: 50 }, (_, n) => `S-${n * 10 + 9}`));
  const broken = rows.filter((row) => 'errors' in row);
  expect(broken).toHaveLength(500);
  for (const [index, row] of broken.entries()) {
    const [, , said = ''] = BREAKS[index % BREAKS.length] ?? [];
    expect([index, wrongIn(row)]).toEqual([index, [said]]);
  }
});

/** Terms as PUT takes them, but for what no import takes: characters that were lost, and what spreadsheets show for a formula that failed. */
const text = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .map((value) => value.replace(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, '').trim())
    .filter(
      (value) =>
        value.length > 0 && value.length <= max && !/^(#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)|#{3,})$/.test(value),
    );
const awkward = fc.constantFrom('=1+1', '+86 138', '-5', '@x', "'=1", "''", '"', ',', ';', 'a\tb', '王芳（小）', "O'Brien", '1E5x');
const words = (max: number) =>
  fc.oneof(
    text(max),
    awkward.filter((value) => !value.includes('\t')),
  );
const date = (from: string, to: string) => {
  const day = (value: string): number => Date.parse(value) / 86_400_000;
  return fc.integer({ min: day(from), max: day(to) }).map(calendarDate);
};
const anyTerms: fc.Arbitrary<Terms> = fc.record(
  {
    customer: fc.record(
      {
        name: words(40),
        email: fc.constantFrom('wang@example.com', 'a.b+c@example.org'),
        phone: fc.constantFrom('+86 138 0013 8000', '021-555', '(02) 2345-6789'),
        locale: fc.constantFrom(...LOCALES),
        region: fc.constantFrom('CN' as const, 'TW' as const),
        timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin'),
        birthday: date('1920-01-01', '2020-12-31'),
      },
      { requiredKeys: ['name'] },
    ),
    owner: words(30),
    product: words(30),
    signedOn: date('1990-01-01', '2026-11-01'),
    deliveredOn: date('1990-01-01', '2030-01-01'),
    premium: fc.record({
      amount: fc.oneof(
        fc.integer({ min: 1, max: 999_999_999 }).map(String),
        fc.integer({ min: 1, max: 99_999_999 }).map((n) => (n / 100).toFixed(2)),
      ),
      currency: fc.constantFrom('CNY', 'TWD', 'USD', 'XAU'),
    }),
    everyMonths: fc.constantFrom(...PERIODS),
    paymentMethod: fc.constantFrom(...PAYMENT_METHODS),
    nextDueOn: date('1990-01-01', '2050-01-01'),
    endsOn: date('1990-01-01', '2099-12-31'),
    consent: fc.record({ marketing: fc.boolean() }),
  },
  { requiredKeys: ['customer', 'owner', 'product', 'signedOn', 'premium', 'everyMonths', 'paymentMethod'] },
);

test('what is exported comes back as the same terms, in every language of the header', () => {
  fc.assert(
    fc.property(fc.array(anyTerms, { minLength: 1, maxLength: 5 }), fc.constantFrom(...LOCALES), (list, locale) => {
      const contracts = list.map((terms, index) => [`C-${index}`, terms] as const);
      const { rows } = read(exportOf(contracts, locale));
      expect(rows.map(({ contractId }) => contractId)).toEqual(contracts.map(([contractId]) => contractId));
      for (const [index, row] of rows.entries()) {
        const terms = list[index];
        if (!terms || !('terms' in row)) throw new Error(JSON.stringify(row));
        expect(sameTerms(row.terms, terms)).toBe(true);
      }
    }),
  );
});

test('an export is a file that a spreadsheet opens as UTF-8 and runs nothing of', () => {
  const text = exportOf([['C-1', someTerms({ customer: { name: '=HYPERLINK("http://x.example")', phone: '+86 1' } })]], 'zh-CN');
  expect(text.startsWith('\uFEFF合同号,')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://x.example"")"`);
  expect(text).toContain("'+86 1");
  expect(text.endsWith('\r\n')).toBe(true);
});

test('no bytes make it throw, and every row has an outcome', () => {
  const pieces = fc.constantFrom(
    HEADER,
    GOOD,
    '\n',
    '\r\n',
    '\r',
    ',',
    '"',
    ';',
    '\t',
    '\u0000',
    '\uFEFF',
    '王',
    '=',
    'sep=,\n',
    '""',
    "'",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
      const file = fileOf([HEADER, '\n', ...parts].join(''));
      if (file.ok) for (const row of file.value.rows) expect('terms' in row || row.errors.length > 0).toBe(true);
      else expect(file.refusal.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      fileOf(bytes);
    }),
  );
});
