import { describe, expect, test } from '@jest/globals';
import { keepConsentOfCase, keepConsents } from '../../../functions/usecases/keepConsents.ts';
import { CustomersInMemory } from '../../support/builders/careRoom.ts';
import { aCase, anOpening } from '../../support/builders/cases.ts';
import { aContract, aPolicyholder } from '../../support/builders/contracts.ts';

const WANG = 'wang@example.com';

describe('the ledger of an address', () => {
  test('learns what a contract says, when, and from where, under the address of that time', async () => {
    const contract = aContract({ consent: { marketing: true } })
      .happens({ type: 'consented', data: { purpose: 'marketing', given: false, source: 'phone' } }, '2026-04-01T00:00:00.000Z')
      .changed({ customer: aPolicyholder({ email: 'new@example.com' }) })
      .changed({ consent: { marketing: false } })
      .changed({ product: 'care-basic' });
    const customers = new CustomersInMemory();
    await keepConsents(customers, contract.events, [1, 2, 3, 4, 5]);
    expect(customers.said.get(WANG)).toEqual([
      { purpose: 'marketing', given: true, source: 'register', at: contract.events[0]?.at },
      { purpose: 'marketing', given: false, source: 'phone', at: '2026-04-01T00:00:00.000Z' },
    ]);
    expect(customers.said.get('new@example.com')).toMatchObject([{ given: false, source: 'register' }]);
    await keepConsents(customers, contract.events, [1, 2, 3, 4, 5]);
    expect(customers.said.get(WANG)).toHaveLength(2);
  });

  test('learns only what is new, and nothing where there is no address', async () => {
    const customers = new CustomersInMemory();
    const contract = aContract({ consent: { marketing: true } });
    await keepConsents(customers, contract.events, []);
    const silent = aContract({ customer: aPolicyholder({ email: undefined }), consent: { marketing: true } });
    await keepConsents(customers, silent.events, [1]);
    expect(customers.said.size).toBe(0);
  });

  test('learns what the customer ticked with a case; a box that is not ticked takes nothing back', async () => {
    const customers = new CustomersInMemory();
    const { customer } = anOpening();
    const told = async (marketing: boolean, channel: 'web' | 'phone' | 'follow-up') =>
      keepConsentOfCase(
        customers,
        aCase({ consent: { service: true, marketing }, channel, ...(channel === 'follow-up' && { followUpOf: 'AC-0' }) }).state,
      );
    await told(false, 'web');
    await told(true, 'follow-up');
    expect(customers.said.size).toBe(0);
    await told(true, 'web');
    await told(true, 'web');
    await told(true, 'phone');
    expect(customers.said.get(customer.email)).toMatchObject([
      { purpose: 'marketing', given: true, source: 'form' },
      { purpose: 'marketing', given: true, source: 'phone' },
    ]);
  });
});
