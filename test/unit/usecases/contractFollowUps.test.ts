import { describe, expect, test } from '@jest/globals';
import type { ContractIndex } from '../../../functions/usecases/contractPorts.ts';
import { CareRoom } from '../../support/builders/careRoom.ts';
import { ContractRegister } from '../../support/builders/contractRegister.ts';
import { aContract, aPolicyholder, type TestContract } from '../../support/builders/contracts.ts';

/** A register that keeps what it was told, and counts how often it was told. */
class Counting extends ContractRegister {
  pointed = 0;
  indexed = 0;
  override point = async (contractId: string, email: string | undefined): Promise<void> => {
    this.pointed += 1;
    this.numbers.add(contractId);
    if (email) this.pointers.set(email, new Set([contractId]));
  };
  override index = async (contractId: string, version: number, index: ContractIndex): Promise<void> => {
    this.indexed += 1;
    this.lists.set(contractId, { version, index });
  };
}

/** A register in which a contract was just registered by its door, and the rest of its events written after. */
const around = ({ events }: TestContract): Counting => {
  const register = new Counting({ events });
  register.lists.set('P-1001', { version: 1, index: { dueOn: '2027-03-01', owner: 'lin', careAt: DELIVERED, tasks: undefined } });
  return register;
};

const NOW = '2026-03-02T05:00:00.000Z';

/** When the night ends on the day of the first touchpoint. */
const DELIVERED = '2026-04-01T00:00:00.000Z';

const carry = (register: Counting, ...versions: readonly number[]) => new CareRoom(register).dispatch('P-1001', NOW, versions);
const repair = (register: Counting, contractId = 'P-1001') => new CareRoom(register).repair(contractId, NOW);

describe('what follows from an event of a contract', () => {
  test('a registration lets it be found', async () => {
    const register = around(aContract());
    await carry(register, 1);
    expect([register.pointed, register.indexed, [...register.pointers.keys()]]).toEqual([1, 0, ['wang@example.com']]);
  });

  test('a customer without an address is found by number only', async () => {
    const register = around(aContract({ customer: { name: '老王' } }));
    await carry(register, 1);
    expect([[...register.numbers], register.pointers.size]).toEqual([['P-1001'], 0]);
  });

  test('a payment moves it in the list, and costs nothing else', async () => {
    const register = around(aContract().reported());
    await carry(register, 2);
    expect([register.pointed, register.indexed]).toEqual([0, 1]);
    expect(register.lists.get('P-1001')).toMatchObject({ version: 2, index: { dueOn: '2028-03-01', owner: 'lin' } });
  });

  test('a debit that failed changes no list', async () => {
    const register = around(aContract().reported({ status: 'failed' }));
    await carry(register, 2);
    expect([register.pointed, register.indexed]).toEqual([0, 0]);
  });

  test('new terms let it be found under an address that is new, and only then', async () => {
    const moved = aContract()
      .changed({ product: 'care-basic' })
      .changed({ customer: aPolicyholder({ email: 'new@example.com' }) })
      .changed({ customer: aPolicyholder() });
    const register = around(moved);
    await carry(register, 2);
    expect(register.pointed).toBe(0);
    await carry(register, 4);
    expect(register.pointed).toBe(0);
    await carry(register, 3);
    expect(register.pointed).toBe(1);
  });

  test('one that is paid up stays in the list, behind all others', async () => {
    const register = around(aContract({ endsOn: '2027-06-30' }).reported());
    await carry(register, 2);
    expect(register.lists.get('P-1001')?.index.dueOn).toBe('9999-12-31');
  });

  test('versions that are not there, and contracts that are not there, change nothing', async () => {
    const register = around(aContract());
    await carry(register, 7);
    await new CareRoom(register).dispatch('P-9', NOW, [1]);
    await repair(register, 'P-9');
    expect([register.pointed, register.indexed]).toEqual([0, 0]);
  });
});

test('a repair mends whatever is missing, as often as wanted', async () => {
  const register = around(
    aContract()
      .reported()
      .changed({ owner: 'wang' }, { owner: { id: 'wang', name: 'Wang', groups: ['agent'] } }),
  );
  for (let time = 0; time < 2; time += 1) {
    await repair(register);
    expect([...register.numbers, ...register.pointers.keys()]).toEqual(['P-1001', 'wang@example.com']);
    expect(register.lists.get('P-1001')).toMatchObject({ version: 3, index: { dueOn: '2028-03-01', owner: 'wang' } });
  }
  expect(register.indexed).toBe(1);
});
