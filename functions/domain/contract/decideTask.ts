import { ok, refuse, type Result } from '../kernel/result.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { Contract, Happening, TaskReport } from './model.ts';
import { latestPostponement } from './postponing.ts';
import { wrong, type ContractRefusal } from './refusals.ts';

/** Why a report on a task is not taken. */
export type TaskRefusal =
  | ContractRefusal
  /** The contract has no such task. */
  | { readonly kind: 'unknown' }
  /** It was done or given up before, or a payment cancelled it. */
  | { readonly kind: 'closed' };

/**
 * Decides what the owner's report makes of a task, on a day of the customer. A task is put off to a day after today; refused with a pointer when that is too far, or
 * when no day is left before the premium that the visit is about.
 */
export const decideTask = (state: Contract, report: TaskReport, today: CalendarDate): Result<Happening, TaskRefusal> => {
  const task = state.tasks.find(({ step }) => step.id === report.task);
  if (!task) return refuse({ kind: 'unknown' });
  if (task.state !== 'open') return refuse({ kind: 'closed' });
  const { outcome, until } = report;
  if (outcome === 'postponed') {
    const latest = latestPostponement(task, today);
    if (latest === undefined) return wrong('/outcome', 'not-postponable');
    if (until === undefined) return wrong('/until', 'required');
    if (until <= today) return wrong('/until', 'date-not-ahead');
    if (until > latest) return wrong('/until', 'date-too-far', { date: latest });
  }
  return ok({ type: 'task', data: report });
};
