import type { DeskRow } from '../../domain/case/deskView.ts';
import { between, HOUR, type Instant } from '../../domain/kernel/time.ts';

/** A promise with less time left than this is shown as pressing. */
const PRESSING_MS = 4 * HOUR;

/** How a due time stands: the word that goes with it never depends on its colour alone. */
export interface DueState {
  readonly tone: 'late' | 'pressing' | 'calm' | 'done' | 'done-late' | 'paused';
  /** Seconds left, or seconds over when late. */
  readonly seconds: number;
}

/** Where a clock stands at `now`; `doneAt` stops it. */
export const dueState = (due: Instant, now: Instant, doneAt?: Instant): DueState => {
  const left = between(doneAt ?? now, due);
  const seconds = Math.round(Math.abs(left) / 1000);
  if (doneAt) return { tone: left < 0 ? 'done-late' : 'done', seconds };
  if (left < 0) return { tone: 'late', seconds };
  return { tone: left < PRESSING_MS ? 'pressing' : 'calm', seconds };
};

const STANDS_STILL: readonly DeskRow['waitingFor'][] = ['customer-decision', 'customer-reply', 'hold'];

/** A clock that runs only while the ball is with us. */
export const pausedWhile = (state: DueState, waitingFor: DeskRow['waitingFor']): DueState =>
  STANDS_STILL.includes(waitingFor) && (state.tone === 'calm' || state.tone === 'pressing') ? { ...state, tone: 'paused' } : state;

/** The due time of a line in a queue: done after the resolution, paused while we wait for others and nothing is late. */
export const rowDue = (row: Pick<DeskRow, 'due' | 'overdue' | 'stage' | 'waitingFor'>, now: Instant): DueState => {
  const state = dueState(row.due, now);
  if (row.stage === 'feedback' || row.stage === 'closed') return { ...state, tone: 'done' };
  if (row.overdue || state.tone === 'late') return { ...state, tone: 'late' };
  return pausedWhile(state, row.waitingFor);
};
