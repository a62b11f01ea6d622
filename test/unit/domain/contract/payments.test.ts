import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decidePayment, reportedBefore, type PaymentReport } from '../../../../functions/domain/contract/decidePayment.ts';
import { oldestUnpaid } from '../../../../functions/domain/contract/dueDates.ts';
import { evolve, fold } from '../../../../functions/domain/contract/evolve.ts';
import { caredOn, STANDARD_PLAN } from '../../../support/builders/care.ts';
import { statusOn } from '../../../../functions/domain/contract/status.ts';
import { aContract, aReport, type TestContract } from '../../../support/builders/contracts.ts';

const refusalOf = ({ state }: TestContract, changes: Partial<PaymentReport>) => {
  const decided = decidePayment(state, aReport(changes));
  if (decided.ok) throw new Error('not refused');
  return decided.refusal;
};
const refused = (contract: TestContract, changes: Partial<PaymentReport>) => {
  const refusal = refusalOf(contract, changes);
  return refusal.kind === 'invalid' ? refusal.errors.map(({ pointer, code }) => `${pointer} ${code}`) : refusal.kind;
};

describe('a payment', () => {
  const yearly = aContract();

  test('counts for the oldest unpaid due date, or for the one that it names', () => {
    expect(yearly.reported().events.at(-1)).toMatchObject({ type: 'paid', data: { dueOn: '2027-03-01', paidOn: '2027-02-20' } });
    expect(yearly.reported({ dueOn: '2029-03-01' }).events.at(-1)).toMatchObject({ data: { dueOn: '2029-03-01' } });
    expect(yearly.reported().reported().events.at(-1)).toMatchObject({ data: { dueOn: '2028-03-01' } });
  });

  test('is taken long before the first reminder, in grace and after it', () => {
    for (const paidOn of ['2026-03-01', '2027-03-02', '2027-04-30', '2028-12-31'])
      expect(oldestUnpaid(yearly.reported({ paidOn }).state)).toBe('2028-03-01');
  });

  test('that failed is kept with the next attempt, and leaves the premium unpaid', () => {
    const failed = yearly.reported({ status: 'failed', paidOn: '2027-03-01', reason: 'no funds', nextAttemptOn: '2027-03-08' });
    expect(failed.state.failed).toMatchObject([{ dueOn: '2027-03-01', reason: 'no funds', nextAttemptOn: '2027-03-08' }]);
    expect(oldestUnpaid(failed.state)).toBe('2027-03-01');
  });

  test('that failed and is heard of after its success counts for the same due date', () => {
    for (const paidOn of ['2027-03-01', '2027-03-05']) {
      const told = yearly.reported({ paidOn: '2027-03-05' }).reported({ status: 'failed', paidOn });
      expect(told.state.failed).toMatchObject([{ dueOn: '2027-03-01' }]);
      expect(oldestUnpaid(told.state)).toBe('2028-03-01');
    }
    const later = yearly.reported({ paidOn: '2027-03-05' }).reported({ status: 'failed', paidOn: '2028-03-01' });
    expect(later.state.failed).toMatchObject([{ dueOn: '2028-03-01' }]);
  });

  test.each<[string, TestContract, Partial<PaymentReport>, readonly string[] | string]>([
    ['the wrong amount', yearly, { amount: { amount: '1200.01', currency: 'CNY' } }, ['/amount/amount amount-due']],
    ['the wrong currency', yearly, { amount: { amount: '1200', currency: 'USD' } }, ['/amount/currency amount-due']],
    [
      'the wrong amount of a debit that failed',
      yearly,
      { status: 'failed', amount: { amount: '1', currency: 'CNY' } },
      ['/amount/amount amount-due'],
    ],
    ['a day before the signing', yearly, { paidOn: '2026-02-28' }, ['/paidOn before-signing']],
    ['a due date that is none', yearly, { dueOn: '2027-03-02' }, ['/dueOn no-due-date']],
    ['the signing date as due date', yearly, { dueOn: '2026-03-01' }, ['/dueOn no-due-date']],
    ['a due date that is paid', yearly.reported(), { reference: 'B', dueOn: '2027-03-01' }, ['/dueOn paid-already']],
    [
      'a due date that was paid before it came to us',
      aContract({ signedOn: '2020-03-01' }),
      { dueOn: '2025-03-01' },
      ['/dueOn paid-already'],
    ],
    ['a next attempt before this one', yearly, { status: 'failed', nextAttemptOn: '2027-02-19' }, ['/nextAttemptOn attempt-before-debit']],
    ['nothing left to pay', aContract({ endsOn: '2027-02-28' }), {}, ['/dueOn nothing-due']],
    ['the reference of another', yearly.reported({ reference: 'PAY-1' }), { paidOn: '2027-02-21' }, ['/reference reference-used']],
    ['a day after the end', aContract({ endsOn: '2027-03-31' }), { paidOn: '2027-04-01' }, 'ended'],
  ])('with %s is refused', (_, contract, changes, expected) => {
    expect(refused(contract, changes)).toEqual(expected);
  });

  test('is told the amount that is due', () => {
    expect(refusalOf(yearly, { amount: { amount: '1', currency: 'CNY' } })).toMatchObject({
      errors: [{ values: { amount: '1200.00', currency: 'CNY' } }],
    });
  });

  test('made while there was cover counts, however late we hear of it', () => {
    const ending = aContract({ endsOn: '2027-03-31' });
    expect(oldestUnpaid(ending.reported({ paidOn: '2027-03-31' }).state)).toBeUndefined();
  });

  test('that comes twice is known by its reference', () => {
    const report = aReport();
    const { state } = yearly.reported({ reference: report.reference });
    expect(reportedBefore(yearly.state, report)).toBeUndefined();
    for (const same of [report, { ...report, dueOn: '2027-03-01' }, { ...report, amount: { amount: '1200', currency: 'CNY' } }])
      expect(reportedBefore(state, same)).toBe('same');
    for (const other of [{ status: 'failed' as const }, { dueOn: '2028-03-01' }, { paidOn: '2027-02-21' }])
      expect(reportedBefore(state, { ...report, ...other })).toBe('other');
  });
});

