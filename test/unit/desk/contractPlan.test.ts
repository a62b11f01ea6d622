import { describe, expect, test } from '@jest/globals';
import { contractWords } from '../../../functions/content/desk/contracts/index.ts';
import type { PlanLine } from '../../../functions/domain/contract/careView.ts';
import type { TaskRow } from '../../../functions/domain/contract/deskView.ts';
import { cutPlan, planSign } from '../../../functions/web/desk/contractPlan.ts';
import { consentBody, possibleReports, reportBody, reportFields } from '../../../functions/web/desk/taskForm.ts';
import { groupTasks, tasksQuery } from '../../../functions/web/desk/taskGroups.ts';

const line = (id: string, on: string, more: Partial<PlanLine> = {}): PlanLine => ({
  id,
  on,
  kind: 'reminder',
  purpose: 'service',
  state: 'done',
  ...more,
});

const payment = { reference: 'R1', dueOn: '2026-05-31', amount: { amount: '10.00', currency: 'CNY' }, paidOn: '2026-05-20' };

const PLAN = {
  signedOn: '2026-01-31',
  payments: [
    { ...payment, status: 'failed', reference: 'R0', paidOn: '2026-05-10' },
    { ...payment, status: 'succeeded' },
  ] as const,
  dueDates: [
    { dueOn: '2026-05-31', paid: true },
    { dueOn: '2026-08-31', paid: false },
    { dueOn: '2026-11-30', paid: false },
    { dueOn: '2028-11-30', paid: false },
  ],
  plan: [
    line('a', '2026-03-01'),
    line('late', '2026-09-08', { state: 'open', mail: { state: 'held', held: 'one-a-day', again: '2026-09-10' } }),
    line('again', '2026-09-10', { state: 'open', mail: { state: 'held', held: 'one-a-day', again: '2026-09-10' } }),
    line('open', '2026-09-09', { state: 'open', task: { state: 'open', due: '2026-09-20' } }),
    line('due', '2026-09-09', { state: 'planned' }),
    line('greeting', '2026-02-14', { state: 'missed', purpose: 'marketing' }),
    line('bounced', '2026-02-15', { state: 'missed' }),
    line('next', '2027-02-01', { state: 'planned' }),
  ],
};

describe('the time line of a contract', () => {
  const { past, coming } = cutPlan(PLAN, '2026-09-09');

  test('has what was done before today, and what is to come after it', () => {
    expect(past.map(({ key }) => key)).toEqual([
      'signed',
      'greeting',
      'bounced',
      'a',
      'payment R0',
      'payment R1',
      'due 2026-08-31',
      'late',
      'open',
    ]);
    expect(coming.map(({ key }) => key)).toEqual(['due', 'again', 'due 2026-11-30', 'next']);
  });

  test('marks each entry by how it stands', () => {
    expect(past.map((entry) => planSign(entry, false))).toEqual([
      'done',
      'skipped',
      'missed',
      'done',
      'missed',
      'done',
      'missed',
      'going',
      'going',
    ]);
    expect(coming.map((entry) => planSign(entry, true))).toEqual(['ahead', 'going', 'ahead', 'ahead']);
  });
});

describe('a report on a task', () => {
  const words = contractWords('en');
  const task = { state: 'open', kind: 'suspension', postponeTo: '2026-12-01' } as const;
  const names = (outcome: 'done' | 'postponed' | 'impossible') =>
    reportFields(outcome, task, { words, dayText: (date) => date }).map(({ name, required, hint }) => [
      name,
      Boolean(required),
      Boolean(hint),
    ]);

  test('asks for what its outcome needs', () => {
    expect(names('done')).toEqual([['notes', false, true]]);
    expect(names('impossible')).toEqual([['notes', true, false]]);
    expect(names('postponed')).toEqual([
      ['until', true, true],
      ['notes', false, false],
    ]);
  });

  test('cannot put off what no day is left for, nor close what is closed', () => {
    expect(possibleReports(task)).toEqual(['done', 'postponed', 'impossible']);
    expect(possibleReports({ ...task, postponeTo: undefined })).toEqual(['done', 'impossible']);
    expect(possibleReports({ ...task, state: 'cancelled' })).toEqual([]);
  });

  test('sends only what was typed', () => {
    expect(reportBody('done', { notes: '  ' })).toEqual({ outcome: 'done' });
    expect(reportBody('postponed', { until: '2026-11-01', notes: ' on a journey ' })).toEqual({
      outcome: 'postponed',
      until: '2026-11-01',
      notes: 'on a journey',
    });
    expect(reportBody('impossible', { until: '2026-11-01', notes: 'moved' })).toEqual({ outcome: 'impossible', notes: 'moved' });
    expect(consentBody({ given: 'no', source: 'phone', note: '' })).toEqual({ purpose: 'marketing', given: false, source: 'phone' });
  });
});

describe('the list of tasks', () => {
  const row = (id: string, due: string, late = false): TaskRow => ({
    id,
    due,
    late,
    kind: 'grace',
    purpose: 'service',
    raisedOn: '2026-09-01',
    firstDue: due,
    state: 'open',
    contractId: 'PA-1',
    version: 3,
    customerName: '王小明',
    product: 'Whole life',
    owner: 'li',
  });

  test('is grouped by urgency, and late by the customer’s day', () => {
    const rows = [
      row('f', '2026-09-17'),
      row('e', '2026-09-16'),
      row('d', '2026-09-10'),
      row('c', '2026-09-09'),
      row('b', '2026-09-09', true),
    ];
    expect(
      groupTasks([...rows, row('a', '2026-09-01', true)], '2026-09-09').map(({ group, rows: of }) => [group, ...of.map(({ id }) => id)]),
    ).toEqual([
      ['overdue', 'a', 'b'],
      ['today', 'c'],
      ['week', 'd', 'e'],
      ['later', 'f'],
    ]);
    expect(groupTasks([], '2026-09-09')).toEqual([]);
  });

  test('asks for one’s own, all, or those of owners who left', () => {
    expect(tasksQuery('mine', '2026-09-09')).toEqual({ owner: 'me', dueTo: '2026-09-09' });
    expect(tasksQuery('all')).toEqual({});
    expect(tasksQuery('left')).toEqual({ owner: 'nobody' });
  });
});
