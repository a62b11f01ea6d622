import { describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import type { HolidayYear } from '../../../functions/domain/clocks/regions/holidayYear.ts';
import type { RuleBook } from '../../../functions/domain/clocks/rules.ts';
import * as answers from '../../../functions/handlers/api/answers.ts';
import { holidayYear } from '../../../functions/handlers/api/clockSchemas.ts';
import { NOTICE_2026 } from '../../support/builders/notices.ts';
import { admin, auditor, chen } from '../../support/builders/staff.ts';
import { ask, bodyOf, rulesShelf } from './doors.ts';

const errorsOf = (body: unknown): readonly string[] =>
  (parse(answers.problems['invalid-input'], body).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

/** Rules with days off that were entered at the desk. */
const withYear = (...holidayYears: readonly HolidayYear[]): readonly RuleBook[] => [
  { ...FIRST_BOOK, rules: { ...FIRST_BOOK.rules, holidayYears } },
];

const typhoon: HolidayYear = {
  ...{ region: 'TW', year: 2027, source: '行政院', confirmed: true },
  holidays: [{ name: '颱風', from: '2027-08-02', to: '2027-08-03', workdays: [] }],
};

describe('the days off of a year', () => {
  const holidays = (query: Readonly<Record<string, string>>, books?: readonly RuleBook[]) =>
    ask([], 'GET', '/api/desk/clocks/holidays', { as: auditor, query, rules: rulesShelf(books) });

  test('are those that came with the software', async () => {
    const year = parse(holidayYear, bodyOf(await holidays({ region: 'CN', year: '2026' })));
    expect(year).toMatchObject({ region: 'CN', year: 2026, confirmed: true, source: '国办发明电〔2025〕7号' });
    expect(year.holidays.map(({ name }) => name)).toContain('国庆节');
  });

  test('are projected from the law where there is no notice', async () => {
    const year = parse(holidayYear, bodyOf(await holidays({ region: 'CN', year: '2060' })));
    expect(year).toMatchObject({ year: 2060, confirmed: false });
    expect(year.holidays.length).toBeGreaterThan(5);
  });

  test('are those that were entered at the desk, before all', async () => {
    expect(bodyOf(await holidays({ region: 'TW', year: '2027' }, withYear(typhoon)))).toEqual(typhoon);
  });

  test.each([
    [{}, ['/region required', '/year required']],
    [{ region: 'JP', year: '2026' }, ['/region choice']],
    [{ region: 'CN', year: '1969' }, ['/year years']],
    [{ region: 'CN', year: '2100' }, ['/year years']],
    [{ region: 'CN', year: '2026.5' }, ['/year type']],
    [{ region: 'CN', year: 'next' }, ['/year type']],
    [{ region: 'CN', year: '' }, ['/year years']],
  ])('are not for %j', async (query: Readonly<Record<string, string>>, errors) => {
    const answer = await holidays(query);
    expect([answer.status, errorsOf(bodyOf(answer))]).toEqual([422, errors]);
  });
});

describe('a notice', () => {
  const notice = (body: unknown, more: Partial<Parameters<typeof ask>[3]> = {}) =>
    ask([], 'POST', '/api/desk/clocks/notice', { as: admin, body, ...more });
  const question = { region: 'CN', year: 2026, text: NOTICE_2026 };

  test('that is known changes nothing', async () => {
    const answer = parse(answers.noticeAnswer, bodyOf(await notice(question)));
    expect(answer.holidayYear).toMatchObject({ region: 'CN', year: 2026, confirmed: true, source: '国办发明电〔2025〕7号' });
    expect(answer.changes).toEqual([]);
  });

  test('tells every date that would count otherwise, and writes nothing', async () => {
    const known: HolidayYear = {
      ...{ region: 'CN', year: 2026, source: 'x', confirmed: true },
      holidays: [
        { name: '元旦', from: '2026-01-01', to: '2026-01-02', workdays: ['2026-01-04'] },
        { name: '春节', from: '2026-02-15', to: '2026-02-23', workdays: ['2026-02-14', '2026-02-28'] },
        { name: '清明节', from: '2026-04-04', to: '2026-04-06', workdays: [] },
        { name: '劳动节', from: '2026-05-01', to: '2026-05-05', workdays: ['2026-05-09'] },
        { name: '端午节', from: '2026-06-19', to: '2026-06-21', workdays: [] },
        { name: '中秋节', from: '2026-09-25', to: '2026-09-27', workdays: [] },
        { name: '国庆节', from: '2026-10-01', to: '2026-10-07', workdays: ['2026-09-20', '2026-10-11'] },
      ],
    };
    const rules = rulesShelf(withYear(known));
    const answer = parse(answers.noticeAnswer, bodyOf(await notice(question, { rules })));
    expect(answer.changes).toEqual([
      { date: '2026-01-03', after: { kind: 'off', name: '元旦' } },
      { date: '2026-10-10', after: { kind: 'work', name: '国庆节' } },
      { date: '2026-10-11', before: { kind: 'work', name: '国庆节' } },
    ]);
    expect(await rules.since('1970-01-01T00:00:00.000Z')).toHaveLength(1);
  });

  test('is read for admins', async () => {
    expect(await notice(question, { as: chen })).toMatchObject({ status: 403 });
    expect(await ask([], 'POST', '/api/desk/clocks/notice', { body: question })).toMatchObject({ status: 401 });
  });

  test('is refused with the sentence that cannot be read', async () => {
    const wrong = NOTICE_2026.replace('1月4日（周日）上班', '1月4日（周一）上班');
    const answer = await notice({ ...question, text: wrong }, { headers: { 'accept-language': 'en' } });
    expect(answer.status).toBe(422);
    const { errors = [] } = parse(answers.problems['invalid-input'], bodyOf(answer));
    expect(errors).toEqual([
      {
        ...{ pointer: '/text', code: 'notice-weekday', about: expect.stringContaining('上班') },
        detail: '2026-01-04 is another weekday than this sentence says.',
      },
    ]);
  });

  test.each([
    ['of another year', { ...question, year: 2027 }, ['/text notice-year']],
    ['of no year', { region: 'CN', text: NOTICE_2026 }, ['/year required']],
    ['of another region', { ...question, region: 'TW' }, ['/region choice']],
    ['that is empty', { ...question, text: ' \n ' }, ['/text required']],
    ['that is too long', { ...question, text: '一'.repeat(10_001) }, ['/text too-long']],
    ['with more than is asked', { ...question, url: 'https://www.gov.cn' }, ['/url unknown-field']],
    ['without a body', undefined, ['/region required', '/year required', '/text required']],
  ])('is refused: one %s', async (_, body, errors) => {
    const answer = await notice(body);
    expect(answer.status).toBe(422);
    expect(errorsOf(bodyOf(answer))).toEqual(expect.arrayContaining(errors));
  });
});
