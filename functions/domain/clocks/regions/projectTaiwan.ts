import { calendarDate, weekday } from '../../kernel/time.ts';
import type { Holiday, HolidayYear } from './holidayYear.ts';
import { festivals, onDate, type Festivals } from './lunar.ts';

type DayOff = readonly [day: number, name: string];

/** 紀念日及節日實施條例 (2025-05-28), in full from 2026 on. */
const NEW_LAW = 2026;
const THURSDAY = 3;
const SATURDAY = 5;

/**
 * The days off that the law gives Taiwan in a year whose calendar is not here, with the substitutes (補假) of days on a weekend: a Saturday's on the
 * working day before, a Sunday's on the one after, those of 春節 after it (政府機關配合紀念日與節日補假及調整放假處理要點, point 3). A substitute for
 * 1 January may fall into the year before. Years before 2026 by the rules of 2015. Empty outside 1970–2099.
 */
export const projectTaiwan = (year: number): HolidayYear => {
  const source = year >= NEW_LAW ? '紀念日及節日實施條例' : '紀念日及節日實施辦法';
  const festival = festivals(year);
  const holidays = festival ? ranges(withSubstitutes(dayOffs(year, festival), festival)) : [];
  return { region: 'TW', year, source, confirmed: false, holidays };
};

const dayOffs = (year: number, { newYear, qingming, dragonBoat, midAutumn }: Festivals): DayOff[] => [
  [onDate(year, '0101'), '開國紀念日'],
  ...(year >= NEW_LAW ? [-2, -1, 0, 1, 2] : [-1, 0, 1, 2]).map((offset): DayOff => [newYear + offset, '春節']),
  [onDate(year, '0228'), '和平紀念日'],
  [childrensDay(onDate(year, '0404'), qingming), '兒童節'],
  [qingming, '清明節'],
  [onDate(year, '0501'), '勞動節'],
  [dragonBoat, '端午節'],
  [midAutumn, '中秋節'],
  [onDate(year, '1010'), '國慶日'],
  ...(year >= NEW_LAW ? DAYS_OF_2025.map(([date, name]): DayOff => [onDate(year, date), name]) : []),
];

const DAYS_OF_2025 = [
  ['0928', '教師節'],
  ['1025', '光復節'],
  ['1225', '行憲紀念日'],
] as const;

/** On the day before 清明節 when both fall on one day, on the day after if that day is a Thursday (article 6). */
const childrensDay = (fourthOfApril: number, qingming: number): number => {
  if (qingming !== fourthOfApril) return fourthOfApril;
  return weekday(qingming) === THURSDAY ? fourthOfApril + 1 : fourthOfApril - 1;
};

const withSubstitutes = (dayOffs: readonly DayOff[], { newYear }: Festivals): Map<number, string> => {
  const names = new Map<number, string>();
  for (const [day, name] of dayOffs) names.set(day, names.has(day) ? `${names.get(day)}、${name}` : name);
  for (const [day, name] of [...names].sort(([a], [b]) => a - b)) {
    if (weekday(day) < SATURDAY) continue;
    const step = weekday(day) === SATURDAY && Math.abs(day - newYear) > 2 ? -1 : 1;
    let substitute = day + step;
    // Ends: the map is finite.
    while (weekday(substitute) >= SATURDAY || names.has(substitute)) substitute += step;
    names.set(substitute, name);
  }
  return names;
};

const ranges = (names: ReadonlyMap<number, string>): Holiday[] => {
  const found: { name: string; from: number; to: number }[] = [];
  for (const [day, name] of [...names].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last && last.name === name && last.to === day - 1) last.to = day;
    else found.push({ name, from: day, to: day });
  }
  return found.map(({ name, from, to }) => ({ name, from: calendarDate(from), to: calendarDate(to), workdays: [] }));
};
