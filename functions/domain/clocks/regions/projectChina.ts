import { calendarDate } from '../../kernel/time.ts';
import type { Holiday, HolidayYear } from './holidayYear.ts';
import { festivals, onDate } from './lunar.ts';

/** 全国年节及纪念日放假办法 article 2 in its versions: days off of 春节 counted from 初一, and days from 1 May and from 1 October. */
const LAWS = [
  { from: 2025, spring: [-1, 2], labour: 2, national: 3, traditional: true },
  { from: 2014, spring: [0, 2], labour: 1, national: 3, traditional: true },
  { from: 2008, spring: [-1, 1], labour: 1, national: 3, traditional: true },
  { from: 2000, spring: [0, 2], labour: 3, national: 3, traditional: false },
  { from: 1970, spring: [0, 2], labour: 1, national: 2, traditional: false },
] as const;

/**
 * The days off that the law itself gives mainland China in a year whose notice is not here. Make-up workdays, and the days that they pay for, are the
 * notice's to name; so are substitutes for days that fall on a weekend, since the law names none. Empty outside 1970–2099.
 */
export const projectChina = (year: number): HolidayYear => {
  const law = LAWS.find(({ from }) => from <= year);
  const festival = festivals(year);
  const source = '全国年节及纪念日放假办法';
  if (!law || !festival) return { region: 'CN', year, source, confirmed: false, holidays: [] };
  const { newYear, qingming, dragonBoat, midAutumn } = festival;
  const labour = onDate(year, '0501');
  const national = onDate(year, '1001');
  const lastNational = national + law.national - 1;
  const merged = law.traditional && midAutumn >= national && midAutumn <= lastNational;
  const holidays = [
    days('元旦', onDate(year, '0101')),
    days('春节', newYear + law.spring[0], newYear + law.spring[1]),
    ...(law.traditional ? [days('清明节', qingming)] : []),
    days('劳动节', labour, labour + law.labour - 1),
    ...(law.traditional ? [days('端午节', dragonBoat)] : []),
    ...(law.traditional && !merged ? [days('中秋节', midAutumn)] : []),
    days(merged ? '国庆节、中秋节' : '国庆节', national, lastNational),
  ];
  return { region: 'CN', year, source, confirmed: false, holidays: holidays.sort((a, b) => (a.from < b.from ? -1 : 1)) };
};

const days = (name: string, from: number, to = from): Holiday => ({ name, from: calendarDate(from), to: calendarDate(to), workdays: [] });
