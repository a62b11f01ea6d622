import { describe, expect, test } from '@jest/globals';
import { decidePayment } from '../../../../functions/domain/contract/decidePayment.ts';
import { statusOn } from '../../../../functions/domain/contract/status.ts';
import { caredOn, diary, mailed, STANDARD_PLAN } from '../../../support/builders/care.ts';
import { aContract, aPolicyholder, aReport, type TestContract } from '../../../support/builders/contracts.ts';

const DUE = '2027-03-01';

/** A yearly contract, due on 1 March 2027, that told its customer four times. */
const reminded = ['2026-12-01', '2026-12-31', '2027-01-30', '2027-02-22'].reduce(
  (contract, day, n) => mailed(caredOn(contract, [day]), `${DUE}.reminder-${n + 1}`),
  aContract({}, { today: '2026-11-01' }),
);

/** What was done about the premium from a day on. */
const since = (contract: TestContract, day: string): readonly string[] =>
  diary(contract).filter((line) => line >= day && !/touch\.|thirteenth/.test(line));

describe('a premium that stays unpaid', () => {
  const demanded = caredOn(reminded, ['2027-03-01', '2027-03-02']);

  test('is demanded on the day after it was due, with a visit', () => {
    expect(since(demanded, '2027-02-23')).toEqual([`2027-03-02 ${DUE}.grace: mail; task by 2027-03-16`]);
  });

  test('suspends the cover when 30 days have passed since the demand was delivered', () => {
    const delivered = mailed(demanded, `${DUE}.grace`);
    const suspended = caredOn(delivered, ['2027-04-01', '2027-04-02']);
    expect(since(suspended, '2027-03-03')).toEqual([`2027-04-02 ${DUE}.suspension: mail; task by 2027-05-02`]);
    expect(statusOn(suspended.state, '2027-04-01', STANDARD_PLAN)).toBe('grace');
    expect(statusOn(suspended.state, '2027-04-02', STANDARD_PLAN)).toBe('suspended');
  });

  test('suspends it from the day that the law says, however late the sweep comes', () => {
    const late = caredOn(mailed(demanded, `${DUE}.grace`), ['2027-04-20']);
    expect(since(late, '2027-03-03')).toEqual([`2027-04-20 ${DUE}.suspension: mail; task by 2027-05-02`]);
    expect(late.state.suspension).toEqual({ dueOn: DUE, on: '2027-04-02' });
    expect(['2027-04-01', '2027-04-02'].map((day) => statusOn(late.state, day, STANDARD_PLAN))).toEqual(['grace', 'suspended']);
  });

  test('suspends it 60 days after the due date where the demand never arrived', () => {
    for (const outcome of ['bounced', 'complained'] as const) {
      const lost = mailed(demanded, `${DUE}.grace`, outcome);
      expect(since(caredOn(lost, ['2027-04-30', '2027-05-01']), '2027-03-03')).toEqual([
        `2027-05-01 ${DUE}.suspension: mail; task by 2027-06-01`,
      ]);
    }
    expect(since(caredOn(demanded, ['2027-04-30']), '2027-03-03')).toEqual([]);
  });

  test('has its confirmation within a natural month, also at the end of a short one', () => {
    const due = aContract({ signedOn: '2025-12-31', nextDueOn: '2026-12-31' }, { today: '2026-12-01' });
    const suspended = caredOn(due, ['2027-03-01', '2027-03-02']);
    expect(diary(suspended).at(-1)).toBe('2027-03-02 2026-12-31.suspension: mail; task by 2027-04-02');
  });

  test('ends the contract when the cover was not brought back within 24 months', () => {
    const suspended = caredOn(mailed(demanded, `${DUE}.grace`), ['2027-04-02']);
    const lapsed = caredOn(suspended, ['2029-04-02', '2029-04-03']);
    expect(since(lapsed, '2029-04-01').filter((line) => line.includes('lapse'))).toEqual([`2029-04-03 ${DUE}.lapse: mail`]);
    expect(statusOn(lapsed.state, '2029-04-02', STANDARD_PLAN)).toBe('suspended');
    expect(statusOn(lapsed.state, '2029-04-03', STANDARD_PLAN)).toBe('ended');
    expect(diary(caredOn(lapsed, ['2029-04-04', '2029-06-18', '2030-03-01']))).toEqual(diary(lapsed));
    expect(decidePayment(lapsed.state, aReport({ reference: 'LATE', paidOn: '2029-04-03' }))).toMatchObject({
      ok: false,
      refusal: { kind: 'ended', endsOn: '2029-04-02' },
    });
    const posted = lapsed.reported({ paidOn: '2029-04-02' }, '2029-04-10');
    expect(statusOn(posted.state, '2029-04-10', STANDARD_PLAN)).toBe('suspended');
    expect(posted.state.lapsedOn).toBeUndefined();
  });

  test('of a customer without an address is a matter for visits', () => {
    const silent = aContract({ customer: { name: aPolicyholder().name } }, { today: '2027-02-28' });
    const lapsed = caredOn(silent, ['2027-03-02', '2027-05-01', '2029-05-02']);
    expect(diary(lapsed).filter((line) => /grace|suspension|lapse/.test(line))).toEqual([
      `2027-03-02 ${DUE}.grace: held: no-address; task by 2027-03-16`,
      `2027-05-01 ${DUE}.suspension: held: no-address; task by 2027-06-01`,
      `2029-05-02 ${DUE}.lapse: held: no-address; task by 2029-05-16`,
    ]);
  });

  test('that was due long before the contract came to us is not announced as news', () => {
    const late = aContract({ signedOn: '2020-01-15', nextDueOn: '2026-01-15' }, { today: '2026-06-01' });
    expect(diary(caredOn(late, ['2026-06-01']))).toEqual([
      '2026-06-01 2026-01-15.grace: held: late; task by 2026-06-15',
      '2026-06-01 2026-01-15.suspension: task by 2026-07-01',
    ]);
  });
});

