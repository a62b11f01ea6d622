import { describe, expect, test } from '@jest/globals';
import { rowDue } from '../../../functions/web/desk/due.ts';

const NOW = '2026-03-02T10:00:00.000Z';

describe('the due time of a line', () => {
  const row = {
    due: '2026-03-02T11:00:00.000Z',
    dueClock: 'resolution',
    overdue: false,
    stage: 'investigation',
    waitingFor: 'findings',
  } as const;

  test.each([
    ['2026-03-02T09:00:00.000Z', 'late', 3600],
    ['2026-03-02T10:00:00.000Z', 'pressing', 0],
    ['2026-03-02T13:59:59.000Z', 'pressing', 14_399],
    ['2026-03-02T14:00:00.000Z', 'calm', 14_400],
  ])('%s is %s', (due, tone, seconds) => {
    expect(rowDue({ ...row, due }, NOW)).toEqual({ tone, seconds });
  });

  test('presses when little is left', () => expect(rowDue(row, NOW).tone).toBe('pressing'));
  test('is late when the service says so, whatever the clock of the workplace', () =>
    expect(rowDue({ ...row, overdue: true }, NOW).tone).toBe('late'));
  test('is late as soon as it passes, before the list is loaded anew', () =>
    expect(rowDue({ ...row, due: '2026-03-02T09:59:00.000Z' }, NOW).tone).toBe('late'));
  test.each(['customer-decision', 'customer-reply', 'hold'] as const)('stands still while we wait: %s', (waitingFor) =>
    expect(rowDue({ ...row, waitingFor }, NOW).tone).toBe('paused'),
  );
  test('runs on for our reply while we wait for the customer, who waits for it', () => {
    expect(rowDue({ ...row, dueClock: 'nextResponse', waitingFor: 'customer-reply' }, NOW).tone).toBe('pressing');
    expect(rowDue({ ...row, dueClock: 'nextResponse', waitingFor: 'hold' }, NOW).tone).toBe('paused');
    expect(rowDue({ ...row, dueClock: 'nextResponse', stage: 'feedback' }, NOW).tone).toBe('pressing');
  });
  test('does not pass while it stands still: it moves out', () =>
    expect(rowDue({ ...row, due: '2026-03-02T09:59:00.000Z', waitingFor: 'hold' }, NOW).tone).toBe('paused'));
  test('is late even while we wait', () => expect(rowDue({ ...row, overdue: true, waitingFor: 'hold' }, NOW).tone).toBe('late'));
  test.each(['feedback', 'closed'] as const)('no longer counts in %s', (stage) =>
    expect(rowDue({ ...row, stage, due: '2026-03-01T00:00:00.000Z' }, NOW).tone).toBe('done'),
  );
});
