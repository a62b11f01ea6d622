import { describe, expect, test } from '@jest/globals';
import { projectTaiwan } from '../../../../functions/domain/clocks/regions/projectTaiwan.ts';
import { statutoryDays } from '../../../../functions/domain/clocks/regions/statutory.ts';
import { calendarDate, dayNumber, weekday } from '../../../../functions/domain/kernel/time.ts';

const TAIWAN = statutoryDays('TW', []);

/** Weekdays off in the office calendars of the 行政院人事行政總處 with 勞動節, as MM-DD. */
const CALENDARS: Readonly<Record<number, string>> = {
  2024: '01-01 02-08 02-09 02-12 02-13 02-14 02-28 04-04 04-05 05-01 06-10 09-17 10-10',
  2025: '01-01 01-27 01-28 01-29 01-30 01-31 02-28 04-03 04-04 05-01 05-30 09-29 10-06 10-10 10-24 12-25',
  2026: '01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25',
  2027: '01-01 02-04 02-05 02-08 02-09 02-10 03-01 04-05 04-06 04-30 06-09 09-15 09-28 10-11 10-25 12-24 12-31',
};

const eachDay = (year: number) => {
  const first = dayNumber(`${year}-01-01`);
  return Array.from({ length: dayNumber(`${year + 1}-01-01`) - first }, (_, index) => first + index);
};

const weekdaysOff = (days: typeof TAIWAN, year: number) =>
  eachDay(year)
    .filter((day) => weekday(day) < 5 && days.dayOf(day)?.kind === 'off')
    .map((day) => calendarDate(day).slice(5))
    .join(' ');

describe('days off of Taiwan', () => {
  test.each([2024, 2025, 2026])('are those of the office calendar of %d', (year) => {
    expect(weekdaysOff(TAIWAN, year)).toBe(CALENDARS[year]);
    expect(TAIWAN.isConfirmed(year)).toBe(true);
  });

  test('the only workdays on a weekend are two of Taiwan, none of the mainland', () => {
    const workdays = [2024, 2025, 2026].flatMap(eachDay).filter((day) => TAIWAN.dayOf(day)?.kind === 'work');
    expect(workdays.map(calendarDate)).toEqual(['2024-02-17', '2025-02-08']);
  });

  test.each([2026, 2027])('follow from the law with their substitutes: %d', (year) => {
    const byLaw = statutoryDays(
      'TW',
      [year, year + 1].map((projected) => projectTaiwan(projected)),
    );
    expect(byLaw.isConfirmed(year)).toBe(false);
    expect(weekdaysOff(byLaw, year)).toBe(CALENDARS[year]);
  });

  test.each([
    ['the day before 清明節 on Tuesday, 4 April', 2017, ['04-03', '04-04']],
    ['the day before 清明節 on Saturday, 4 April', 2020, ['04-02', '04-03']],
    ['two days before 清明節 on Sunday, 4 April', 2021, ['04-02', '04-05']],
    ['the day after 清明節 on Thursday, 4 April', 2024, ['04-04', '04-05']],
  ])('兒童節 is kept on %s', (_, year, expected) => {
    const byLaw = weekdaysOff(statutoryDays('TW', [projectTaiwan(year)]), year).split(' ');
    expect(byLaw.filter((date) => date > '04' && date < '04-10')).toEqual(expected);
  });

  test('中秋節 on 教師節 is one day off', () => {
    expect(projectTaiwan(2042).holidays).toContainEqual({ name: '中秋節、教師節', from: '2042-09-28', to: '2042-09-29', workdays: [] });
  });

  test('no year from 1970 to 2099 has two holidays on one day', () => {
    for (let year = 1970; year <= 2099; year++) {
      const { holidays } = projectTaiwan(year);
      holidays.forEach(({ from, to }, index) => {
        expect(from <= to && (holidays[index + 1]?.from ?? '9') > to).toBe(true);
      });
    }
  });
});
