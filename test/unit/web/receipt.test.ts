import { describe, expect, it } from '@jest/globals';
import { formatWorkTime } from '../../../functions/content/format.ts';
import { receiptsOf, type ReceiptLine } from '../../../functions/domain/case/clocks.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import type { Instant } from '../../../functions/domain/kernel/time.ts';
import { leftOut, receiptTable } from '../../../functions/web/customer/promises/receipt.ts';
import { grouped, receiptDays, secondsOf, until, type DayGroup } from '../../../functions/web/customer/promises/receiptDays.ts';
import { aCase } from '../../support/builders/cases.ts';

const ZONE = 'Asia/Shanghai';
const BOOKS = [FIRST_BOOK];

/** An instant by the clocks of Shanghai. */
const shanghai = (time: string): Instant => new Date(`${time}+08:00`).toISOString();

const ordinary = { classification: { category: 'product-quality', priority: 'normal', safety: false } } as const;

/** The receipt of the solution of a case opened at a time: forty hours of the standard calendar. */
const solution = (opened: string): readonly ReceiptLine[] => {
  const { state } = aCase(ordinary);
  const at = shanghai(opened);
  return receiptsOf({ ...state, openedAt: at }, BOOKS, at).resolution ?? [];
};

const told = (days: readonly DayGroup[]) =>
  days.map(({ first, last, days: count, rows }) => [
    first === last ? first : `${first} ${last} ${count}`,
    ...rows.map(({ effect, reason, name, times }) => `${effect} ${reason}${name === undefined ? '' : ` ${name}`} ${times.join(' ')}`),
  ]);

const HOUR = 60;

describe('the days of a receipt', () => {
  it('tell each hour once, days that are alike together', () => {
    expect(told(grouped(receiptDays(solution('2026-03-05T16:41:23'), ZONE)))).toEqual([
      ['2026-03-05', 'counted open 1001,1080', 'skipped closed 1080,1440'],
      ['2026-03-06', 'counted open 540,720 780,1080', 'skipped closed 0,540 1080,1440', 'skipped lunch 720,780'],
      ['2026-03-07 2026-03-08 2', 'skipped weekend 0,1440'],
      ['2026-03-09 2026-03-11 3', 'counted open 540,720 780,1080', 'skipped closed 0,540 1080,1440', 'skipped lunch 720,780'],
      ['2026-03-12', 'counted open 540,720 780,1001', 'skipped closed 0,540', 'skipped lunch 720,780'],
    ]);
  });

  it('tile every day that they touch, but for the first and the last', () => {
    const days = receiptDays(solution('2026-09-30T17:30:00'), ZONE, shanghai('2026-10-09T10:10:10'));
    const minutes = days.map(({ rows }) => rows.flatMap(({ times }) => times).reduce((sum, [from, to]) => sum + to - from, 0));
    expect(minutes.slice(1, -1).every((sum) => sum === 24 * HOUR)).toBe(true);
    expect(secondsOf(days, 'counted', 'ahead', 'late')).toBe(40 * 3600);
  });

  it('know holidays and the workdays that make up for them by name', () => {
    const lines = told(grouped(receiptDays(solution('2026-09-30T17:30:00'), ZONE)));
    expect(lines).toContainEqual(['2026-10-01 2026-10-07 7', 'skipped holiday 国庆节 0,1440']);
    expect(lines).toContainEqual([
      '2026-10-10',
      'counted make-up 国庆节 540,720 780,1080',
      'skipped closed 0,540 1080,1440',
      'skipped lunch 720,780',
    ]);
  });

  it('divide what was counted from what is still to come, and a night not at all', () => {
    const days = receiptDays(solution('2026-03-05T16:41:23'), ZONE, shanghai('2026-03-06T15:20:10'));
    expect(told(days)[1]).toEqual([
      '2026-03-06',
      'counted open 540,720 780,920',
      'ahead open 920,1080',
      'skipped closed 0,540 1080,1440',
      'skipped lunch 720,780',
    ]);
    const night = receiptDays(solution('2026-03-05T16:41:23'), ZONE, shanghai('2026-03-06T20:00:00'));
    expect(told(night)[1]).toEqual([
      '2026-03-06',
      'counted open 540,720 780,1080',
      'skipped closed 0,540 1080,1440',
      'skipped lunch 720,780',
    ]);
  });

  it('add up to the figures that the page tells, whatever the seconds', () => {
    const lines = solution('2026-03-05T16:41:23');
    for (const now of ['2026-03-05T16:41:59', '2026-03-06T09:00:00', '2026-03-06T15:20:10', '2026-03-12T16:41:00']) {
      const days = receiptDays(lines, ZONE, shanghai(now));
      expect(secondsOf(days, 'counted') + secondsOf(days, 'ahead')).toBe(40 * 3600);
    }
  });

  it('end where they are cut', () => {
    const lines = until(solution('2026-03-05T16:41:23'), shanghai('2026-03-06T10:00:00'));
    expect(lines.at(-1)?.to).toBe(shanghai('2026-03-06T10:00:00'));
    expect(told(receiptDays(lines, ZONE)).at(-1)).toEqual(['2026-03-06', 'counted open 540,600', 'skipped closed 0,540']);
  });

  it('of a receipt without lines are none', () => {
    expect(receiptDays([], ZONE)).toEqual([]);
    expect(secondsOf([], 'counted')).toBe(0);
  });
});

