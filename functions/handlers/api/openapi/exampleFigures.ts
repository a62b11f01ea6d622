import { careReport } from '../../../domain/care/careReport.ts';
import type { Figure } from '../../../domain/care/figures.ts';
import { TEAM } from '../../../usecases/team.ts';
import { monthsUntil } from '../../staff/months.ts';

const FOR = { month: '2027-03', owner: 'lin', product: 'care-plus' };

const FIGURES: readonly Figure[] = [
  { kind: 'renewal', contractId: 'P-2026-0001', ...FOR, dueOn: '2027-03-01', outcome: 'paid', paidOn: '2027-02-20', reminders: 3 },
  { kind: 'renewal', contractId: 'P-2026-0002', ...FOR, dueOn: '2027-03-15', outcome: 'unpaid', reminders: 4 },
  {
    kind: 'task',
    contractId: 'P-2026-0001',
    ...FOR,
    task: 'touch.month-12',
    what: 'touchpoint',
    firstDue: '2027-03-15',
    state: 'done',
    closedOn: '2027-03-12',
  },
  {
    kind: 'thirteenth-month',
    contractId: 'P-2026-0003',
    ...FOR,
    kept: true,
    premium: { amount: '1200.00', currency: 'CNY' },
  },
];

/** A month with two renewals, a task and a contract that went on. */
export const CARE_FIGURES = careReport(
  TEAM,
  monthsUntil('2027-03', 12).map((month) => ({ month, figures: month === '2027-03' ? FIGURES : [] })),
  '2027-04-01',
);
