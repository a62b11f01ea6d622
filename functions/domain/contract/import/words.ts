import { LOCALES, type Locale } from '../../case/model.ts';
import { REGIONS, type Region } from '../../clocks/regions/holidayYear.ts';
import { PAYMENT_METHODS, type PaymentMethod, type Period } from '../model.ts';

/** What of a word decides: not its case, width, spaces or hyphens. */
const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');

const lookUp = <Value>(table: readonly (readonly [Value, readonly string[]])[]): ((cell: string) => Value | undefined) => {
  const values = new Map(table.flatMap(([value, words]) => words.map((word) => [plain(word), value] as const)));
  return (cell) => values.get(plain(cell));
};

/** Months between two premiums, from a number or a word. */
export const readPeriod = lookUp<Period>([
  [1, ['1', '1 month', '1个月', '1個月', 'monthly', 'month', '月', '月缴', '月繳', '月交', '每月', '按月']],
  [3, ['3', '3 months', '3个月', '3個月', 'quarterly', 'quarter', '季', '季缴', '季繳', '季交', '每季', '按季']],
  [6, ['6', '6 months', '6个月', '6個月', 'half-yearly', 'semi-annual', 'semi-annually', '半年', '半年缴', '半年繳', '半年交', '每半年']],
  [12, ['12', '12 months', '12个月', '12個月', 'yearly', 'annual', 'annually', 'year', '年', '年缴', '年繳', '年交', '每年', '按年']],
]);

const METHOD_WORDS: Readonly<Record<PaymentMethod, readonly string[]>> = {
  'direct-debit': ['debit', 'bank debit', '银行代扣', '代扣', '自动扣款', '银行转账代扣', '銀行代扣', '自動扣款', '銀行扣款'],
  transfer: ['bank transfer', 'wire', '转账', '银行转账', '汇款', '轉帳', '銀行轉帳', '匯款'],
  card: ['credit card', '信用卡', '刷卡', '银行卡', '銀行卡'],
  cash: ['现金', '現金'],
};

export const readPaymentMethod = lookUp<PaymentMethod>(PAYMENT_METHODS.map((method) => [method, [method, ...METHOD_WORDS[method]]]));

const LOCALE_WORDS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['zh', 'zh-Hans', 'zh-Hans-CN', 'Simplified Chinese', 'Chinese (Simplified)', '简体中文', '简体', '中文', '簡體中文', '簡體'],
  'zh-TW': ['zh-Hant', 'zh-Hant-TW', 'Traditional Chinese', 'Chinese (Traditional)', '繁體中文', '繁體', '正體中文', '繁体中文', '繁体'],
  en: ['en-US', 'en-GB', 'English', '英文', '英语', '英語'],
};

export const readLocale = lookUp<Locale>(LOCALES.map((locale) => [locale, [locale, ...LOCALE_WORDS[locale]]]));

const REGION_WORDS: Readonly<Record<Region, readonly string[]>> = {
  CN: ['China', 'Mainland China', '中国', '中国大陆', '大陆', '中國', '中國大陸', '大陸'],
  TW: ['Taiwan', '台湾', '台灣', '臺灣'],
};

export const readRegion = lookUp<Region>(REGIONS.map((region) => [region, [region, ...REGION_WORDS[region]]]));

export const readYesNo = lookUp<boolean>([
  [true, ['true', 'yes', 'y', '1', 'x', '✓', '是', '有', '同意', '愿意', '願意']],
  [false, ['false', 'no', 'n', '0', '否', '无', '無', '不同意', '不愿意', '不願意']],
]);

const CURRENCY_WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['CNY', ['RMB', '人民币', '人民幣', '¥', 'CN¥', '元']],
  ['TWD', ['NTD', 'NT$', '新台币', '新台幣', '新臺幣', '台币', '台幣']],
  ['HKD', ['HK$', '港币', '港幣', '港元']],
  ['USD', ['US$', '美元', '美金']],
  ['EUR', ['€', '欧元', '歐元']],
];

const byWord = lookUp<string>(CURRENCY_WORDS);

/** The code of a currency by its code or name; what is neither stays as it is, to be refused where codes are. */
export const readCurrency = (cell: string): string => byWord(cell) ?? cell.normalize('NFKC').trim().toUpperCase();
