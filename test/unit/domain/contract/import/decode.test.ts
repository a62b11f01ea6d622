import { expect, test } from '@jest/globals';
import { decode } from '../../../../../functions/domain/contract/import/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Chinese text as Excel in China and in Taiwan would write it; Node only reads these encodings, so the pairs of bytes are looked up. */
const encoder = (label: string): ((text: string) => Uint8Array) => {
  const pairs = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = new TextDecoder(label).decode(new Uint8Array([first, second]));
      if (!pairs.has(character)) pairs.set(character, [first, second]);
    }
  return (text) => new Uint8Array([...text].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : [...(pairs.get(one) ?? [0x3f])])));
};
const gb = encoder('gb18030');
const big5 = encoder('big5');

const SIMPLIFIED = '合同号,客户姓名\nC-1,王芳\nC-2,欧阳娜娜\nC-3,李小龙\n';
const TRADITIONAL = '合約編號,客戶姓名\nC-1,王芳\nC-2,歐陽娜娜\nC-3,陳建宏\n';

const BOM = [0xef, 0xbb, 0xbf];

test.each([
  ['UTF-8', utf8(SIMPLIFIED), SIMPLIFIED, 'utf-8'],
  ['UTF-8 with a mark', new Uint8Array([...BOM, ...utf8(SIMPLIFIED)]), SIMPLIFIED, 'utf-8'],
  ['GB18030', gb(SIMPLIFIED), SIMPLIFIED, 'gb18030'],
  ['GB18030 with traditional characters', gb(TRADITIONAL), TRADITIONAL, 'gb18030'],
  ['GB18030 with four bytes', new Uint8Array([...gb('王'), 0x95, 0x32, 0x82, 0x36]), '王𠀀', 'gb18030'],
  ['ASCII', utf8('a,b\n1,2\n'), 'a,b\n1,2\n', 'utf-8'],
])('%s is read', (_, bytes, text, encoding) => {
  expect(decode(bytes)).toEqual({ ok: true, value: { text, encoding } });
});

test.each([
  ['nothing', new Uint8Array(), 'csv-empty'],
  ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), 'csv-utf-16'],
  ['UTF-16 without one', new Uint8Array(Buffer.from('a,b\n', 'utf16le')), 'csv-utf-16'],
  ['UTF-16 the other way round', new Uint8Array([0xfe, 0xff, 0x00, 0x61]), 'csv-utf-16'],
  ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]), 'csv-workbook'],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'csv-workbook'],
  ['Big5', big5(TRADITIONAL.repeat(5)), 'csv-big5'],
  ['bytes of no encoding', new Uint8Array([0x41, 0xff, 0xff, 0x42]), 'csv-encoding'],
])('%s is refused by name', (_, bytes, code) => {
  expect(decode(bytes)).toMatchObject({ ok: false, refusal: { pointer: '/file', code } });
});

test('UTF-8 with a broken character is refused with its line, and not taken for GB18030', () => {
  const text = Buffer.concat([Buffer.from('name\n王芳\n李小龙\n'), Buffer.from([0xe5]), Buffer.from('\n张伟\n')]);
  expect(decode(text)).toMatchObject({ ok: false, refusal: { code: 'csv-broken', values: { line: 4 } } });
});
