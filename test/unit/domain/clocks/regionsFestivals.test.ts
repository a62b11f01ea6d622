import { expect, test } from '@jest/globals';
import chineseDays from 'chinese-days';
import { festivals, type Festivals } from '../../../../functions/domain/clocks/regions/lunar.ts';
import { calendarDate, DAY, dayNumber } from '../../../../functions/domain/kernel/time.ts';

const YEARS = Array.from({ length: 130 }, (_, index) => 1970 + index);

const found = (year: number): Festivals => {
  const known = festivals(year);
  if (!known) throw new Error(`no festivals in ${year}`);
  return known;
};

/** Lunar date in `chinese-days`, which has the wrong Mid-Autumn for 1996: the new moon was on 13 September at 07:07 in Beijing. */
const inPackage = (year: number, lunar: string): string =>
  `${year}-${lunar}` === '1996-08-15' ? '1996-09-27' : chineseDays.getSolarDateFromLunar(`${year}-${lunar}`).date;

test.each([
  ['newYear', '01-01'],
  ['dragonBoat', '05-05'],
  ['midAutumn', '08-15'],
] as const)('%s is where chinese-days has it, 1970–2099', (festival, lunar) => {
  const different = YEARS.filter((year) => calendarDate(found(year)[festival]) !== inPackage(year, lunar));
  expect(different).toEqual([]);
});

test('Qingming is the day on which the sun reaches 15°, 1970–2099', () => {
  const different = YEARS.filter((year) => {
    const start = found(year).qingming * DAY - 8 * 3_600_000;
    return sunLongitude(start - MARGIN) >= 15 || sunLongitude(start + DAY + MARGIN) < 15;
  });
  expect(different).toEqual([]);
});

test('festivals are known for the years 1970–2099 only', () => {
  expect(festivals(1969)).toBeUndefined();
  expect(festivals(2100)).toBeUndefined();
  expect(festivals(2026.5)).toBeUndefined();
  expect(found(2026)).toEqual({
    newYear: dayNumber('2026-02-17'),
    qingming: dayNumber('2026-04-05'),
    dragonBoat: dayNumber('2026-06-19'),
    midAutumn: dayNumber('2026-09-25'),
  });
});

/** 15 minutes: the sun moves 0.01° in it, the precision of `sunLongitude`. */
const MARGIN = 900_000;

/** Apparent longitude of the sun in degrees, to 0.01° (Meeus, Astronomical Algorithms, ch. 25). */
const sunLongitude = (at: number): number => {
  const centuries = (at / DAY + 2440587.5 - 2451545) / 36525;
  const radians = Math.PI / 180;
  const anomaly = (357.52911 + 35999.05029 * centuries) * radians;
  const centre =
    (1.914602 - 0.004817 * centuries) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly) + 0.000289 * Math.sin(3 * anomaly);
  const node = (125.04 - 1934.136 * centuries) * radians;
  const longitude = 280.46646 + 36000.76983 * centuries + centre - 0.00569 - 0.00478 * Math.sin(node);
  return ((longitude % 360) + 360) % 360;
};
