import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { en as commonWords } from '../../../functions/content/common/en.ts';
import { formatDate, formatDateTime, formatDuration, formatMoney, formatRelative } from '../../../functions/content/format.ts';
import { chooseLocale } from '../../../functions/content/locale.ts';
import { en as pageWords } from '../../../functions/content/pages/en.ts';
import { zhCN as pagesCN } from '../../../functions/content/pages/zh-CN.ts';
import { zhTW as pagesTW } from '../../../functions/content/pages/zh-TW.ts';
import { zhCN as commonCN } from '../../../functions/content/common/zh-CN.ts';
import { zhTW as commonTW } from '../../../functions/content/common/zh-TW.ts';

describe('the language to answer in', () => {
  it.each([
    [undefined, undefined, 'en'],
    [undefined, '', 'en'],
    [undefined, '*', 'en'],
    [undefined, 'zh', 'zh-CN'],
    [undefined, 'zh-Hans', 'zh-CN'],
    [undefined, 'zh-SG', 'zh-CN'],
    [undefined, 'zh-Hans-HK', 'zh-CN'],
    [undefined, 'zh-Hant', 'zh-TW'],
    [undefined, 'zh-HK,zh;q=0.9,en;q=0.8', 'zh-TW'],
    [undefined, 'zh-MO', 'zh-TW'],
    [undefined, 'en-GB,en;q=0.9', 'en'],
    [undefined, 'de-DE,de;q=0.9', 'en'],
    [undefined, 'de-DE,de;q=0.9,zh-TW;q=0.5', 'zh-TW'],
    [undefined, 'en;q=0.1, zh-CN', 'zh-CN'],
    [undefined, 'zh;q=0, en', 'en'],
    [undefined, ';;;,,q=,\u0000', 'en'],
    ['zh-TW', 'en', 'zh-TW'],
    ['zh_tw', undefined, 'zh-TW'],
    ['en', 'zh-CN', 'en'],
    ['xx', 'zh-CN', 'zh-CN'],
    ['<script>', 'zh-CN', 'zh-CN'],
  ])('is, for the choice %s and Accept-Language %s, %s', (explicit, acceptLanguage, expected) => {
    expect(chooseLocale(explicit, acceptLanguage)).toBe(expected);
  });
});

/** Names of the values that a message needs, not the words of its plural forms. */
const placeholders = (text: string): readonly string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)[,}]/g), ([, name = '']) => name))].sort();

const CATALOGUES = [
  ['common en', 'en', commonWords, commonWords],
  ['common zh-CN', 'zh-CN', commonWords, commonCN],
  ['common zh-TW', 'zh-TW', commonWords, commonTW],
  ['pages en', 'en', pageWords, pageWords],
  ['pages zh-CN', 'zh-CN', pageWords, pagesCN],
  ['pages zh-TW', 'zh-TW', pageWords, pagesTW],
] as const;

describe('texts', () => {
  it.each(CATALOGUES)('of %s are all there, and can be read with the values that the English ones take', (_, locale, english, other) => {
    const texts = new Map<string, string>(Object.entries(other));
    expect([...texts.keys()]).toEqual(Object.keys(english));
    for (const [key, original] of Object.entries(english)) {
      const text = texts.get(key) ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(original)]);
      const values = Object.fromEntries(placeholders(text).map((name) => [name, 3]));
      expect([key, String(new IntlMessageFormat(text, locale).format(values))]).toEqual([key, expect.stringMatching(/\S/)]);
    }
  });

  it('use the characters and words of their place', () => {
    const [cn, tw] = [JSON.stringify([commonCN, pagesCN]), JSON.stringify([commonTW, pagesTW])];
    expect(tw).not.toMatch(/[们这问题说请处关产质还应开发务动实现结]/u);
    expect(cn).not.toMatch(/[們這問題說請處關產質還應開發務動實現結]/u);
    expect(tw).toContain('客訴');
    expect(tw).not.toMatch(/信息|質量|郵箱|短信|網絡|默認/);
  });
});

describe('formats', () => {
  const at = '2026-11-22T10:41:00.000Z';

  it('show times in the zone of the site, by name', () => {
    expect(formatDateTime(at, 'en')).toBe('Sun, 22 Nov 2026, 18:41 (China Standard Time)');
    expect(formatDateTime(at, 'zh-CN')).toBe('2026年11月22日周日 18:41（中国标准时间）');
    expect(formatDateTime(at, 'zh-TW')).toBe('2026年11月22日週日 18:41（中國標準時間）');
    expect(formatDateTime(at, 'en', 'Europe/Berlin')).toContain('11:41');
    expect(formatDate(at, 'en')).toBe('22 November 2026');
  });

  it('show money with hundredths whenever the amount names them', () => {
    expect(formatMoney({ amount: '1250.5', currency: 'CNY' }, 'zh-CN')).toBe('¥1,250.50');
    expect(formatMoney({ amount: '12', currency: 'TWD' }, 'zh-TW')).toBe('$12.00');
    expect(formatMoney({ amount: '12.50', currency: 'JPY' }, 'en')).toBe('JP¥12.50');
    expect(formatMoney({ amount: '3.00', currency: 'points' }, 'en')).toBe('3.00 points');
  });

  it.each([
    [0, '0 seconds'],
    [45, '45 seconds'],
    [3_600, '1 hour'],
    [5_400, '1 hour 30 minutes'],
    [86_400, '24 hours'],
    [172_800, '48 hours'],
    [259_200, '3 days'],
    [273_600, '3 days 4 hours'],
  ])('tell %d seconds as %s', (seconds, expected) => {
    expect(formatDuration(seconds, 'en')).toBe(expected);
  });

  it('tell a moment as seen from another', () => {
    expect(formatRelative(at, '2026-11-22T07:41:00.000Z', 'en')).toBe('in 3 hours');
    expect(formatRelative(at, '2026-11-24T10:41:00.000Z', 'zh-CN')).toBe('前天');
  });
});
