import type { CalendarDate } from '../kernel/time.ts';
import { addDays } from './grace.ts';
import type { Task } from './model.ts';

/** Days that a task may be put off at a time: half a year, as the longest cadence of visits. */
const MOST_DAYS = 183;

/**
 * The last day that a task may be put off to. A visit in place of a reminder makes no sense from the due date on. Undefined when no day is left.
 */
export const latestPostponement = ({ step: { kind, dueOn } }: Pick<Task, 'step'>, today: CalendarDate): CalendarDate | undefined => {
  const limit = addDays(today, MOST_DAYS);
  if (dueOn === undefined || (kind !== 'reminder' && kind !== 'renewal-visit')) return limit;
  const last = addDays(dueOn, -1);
  if (last <= today) return undefined;
  return last < limit ? last : limit;
};
