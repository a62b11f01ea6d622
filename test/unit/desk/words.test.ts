import { describe, expect, test } from '@jest/globals';
import { formatShortMoment } from '../../../functions/content/desk/shortMoment.ts';
import { en } from '../../../functions/content/desk/en.ts';
import { zhCN } from '../../../functions/content/desk/zh-CN.ts';
import { zhTW } from '../../../functions/content/desk/zh-TW.ts';
import { deskPage } from '../../../functions/web/desk/deskPage.ts';

/** Values that a text names; a plural keeps its value and drops its cases. */
const placeholders = (text: string): readonly string[] => {
  const flat = text.replace(/\{(\w+), plural,(?: =?\w+ \{[^}]*\})+\}/g, '{$1}');
  return [...new Set([...flat.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();
};

describe('the words of the desk', () => {
  test.each([
    ['zh-CN', zhCN],
    ['zh-TW', zhTW],
  ])('take the same values in %s', (_, texts) => {
    for (const [key, text] of Object.entries(en)) {
      const other: string | undefined = Object.entries(texts).find(([name]) => name === key)?.[1];
      expect([key, placeholders(other ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  test('short moments leave out the year where it is clear', () => {
    expect(formatShortMoment('2026-11-23T02:41:00.000Z', '2026-11-22T00:00:00.000Z', 'en', 'Asia/Shanghai')).toBe('Mon 23 Nov, 10:41');
    expect(formatShortMoment('2025-11-23T02:41:00.000Z', '2026-11-22T00:00:00.000Z', 'en', 'Asia/Shanghai')).toContain('2025');
  });
});

describe('the page of the desk', () => {
  const config = { issuer: 'https://issuer/"><script>', signInUrl: 'https://login', clientId: 'id', redirectUri: 'https://site/desk' };

  test('hands over its configuration as data, and no inline script or style', () => {
    const page = deskPage({ locale: 'zh-TW', path: '/desk', config });
    expect(page).toContain('lang="zh-TW"');
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|style="| on\w+="/);
    expect(page).not.toContain('"><script>');
  });
});
