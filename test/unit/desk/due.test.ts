import { describe, expect, test } from '@jest/globals';
import { dueState, rowDue } from '../../../functions/web/desk/due.ts';

const NOW = '2026-03-02T10:00:00.000Z';

describe('a due time', () => {
  test.each([
    ['2026-03-02T09:00:00.000Z', undefined, 'late', 3600],
    ['2026-03-02T10:00:00.000Z', undefined, 'pressing', 0],
    ['2026-03-02T13:59:59.000Z', undefined, 'pressing', 14_399],
    ['2026-03-02T14:00:00.000Z', undefined, 'calm', 14_400],
    ['2026-03-02T09:00:00.000Z', '2026-03-02T08:00:00.000Z', 'done', 3600],
    ['2026-03-02T09:00:00.000Z', '2026-03-02T09:30:00.000Z', 'done-late', 1800],
  ])('%s, done %s, is %s', (due, doneAt, tone, seconds) => {
    expect(dueState(due, NOW, doneAt)).toEqual({ tone, seconds });
  });
});

describe('the due time of a line', () => {
  const row = { due: '2026-03-02T11:00:00.000Z', overdue: false, stage: 'investigation', waitingFor: 'findings' } as const;

  test('presses when little is left', () => expect(rowDue(row, NOW).tone).toBe('pressing'));
  test('is late when the service says so, whatever the clock of the workplace', () =>
    expect(rowDue({ ...row, overdue: true }, NOW).tone).toBe('late'));
  test('is late as soon as it passes, before the list is loaded anew', () =>
    expect(rowDue({ ...row, due: '2026-03-02T09:59:00.000Z' }, NOW).tone).toBe('late'));
  test.each(['customer-decision', 'customer-reply', 'hold'] as const)('stands still while we wait: %s', (waitingFor) =>
    expect(rowDue({ ...row, waitingFor }, NOW).tone).toBe('paused'),
  );
  test('is late even while we wait', () => expect(rowDue({ ...row, overdue: true, waitingFor: 'hold' }, NOW).tone).toBe('late'));
  test.each(['feedback', 'closed'] as const)('no longer counts in %s', (stage) =>
    expect(rowDue({ ...row, stage, due: '2026-03-01T00:00:00.000Z' }, NOW).tone).toBe('done'),
  );
});
