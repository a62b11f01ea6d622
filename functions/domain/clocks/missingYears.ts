import type { Instant } from '../kernel/time.ts';
import { localDate, REGION_ZONE } from './localDate.ts';
import { REGIONS, type Region } from './regions/holidayYear.ts';
import { readyRules, standardCalendar, type ClockRules } from './rules.ts';

/** A year whose statutory days somebody must enter. */
export interface MissingYear {
  readonly region: Region;
  readonly year: number;
}

/** From this month on next year's days are asked for: Taiwan's are out in summer, China's come in the weeks after (X2). */
const FROM_MONTH = 10;

/** Regions whose statutory days decide due times: that of the team, and those of calendars by which some policy counts. */
const regionsInUse = ({ region, calendars, policies }: ClockRules): readonly Region[] => {
  const ids = policies.flatMap(({ calendar, when }) => calendar ?? (when.regions ?? REGIONS).map(standardCalendar));
  const used = new Set<Region | undefined>([region, ...ids.map((id) => calendars[id]?.region)]);
  return REGIONS.filter((one) => used.has(one));
};

/**
 * Years whose statutory days are not confirmed although due times reach into them by now: the running one, and from October on the next, by the calendar of the
 * team's region. Empty when all is well.
 */
export const missingYears = (rules: ClockRules, at: Instant): readonly MissingYear[] => {
  const [year = 0, month = 0] = localDate(REGION_ZONE[rules.region], at).split('-').map(Number);
  const years = month >= FROM_MONTH ? [year, year + 1] : [year];
  return regionsInUse(rules).flatMap((region) =>
    years.filter((one) => !readyRules(rules).statutory(region).isConfirmed(one)).map((one) => ({ region, year: one })),
  );
};
