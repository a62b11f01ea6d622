import type { TaskRow } from '../../domain/contract/deskView.ts';
import { calendarDate, dayNumber, type CalendarDate } from '../../domain/kernel/time.ts';

/** Whose tasks are shown: one's own, everybody's, or those whose owner no longer works here. */
export const WHOSE = ['mine', 'all', 'left'] as const;
export type Whose = (typeof WHOSE)[number];

/** When tasks are to be done, the most urgent first. */
export const TASK_GROUPS = ['overdue', 'today', 'week', 'later'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

/** Days that count as soon. */
const SOON_DAYS = 7;

const groupOf = ({ late, due }: TaskRow, today: CalendarDate): TaskGroup => {
  // Late is by the customer's day, which can be another than that of the workplace.
  if (late) return 'overdue';
  if (due <= today) return 'today';
  return due <= calendarDate(dayNumber(today) + SOON_DAYS) ? 'week' : 'later';
};

/** Tasks in groups by urgency, in each the most urgent first; groups without a task are left out. */
export const groupTasks = (
  rows: readonly TaskRow[],
  today: CalendarDate,
): readonly { readonly group: TaskGroup; readonly rows: readonly TaskRow[] }[] => {
  const sorted = rows.toSorted((a, b) => dayNumber(a.due) - dayNumber(b.due));
  return TASK_GROUPS.map((group) => ({ group, rows: sorted.filter((row) => groupOf(row, today) === group) })).filter(
    (one) => one.rows.length > 0,
  );
};

/** The query for `GET /api/desk/tasks`. */
export const tasksQuery = (whose: Whose, dueTo?: CalendarDate): Readonly<Record<string, string>> => ({
  ...(whose === 'mine' && { owner: 'me' }),
  ...(whose === 'left' && { owner: 'nobody' }),
  ...(dueTo && { dueTo }),
});