const DUE = ['2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31'];

const told = (contract: TestContract, report: PaymentReport): TestContract => {
  if (reportedBefore(contract.state, report) === 'same') return contract;
  const decided = decidePayment(contract.state, report);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return contract.happens(decided.value);
};

describe('a payment for a cover that lapses', () => {
  const DUE_ON = '2027-03-01';
  const reminded = caredOn(aContract(), ['2026-12-01']);
  const demanded = caredOn(reminded, ['2027-03-02']);
  const suspended = caredOn(demanded, ['2027-05-01']);
  const lapsed = caredOn(suspended, ['2029-05-02']);
  const openTasks = ({ state }: TestContract) => state.tasks.filter((task) => task.state === 'open' && task.step.dueOn === DUE_ON);

  test('ends what waits for it, whenever it comes', () => {
    for (const contract of [aContract(), reminded, demanded, suspended]) {
      const paid = contract.reported({ paidOn: '2027-05-01' }, '2027-05-02');
      expect(oldestUnpaid(paid.state)).toBe('2028-03-01');
      expect(openTasks(paid)).toEqual([]);
      expect(paid.state.renewal).toBeUndefined();
    }
    expect(openTasks(suspended).map(({ step }) => step.kind)).toEqual(['grace', 'suspension']);
  });

  test('brings a suspended cover back until the end of two years, and not a day later', () => {
    expect(statusOn(suspended.state, '2029-05-01', STANDARD_PLAN)).toBe('suspended');
    const back = suspended.reported({ paidOn: '2029-05-01' }, '2029-05-01');
    expect(back.state.suspension).toMatchObject({ dueOn: DUE_ON });
    expect(back.state.lapsedOn).toBeUndefined();
    expect(lapsed.state.lapsedOn).toBe('2029-05-02');
    expect(statusOn(lapsed.state, '2029-05-02', STANDARD_PLAN)).toBe('ended');
    expect(refusalOf(lapsed, { paidOn: '2029-05-02' })).toEqual({ kind: 'ended', endsOn: '2029-05-01' });
    expect(refusalOf(lapsed, { paidOn: '2030-01-01', status: 'failed' })).toEqual({ kind: 'ended', endsOn: '2029-05-01' });
  });

  test('made before the end and heard of after it takes the end back', () => {
    for (const paidOn of ['2029-05-01', '2027-03-20']) {
      const revived = lapsed.reported({ paidOn }, '2029-05-20');
      expect(revived.state.lapsedOn).toBeUndefined();
      expect(oldestUnpaid(revived.state)).toBe('2028-03-01');
      expect(statusOn(revived.state, '2029-05-20', STANDARD_PLAN)).not.toBe('ended');
    }
  });

  test('for another premium than the one that lapsed leaves the end as it is', () => {
    const other = lapsed.reported({ paidOn: '2029-05-01', dueOn: '2028-03-01' }, '2029-05-20');
    expect(other.state.lapsedOn).toBe('2029-05-02');
  });

  test('is taken once, in the right amount, after the end as before it', () => {
    const report = aReport({ paidOn: '2027-03-20' });
    const once = lapsed.reported(report, '2029-05-20');
    expect(reportedBefore(once.state, report)).toBe('same');
    expect(refused(once, { ...report, reference: 'B', dueOn: DUE_ON })).toEqual(['/dueOn paid-already']);
    expect(refused(lapsed, { paidOn: '2027-03-20', amount: { amount: '1', currency: 'CNY' } })).toEqual(['/amount/amount amount-due']);
  });
});