describe('a payment', () => {
  test('before the first reminder leaves nothing to be said but thanks', () => {
    const paid = aContract().reported({ paidOn: '2026-11-15' }, '2026-11-15');
    expect(since(caredOn(paid, ['2026-11-16', '2026-12-01', '2027-02-22', '2027-03-02']), '2026-11-16')).toContain(
      `2026-11-16 ${DUE}.paid: mail`,
    );
    expect(diary(caredOn(paid, ['2026-11-16', '2026-12-01', '2027-02-22', '2027-03-02'])).join()).not.toMatch(/reminder|grace/);
  });

  test('between two reminders stops those to come and cancels the visit', () => {
    const bounced = mailed(caredOn(aContract(), ['2026-12-01']), `${DUE}.reminder-1`, 'bounced', { gaveUp: true });
    const visited = caredOn(bounced, ['2026-12-01']);
    expect(visited.state.tasks.filter(({ step }) => step.kind === 'renewal-visit')).toMatchObject([{ state: 'open' }]);
    const paid = visited.reported({ paidOn: '2026-12-10' }, '2026-12-10');
    expect(paid.state.tasks.filter(({ step }) => step.dueOn === DUE)).toMatchObject([{ state: 'cancelled' }]);
    expect(paid.state.renewal).toBeUndefined();
    expect(since(caredOn(paid, ['2026-12-31', '2027-01-30']), '2026-12-11').join()).not.toContain('reminder');
  });

  test('in the days of grace keeps the cover, and everything about its end goes', () => {
    const demanded = mailed(caredOn(reminded, ['2027-03-02']), `${DUE}.grace`);
    const paid = demanded.reported({ paidOn: '2027-03-20' }, '2027-03-20');
    expect(since(caredOn(paid, ['2027-03-20', '2027-03-21', '2027-04-02', '2027-05-01']), '2027-03-03')).toEqual([
      `2027-03-21 ${DUE}.paid: mail`,
    ]);
    expect(paid.state.tasks.find(({ step }) => step.kind === 'grace')?.state).toBe('cancelled');
    expect(statusOn(paid.state, '2027-03-21', STANDARD_PLAN)).toBe('active');
  });

  const suspended = caredOn(mailed(caredOn(reminded, ['2027-03-02']), `${DUE}.grace`), ['2027-04-02']);

  test('after the suspension brings the cover back, and says so', () => {
    const paid = caredOn(suspended.reported({ paidOn: '2027-04-10' }, '2027-04-10'), ['2027-04-11']);
    expect(paid.state.steps[`${DUE}.paid`]).toMatchObject({ kind: 'reinstated', mail: true });
    expect(paid.state.tasks.filter(({ step }) => step.dueOn === DUE && step.kind !== 'reminder').map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
      'open',
    ]);
    expect(paid.state.tasks.at(-1)).toMatchObject({ step: { kind: 'reinstated' }, due: '2027-04-25' });
    expect(paid.changed({ product: 'care-more' }).state.tasks.at(-1)?.state).toBe('open');
    expect(statusOn(paid.state, '2027-04-11', STANDARD_PLAN)).toBe('reinstated');
  });

  test('does not say that the cover is back while another premium keeps it suspended', () => {
    const first = suspended.reported({ paidOn: '2028-07-01' }, '2028-07-01');
    const told = caredOn(first, ['2028-07-02']);
    expect(statusOn(told.state, '2028-07-02', STANDARD_PLAN)).toBe('suspended');
    expect(told.state.steps[`${DUE}.paid`]).toMatchObject({ kind: 'feedback', mail: true });
    const both = caredOn(first.reported({ dueOn: '2028-03-01', paidOn: '2028-07-01' }, '2028-07-01'), ['2028-07-02']);
    expect(both.state.steps[`${DUE}.paid`]).toMatchObject({ kind: 'reinstated', mail: true });
  });

  test('made in time that was late in the post takes the suspension back', () => {
    const paid = caredOn(suspended.reported({ paidOn: '2027-04-01' }, '2027-04-10'), ['2027-04-10', '2027-04-11']);
    expect(paid.state.steps[`${DUE}.paid`]).toMatchObject({ kind: 'feedback', day: '2027-04-11', mail: true });
    expect(statusOn(paid.state, '2027-04-11', STANDARD_PLAN)).toBe('active');
  });

  test('told by new terms counts as one told by itself', () => {
    const told = suspended.changed({ nextDueOn: '2028-03-01' }, { today: '2027-04-10' });
    expect(told.state.tasks.filter(({ step, state }) => step.dueOn === DUE && state === 'open')).toEqual([]);
    expect(statusOn(told.state, '2027-04-11', STANDARD_PLAN)).toBe('active');
  });
});

