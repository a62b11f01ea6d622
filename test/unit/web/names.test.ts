import { describe, expect, it } from '@jest/globals';
import { formatDates, formatDay, formatDays } from '../../../functions/content/format.ts';
import { holidayName, lawName } from '../../../functions/content/names.ts';
import { customerZone } from '../../../functions/content/zone.ts';
import { legalRuleFor, LEGAL_CLOCKS } from '../../../functions/domain/clocks/legalRules.ts';
import { CHINA } from '../../../functions/domain/clocks/regions/china.ts';
import { REGIONS } from '../../../functions/domain/clocks/regions/holidayYear.ts';
import { projectChina } from '../../../functions/domain/clocks/regions/projectChina.ts';
import { projectTaiwan } from '../../../functions/domain/clocks/regions/projectTaiwan.ts';
import { TAIWAN } from '../../../functions/domain/clocks/regions/taiwan.ts';
import { aCase, anOpening } from '../../support/builders/cases.ts';

describe('holidays', () => {
  const years = [...CHINA, ...TAIWAN, ...[2031, 2040, 2050].flatMap((year) => [projectChina(year), projectTaiwan(year)])];
  const names = [...new Set(years.flatMap(({ holidays }) => holidays.map(({ name }) => name)))];

  it.each(names)('have a name in every language: %s', (name) => {
    expect(holidayName(name, 'en')).toMatch(/^[\x20-\x7e’]+$/);
    expect(holidayName(name, 'zh-CN')).not.toMatch(/[節國慶興動兒]/);
    expect(holidayName(name, 'zh-TW')).not.toMatch(/[节国庆兴动儿]/);
  });

  it('that fall together are named together', () => {
    expect(holidayName('国庆节、中秋节', 'en')).toBe('National Day / Mid-Autumn Festival');
    expect(holidayName('国庆节、中秋节', 'zh-CN')).toBe('国庆节、中秋节');
  });

  it('that are not known keep the name that they came with', () => {
    expect(holidayName('抗战胜利纪念日', 'en')).toBe('抗战胜利纪念日');
    expect(holidayName('constructor', 'en')).toBe('constructor');
  });
});

describe('laws', () => {
  const sources = REGIONS.flatMap((region) => LEGAL_CLOCKS.flatMap((clock) => legalRuleFor(clock, region, '2026-03-02')?.source ?? []));

  it.each(sources)('have a name in every language: %s', (source) => {
    expect(lawName(source, 'en')).toMatch(/^[\x20-\x7e’]+$/);
    expect(lawName(source, 'zh-CN')).toContain('《');
    expect(lawName(source, 'zh-TW')).toContain('《');
  });

  it('that are not known are cited as they are', () => {
    expect(lawName('民法典 第一条', 'en')).toBe('民法典 第一条');
  });
});

describe('dates', () => {
  it('of a calendar are told with their weekday', () => {
    expect(formatDay('2026-02-18', 'en')).toBe('Wed, 18 Feb 2026');
    expect(formatDay('2026-02-18', 'zh-TW')).toBe('2026年2月18日週三');
    expect(formatDays('2026-03-02', '2026-03-06', 'en', { year: false })).toBe('Mon 2 Mar – Fri 6 Mar');
    expect(formatDays('2026-03-02', '2026-03-02', 'zh-CN')).toBe('2026年3月2日周一');
  });

  it('in a row are told short', () => {
    expect(formatDates('2026-10-01', '2026-10-08', 'en')).toBe('1–8 Oct');
    expect(formatDates('2026-09-30', '2026-10-03', 'en')).toBe('30 Sept – 3 Oct');
    expect(formatDates('2026-10-01', '2026-10-08', 'zh-CN')).toBe('10月1日至8日');
    expect(formatDates('2026-10-01', '2026-10-01', 'zh-TW')).toBe('10月1日');
  });
});

describe('the zone of a customer', () => {
  it('is that of the region that somebody named, and never guessed from the language', () => {
    expect(customerZone(aCase({ customer: { ...anOpening().customer, locale: 'zh-TW' } }).state)).toBe('Asia/Shanghai');
    const { state } = aCase({ customer: { ...anOpening().customer, region: 'TW' } });
    expect(customerZone(state)).toBe('Asia/Taipei');
    expect(customerZone({ ...state, classification: { ...state.classification, region: 'CN' } })).toBe('Asia/Shanghai');
  });
});
