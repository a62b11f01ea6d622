import { localDate, REGION_ZONE } from '../clocks/localDate.ts';
import type { Region } from '../clocks/regions/holidayYear.ts';
import { dayNumber, type CalendarDate, type Instant } from '../kernel/time.ts';
import { oldestUnpaid } from './dueDates.ts';
import type { Contract, Paid, Policyholder } from './model.ts';

/** `due` from 90 days before a due date until it; `grace` after it; `suspended` when that is over; `reinstated` from the payment after it until the next premium. */
export const CONTRACT_STATUSES = ['active', 'due', 'grace', 'suspended', 'reinstated', 'ended'] as const;
export type ContractStatus = (typeof CONTRACT_STATUSES)[number];

/** Days before a due date from which we remind (rules.md 4). */
export const WINDOW_DAYS = 90;

/** Days after a due date in which a payment still keeps the cover: 保险法 article 36, rules.md 4. The due date does not count, the last day does. */
export const GRACE_DAYS = 60;

/** The zone whose days count for a customer. */
export const zoneOf = ({ timeZone, region }: Pick<Policyholder, 'timeZone' | 'region'>, teamRegion: Region): string =>
  timeZone ?? REGION_ZONE[region ?? teamRegion];

/** The customer's date at an instant. */
export const customerDate = (customer: Pick<Policyholder, 'timeZone' | 'region'>, teamRegion: Region, at: Instant): CalendarDate =>
  localDate(zoneOf(customer, teamRegion), at);

/** Days by which a day is after a due date; negative before it. */
const daysAfter = (dueOn: CalendarDate, day: CalendarDate): number => dayNumber(day) - dayNumber(dueOn);

const cameAfterGrace = ({ dueOn, paidOn }: Paid): boolean => daysAfter(dueOn, paidOn) > GRACE_DAYS;

/** True while the last thing that happened to the cover was its return: asked of the set of payments, so that their order of arrival does not matter. */
const isReinstated = ({ paid }: Pick<Contract, 'paid'>, day: CalendarDate): boolean => {
  const returned = paid.filter((payment) => cameAfterGrace(payment) && payment.paidOn <= day).map(({ paidOn }) => paidOn);
  const last = returned.sort().at(-1);
  return last !== undefined && !paid.some(({ dueOn }) => dueOn > last);
};

/** True when the cover ended before a day. */
export const hasEnded = ({ terms: { endsOn } }: Pick<Contract, 'terms'>, day: CalendarDate): boolean =>
  endsOn !== undefined && day > endsOn;

/** What a contract is on a day of its customer (F57, rules.md 4), by what we know now. */
export const statusOn = (state: Pick<Contract, 'terms' | 'unpaidFrom' | 'paid'>, day: CalendarDate): ContractStatus => {
  if (hasEnded(state, day)) return 'ended';
  const dueOn = oldestUnpaid(state);
  const late = dueOn === undefined ? -Infinity : daysAfter(dueOn, day);
  if (late > GRACE_DAYS) return 'suspended';
  if (late > 0) return 'grace';
  if (late >= -WINDOW_DAYS) return 'due';
  return isReinstated(state, day) ? 'reinstated' : 'active';
};
