import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideCare } from '../../../../functions/domain/care/decideCare.ts';
import { deliveredReminders, remindersFor } from '../../../../functions/domain/care/reminders.ts';
import { evolve } from '../../../../functions/domain/contract/evolve.ts';
import { isSettled } from '../../../../functions/domain/contract/dueDates.ts';
import { addDays } from '../../../../functions/domain/contract/grace.ts';
import { MAIL_OUTCOMES, type Contract, type Mailed, type TakenStep } from '../../../../functions/domain/contract/model.ts';
import { caredOn, diary, settingOf } from '../../../support/builders/care.ts';
import { dayNumber } from '../../../../functions/domain/kernel/time.ts';
import { aContract } from '../../../support/builders/contracts.ts';
import { live, lives, type Lived, type Look } from '../../../support/builders/lives.ts';

/** Long enough for two yearly premiums, or for one with its grace. */
const DAYS = 480;

const stepsOf = ({ after, before }: Look): readonly TakenStep[] =>
  Object.values(after.steps).filter(({ version }) => version === after.version && version > before.version);

interface Taken {
  readonly step: TakenStep;
  readonly look: Look;
}

const takenIn = ({ looks }: Lived): readonly Taken[] => looks.flatMap((look) => stepsOf(look).map((step) => ({ step, look })));

const mailsIn = (lived: Lived): readonly Taken[] => takenIn(lived).filter(({ step }) => step.mail);

const wasHeldBySender = ({ contract }: Lived, { step, look }: Taken): boolean =>
  contract.events.some(
    ({ type, data }) => type === 'mailed' && data.outcome === 'held' && data.step === step.id && data.version === look.after.version,
  );

/** Reminders that could still be delivered after a look: reported so far, of today, of the last three days if there is another day for a visit, or still to come on days before the due date. */
const possible = ({ after, today: { day, setting } }: Look, dueOn: string): number => {
  const reminders = remindersFor(after, setting, dueOn).map(({ id, on }) => ({ on, record: after.steps[id] }));
  const isLastDay = addDays(day, 1) >= dueOn;
  const waiting = reminders.filter(({ record }) => record?.mail && record.outcome === undefined);
  const open = waiting.filter(({ record }) => record?.day === day || (!isLastDay && addDays(record?.day ?? '', 3) > day));
  const ahead = reminders.filter(({ on, record }) => record?.again !== undefined || (!record && on > day));
  const daysLeft = dayNumber(dueOn) - dayNumber(day) - 1;
  return deliveredReminders(after, dueOn) + open.length + Math.min(daysLeft, ahead.length);
};

const isReachable = ({ after: { terms, unreachable } }: Look): boolean =>
  terms.customer.email !== undefined && terms.customer.email !== unreachable;

