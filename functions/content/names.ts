import type { Locale } from '../domain/case/model.ts';
import { common, type CommonKey } from './common/index.ts';

/** Holidays as their regions write them, with the key of their word in each language. */
const HOLIDAYS: Readonly<Record<string, CommonKey>> = {
  元旦: 'holiday.new-year',
  春节: 'holiday.spring-festival',
  清明节: 'holiday.qingming',
  劳动节: 'holiday.labour-day',
  端午节: 'holiday.dragon-boat',
  中秋节: 'holiday.mid-autumn',
  国庆节: 'holiday.national-day',
  開國紀念日: 'holiday.new-year',
  春節: 'holiday.spring-festival',
  和平紀念日: 'holiday.peace-memorial',
  兒童節: 'holiday.childrens-day',
  兒童節及民族掃墓節: 'holiday.childrens-day-qingming',
  兒童節及清明節: 'holiday.childrens-day-qingming',
  民族掃墓節: 'holiday.qingming',
  清明節: 'holiday.qingming',
  勞動節: 'holiday.labour-day',
  端午節: 'holiday.dragon-boat',
  教師節: 'holiday.teachers-day',
  中秋節: 'holiday.mid-autumn',
  國慶日: 'holiday.double-tenth',
  光復節: 'holiday.restoration-day',
  行憲紀念日: 'holiday.constitution-day',
};

/** Laws by how we cite them, with the key of their name in each language. */
const LAWS: Readonly<Record<string, CommonKey>> = {
  '银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）第二十条': 'law.financial-complaints',
  '中华人民共和国消费者权益保护法 第二十五条': 'law.consumer-rights',
  '消費者保護法 第19條之2': 'law.consumer-protection-taiwan',
};

const worded = (table: Readonly<Record<string, CommonKey>>, name: string, locale: Locale): string => {
  const key = Object.hasOwn(table, name) ? table[name] : undefined;
  return key ? common(locale)(key) : name;
};

const JOINED: Readonly<Record<Locale, string>> = { en: ' / ', 'zh-CN': '、', 'zh-TW': '、' };

/** The name of a holiday in a language, also of several that fall together (国庆节、中秋节); one that is not known stays as it is written. */
export const holidayName = (name: string, locale: Locale): string =>
  name
    .split('、')
    .map((part) => worded(HOLIDAYS, part, locale))
    .join(JOINED[locale]);

/** The name of a law in a language; one that is not known stays as it is cited. */
export const lawName = (source: string, locale: Locale): string => worded(LAWS, source, locale);
