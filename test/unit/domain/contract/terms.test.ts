import { describe, expect, test } from '@jest/globals';
import { decideTerms, sameTerms } from '../../../../functions/domain/contract/decideTerms.ts';
import { oldestUnpaid } from '../../../../functions/domain/contract/dueDates.ts';
import type { Terms } from '../../../../functions/domain/contract/model.ts';
import { aContract, aPolicyholder, SETTING, someTerms, type TestContract } from '../../../support/builders/contracts.ts';
import { auditor, chen, depot, wang } from '../../../support/builders/staff.ts';

const refused = (terms: Partial<Terms>, setting: Partial<typeof SETTING> = {}, contract?: TestContract) => {
  const decided = decideTerms(contract?.state, someTerms(terms), { ...SETTING, ...setting });
  if (decided.ok || decided.refusal.kind !== 'invalid') throw new Error(`not refused: ${JSON.stringify(decided)}`);
  return decided.refusal.errors.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('terms', () => {
  test('that are new register a contract, with what counts as paid', () => {
    const contract = aContract({ nextDueOn: '2027-03-01' });
    expect(contract.state).toMatchObject({ version: 1, unpaidFrom: '2027-03-01', terms: { owner: 'lin', product: 'care-plus' } });
    expect(contract.events.map(({ type }) => type)).toEqual(['registered']);
  });

  test('that say the same change nothing, in whatever order and however many zeros', () => {
    const { state } = aContract();
    const { premium, ...others } = someTerms();
    const again = { premium: { currency: premium.currency, amount: '1200' }, ...others, endsOn: undefined };
    expect(decideTerms(state, again, SETTING)).toEqual({ ok: true, value: undefined });
    expect(decideTerms(state, someTerms({ owner: 'LIN' }), { ...SETTING, owner: undefined })).toEqual({ ok: true, value: undefined });
    expect(sameTerms(someTerms(), someTerms({ consent: { marketing: false } }))).toBe(false);
  });

  test('that differ are one event with the new terms', () => {
    const changed = aContract().changed({ product: 'care-basic', customer: aPolicyholder({ phone: '010' }) });
    expect(changed.state).toMatchObject({ version: 2, terms: { product: 'care-basic', customer: { phone: '010' } } });
    expect(changed.changed({ product: 'care-basic' }).state.version).toBe(2);
  });

  test.each<[string, Partial<Terms>, readonly string[]]>([
    ['a delivery before the signing', { deliveredOn: '2026-02-28' }, ['/deliveredOn before-signing']],
    ['an end before the signing', { endsOn: '2026-02-28' }, ['/endsOn before-signing']],
    ['a due date that is none', { nextDueOn: '2027-03-02' }, ['/nextDueOn no-due-date']],
    ['the signing as a due date', { nextDueOn: '2026-03-01' }, ['/nextDueOn no-due-date']],
    ['a due date after the end', { nextDueOn: '2028-03-01', endsOn: '2027-12-31' }, ['/nextDueOn no-due-date']],
    [
      'everything at once',
      { deliveredOn: '2025-01-01', endsOn: '2025-01-01', nextDueOn: '2025-01-01' },
      ['/deliveredOn before-signing', '/endsOn before-signing', '/nextDueOn no-due-date'],
    ],
  ])('with %s are refused', (_, changes, expected) => {
    expect(refused(changes)).toEqual(expected);
  });

  test('need an owner who may own; one who has left may stay', () => {
    for (const owner of [undefined, auditor, depot]) expect(refused({ owner: 'x' }, { owner })).toEqual(['/owner not-staff']);
    const contract = aContract();
    expect(refused({ owner: 'gone' }, { owner: undefined }, contract)).toEqual(['/owner not-staff']);
    expect(contract.changed({ product: 'care-basic' }, { owner: undefined }).state.terms.owner).toBe('lin');
    expect(contract.changed({ owner: 'WANG' }, { owner: wang }).state.terms.owner).toBe('wang');
    expect(contract.changed({ owner: 'chen' }, { owner: chen }).state.version).toBe(2);
  });

  test('of another customer are refused, unless the sender saw the contract', () => {
    const contract = aContract();
    const other = { name: '李娜', email: 'li.na@example.com' };
    expect(refused({ customer: other }, {}, contract)).toEqual(['/customer another-customer']);
    expect(contract.changed({ customer: other }, { confirmed: true }).state.terms.customer).toEqual(other);
    for (const customer of [
      { ...other, name: '王小明' },
      { ...other, email: 'WANG@example.com' },
      { name: '王晓明', phone: '+86 138 0013 8000' },
    ])
      expect(contract.changed({ customer }).state.terms.customer).toEqual(customer);
  });
});

describe('new terms', () => {
  test('keep what is paid when the rhythm changes', () => {
    const monthly = aContract().changed({ everyMonths: 1 }, { today: '2026-10-10' });
    expect(oldestUnpaid(monthly.state)).toBe('2027-03-01');
    const paid = aContract().reported().changed({ everyMonths: 3 }, { today: '2027-02-25' });
    expect(oldestUnpaid(paid.state)).toBe('2028-03-01');
  });

  test('keep what is open when the cover goes on', () => {
    const over = aContract({ everyMonths: 1, endsOn: '2026-06-30' }, { today: '2026-03-02' })
      .reported({ dueOn: '2026-04-01', paidOn: '2026-04-01' })
      .reported({ dueOn: '2026-05-01', paidOn: '2026-05-01' })
      .reported({ dueOn: '2026-06-01', paidOn: '2026-06-01' });
    expect(oldestUnpaid(over.state)).toBeUndefined();
    expect(oldestUnpaid(over.changed({ endsOn: '2027-06-30' }, { today: '2026-07-20' }).state)).toBe('2026-07-01');
  });

  test('say what is paid, when they name a due date', () => {
    const contract = aContract({ signedOn: '2020-03-01', nextDueOn: '2025-03-01' });
    expect(oldestUnpaid(contract.changed({ nextDueOn: '2027-03-01' }).state)).toBe('2027-03-01');
  });

  test('that shorten the cover leave nothing to pay after it', () => {
    expect(oldestUnpaid(aContract().changed({ endsOn: '2026-12-31' }).state)).toBeUndefined();
  });
});
