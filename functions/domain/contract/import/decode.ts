import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { FieldError } from '../../kernel/fieldError.ts';

/** How the bytes of a file became text. */
export const ENCODINGS = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The text of a file without its byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const wrong = (code: FieldError['code'], values?: FieldError['values']) =>
  refuse<FieldError>({ pointer: '/file', code, ...(values && { values }) });

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((byte, n) => bytes[n] === byte);

const decoded = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** A workbook is a ZIP file, or in Excel's old format a compound file. */
const isWorkbook = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const isUtf16 = (bytes: Uint8Array): boolean => begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff) || bytes.includes(0);

/** Where UTF-8 breaks off, if most of what is not ASCII is UTF-8 all the same: other encodings look nearly all broken. */
const brokenUtf8Line = (bytes: Uint8Array): number | undefined => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  const sound = text.match(/(?!\uFFFD)[\u0800-\u{10FFFF}]/gu)?.length ?? 0;
  return sound > broken ? text.slice(0, text.indexOf('\uFFFD')).split(/\r\n?|\n/).length : undefined;
};

/** Share of Big5 pairs whose second byte is below 0x80, above which a text is taken for Big5: there it is about 0.4, in GB18030 such pairs are rare characters. */
const BIG5_SHARE = 0.2;

const looksLikeBig5 = (bytes: Uint8Array): boolean => {
  let pairs = 0;
  let low = 0;
  for (let n = 0; n < bytes.length; n += 1) {
    if ((bytes[n] ?? 0) < 0x80) continue;
    n += 1;
    pairs += 1;
    if ((bytes[n] ?? 0) < 0x80) low += 1;
  }
  return low > pairs * BIG5_SHARE && decoded('big5', bytes) !== undefined;
};

/**
 * The text of an uploaded file: UTF-8 where it is that without a fault, else GB18030 as Excel writes it in China. Refused with what to do about it: workbooks,
 * UTF-16, Big5, and what is neither of the two in whole. A guess that is wrong would write names that nobody has.
 */
export const decode = (bytes: Uint8Array): Result<Decoded, FieldError> => {
  if (bytes.length === 0) return wrong('csv-empty');
  if (isWorkbook(bytes)) return wrong('csv-workbook');
  if (isUtf16(bytes)) return wrong('csv-utf-16');
  const utf8 = decoded('utf-8', bytes);
  if (utf8 !== undefined) return ok({ text: utf8, encoding: 'utf-8' });
  const line = brokenUtf8Line(bytes);
  if (line !== undefined) return wrong('csv-broken', { line });
  if (looksLikeBig5(bytes)) return wrong('csv-big5');
  const gb18030 = decoded('gb18030', bytes);
  return gb18030 === undefined ? wrong('csv-encoding') : ok({ text: gb18030, encoding: 'gb18030' });
};
