import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHINA } from '../../../../functions/domain/clocks/regions/china.ts';
import { readNotice } from '../../../../functions/domain/clocks/regions/notice.ts';
import { LONGEST_NOTICE } from '../../../../functions/domain/clocks/regions/noticeText.ts';
import { NOTICE_2019, NOTICE_2021, NOTICE_2023, NOTICE_2024, NOTICE_2025, NOTICE_2026 } from '../../../support/builders/notices.ts';

const builtIn = (year: number) => CHINA.find((list) => list.year === year);
const read = (year: number, text: string, source?: string) => {
  const result = readNotice(year, text, source);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const refused = (text: string, year = 2026) => {
  const result = readNotice(year, text);
  return result.ok ? [] : result.refusal;
};
/** The notice of 2026 with one passage changed. */
const changed = (from: string, to: string) => {
  expect(NOTICE_2026).toContain(from);
  return NOTICE_2026.replace(from, to);
};

describe('the notice of the State Council as it is published', () => {
  test.each([
    [2024, NOTICE_2024],
    [2025, NOTICE_2025],
    [2026, NOTICE_2026],
  ])('of %d gives the built-in list', (year, text) => {
    expect(read(year, text)).toEqual(builtIn(year));
  });

  test('is read from one line, from half-width punctuation, from indented lines and from broken ones', () => {
    const pasted = [
      NOTICE_2026.replaceAll('\n', ''),
      NOTICE_2026.normalize('NFKC'),
      NOTICE_2026.replaceAll('\n', '\r\n\u3000\u3000'),
      NOTICE_2026.replaceAll('、周日）', '、\n周日）'),
      NOTICE_2026.replaceAll('。', '。\n'),
      `${NOTICE_2026}\n来源：新华社\n相关阅读\n12月13日放假，人们……上班。关于2027年、国办发明电〔2026〕9号`,
    ];
    for (const text of pasted) expect(read(2026, text)).toEqual(builtIn(2026));
  });

  test('may cross the turn of the year', () => {
    const cross = read(2023, NOTICE_2023).holidays[0];
    expect(cross).toEqual({ name: '元旦', from: '2022-12-31', to: '2023-01-02', workdays: [] });
    expect(read(2019, NOTICE_2019).holidays[0]).toEqual({ name: '元旦', from: '2018-12-30', to: '2019-01-01', workdays: ['2018-12-29'] });
  });

  test('may say 调休 where a weekend day alone is made up for', () => {
    expect(read(2021, NOTICE_2021).holidays[2]).toEqual({ name: '清明节', from: '2021-04-03', to: '2021-04-05', workdays: [] });
  });

  test('is named by its number, else by what is given, else by its title', () => {
    const numberless = changed('国办发明电〔2025〕7号', '');
    expect(read(2026, numberless, ' gov.cn ').source).toBe('gov.cn');
    expect(read(2026, numberless).source).toBe('国务院办公厅关于2026年部分节假日安排的通知');
    expect(read(2026, changed('〔2025〕', '[2025]'), 'gov.cn').source).toBe('国办发明电〔2025〕7号');
    expect(refused(NOTICE_2026.slice(NOTICE_2026.indexOf('一、')))).toEqual([{ code: 'notice-source', text: '' }]);
  });

  test('may name a holiday more', () => {
    const more = changed('\n\n鼓励单位', '\n八、抗战胜利纪念日：9月3日（周四）放假1天。\n\n鼓励单位');
    expect(read(2026, more).holidays.at(-1)).toEqual({ name: '抗战胜利纪念日', from: '2026-09-03', to: '2026-09-03', workdays: [] });
  });
});

describe('a notice is refused', () => {
  test.each([
    ['another weekday', '1月4日（周日）上班', '1月4日（周一）上班', 'notice-weekday', { date: '2026-01-04' }],
    ['another weekday at the end of a range', '至23日（农历正月初七、周一）', '至23日（农历正月初七、周二）', 'notice-weekday', undefined],
    ['another number of days', '共9天', '共8天', 'notice-count', { said: 8, found: 9 }],
    ['a date that does not exist', '2月28日（周六）', '2月29日（周六）', 'date', undefined],
    ['a range that runs backwards', '4月4日（周六）至6日（周一）', '4月6日（周一）至4日（周六）', 'end-before-start', undefined],
    [
      'two holidays on one day',
      '9月25日（周五）至27日（周日）放假，共3天',
      '9月25日至10月1日放假',
      'holidays-overlap',
      { date: '2026-10-01' },
    ],
    ['a make-up workday that is no weekend', '5月9日（周六）', '5月8日（周五）', 'workday-not-weekend', { date: '2026-05-08' }],
    ['a make-up workday inside a holiday', '10月10日（周六）', '9月26日（周六）', 'workday-in-holiday', { date: '2026-09-26' }],
    ['a make-up workday twice', '5月9日（周六）', '2月28日（周六）', 'repeated', undefined],
    ['a make-up workday of another year', '1月4日（周日）', '2025年1月4日（周六）', 'holiday-year', { date: '2025-01-04', year: '2026' }],
    ['make-up workdays that got lost', '9月20日（周日）、10月10日（周六）上班。', '', 'notice-make-up', undefined],
    ['one make-up workday that got lost', '9月20日（周日）、', '', 'notice-make-up', undefined],
    ['make-up workdays that got lost with the word for them', '调休，共3天。1月4日（周日）上班。', '。', 'notice-make-up', undefined],
    ['a make-up workday far from its holiday', '10月10日（周六）', '1月10日（周六）', 'workday-far', { date: '2026-01-10' }],
    [
      'days that are not those of the holiday',
      '：6月19日（周五）至21日（周日）',
      '：6月12日（周五）至14日（周日）',
      'holiday-elsewhere',
      { name: '端午节', date: '2026-06-19' },
    ],
    [
      'two holidays run together',
      '：9月25日（周五）至27日（周日）放假，共3天。\n\n七、',
      '、',
      'holiday-elsewhere',
      { name: '中秋节', date: '2026-09-25' },
    ],
    ['unknown words', '5月9日（周六）上班', '5月9日（周六）照旧', 'notice-unreadable', undefined],
    ['an unknown clause', '放假，共3天。\n\n四', '放假，共3天，另行通知。\n\n四', 'notice-unreadable', undefined],
    ['an unknown note in brackets', '（周五）至21日', '（礼拜五）至21日', 'notice-unreadable', undefined],
    ['a missing colon', '六、中秋节：', '六、中秋节', 'notice-unreadable', undefined],
    ['another separator', '1日（周五）至5日', '1日（周五）和5日', 'notice-unreadable', undefined],
    ['an empty holiday', '6月19日（周五）至21日（周日）放假，共3天。', '', 'notice-unreadable', undefined],
    ['a day without a month', '：6月19日', '：19日', 'notice-unreadable', undefined],
  ])('for %s', (_, from, to, code, values) => {
    const errors = refused(changed(from, to));
    expect(errors).toContainEqual(expect.objectContaining({ code, text: expect.stringMatching(/./) }));
    if (values) expect(errors.find((error) => error.code === code)?.values).toEqual(values);
  });

  test('with the line that is wrong', () => {
    expect(refused(changed('共9天', '共8天'))).toEqual([
      {
        code: 'notice-count',
        text: '2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共8天',
        values: { said: 8, found: 9 },
      },
    ]);
  });

  test('for holidays that are missing', () => {
    expect(refused(changed('五、端午节：6月19日（周五）至21日（周日）放假，共3天。', ''))).toEqual([
      { code: 'holiday-missing', text: '端午节', values: { name: '端午节' } },
    ]);
    expect(refused('').map(({ code }) => code)).toEqual(['notice-source', ...Array.from({ length: 7 }, () => 'holiday-missing')]);
  });

  test('for another year than is asked for', () => {
    expect(refused(NOTICE_2025)).toContainEqual({ code: 'notice-year', text: '关于2025年', values: { found: '2025', year: '2026' } });
  });

  test('when it is pasted twice, or far too long', () => {
    expect(refused(NOTICE_2026 + NOTICE_2026)).not.toEqual([]);
    expect(refused('一'.repeat(LONGEST_NOTICE + 1))).toEqual([{ code: 'too-long', text: '', values: { max: LONGEST_NOTICE } }]);
  });

  test('or read as it stands, with whatever part cut out: never read as something else', () => {
    const expected = JSON.stringify(builtIn(2026)?.holidays);
    fc.assert(
      fc.property(fc.nat(NOTICE_2026.length), fc.integer({ min: 1, max: 24 }), (start, length) => {
        const result = readNotice(2026, NOTICE_2026.slice(0, start) + NOTICE_2026.slice(start + length), 'gov.cn');
        if (result.ok) expect(JSON.stringify(result.value.holidays)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
