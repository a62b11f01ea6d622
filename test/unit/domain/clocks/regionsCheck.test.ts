import { describe, expect, test } from '@jest/globals';
import { CHINA } from '../../../../functions/domain/clocks/regions/china.ts';
import type { Holiday, HolidayYear } from '../../../../functions/domain/clocks/regions/holidayYear.ts';
import { checkHolidayYear } from '../../../../functions/domain/clocks/regions/checkHolidayYear.ts';
import { projectChina } from '../../../../functions/domain/clocks/regions/projectChina.ts';
import { projectTaiwan } from '../../../../functions/domain/clocks/regions/projectTaiwan.ts';
import { TAIWAN } from '../../../../functions/domain/clocks/regions/taiwan.ts';

const list = (...holidays: Holiday[]): HolidayYear => ({ region: 'TW', year: 2027, source: '公告', confirmed: true, holidays });
const holiday = (from: string, to: string, ...workdays: string[]): Holiday => ({ name: '春節', from, to, workdays });
const check = (...holidays: Holiday[]) => checkHolidayYear(list(...holidays), '/year');

describe('a list of statutory days', () => {
  test('is right when it came with the software or follows from the law', () => {
    const projected = Array.from({ length: 92 }, (_, index) => [projectChina(2008 + index), projectTaiwan(2008 + index)]);
    for (const right of [...CHINA, ...TAIWAN, ...projected.flat()]) expect(checkHolidayYear(right, '')).toEqual([]);
  });

  test('may begin or be made up for in December before', () => {
    expect(check(holiday('2026-12-31', '2027-01-02', '2026-12-27'))).toEqual([]);
  });

  test.each<[string, Holiday[], object]>([
    ['a date that does not exist', [holiday('2027-02-29', '2027-03-01')], { pointer: '/year/holidays/0/from', code: 'date' }],
    [
      'a workday that does not exist',
      [holiday('2027-02-05', '2027-02-05', 'soon')],
      { pointer: '/year/holidays/0/workdays/0', code: 'date' },
    ],
    ['a range that runs backwards', [holiday('2027-02-10', '2027-02-05')], { pointer: '/year/holidays/0/to', code: 'end-before-start' }],
    ['a range far too long', [holiday('2027-02-01', '2027-03-04')], { code: 'holiday-length', values: { max: 31 } }],
    ['a date of another year', [holiday('2026-02-05', '2026-02-05')], { pointer: '/year/holidays/0/from', code: 'holiday-year' }],
    [
      'a date named twice',
      [holiday('2027-02-05', '2027-02-08'), holiday('2027-02-08', '2027-02-09')],
      { pointer: '/year/holidays/1', code: 'holidays-overlap', values: { date: '2027-02-08' } },
    ],
    ['a workday in the week', [holiday('2027-02-05', '2027-02-05', '2027-02-10')], { code: 'workday-not-weekend' }],
    ['a workday on a day off', [holiday('2027-02-05', '2027-02-08', '2027-02-06')], { code: 'workday-in-holiday' }],
    ['a workday twice', [holiday('2027-02-05', '2027-02-08', '2027-02-13', '2027-02-13')], { code: 'repeated' }],
    ['a workday far away', [holiday('2027-02-05', '2027-02-08', '2027-04-10')], { code: 'workday-far' }],
    ['no name', [{ ...holiday('2027-02-05', '2027-02-05'), name: ' ' }], { pointer: '/year/holidays/0/name', code: 'required' }],
  ])('is refused for %s', (_, holidays, error) => {
    expect(check(...holidays)).toEqual(expect.arrayContaining([expect.objectContaining(error)]));
  });

  test('is refused without a source, outside the years that count, and for China without one of the seven', () => {
    expect(checkHolidayYear({ ...list(), source: ' ' }, '')).toEqual([{ pointer: '/source', code: 'required' }]);
    expect(checkHolidayYear({ ...list(), year: 2100 }, '')).toEqual([{ pointer: '/year', code: 'years' }]);
    const [, , china] = CHINA;
    const without = {
      ...list(),
      region: 'CN' as const,
      year: 2026,
      holidays: china?.holidays.filter(({ name }) => name !== '端午节') ?? [],
    };
    expect(checkHolidayYear(without, '')).toEqual([{ pointer: '/holidays', code: 'holiday-missing', values: { name: '端午节' } }]);
  });

  test('of a huge range costs nothing', () => {
    expect(check(holiday('0001-01-01', '9999-12-31')).map(({ code }) => code)).toContain('holiday-length');
  });
});
