import { describe, expect, test } from '@jest/globals';
import { caredOn } from '../../support/builders/care.ts';
import { CareRoom } from '../../support/builders/careRoom.ts';
import { ContractRegister } from '../../support/builders/contractRegister.ts';
import { aContract, atNoon, type TestContract } from '../../support/builders/contracts.ts';

const DUE = '2027-03-01';

const overdue = caredOn(aContract({ nextDueOn: DUE }, { today: '2027-02-01' }), ['2027-02-01', '2027-03-02']);
const paid = overdue.reported({ dueOn: DUE, paidOn: '2027-03-05' }, '2027-03-06');

/** A room in which a contract lies whose events nobody carried on so far. */
const around = (contract: TestContract): CareRoom => new CareRoom(new ContractRegister(contract));

const outcomes = ({ figures }: CareRoom): readonly string[] =>
  figures.all().flatMap((figure) => (figure.kind === 'renewal' ? [`${figure.dueOn} ${figure.outcome}`] : []));

describe('what follows from an event of a contract', () => {
  test('the renewal that is under way gets its execution, whichever event comes by', async () => {
    const room = around(overdue);
    await room.dispatch('P-1001', atNoon('2027-03-02'), [overdue.state.version]);
    expect([...room.renewals.started]).toEqual([
      [`P-1001_${DUE}`, { contractId: 'P-1001', dueOn: DUE, version: overdue.state.version - 1 }],
    ]);
  });

  test('its measures are kept: the same once, a newer one instead', async () => {
    const room = around(overdue);
    await room.dispatch('P-1001', atNoon('2027-03-02'), [3]);
    expect(outcomes(room)).toEqual([`${DUE} unpaid`]);
    const { writes } = room.figures;
    await room.dispatch('P-1001', atNoon('2027-03-02'), [3]);
    expect(room.figures.writes).toBe(writes);
    room.register.events.set('P-1001', paid.events);
    await room.dispatch('P-1001', atNoon('2027-03-06'), [4]);
    expect(outcomes(room)).toEqual([`${DUE} paid`]);
  });

  test('an event that changes no measure writes none', async () => {
    const room = around(paid.happens({ type: 'consented', data: { purpose: 'marketing', given: true, source: 'phone' } }));
    await room.dispatch('P-1001', atNoon('2027-03-06'), [5]);
    expect(room.figures.writes).toBe(0);
  });
});

describe('a repair', () => {
  test('counts again what was lost lately, and leaves alone what is long counted', async () => {
    const room = around(paid);
    await room.repair('P-1001', atNoon('2027-03-10'));
    expect(outcomes(room)).toEqual([`${DUE} paid`]);
    const later = around(paid);
    await later.repair('P-1001', atNoon('2027-04-10'));
    expect(later.figures.writes).toBe(0);
  });
});