describe('a debit that failed', () => {
  const failed = reminded.reported({ status: 'failed', paidOn: DUE, nextAttemptOn: '2027-03-08' }, DUE);

  test('is explained on the day after, before the premium is demanded', () => {
    expect(since(caredOn(failed, ['2027-03-02', '2027-03-03']), '2027-03-01')).toEqual([
      `2027-03-02 ${DUE}.grace: held: one-a-day, again 2027-03-03; task by 2027-03-16`,
      `2027-03-02 ${DUE}.debit-failed-1: mail`,
      `2027-03-03 ${DUE}.grace: mail`,
    ]);
  });

  test('is not mentioned once the premium is paid', () => {
    const paid = failed.reported({ paidOn: '2027-03-01' }, '2027-03-01');
    expect(since(caredOn(paid, ['2027-03-02', '2027-03-03']), '2027-03-01')).toEqual([`2027-03-02 ${DUE}.paid: mail`]);
  });

  test('is talked about with a customer who has no address', () => {
    const silent = aContract({ customer: { name: aPolicyholder().name } }, { today: '2027-02-28' });
    const told = silent.reported({ status: 'failed', paidOn: '2027-02-28' }, '2027-02-28');
    expect(since(caredOn(told, ['2027-03-01']), '2027-03-01')).toEqual([
      `2027-03-01 ${DUE}.debit-failed-1: held: no-address; task by 2027-03-04`,
    ]);
  });
});
