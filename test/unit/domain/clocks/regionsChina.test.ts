import { describe, expect, test } from '@jest/globals';
import chineseDays from 'chinese-days';
import { projectChina } from '../../../../functions/domain/clocks/regions/projectChina.ts';
import { statutoryDays } from '../../../../functions/domain/clocks/regions/statutory.ts';
import { calendarDate, dayNumber, weekday } from '../../../../functions/domain/kernel/time.ts';

const CHINA = statutoryDays('CN', []);
const day = (date: string) => CHINA.dayOf(dayNumber(date));

describe('days off and make-up workdays of mainland China', () => {
  test.each([2024, 2025, 2026])('are those of chinese-days on every day of %d', (year) => {
    const different: string[] = [];
    for (let at = dayNumber(`${year}-01-01`); at < dayNumber(`${year + 1}-01-01`); at++) {
      const date = calendarDate(at);
      const special = CHINA.dayOf(at);
      const works = special ? special.kind === 'work' : weekday(at) < 5;
      if (works !== chineseDays.isWorkday(date) || (special !== undefined) !== chineseDays.getDayDetail(date).name.includes(','))
        different.push(date);
    }
    expect(different).toEqual([]);
    expect(CHINA.isConfirmed(year)).toBe(true);
  });

  test('carry the name of their holiday', () => {
    expect(day('2026-02-14')).toEqual({ kind: 'work', name: '春节' });
    expect(day('2026-02-15')).toEqual({ kind: 'off', name: '春节' });
    expect(day('2025-09-28')).toEqual({ kind: 'work', name: '国庆节、中秋节' });
    expect(day('2026-02-13')).toBeUndefined();
    expect(day('2026-03-01')).toBeUndefined();
  });

  test('name the notice that they come from', () => {
    expect([2024, 2025, 2026].map((year) => CHINA.yearOf(year).source)).toEqual([
      '国办发明电〔2023〕7号',
      '国办发明电〔2024〕12号',
      '国办发明电〔2025〕7号',
    ]);
  });
});

describe('days off of mainland China by the law alone', () => {
  const offIn = (year: number) => CHINA.yearOf(year).holidays.map(({ name, from, to }) => `${name} ${from.slice(5)}…${to.slice(5)}`);

  test('a year without a notice is projected, unconfirmed and without make-up workdays', () => {
    expect(CHINA.yearOf(2027)).toMatchObject({ region: 'CN', year: 2027, source: '全国年节及纪念日放假办法', confirmed: false });
    expect(CHINA.isConfirmed(2027)).toBe(false);
    expect(offIn(2027)).toEqual([
      '元旦 01-01…01-01',
      '春节 02-05…02-08',
      '清明节 04-05…04-05',
      '劳动节 05-01…05-02',
      '端午节 06-09…06-09',
      '中秋节 09-15…09-15',
      '国庆节 10-01…10-03',
    ]);
    expect(CHINA.yearOf(2027).holidays.flatMap(({ workdays }) => workdays)).toEqual([]);
  });

  test('before 2025 the law gave neither 除夕 nor 2 May', () => {
    expect(offIn(2023)).toContain('春节 01-22…01-24');
    expect(offIn(2023)).toContain('劳动节 05-01…05-01');
    expect(offIn(2013)).toContain('春节 02-09…02-11');
  });

  test('a Mid-Autumn in the National Day break is one holiday with it', () => {
    expect(offIn(2031).at(-1)).toBe('国庆节、中秋节 10-01…10-03');
    expect(offIn(2029).slice(-2)).toEqual(['中秋节 09-22…09-22', '国庆节 10-01…10-03']);
  });

  test.each([2024, 2025, 2026])('the days that the law gives are off in the notice of %d too', (year) => {
    const byLaw = projectChina(year).holidays.flatMap(({ from, to }) => range(dayNumber(from), dayNumber(to)));
    expect(byLaw.filter((at) => CHINA.dayOf(at)?.kind !== 'off' && weekday(at) < 5)).toEqual([]);
  });

  test('nothing is known outside 1970–2099', () => {
    for (const year of [1969, 2100, Number.NaN]) expect(CHINA.yearOf(year)).toMatchObject({ confirmed: false, holidays: [] });
    expect(CHINA.dayOf(Number.NaN)).toBeUndefined();
    expect(day('2100-01-01')).toBeUndefined();
    expect(day('2026-10-01')).toMatchObject({ kind: 'off' });
  });
});

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
