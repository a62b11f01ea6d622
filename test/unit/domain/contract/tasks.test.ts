import { describe, expect, test } from '@jest/globals';
import { decideTask } from '../../../../functions/domain/contract/decideTask.ts';
import { taskRows } from '../../../../functions/domain/contract/deskView.ts';
import type { TaskReport } from '../../../../functions/domain/contract/model.ts';
import { caredOn } from '../../../support/builders/care.ts';
import { aContract, atNoon, type TestContract } from '../../../support/builders/contracts.ts';

const TASK = 'touch.month-1';
const RAISED = '2026-04-01';

/** A contract with the visit of its first month to be made. */
const visited = caredOn(aContract(), [RAISED]);

/** A customer without an address, to be visited before the premium of 1 March 2027. */
const unreachable = caredOn(aContract({ customer: { name: '王小明' } }), ['2026-12-01']);
const VISIT = '2027-03-01.visit';

const reported = (contract: TestContract, report: TaskReport, day = RAISED): TestContract => {
  const decided = decideTask(contract.state, report, day);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return contract.happens(decided.value, atNoon(day));
};
const refused = (contract: TestContract, report: TaskReport, day = RAISED): string | readonly string[] => {
  const decided = decideTask(contract.state, report, day);
  if (decided.ok) throw new Error('not refused');
  const { refusal } = decided;
  return refusal.kind === 'invalid' ? refusal.errors.map(({ pointer, code }) => `${pointer} ${code}`) : refusal.kind;
};

describe('a report on a task', () => {
  test('closes it as done or as impossible, with notes, by whom and when', () => {
    for (const outcome of ['done', 'impossible'] as const) {
      const { state } = reported(visited, { task: TASK, outcome, notes: 'Nobody at home.' }, '2026-04-03');
      expect(state.tasks).toMatchObject([
        { state: outcome, notes: 'Nobody at home.', closedAt: atNoon('2026-04-03'), closedBy: { role: 'staff', id: 'lin' } },
      ]);
    }
  });

  test('puts it off, and keeps by when it was to be done at first', () => {
    const twice = ['2026-04-20', '2026-05-20'].reduce((one, until) => reported(one, { task: TASK, outcome: 'postponed', until }), visited);
    expect(twice.state.tasks).toMatchObject([{ state: 'open', firstDue: '2026-04-15', due: '2026-05-20' }]);
    expect(reported(twice, { task: TASK, outcome: 'done' }).state.tasks).toMatchObject([{ state: 'done' }]);
  });

  test('keeps the notes of before where it has none', () => {
    const noted = reported(visited, { task: TASK, outcome: 'postponed', until: '2026-04-20', notes: 'Travelling.' });
    expect(reported(noted, { task: TASK, outcome: 'done' }).state.tasks[0]?.notes).toBe('Travelling.');
  });

  test.each<[string, TaskReport, readonly string[]]>([
    ['today', { task: TASK, outcome: 'postponed', until: RAISED }, ['/until date-not-ahead']],
    ['yesterday', { task: TASK, outcome: 'postponed', until: '2026-03-31' }, ['/until date-not-ahead']],
    ['more than half a year on', { task: TASK, outcome: 'postponed', until: '2026-10-02' }, ['/until date-too-far']],
    ['no day', { task: TASK, outcome: 'postponed' }, ['/until required']],
  ])('that puts it off to %s is refused', (_, report, expected) => {
    expect(refused(visited, report)).toEqual(expected);
  });

  test('may put it off by half a year at a time', () => {
    expect(reported(visited, { task: TASK, outcome: 'postponed', until: '2026-10-01' }).state.tasks[0]?.due).toBe('2026-10-01');
  });

  test('puts a visit in place of reminders off to the day before the due date at the latest', () => {
    const put = (until: string): TaskReport => ({ task: VISIT, outcome: 'postponed', until });
    const visit = ({ state }: TestContract) => state.tasks.find(({ step }) => step.id === VISIT);
    expect(visit(reported(unreachable, put('2027-02-28'), '2026-12-05'))?.due).toBe('2027-02-28');
    expect(refused(unreachable, put('2027-03-01'), '2026-12-05')).toEqual(['/until date-too-far']);
    for (const day of ['2027-02-28', '2027-03-01', '2027-04-01'])
      expect(refused(unreachable, put('2027-04-02'), day)).toEqual(['/outcome not-postponable']);
    expect(visit(reported(unreachable, { task: VISIT, outcome: 'impossible', notes: '-' }, '2027-03-01'))?.state).toBe('impossible');
  });

  test('puts a confirmation off to the end of the month for it at the latest', () => {
    const suspended = caredOn(unreachable, ['2027-03-02', '2027-05-01']);
    const put = (until: string): TaskReport => ({ task: '2027-03-01.suspension', outcome: 'postponed', until });
    expect(reported(suspended, put('2027-06-01'), '2027-05-10').state.tasks.at(-1)).toMatchObject({ due: '2027-06-01' });
    expect(refused(suspended, put('2027-06-02'), '2027-05-10')).toEqual(['/until date-too-far']);
    expect(refused(suspended, put('2027-06-02'), '2027-06-01')).toEqual(['/outcome not-postponable']);
  });

  test('of one that does not exist is refused', () => {
    expect(refused(visited, { task: 'touch.month-4', outcome: 'done' })).toBe('unknown');
    expect(refused(aContract(), { task: TASK, outcome: 'done' })).toBe('unknown');
  });

  test('of one that is closed is refused, whoever closed it', () => {
    const done = reported(visited, { task: TASK, outcome: 'done' });
    for (const outcome of ['done', 'postponed', 'impossible'] as const) expect(refused(done, { task: TASK, outcome })).toBe('closed');
    expect(refused(unreachable.reported({ paidOn: '2026-12-02' }, '2026-12-02'), { task: VISIT, outcome: 'done' })).toBe('closed');
  });
});

describe('the list of tasks', () => {
  const names = new Map([['lin', 'Lin']]);

  test('has every open task of a contract, the most urgent first, late after its day', () => {
    const later = reported(visited, { task: TASK, outcome: 'postponed', until: '2026-09-01' });
    const both = caredOn(later, ['2026-07-01']);
    const rows = (day: string) => taskRows(both.state, day, names).map(({ id, due, late }) => [id, due, late]);
    expect(rows('2026-07-15')).toEqual([
      ['touch.month-4', '2026-07-15', false],
      [TASK, '2026-09-01', false],
    ]);
    expect(rows('2026-07-16')[0]).toEqual(['touch.month-4', '2026-07-15', true]);
    const done = reported(both, { task: 'touch.month-4', outcome: 'done' });
    expect(taskRows(done.state, '2026-07-16', names).map(({ id }) => id)).toEqual([TASK]);
  });

  test('says who it is about, and whose it is while the owner is there', () => {
    const [row] = taskRows(visited.state, RAISED, names);
    expect(row).toMatchObject({
      contractId: 'P-1001',
      version: visited.state.version,
      customerName: '王小明',
      phone: '+86 138 0013 8000',
      product: 'care-plus',
      owner: 'lin',
      ownerName: 'Lin',
      touchpoint: { id: 'month-1' },
    });
    expect(taskRows(visited.state, RAISED, new Map())[0]?.ownerName).toBeUndefined();
  });
});