describe('payments in any order, and twice', () => {
  const start = aContract({ signedOn: '2026-03-31', everyMonths: 1 }, { today: '2026-03-31' });
  const reports = DUE.map((dueOn, n) => aReport({ reference: `P-${n}`, dueOn, paidOn: dueOn }));
  const anyOrder = fc.shuffledSubarray([...reports, ...reports], { minLength: 10, maxLength: 10 });

  test('come to the same contract', () => {
    const expected = reports.reduce(told, start).state;
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { state } = order.reduce(told, start);
        const byDate = [...state.paid].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
        expect({ ...state, paid: byDate }).toEqual(expected);
        for (const day of ['2026-04-01', '2026-06-15', '2026-09-30', '2026-10-31', '2027-01-31'])
          expect(statusOn(state, day, STANDARD_PLAN)).toBe(statusOn(expected, day, STANDARD_PLAN));
      }),
    );
  });

  test('pay the same due dates when they name none', () => {
    const nameless = reports.map(({ dueOn: _, ...report }) => report);
    fc.assert(
      fc.property(fc.shuffledSubarray([...nameless, ...nameless], { minLength: 10, maxLength: 10 }), (order) => {
        const { state } = order.reduce(told, start);
        expect(state.paid.map(({ dueOn }) => dueOn)).toEqual(DUE);
        expect(state.version).toBe(1 + DUE.length);
      }),
    );
  });
});

describe('events', () => {
  test('fold to the state that they were decided on', () => {
    const { events, state } = aContract().reported({ status: 'failed' }).reported().changed({ product: 'care-basic' });
    expect(fold(events)).toEqual(state);
    expect(events.map(({ type }) => type)).toEqual(['registered', 'failed', 'paid', 'changed']);
  });

  test('out of order, twice, or none at all are a broken store', () => {
    const { events, state } = aContract().reported();
    const [registered, paid] = events;
    if (!registered || !paid) throw new Error('two events are needed');
    expect(() => fold([])).toThrow();
    expect(() => fold([paid])).toThrow();
    expect(() => fold([registered, registered])).toThrow();
    expect(() => evolve(state, paid)).toThrow();
  });
});
