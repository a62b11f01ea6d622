import type { DeskRow } from '../../domain/case/deskView.ts';
import { between, HOUR, type Instant } from '../../domain/kernel/time.ts';

/** A promise with less time left than this is shown as pressing. */
const PRESSING_MS = 4 * HOUR;

/** How a due time stands: the word that goes with it never depends on its colour alone. */
export interface DueState {
  readonly tone: 'late' | 'pressing' | 'calm' | 'done' | 'paused';
  /** Seconds to the due time on the clock of the wall, or since it. How late a case is in working time, only the service knows. */
  readonly seconds: number;
}

const STANDS_STILL: readonly DeskRow['waitingFor'][] = ['customer-decision', 'customer-reply', 'hold'];

type Due = Pick<DeskRow, 'due' | 'dueClock' | 'overdue' | 'stage' | 'waitingFor'>;

/** The clock of our reply runs on while we wait for the customer, whose message waits for us. */
const standsStill = ({ dueClock, waitingFor }: Due): boolean =>
  STANDS_STILL.includes(waitingFor) && !(dueClock === 'nextResponse' && waitingFor !== 'hold');

/** The due time of a line in a queue: done after the resolution, paused while we wait for others and nothing is late. */
export const rowDue = (row: Due, now: Instant): DueState => {
  const left = between(now, row.due);
  const seconds = Math.round(Math.abs(left) / 1000);
  if (row.overdue) return { tone: 'late', seconds };
  if (row.stage === 'closed' || (row.stage === 'feedback' && row.dueClock !== 'nextResponse')) return { tone: 'done', seconds };
  if (standsStill(row)) return { tone: 'paused', seconds };
  if (left < 0) return { tone: 'late', seconds };
  return { tone: left < PRESSING_MS ? 'pressing' : 'calm', seconds };
};