/** What holds of every life, whatever happens in it. */
const LAWS: Readonly<Record<string, (lived: Lived) => void>> = {
  'its customer never gets two mails on one day': (lived) => {
    const days = mailsIn(lived)
      .filter((mail) => !wasHeldBySender(lived, mail))
      .map(({ look }) => look.today.day);
    expect(new Set(days).size).toBe(days.length);
  },

  'every mail goes out once, unless the sender held it': (lived) => {
    const ids = mailsIn(lived)
      .filter((mail) => !wasHeldBySender(lived, mail))
      .map(({ step }) => step.id);
    expect(new Set(ids).size).toBe(ids.length);
  },

  'every task is given once': (lived) => {
    const ids = lived.contract.state.tasks.map(({ step }) => step.id);
    expect(new Set(ids).size).toBe(ids.length);
  },

  'nothing is asked of somebody who has paid, and no task for it stays open': (lived) => {
    for (const { step, look } of takenIn(lived))
      if (step.dueOn !== undefined)
        expect([step.id, isSettled(look.before, step.dueOn)]).toEqual([step.id, ['feedback', 'reinstated'].includes(step.kind)]);
    const { state } = lived.contract;
    const open = state.tasks.filter((task) => task.state === 'open' && task.step.dueOn !== undefined);
    expect(open.filter(({ step }) => step.kind !== 'reinstated' && isSettled(state, step.dueOn ?? ''))).toEqual([]);
  },

  'a look that is repeated brings nothing': ({ looks }) => {
    for (const { after, today } of looks) expect(decideCare(after, today, { elsewhere: [] })).toBeUndefined();
  },

  'a premium is reminded of four times at most, on different days before it is due': (lived) => {
    const reminders = mailsIn(lived).filter((mail) => mail.step.kind === 'reminder' && !wasHeldBySender(lived, mail));
    for (const [dueOn = '', mails] of Map.groupBy(reminders, ({ step }) => step.dueOn)) {
      const days = mails.map(({ look }) => look.today.day);
      expect(days.length).toBeLessThanOrEqual(4);
      expect(new Set(days).size).toBe(days.length);
      expect(days.filter((day) => day >= dueOn)).toEqual([]);
    }
  },

  'nothing that is no service is done without consent or while a complaint is open': (lived) => {
    for (const { step, look } of takenIn(lived))
      if (step.purpose === 'marketing' && (step.mail || step.task)) {
        expect(look.today.facts.consents).toContain('marketing');
        expect(look.today.facts.complaint).toBeUndefined();
      }
  },

  'nothing is mailed to an address that is missing, suppressed or given up, nor during a complaint about the contract': (lived) => {
    for (const { look } of mailsIn(lived)) {
      const { email } = look.before.terms.customer;
      expect(email).toBeDefined();
      expect(email).not.toBe(look.before.unreachable);
      expect(look.today.facts).toMatchObject({ suppressed: false });
      expect(look.today.facts.complaint).not.toBe('this-contract');
    }
  },
  'a visit is given only when three can no longer be delivered': (lived) => {
    for (const { step, look } of takenIn(lived))
      if (step.kind === 'renewal-visit' && isReachable(look)) expect(possible(look, step.dueOn ?? '')).toBeLessThan(3);
  },

  'a visit is given whenever fewer than three were delivered by the day before, if that was clear by then': (lived) => {
    const { contract } = lived;
    const { registeredAt, paid } = contract.state;
    const dueDates = new Set(takenIn(lived).flatMap(({ step }) => (step.kind === 'grace' && step.dueOn !== undefined ? [step.dueOn] : [])));
    for (const dueOn of dueDates) {
      const told = paid.filter((payment) => payment.dueOn < dueOn).map(({ toldAt }) => toldAt);
      // A premium that came up on its last days leaves no time for anything.
      if ([registeredAt, ...told].some((at) => at.slice(0, 10) >= addDays(dueOn, -1))) continue;
      const tasks = contract.state.tasks.filter(({ step }) => step.dueOn === dueOn && ['renewal-visit', 'reminder'].includes(step.kind));
      const sentLate = Object.values(contract.state.steps).some(
        (step) => step.kind === 'reminder' && step.dueOn === dueOn && step.day >= addDays(dueOn, -4),
      );
      if (deliveredReminders(contract.state, dueOn) < 3 && !sentLate) expect([dueOn, tasks.length > 0]).toEqual([dueOn, true]);
    }
  },
};

const checked = (name: string, law: () => void): void => {
  try {
    law();
  } catch (problem) {
    throw new Error(`not true: ${name}`, { cause: problem });
  }
};

describe('whatever happens to a contract', () => {
  test('every law of care holds', () => {
    fc.assert(
      fc.property(lives(DAYS), (life) => {
        const lived = live(life, 'due');
        for (const [name, law] of Object.entries(LAWS)) checked(name, () => law(lived));
      }),
      { numRuns: 80 },
    );
  });

  test('looking only when something is due finds all that looking every day finds', () => {
    fc.assert(
      fc.property(lives(200), (life) => {
        const [daily, due] = [live(life, 'daily'), live(life, 'due')];
        expect(diary(due.contract)).toEqual(diary(daily.contract));
      }),
      { numRuns: 25 },
    );
  });
});

describe('reports on mails', () => {
  test('come in any order, and more than once', () => {
    const sent = caredOn(aContract(), ['2026-12-01', '2026-12-31', '2027-01-30', '2027-02-22']).state;
    const about = Object.values(sent.steps).filter(({ mail }) => mail);
    const reports = fc.array(
      fc.record({
        of: fc.nat({ max: about.length - 1 }),
        outcome: fc.constantFrom(...MAIL_OUTCOMES),
        gaveUp: fc.constantFrom(undefined, true as const),
      }),
      { maxLength: 8 },
    );
    const told = (
      all: readonly { readonly of: number; readonly outcome: Mailed['outcome']; readonly gaveUp: true | undefined }[],
    ): Contract =>
      all.reduce<Contract>((state, { of, outcome, gaveUp }) => {
        const step = about[of];
        if (!step) throw new Error('no such mail');
        const data: Mailed = { version: step.version, step: step.id, outcome, gaveUp };
        return evolve(state, {
          type: 'mailed',
          data,
          contractId: state.contractId,
          version: state.version + 1,
          at: step.asOf,
          by: { role: 'system' },
        });
      }, sent);
    fc.assert(
      fc.property(reports, fc.func(fc.integer()), (all, order) => {
        const shuffled = all
          .map((report, n) => ({ report, place: order(n) }))
          .sort((a, b) => a.place - b.place)
          .map(({ report }) => report);
        const [first, second, twice] = [told(all), told(shuffled), told([...all, ...shuffled])];
        expect({ ...second, version: 0 }).toEqual({ ...first, version: 0 });
        expect({ ...twice, version: 0 }).toEqual({ ...first, version: 0 });
        expect(settingOf(first).zone).toBe('Asia/Shanghai');
      }),
    );
  });
});
