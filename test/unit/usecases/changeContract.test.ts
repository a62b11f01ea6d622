import { expect, test } from '@jest/globals';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import type { ChangeContractInput } from '../../../functions/usecases/changeContract.ts';
import { putContract } from '../../../functions/usecases/putContract.ts';
import { ContractRegister } from '../../support/builders/contractRegister.ts';
import { aContract, someTerms } from '../../support/builders/contracts.ts';
import { lin, wang } from '../../support/builders/staff.ts';

const INPUT: ChangeContractInput = { contractId: 'P-1001', by: { role: 'staff', id: 'lin' }, now: '2026-03-02T04:00:00.000Z' };

const around = (register: ContractRegister) => {
  const asked = { staff: 0 };
  const put = putContract({
    contracts: register,
    hashes: { hash: async (purpose, text) => `${purpose} ${text}` },
    rules: { since: async () => [FIRST_BOOK] },
    directory: {
      list: async () => {
        asked.staff += 1;
        return [lin, wang];
      },
    },
  });
  return { put, asked };
};

test('staff are looked up only for an owner who is new to the contract', async () => {
  const { put, asked } = around(new ContractRegister(aContract()));
  await put(INPUT, someTerms());
  await put(INPUT, someTerms({ product: 'care-basic' }));
  expect(asked.staff).toBe(0);
  const changed = await put(INPUT, someTerms({ owner: 'Wang' }));
  expect(changed.ok && changed.value.state.terms.owner).toBe('wang');
  expect(asked.staff).toBe(1);
});

test('a contract to which everybody writes at once breaks the request, and is not written blindly', async () => {
  class Busy extends ContractRegister {
    override append = async (): Promise<'conflict'> => 'conflict';
  }
  const register = new Busy(aContract());
  await expect(around(register).put(INPUT, someTerms({ product: 'x' }))).rejects.toThrow('too many at once');
  expect(register.written).toBe(1);
});

test('what counts as unpaid is decided by the day of the customer', async () => {
  const register = new ContractRegister();
  const terms = someTerms({ signedOn: '2025-03-01' });
  const dueOf = async (contractId: string, timeZone: string) => {
    await around(register).put(
      { ...INPUT, contractId, now: '2026-03-02T04:00:00.000Z' },
      { ...terms, customer: { ...terms.customer, timeZone } },
    );
    return register.lists.get(contractId)?.index.dueOn;
  };
  expect(await dueOf('P-1', 'Asia/Shanghai')).toBe('2027-03-01');
  expect(await dueOf('P-2', 'Europe/Berlin')).toBe('2027-03-01');
  expect(await dueOf('P-3', 'America/New_York')).toBe('2026-03-01');
});
