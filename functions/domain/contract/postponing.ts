import type { CalendarDate } from '../kernel/time.ts';
import { addDays } from './grace.ts';
import type { Task } from './model.ts';

/** Days that a task may be put off at a time: half a year, as the longest cadence of visits. */
const MOST_DAYS = 183;

/** The day after which a task makes no sense: a visit in place of a reminder from the due date on, a confirmation after the month for it. */
const lastSense = ({ step: { kind, dueOn }, firstDue }: Pick<Task, 'step' | 'firstDue'>): CalendarDate | undefined => {
  if (kind === 'suspension') return firstDue;
  return dueOn !== undefined && (kind === 'reminder' || kind === 'renewal-visit') ? addDays(dueOn, -1) : undefined;
};

/** The last day that a task may be put off to. Undefined when no day is left. */
export const latestPostponement = (task: Pick<Task, 'step' | 'firstDue'>, today: CalendarDate): CalendarDate | undefined => {
  const limit = addDays(today, MOST_DAYS);
  const last = lastSense(task);
  if (last === undefined) return limit;
  if (last <= today) return undefined;
  return last < limit ? last : limit;
};