describe('what a receipt left out', () => {
  const of = (opened: string, locale: 'en' | 'zh-CN' | 'zh-TW') => leftOut({ locale, zone: ZONE, lines: solution(opened) });

  it('is told in one sentence, holidays by name and dates', () => {
    expect(of('2026-09-29T14:41:23', 'en')).toBe('nights, lunch breaks, weekends and National Day (1–7 Oct)');
    expect(of('2026-09-30T17:41:23', 'zh-CN')).toBe('夜间、午休、周末和国庆节假期（10月1日至7日）');
    expect(of('2026-04-30T10:00:00', 'zh-TW')).toBe('夜間、午休、週末和勞動節假期（5月1日至5日）');
  });

  it('is nothing where all counts', () => {
    const from = shanghai('2026-03-05T10:00:00');
    const to = shanghai('2026-03-05T11:00:00');
    expect(leftOut({ locale: 'en', zone: ZONE, lines: [{ from, to, counted: true, why: 'open' }] })).toBe('');
  });
});

describe('the table of a receipt', () => {
  const table = (lines: readonly ReceiptLine[], now: string): string =>
    String(receiptTable({ locale: 'en', zone: ZONE, lines, now: shanghai(now), clock: 'Solution' }));

  it('marks in words what was counted, what is to come and what was not counted', () => {
    const shown = table(solution('2026-03-05T16:41:23'), '2026-03-06T15:20:10');
    const text = shown.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Thu 5 Mar Working hours 16:41–18:00 1 hour 19 minutes');
    expect(text).toContain('Working hours 15:20–18:00 2 hours 40 minutes still to come');
    expect(text).toContain('Sat 7 Mar – Sun 8 Mar 2 days, all alike Weekend all day not counted');
    expect(text).toContain('3 × 8 hours = 24 hours');
    expect(shown).toContain('<th scope="rowgroup" colspan="2">');
    expect(shown).toMatch(/<caption class="unseen">\s*Solution: what was counted, day by day/);
  });

  it('names the years where it spans two, and the days that are only projected', () => {
    const text = table(solution('2099-12-28T16:41:23').slice(0, 4), '2099-12-28T17:00:00').replace(/<[^>]*>/g, ' ');
    expect(text).toContain('not yet announced');
    expect(table(solution('2026-12-30T16:00:00'), '2026-12-30T17:00:00')).toContain('Fri, 1 Jan 2027');
  });

  it('folds a receipt of months by month, the present one open', () => {
    const day = (date: string, hour: number): Instant => shanghai(`${date}T${String(hour).padStart(2, '0')}:00:00`);
    const dates = ['2026-03-02', '2026-03-04', '2026-03-09', '2026-03-11', '2026-04-01', '2026-04-07', '2026-04-09', '2026-04-13'];
    const more = ['2026-04-20', '2026-05-06', '2026-05-08', '2026-05-11', '2026-05-13', '2026-05-18'];
    const lines = [...dates, ...more].map((date, at): ReceiptLine => ({
      from: day(date, 9),
      to: day(date, 10 + (at % 2)),
      counted: true,
      why: 'open',
    }));
    const shown = table(lines, '2026-04-08T10:00:00');
    expect(shown.match(/<details class="receipt-month"/g)).toHaveLength(3);
    expect(shown).toMatch(/<details class="receipt-month"\s+open>\s*<summary>\s*April 2026: \d+ hours counted/);
    expect(shown.match(/<details class="receipt-month"\s+open/g)).toHaveLength(1);
  });
});

describe('working time', () => {
  it.each([
    [0, '0 minutes'],
    [45, '45 seconds'],
    [60, '1 minute'],
    [3_600, '1 hour'],
    [12_000, '3 hours 20 minutes'],
    [144_000, '40 hours'],
    [-5, '0 minutes'],
  ])('of %d seconds is told in hours and minutes, never in days: %s', (seconds, expected) => {
    expect(formatWorkTime(seconds, 'en')).toBe(expected);
  });
});
