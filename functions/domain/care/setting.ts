import { instantOn, localDate, localMinutes } from '../clocks/localDate.ts';
import { minutesOf } from '../clocks/calendar.ts';
import type { Region } from '../clocks/regions/holidayYear.ts';
import { addDays } from '../contract/grace.ts';
import type { Terms } from '../contract/model.ts';
import { zoneOf } from '../contract/status.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import { planFor, type CareBook, type CareRules, type ServicePlan } from './rules.ts';

/** What care for one contract goes by: the plan for its product, and its customer's days and nights. */
export interface CareSetting {
  /** Version of the care rules. */
  readonly version: number;
  readonly plan: ServicePlan;
  readonly quiet: CareRules['quiet'];
  readonly zone: string;
}

/** The setting for a contract, by the rules and the team's region. */
export const careSetting = ({ version, rules }: CareBook, { product, customer }: Terms, teamRegion: Region): CareSetting => ({
  version,
  plan: planFor(rules, product),
  quiet: rules.quiet,
  zone: zoneOf(customer, teamRegion),
});

/** The customer's date at an instant. */
export const customerDay = ({ zone }: Pick<CareSetting, 'zone'>, at: Instant): CalendarDate => localDate(zone, at);

/** True at night, when nobody is disturbed (F63). */
export const isQuiet = ({ zone, quiet }: Pick<CareSetting, 'zone' | 'quiet'>, at: Instant): boolean => {
  const minutes = localMinutes(zone, at);
  return minutes >= minutesOf(quiet.from) || minutes < minutesOf(quiet.to);
};

/** The instant at which a customer's night ends on a date. */
export const nightEnd = ({ zone, quiet }: Pick<CareSetting, 'zone' | 'quiet'>, date: CalendarDate): Instant =>
  instantOn(zone, date, minutesOf(quiet.to));

/** The customer's next day whose night ends after an instant. */
export const nextMorning = (setting: Pick<CareSetting, 'zone' | 'quiet'>, at: Instant): CalendarDate => {
  const day = customerDay(setting, at);
  return nightEnd(setting, day) > at ? day : addDays(day, 1);
};
