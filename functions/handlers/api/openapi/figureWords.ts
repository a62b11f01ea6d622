import * as answers from '../figureAnswers.ts';
import { object, type Described } from './words.ts';

const SUMS = {
  renewals: 'Premiums that were due in the month.',
  tasks: 'Tasks that were to be done in the month at first.',
  thirteenthMonth: 'Contracts that were thirteen months old in the month.',
};

/** Answers about how contracts are cared for, with their words. */
export const FIGURE_ANSWERS: Readonly<Record<string, Described>> = {
  CareFigures: object(answers.careFigures, 'How contracts were cared for in a month.', {
    month: 'The month, in the customers’ days.',
    team: 'The team.',
    asOf: 'The day by which open tasks count as overdue: today in the zone of the team’s region.',
    total: 'All together.',
    owners: 'By owner, most renewals first: who looked after the contract when it came about that is counted.',
    products: 'By product, most renewals first.',
    trend: 'Twelve months, this one last.',
  }),
  CareSums: object(answers.careSums, 'What is counted.', SUMS),
  OwnerSums: object(answers.ownerSums, 'What is counted for one owner.', { owner: 'Staff id of the owner.', ...SUMS }),
  ProductSums: object(answers.productSums, 'What is counted for one product.', {
    product: 'The product, as the contracts call it.',
    ...SUMS,
  }),
  MonthSums: object(answers.monthSums, 'What is counted in one month.', { month: 'The month.', ...SUMS }),
  RenewalSums: object(
    answers.renewalSums,
    'Renewals by what became of them. One counts once it is paid, or from the day after its due date; not when the contract was changed so that it need not be paid.',
    {
      due: 'All of them.',
      paidInTime: 'Paid on the due date or before it.',
      paidLate: 'Paid after it.',
      unpaid: 'In the days of grace.',
      suspended: 'Not paid, so that the cover is suspended.',
      lapsed: 'Not paid until the time for coming back was over.',
      reminders: 'Reminders that were delivered, all together.',
      byReminders: 'Renewals by how many reminders were delivered: none, one, two, three, four and more.',
    },
  ),
  TaskSums: object(
    answers.taskSums,
    'Tasks by how they were done. One counts once it is reported, or from the day after its first due date: to postpone it does not make it early. Those that a payment settled do not count.',
    {
      due: 'All of them.',
      inTime: 'Done on the first due date or before it.',
      late: 'Done after it.',
      impossible: 'Reported as not possible.',
      overdue: 'Still open after it.',
    },
  ),
  ThirteenthMonthSums: object(
    answers.thirteenthMonthSums,
    '13-month persistency. A contract is kept when no premium is unpaid that was due within twelve months of its signing, and its cover was not ended before; a payment that comes later mends it. What was agreed for less than a year does not count.',
    { contracts: 'All of them.', kept: 'Those that were kept.', premiums: 'The same by what they bring in a year, for each currency.' },
  ),
  KeptPremium: object(answers.keptPremium, 'Yearly premiums in one currency.', {
    currency: 'ISO 4217.',
    all: 'Of all contracts.',
    kept: 'Of those that were kept.',
  }),
};
