import type { Region } from '../domain/clocks/regions/holidayYear.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { RulesStore } from './ports.ts';

/** The region of the team, for customers who named none. */
export const teamRegion = async (rules: Pick<RulesStore, 'since'>, now: Instant): Promise<Region> => {
  const book = (await rules.since(now)).at(-1);
  if (!book) throw new Error('there is always a first book of rules');
  return book.rules.region;
};
