import { describe, expect, test } from '@jest/globals';
import { formatShortMoment } from '../../../functions/content/desk/shortMoment.ts';
import * as care from '../../../functions/content/desk/care/en.ts';
import * as careCN from '../../../functions/content/desk/care/zh-CN.ts';
import * as careTW from '../../../functions/content/desk/care/zh-TW.ts';
import * as clocks from '../../../functions/content/desk/clocks/en.ts';
import * as clocksCN from '../../../functions/content/desk/clocks/zh-CN.ts';
import * as clocksTW from '../../../functions/content/desk/clocks/zh-TW.ts';
import * as contracts from '../../../functions/content/desk/contracts/en.ts';
import * as contractsCN from '../../../functions/content/desk/contracts/zh-CN.ts';
import * as contractsTW from '../../../functions/content/desk/contracts/zh-TW.ts';
import * as tasks from '../../../functions/content/desk/tasks/en.ts';
import * as tasksCN from '../../../functions/content/desk/tasks/zh-CN.ts';
import * as tasksTW from '../../../functions/content/desk/tasks/zh-TW.ts';
import * as figures from '../../../functions/content/desk/figures/en.ts';
import * as figuresCN from '../../../functions/content/desk/figures/zh-CN.ts';
import * as figuresTW from '../../../functions/content/desk/figures/zh-TW.ts';
import { formatWorkTime } from '../../../functions/content/desk/workTime.ts';
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
    ['zh-CN', en, zhCN],
    ['zh-TW', en, zhTW],
    ['zh-CN, care', care.en, careCN.zhCN],
    ['zh-TW, care', care.en, careTW.zhTW],
    ['zh-CN, clocks', clocks.en, clocksCN.zhCN],
    ['zh-TW, clocks', clocks.en, clocksTW.zhTW],
    ['zh-CN, contracts', contracts.en, contractsCN.zhCN],
    ['zh-TW, contracts', contracts.en, contractsTW.zhTW],
    ['zh-CN, tasks', tasks.en, tasksCN.zhCN],
    ['zh-TW, tasks', tasks.en, tasksTW.zhTW],
    ['zh-CN, figures', figures.en, figuresCN.zhCN],
    ['zh-TW, figures', figures.en, figuresTW.zhTW],
  ])('take the same values in %s', (_, english, texts) => {
    for (const [key, text] of Object.entries(english)) {
      const other: string | undefined = Object.entries(texts).find(([name]) => name === key)?.[1];
      expect([key, placeholders(other ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  test.each([
    [0, '0 min', '0 分钟'],
    [59, '59 s', '59 秒'],
    [60, '1 min', '1 分钟'],
    [7_859, '2 h 10 min', '2 小时 10 分钟'],
    [8 * 3_600, '8 h', '8 小时'],
    [1_000 * 3_600 + 60, '1,000 h 1 min', '1,000 小时 1 分钟'],
  ])('working time of %d s has no days', (seconds, english, chinese) => {
    expect(formatWorkTime(seconds, 'en')).toBe(english);
    expect(formatWorkTime(seconds, 'zh-CN')).toBe(chinese);
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
