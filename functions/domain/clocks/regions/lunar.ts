import { dayNumber } from '../../kernel/time.ts';

/**
 * Lunar New Year, Dragon Boat (5/5) and Mid-Autumn (8/15) as MMDD, one entry a year from 1970.
 * Not `Intl` with `ca-chinese`: the ICU of Node 20 and 24 has the New Year of 2027 and of 2030 a day off, where the new moon comes within minutes of
 * midnight in Beijing. These agree with GB/T 33661-2017 as `chinese-days` has it, and with computed new moons (Meeus, ch. 49) for all 130 years.
 */
const FESTIVALS = [
  '0206 0608 0915, 0127 0528 1003, 0215 0615 0922, 0203 0605 0911, 0123 0624 0930',
  '0211 0614 0920, 0131 0602 0908, 0218 0621 0927, 0207 0610 0917, 0128 0530 1005',
  '0216 0617 0923, 0205 0606 0912, 0125 0625 1001, 0213 0615 0921, 0202 0604 0910',
  '0220 0622 0929, 0209 0611 0918, 0129 0531 1007, 0217 0618 0925, 0206 0608 0914',
  '0127 0528 1003, 0215 0616 0922, 0204 0605 0911, 0123 0624 0930, 0210 0613 0920',
  '0131 0602 0909, 0219 0620 0927, 0207 0609 0916, 0128 0530 1005, 0216 0618 0924',
  '0205 0606 0912, 0124 0625 1001, 0212 0615 0921, 0201 0604 0911, 0122 0622 0928',
  '0209 0611 0918, 0129 0531 1006, 0218 0619 0925, 0207 0608 0914, 0126 0528 1003',
  '0214 0616 0922, 0203 0606 0912, 0123 0623 0930, 0210 0612 0919, 0131 0602 0908',
  '0219 0620 0927, 0208 0609 0915, 0128 0530 1004, 0216 0618 0924, 0205 0607 0913',
  '0125 0625 1001, 0212 0614 0921, 0201 0603 0910, 0122 0622 0929, 0210 0610 0917',
  '0129 0531 1006, 0217 0619 0925, 0206 0609 0915, 0126 0528 1003, 0213 0616 0922',
  '0203 0605 0912, 0123 0624 1001, 0211 0612 0919, 0131 0601 0908, 0219 0620 0927',
  '0208 0610 0916, 0128 0530 1004, 0215 0618 0924, 0204 0607 0913, 0124 0527 1002',
  '0212 0614 0920, 0201 0603 0910, 0122 0622 0928, 0210 0611 0917, 0130 0531 1005',
  '0217 0619 0925, 0206 0608 0915, 0126 0529 1004, 0214 0615 0922, 0202 0604 0911',
  '0123 0623 0930, 0211 0613 0919, 0201 0601 0907, 0219 0620 0926, 0208 0610 0916',
  '0128 0530 1005, 0215 0617 0924, 0204 0606 0913, 0124 0625 1002, 0212 0614 0921',
  '0202 0603 0909, 0121 0622 0928, 0209 0611 0917, 0129 0601 1006, 0217 0619 0925',
  '0205 0608 0915, 0126 0528 1003, 0214 0616 0923, 0203 0604 0911, 0123 0623 0929',
  '0211 0613 0919, 0131 0602 0908, 0219 0620 0926, 0207 0610 0916, 0127 0530 1005',
  '0215 0617 0924, 0205 0606 0912, 0124 0624 1001, 0212 0614 0920, 0202 0604 0910',
  '0122 0622 0928, 0209 0611 0917, 0129 0601 1006, 0217 0619 0926, 0206 0607 0914',
  '0126 0527 1003, 0214 0615 0922, 0203 0605 0911, 0124 0623 0929, 0210 0613 0918',
  '0130 0602 0908, 0218 0621 0927, 0207 0609 0916, 0127 0529 1005, 0215 0617 0924',
  '0205 0606 0913, 0125 0624 0930, 0212 0614 0920, 0201 0604 0909, 0121 0623 0929',
].flatMap((line) => line.split(', '));

const FIRST_YEAR = 1970;

/** Days of a year that its moon and sun decide, as days from 1970-01-01. */
export interface Festivals {
  readonly newYear: number;
  readonly qingming: number;
  readonly dragonBoat: number;
  readonly midAutumn: number;
}

/**
 * Day of April on which the sun's longitude reaches 15° in Beijing: the formula of 寿星万年历, constants 5.59 (1900–1999) and 4.81 (2000–2099).
 * Right for every year from 1970 to 2099, checked against the sun's place.
 */
const qingmingDay = (year: number): number => {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - Math.floor(inCentury / 4);
};

/** The festivals of one year from 1970 to 2099; undefined outside. */
export const festivals = (year: number): Festivals | undefined => {
  const [newYear, dragonBoat, midAutumn] = (FESTIVALS[year - FIRST_YEAR] ?? '').split(' ').map((date) => onDate(year, date));
  if (newYear === undefined || dragonBoat === undefined || midAutumn === undefined) return undefined;
  return { newYear, qingming: onDate(year, `040${qingmingDay(year)}`), dragonBoat, midAutumn };
};

/** Days from 1970-01-01 to a date given as MMDD. */
export const onDate = (year: number, date: string): number => dayNumber(`${year}-${date.slice(0, 2)}-${date.slice(2)}`);
