import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localDate } from '../../functions/domain/clocks/localDate.ts';
import { fold } from '../../functions/domain/contract/evolve.ts';
import { addDays } from '../../functions/domain/contract/grace.ts';
import type { ContractEvent, RenewalStage } from '../../functions/domain/contract/model.ts';
import { renewalExecution } from '../../functions/domain/contract/renewal.ts';
import { DAY, plus, type CalendarDate } from '../../functions/domain/kernel/time.ts';
import { caredOn } from '../support/builders/care.ts';
import { aContract, atNoon, type TestContract } from '../support/builders/contracts.ts';
import { live, lives } from '../support/builders/lives.ts';
import { Renewals } from './renewals.ts';

/** Days of the renewal of a contract that was signed on 1 March 2026 and is paid once a year. */
const DUE = '2027-03-01';
const DAYS = { reminding: '2026-12-01', grace: '2027-03-02', suspended: '2027-05-01', lapse: '2029-05-02' } as const;
const NAME = `P-1001_${DUE}`;

const STAGES = ['reminding', 'grace', 'suspended'] as const satisfies readonly RenewalStage[];

/** A contract whose renewal has come to a stage, unpaid. */
const aRenewalAt = (stage: RenewalStage, contract = aContract()): TestContract =>
  caredOn(
    contract,
    STAGES.slice(0, STAGES.indexOf(stage) + 1).map((one) => DAYS[one]),
  );

const carried = async (renewals: Renewals, { events }: TestContract, today: CalendarDate, check = false): Promise<Renewals> => {
  await renewals.carry(events, today, atNoon(today), check);
  return renewals;
};

/** What became of a renewal whose every event was carried on at once. */
const lived = async ({ events }: TestContract): Promise<Renewals> => {
  const renewals = new Renewals();
  for (let n = 1; n <= events.length; n += 1)
    await renewals.carry(events.slice(0, n), localDate('Asia/Shanghai', events[n - 1]?.at ?? ''), events[n - 1]?.at ?? '');
  return renewals;
};

describe('ways of a renewal', () => {
  test('nothing is started before its first step', async () => {
    expect((await lived(caredOn(aContract(), ['2026-04-01']))).executions.size).toBe(0);
  });

  test('paid before the due date: two states', async () => {
    const renewals = await lived(aRenewalAt('reminding').reported({ paidOn: '2027-02-20' }, '2027-02-20'));
    expect(renewals.executions.get(NAME)).toMatchObject({ ended: 'succeeded', entered: ['Reminding', 'Paid'] });
  });

  test('paid in the days of grace', async () => {
    const renewals = await lived(aRenewalAt('grace').reported({ paidOn: '2027-03-20' }, '2027-03-20'));
    expect(renewals.executions.get(NAME)).toMatchObject({ ended: 'succeeded', entered: ['Reminding', 'NextStep', 'Grace', 'Paid'] });
  });

  test('paid after the suspension', async () => {
    const renewals = await lived(aRenewalAt('suspended').reported({ paidOn: '2027-08-20' }, '2027-08-20'));
    expect(renewals.executions.get(NAME)).toMatchObject({
      ended: 'succeeded',
      entered: ['Reminding', 'NextStep', 'Grace', 'NextStep', 'Suspended', 'NextStep', 'Paid'],
    });
  });

  test('never paid: it lapses, which is no failure', async () => {
    const renewals = await lived(caredOn(aRenewalAt('suspended'), [DAYS.lapse]));
    expect(renewals.executions.get(NAME)).toMatchObject({
      ended: 'succeeded',
      entered: ['Reminding', 'NextStep', 'Grace', 'NextStep', 'Suspended', 'NextStep', 'Lapsed'],
    });
  });

  test.each(STAGES)('the contract is changed at %s so that nothing is due', async (stage) => {
    const renewals = await lived(aRenewalAt(stage).changed({ endsOn: '2027-02-01' }, { today: addDays(DAYS[stage], 1) }));
    expect(renewals.executions.get(NAME)).toMatchObject({ ended: 'succeeded', at: 'Ended' });
  });

  test.each(STAGES)('the cover ends at %s without a word', async (stage) => {
    const contract = aRenewalAt(stage, aContract({ endsOn: '2027-05-10' }));
    const renewals = await lived(contract);
    expect(renewals.running).toEqual([[NAME, stage]]);
    await carried(renewals, contract, '2027-05-10', true);
    expect(renewals.running).toEqual([[NAME, stage]]);
    await carried(renewals, contract, '2027-05-11', true);
    expect(renewals.executions.get(NAME)).toMatchObject({ ended: 'succeeded', at: 'Ended' });
  });

  test('a contract that came to us overdue begins where it stands', async () => {
    const late = caredOn(aContract({ nextDueOn: DUE }, { today: '2027-03-10' }), ['2027-03-10']);
    expect((await lived(late)).entered(NAME)).toEqual(['Reminding', 'NextStep', 'Grace']);
  });

  test('a drill of a day to come, and the real day before it', async () => {
    const back = caredOn(aRenewalAt('grace'), ['2027-01-30']);
    expect((await lived(back)).running).toEqual([[NAME, 'reminding']]);
  });

  test('a renewal that was changed away comes back in a successor', async () => {
    const gone = aRenewalAt('reminding').changed({ endsOn: '2027-02-01' }, { today: '2026-12-02' });
    const back = caredOn(gone.changed({ endsOn: undefined }, { today: '2026-12-20' }), ['2027-01-30']);
    const renewals = await lived(back);
    expect(renewals.entered(NAME)).toEqual(['Reminding', 'NextStep', 'Ended']);
    expect(renewals.running).toEqual([[`${NAME}_2`, 'reminding']]);
  });
});

