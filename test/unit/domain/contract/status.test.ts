import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { customerDate, statusOn, zoneOf } from '../../../../functions/domain/contract/status.ts';
import { calendarDate, dayNumber } from '../../../../functions/domain/kernel/time.ts';
import { STANDARD_PLAN } from '../../../support/builders/care.ts';
import { aContract, type TestContract } from '../../../support/builders/contracts.ts';

const shift = (date: string, days: number): string => calendarDate(dayNumber(date) + days);
const statuses = ({ state }: TestContract, ...dates: readonly string[]) => dates.map((date) => statusOn(state, date, STANDARD_PLAN));

describe('the status of a contract', () => {
  const yearly = aContract();

  test('goes from active to due 90 days before, grace for 60 days after, then suspended', () => {
    expect(statuses(yearly, '2026-03-02', '2026-11-30', '2026-12-01', '2027-02-28', '2027-03-01')).toEqual([
      'active',
      'active',
      'due',
      'due',
      'due',
    ]);
    expect(statuses(yearly, '2027-03-02', '2027-04-30', '2027-05-01', '2029-01-01')).toEqual(['grace', 'grace', 'suspended', 'suspended']);
  });

  test('is active again once the premium is paid, on whatever day before its end', () => {
    for (const paidOn of ['2026-03-02', '2027-02-20', '2027-03-01', '2027-04-30'])
      expect(statuses(yearly.reported({ paidOn }), paidOn, '2027-05-01', '2027-12-02')).toEqual(['active', 'active', 'due']);
  });

  test('is reinstated by a payment after the grace period, until the next premium is paid', () => {
    const late = yearly.reported({ paidOn: '2027-05-01' });
    expect(statuses(late, '2027-05-01', '2027-11-30', '2027-12-02')).toEqual(['reinstated', 'reinstated', 'due']);
    const next = late.reported({ paidOn: '2028-02-20' });
    expect(statuses(next, '2028-02-21')).toEqual(['active']);
  });

  test('is the same when a payment was only late in the post', () => {
    const told = yearly.reported({ paidOn: '2027-04-30' });
    expect(statuses(told, '2027-05-03')).toEqual(['active']);
  });

  test('does not change by a debit that failed', () => {
    const failed = yearly.reported({ status: 'failed', paidOn: '2027-03-01', nextAttemptOn: '2027-03-08' });
    expect(statuses(failed, '2027-03-01', '2027-03-02')).toEqual(['due', 'grace']);
  });

  test('is ended after the last day of cover, whatever is unpaid', () => {
    const ending = aContract({ endsOn: '2027-03-31' });
    expect(statuses(ending, '2027-03-01', '2027-03-31', '2027-04-01')).toEqual(['due', 'grace', 'ended']);
    expect(statuses(ending.reported(), '2027-03-31', '2027-04-01')).toEqual(['active', 'ended']);
  });

  test('is grace on the day of registration for a contract that comes late', () => {
    expect(statuses(aContract({ signedOn: '2020-01-15', nextDueOn: '2026-01-15' }), '2026-03-02')).toEqual(['grace']);
  });

  test('only ever moves on while nothing is paid', () => {
    const order = ['active', 'due', 'grace', 'suspended', 'ended'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 }), fc.boolean(), (a, b, ends) => {
        const { state } = aContract(ends ? { endsOn: '2028-01-31' } : {});
        const [before, after] = [Math.min(a, b), Math.max(a, b)].map((days) =>
          order.indexOf(statusOn(state, shift('2026-03-01', days), STANDARD_PLAN)),
        );
        expect(before).toBeLessThanOrEqual(after ?? -1);
        expect(before).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the day of a customer', () => {
  const at = '2026-03-01T17:30:00.000Z';

  test.each([
    ['of the zone that was named', { timeZone: 'Europe/Berlin', region: 'CN' as const }, '2026-03-01'],
    ['of the region', { region: 'TW' as const }, '2026-03-02'],
    ['of the team’s region', {}, '2026-03-02'],
  ])('is that %s', (_, customer, expected) => {
    expect(customerDate(customer, 'CN', at)).toBe(expected);
  });

  test('follows the region of the team', () => {
    expect(zoneOf({}, 'TW')).toBe('Asia/Taipei');
  });
});
