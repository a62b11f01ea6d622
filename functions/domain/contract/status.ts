import type { ServicePlan } from '../care/rules.ts';
import { localDate, REGION_ZONE } from '../clocks/localDate.ts';
import type { Region } from '../clocks/regions/holidayYear.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import { oldestUnpaid } from './dueDates.ts';
import { addDays, cameAfterGrace, graceEnd } from './grace.ts';
import type { Contract, Policyholder } from './model.ts';

/** `due` from the first reminder's day until the due date; `grace` after it; `suspended` when that is over; `reinstated` from the payment after it until the next premium. */
export const CONTRACT_STATUSES = ['active', 'due', 'grace', 'suspended', 'reinstated', 'ended'] as const;
export type ContractStatus = (typeof CONTRACT_STATUSES)[number];

/** What of a service plan decides on the status of a contract. */
export type StatusRule = Pick<ServicePlan, 'renewal' | 'lapse'>;

/** The zone whose days count for a customer. */
export const zoneOf = ({ timeZone, region }: Pick<Policyholder, 'timeZone' | 'region'>, teamRegion: Region): string =>
  timeZone ?? REGION_ZONE[region ?? teamRegion];

/** The customer's date at an instant. */
export const customerDate = (customer: Pick<Policyholder, 'timeZone' | 'region'>, teamRegion: Region, at: Instant): CalendarDate =>
  localDate(zoneOf(customer, teamRegion), at);

/** The day on which the renewal of a due date begins: that of the first reminder (F59). */
export const windowStart = (dueOn: CalendarDate, { remindDaysBefore }: ServicePlan['renewal']): CalendarDate =>
  addDays(dueOn, -Math.max(0, ...remindDaysBefore));

/** True while the last thing that happened to the cover was its return: asked of the set of payments, so that their order of arrival does not matter. */
const isReinstated = (state: Pick<Contract, 'paid' | 'steps' | 'suspension'>, day: CalendarDate, { lapse }: StatusRule): boolean => {
  const returned = state.paid
    .filter((payment) => cameAfterGrace(state, payment, lapse) && payment.paidOn <= day)
    .map(({ paidOn }) => paidOn);
  const last = returned.sort().at(-1);
  return last !== undefined && !state.paid.some(({ dueOn }) => dueOn > last);
};

/** The last day of cover, if one is known. */
export const lastDay = ({ terms: { endsOn }, lapsedOn }: Pick<Contract, 'terms' | 'lapsedOn'>): CalendarDate | undefined => {
  const lapsed = lapsedOn === undefined ? undefined : addDays(lapsedOn, -1);
  return lapsed !== undefined && (endsOn === undefined || lapsed < endsOn) ? lapsed : endsOn;
};

/** True when the cover ended before a day. */
export const hasEnded = (state: Pick<Contract, 'terms' | 'lapsedOn'>, day: CalendarDate): boolean => {
  const last = lastDay(state);
  return last !== undefined && day > last;
};

/** What a contract is on a day of its customer (F57, rules.md 4), by what we know now and by the rule for its product. */
export const statusOn = (
  state: Pick<Contract, 'terms' | 'unpaidFrom' | 'paid' | 'steps' | 'suspension' | 'lapsedOn'>,
  day: CalendarDate,
  rule: StatusRule,
): ContractStatus => {
  if (hasEnded(state, day)) return 'ended';
  const dueOn = oldestUnpaid(state);
  if (dueOn !== undefined) {
    if (day > graceEnd(state, dueOn, rule.lapse)) return 'suspended';
    if (day > dueOn) return 'grace';
    if (day >= windowStart(dueOn, rule.renewal)) return 'due';
  }
  return isReinstated(state, day, rule) ? 'reinstated' : 'active';
};
