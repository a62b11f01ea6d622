import { describe, expect, test } from '@jest/globals';
import { deliveredReminders } from '../../../../functions/domain/care/reminders.ts';
import { agreedPurposes } from '../../../../functions/domain/contract/consents.ts';
import type { Policyholder } from '../../../../functions/domain/contract/model.ts';
import { caredOn, diary, mailed } from '../../../support/builders/care.ts';
import { aContract, aPolicyholder, type TestContract } from '../../../support/builders/contracts.ts';

const DUE = '2027-03-01';

/** Somebody who is not the customer of before: another name, another address, another number. */
const LI = aPolicyholder({ name: '李四', email: 'li@example.com', phone: '+86 139 0000 0000' });

const handedOver = (contract: TestContract, today: string, customer: Policyholder = LI): TestContract =>
  contract.changed({ customer, consent: undefined }, { today, confirmed: true });

const after = (contract: TestContract, since: TestContract): readonly string[] => diary(contract).slice(diary(since).length);

describe('a contract that changes hands', () => {
  test('leaves behind what the old customer agreed to, and takes over what the house says of the new one', () => {
    const willing = aContract({ consent: { marketing: true } }).happens({
      type: 'consented',
      data: { purpose: 'marketing', given: true, source: 'phone' },
    });
    expect(agreedPurposes(handedOver(willing, '2026-05-01').state.consents)).toEqual([]);
    const asked = willing.changed({ customer: LI, consent: { marketing: true } }, { today: '2026-05-01', confirmed: true });
    expect(asked.state.consents).toMatchObject([{ given: true, source: 'register', at: '2026-05-01T04:00:00.000Z' }]);
  });

  test('reminds the new customer anew, whatever was delivered to the old one', () => {
    const reminded = mailed(caredOn(aContract(), ['2026-12-01']), `${DUE}.reminder-1`);
    const taken = handedOver(reminded, '2026-12-10');
    expect(deliveredReminders(taken.state, DUE)).toBe(0);
    const cared = caredOn(taken, ['2026-12-10', '2026-12-30', '2027-01-20', '2027-02-09']);
    expect(after(cared, taken).filter((line) => line.includes('reminder'))).toEqual([
      `2026-12-10 ${DUE}.reminder-1: mail`,
      `2026-12-30 ${DUE}.reminder-2: mail`,
      `2027-01-20 ${DUE}.reminder-3: mail`,
      `2027-02-09 ${DUE}.reminder-4: mail`,
    ]);
  });

  test('thanks nobody for a payment of the other, and talks to nobody of their failed debit', () => {
    const failed = aContract().reported({ status: 'failed', paidOn: '2026-04-10' }, '2026-04-10');
    for (const told of [failed, failed.reported({ paidOn: '2026-04-10' }, '2026-04-10')]) {
      const taken = handedOver(told, '2026-04-11');
      expect(after(caredOn(taken, ['2026-04-11', '2026-04-12']), taken).filter((line) => line.includes(DUE))).toEqual([]);
    }
    const paid = handedOver(failed, '2026-04-11').reported({ paidOn: '2026-04-12' }, '2026-04-12');
    expect(diary(caredOn(paid, ['2026-04-13'])).at(-1)).toBe(`2026-04-13 ${DUE}.paid: mail`);
  });

  test.each<[string, Policyholder]>([
    ['a new address', aPolicyholder({ email: 'new@example.com' })],
    ['a new name', aPolicyholder({ name: '王大明' })],
    ['the same address in capitals', aPolicyholder({ name: '王大明', phone: undefined, email: 'WANG@example.com' })],
  ])('is not one whose customer has %s', (_, customer) => {
    const before = aContract().happens({ type: 'consented', data: { purpose: 'marketing', given: true, source: 'phone' } });
    const reminded = mailed(caredOn(before, ['2026-12-01']), `${DUE}.reminder-1`);
    const { state } = reminded.changed({ customer }, { today: '2026-12-10' });
    expect([deliveredReminders(state, DUE), agreedPurposes(state.consents)]).toEqual([1, ['marketing']]);
  });
});