describe('an execution that is gone', () => {
  test.each(STAGES)('at %s gets a successor, which goes straight there', async (stage) => {
    const contract = aRenewalAt(stage);
    const renewals = await lived(contract);
    renewals.abort(NAME);
    await carried(renewals, contract, DAYS[stage]);
    expect(renewals.running).toEqual([]);
    await carried(renewals, contract, DAYS[stage], true);
    expect(renewals.running).toEqual([[`${NAME}_2`, stage]]);
    expect(renewals.entered(`${NAME}_2`).length).toBe(stage === 'reminding' ? 1 : 3);
  });

  test('gets one with the next step even if nobody repairs', async () => {
    const renewals = await lived(aRenewalAt('reminding'));
    renewals.abort(NAME);
    await carried(renewals, aRenewalAt('grace'), DAYS.grace);
    expect(renewals.running).toEqual([[`${NAME}_2`, 'grace']]);
  });

  test('a suspension outlives the year that an execution may last, by one successor each', async () => {
    const contract = aRenewalAt('suspended');
    const renewals = await lived(contract);
    for (const [n, today] of ['2027-12-01', '2028-12-01'].entries()) {
      renewals.abort(n === 0 ? NAME : `${NAME}_${n + 1}`);
      await carried(renewals, contract, today, true);
      expect(renewals.running).toEqual([[`${NAME}_${n + 2}`, 'suspended']]);
    }
    const lapsed = caredOn(contract, [DAYS.lapse]);
    await carried(renewals, lapsed, DAYS.lapse);
    expect([...renewals.executions].map(([name, { ended, at }]) => [name, ended, at])).toEqual([
      [NAME, 'failed', 'Suspended'],
      [`${NAME}_2`, 'failed', 'Suspended'],
      [`${NAME}_3`, 'succeeded', 'Lapsed'],
    ]);
  });

  test('gets none once the renewal is over', async () => {
    const contract = aRenewalAt('grace');
    const renewals = await lived(contract);
    renewals.abort(NAME);
    await carried(renewals, contract.reported({}, '2027-03-20'), '2027-03-20', true);
    expect(renewals.running).toEqual([]);
    expect(renewals.executions.size).toBe(1);
  });
});

describe('what an event costs', () => {
  test('nothing is asked of the service in the middle of a step, nor long after a renewal', async () => {
    const contract = aRenewalAt('reminding');
    const renewals = await lived(contract);
    const { calls } = renewals;
    await carried(renewals, caredOn(contract, ['2026-12-31', '2027-01-30']), '2027-01-30');
    expect(renewals.calls).toBe(calls);
    const paid = contract.reported({}, '2027-02-20');
    await carried(renewals, paid, '2027-02-20');
    const after = renewals.calls;
    await carried(renewals, caredOn(paid, ['2027-02-23', '2027-04-01']), '2027-04-01');
    expect(renewals.calls).toBe(after);
  });

  test('names of executions are no longer than they may be', () => {
    const contractId = 'P'.repeat(64);
    const { state } = caredOn(aContract({}, {}, contractId), [DAYS.reminding]);
    expect(`${renewalExecution(state, DAYS.reminding)?.name ?? ''}_50`.length).toBeLessThanOrEqual(80);
  });
});

describe('one renewal after the other', () => {
  test('the next begins only when that before it waits for nothing, though both are due at once', async () => {
    const monthly = aContract({ everyMonths: 1, nextDueOn: DUE });
    const first = caredOn(monthly, ['2026-12-01', '2027-03-02']);
    const both = caredOn(first.reported({ dueOn: DUE }, '2027-03-03'), ['2027-03-04']);
    const renewals = new Renewals();
    await carried(renewals, caredOn(monthly, ['2026-12-01']), '2026-12-01');
    await carried(renewals, both, '2027-03-04');
    expect(renewals.entered(NAME)).toEqual(['Reminding', 'NextStep', 'Grace', 'Paid']);
    expect(renewals.running).toEqual([['P-1001_2027-04-01', 'reminding']]);
  });
});

/** What happens to the workflow after an event: it is carried on, nobody comes by, or its execution is lost. */
const fates = fc.array(fc.constantFrom('carried', 'carried', 'carried', 'missed', 'lost'), { minLength: 1, maxLength: 9 });

describe('random lives', () => {
  const dayOf = (event: ContractEvent | undefined): CalendarDate => localDate('Asia/Shanghai', event?.at ?? '');

  test('after a repair exactly one execution runs, at the step of the renewal that is under way, or none', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(lives(700), fates, fc.nat(), async (life, what, stop) => {
        const { events } = live(life, 'due').contract;
        const renewals = new Renewals();
        const until = 1 + (stop % events.length);
        for (let n = 1; n <= until; n += 1) {
          const known = events.slice(0, n);
          const fate = what[n % what.length];
          if (fate === 'carried') await renewals.carry(known, dayOf(known.at(-1)), known.at(-1)?.at ?? '');
          if (fate === 'lost') for (const [name] of renewals.running) renewals.abort(name);
        }
        const known = events.slice(0, until);
        const now = plus(known.at(-1)?.at ?? '', 3 * DAY);
        const today = localDate('Asia/Shanghai', now);
        await renewals.carry(known, today, now, true);
        const state = fold(known);
        const wanted = renewalExecution(state, today);
        if (wanted) seen += 1;
        expect(renewals.running.map(([name, step]) => [name.slice(0, wanted?.name.length), step])).toEqual(
          wanted ? [[wanted.name, state.renewal?.stage]] : [],
        );
        expect([...renewals.executions.values()].filter(({ at }) => at === 'NeedsRepair')).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
