import { describe, expect, test } from '@jest/globals';
import { FIRST_BOOK } from '../../../../functions/domain/clocks/defaultRules.ts';
import { missingYears } from '../../../../functions/domain/clocks/missingYears.ts';
import type { HolidayYear, Region } from '../../../../functions/domain/clocks/regions/holidayYear.ts';
import type { ClockRules } from '../../../../functions/domain/clocks/rules.ts';

const RULES = FIRST_BOOK.rules;

const year = (region: Region, of: number, confirmed = true): HolidayYear => ({ region, year: of, source: 'x', confirmed, holidays: [] });

/** Rules that know these years, far from those that came with the software. */
const knowing = (...holidayYears: readonly HolidayYear[]): ClockRules => ({ ...RULES, holidayYears });

const both = (...years: readonly number[]) => years.flatMap((of) => [year('CN', of), year('TW', of)]);

describe('years whose days off somebody must enter', () => {
  test.each([
    ['the running year is known, and the next is not asked for yet', both(2060), '2060-09-30T15:59:59.999Z', []],
    ['from 1 October, by the clock of the team, the next one is', both(2060), '2060-09-30T16:00:00.000Z', ['CN 2061', 'TW 2061']],
    ['until it is there', [...both(2060), year('CN', 2061)], '2060-12-31T00:00:00.000Z', ['TW 2061']],
    ['all is well', both(2060, 2061), '2060-11-20T00:00:00.000Z', []],
    ['the new year has begun without its days', both(2060), '2060-12-31T16:00:00.000Z', ['CN 2061', 'TW 2061']],
    ['and still is without in summer', [year('TW', 2061)], '2061-07-01T00:00:00.000Z', ['CN 2061']],
    ['a projection that was entered is none', [year('CN', 2061, false), year('TW', 2061)], '2061-07-01T00:00:00.000Z', ['CN 2061']],
  ])('%s', (_, known, at, expected) => {
    expect(missingYears(knowing(...known), at).map((one) => `${one.region} ${one.year}`)).toEqual(expected);
  });

  test('those that came with the software are known', () => {
    expect(missingYears(RULES, '2026-05-01T00:00:00.000Z')).toEqual([]);
    expect(missingYears(RULES, '2026-11-22T00:00:00.000Z')).toContainEqual({ region: 'CN', year: 2027 });
  });
});

describe('a region counts', () => {
  const at = '2061-07-01T00:00:00.000Z';
  const regions = (rules: Partial<ClockRules>) => missingYears({ ...RULES, ...rules }, at).map(({ region }) => region);
  const [policy] = RULES.policies;
  if (!policy) throw new Error('there is a first policy');
  const only = { ...policy, when: {}, calendar: 'always' };

  test('when it is the team’s', () => {
    expect(regions({ policies: [only] })).toEqual(['CN']);
    expect(regions({ policies: [only], region: 'TW' })).toEqual(['TW']);
  });

  test('when a policy counts by a calendar of it', () => {
    expect(regions({ policies: [{ ...only, calendar: 'tw-standard' }] })).toEqual(['CN', 'TW']);
  });

  test('when a policy names no calendar and its customers may be there', () => {
    expect(regions({ policies: [{ ...only, calendar: undefined }] })).toEqual(['CN', 'TW']);
    expect(regions({ policies: [{ ...only, calendar: undefined, when: { regions: ['CN'] } }, only] })).toEqual(['CN']);
  });

  test('not when a calendar of it is there, but nobody’s', () => {
    const calendars = {
      ...RULES.calendars,
      old: { timeZone: 'Asia/Taipei', weekly: { mon: [['09:00', '10:00']] as const }, region: 'TW' as const },
    };
    expect(regions({ policies: [only], calendars })).toEqual(['CN']);
  });
});
