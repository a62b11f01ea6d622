import { beforeEach, describe, expect, test } from '@jest/globals';
import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import type { CareBook, Touchpoint } from '../../../functions/domain/care/rules.ts';
import { fold } from '../../../functions/domain/contract/evolve.ts';
import type { ContractEvent, Happening, TakenStep, Terms } from '../../../functions/domain/contract/model.ts';
import type { CalendarDate, Instant } from '../../../functions/domain/kernel/time.ts';
import { careForContract } from '../../../functions/usecases/careForContract.ts';
import { contractIndex } from '../../../functions/usecases/contractIndex.ts';
import { reconcileContract, repairContract } from '../../../functions/usecases/reconcileContract.ts';
import { sweepContracts } from '../../../functions/usecases/sweepContracts.ts';
import { CareRoom } from '../../support/builders/careRoom.ts';
import { STANDARD_PLAN } from '../../support/builders/care.ts';
import { aContract, aPolicyholder, type TestContract } from '../../support/builders/contracts.ts';
import { aCase } from '../../support/builders/cases.ts';

const text = { 'zh-CN': '您好', 'zh-TW': '您好', en: 'Hello' };
const birthday: Touchpoint = {
  ...{ id: 'birthday', name: text, when: { kind: 'birthday' }, purpose: 'marketing' },
  ...{ mail: { subject: text, text }, active: true },
};

/** Rules of care with these touchpoints only. */
const rulesWith = (...touchpoints: readonly Touchpoint[]): CareBook => ({
  ...FIRST_CARE_BOOK,
  rules: { ...FIRST_CARE_BOOK.rules, plans: [{ ...STANDARD_PLAN, touchpoints }] },
});

/** Nine in the morning in Shanghai. */
const morning = (date: CalendarDate): Instant => `${date}T01:00:00.000Z`;

const DUE = '2027-03-01';
const FIRST_REMINDER = '2026-12-01';
const REGISTERED = '2026-03-02T04:00:00.000Z';

let room: CareRoom;
beforeEach(() => {
  room = new CareRoom();
  room.book = rulesWith();
});

/** Given a contract that was registered and carried on. */
const given = async (changes: Partial<Terms> = {}, contractId = 'P-1001'): Promise<string> => {
  const { events }: TestContract = aContract(changes, {}, contractId);
  room.register.events.set(contractId, events);
  await room.dispatch(contractId, REGISTERED);
  return contractId;
};

const happens = async (contractId: string, at: Instant, happening: Happening): Promise<void> => {
  const events = room.events(contractId);
  const event: ContractEvent = { ...happening, contractId, version: events.length + 1, at, by: { role: 'system' } };
  room.register.events.set(contractId, [...events, event]);
  await room.dispatch(contractId, at);
};

const paid = (contractId: string, paidOn: CalendarDate): Promise<void> =>
  happens(contractId, morning(paidOn), {
    type: 'paid',
    data: { reference: 'PAY-1', dueOn: DUE, amount: { amount: '1200.00', currency: 'CNY' }, paidOn },
  });

/** What SES reports of the mail that the newest event ordered. */
const delivered = (contractId: string, date: CalendarDate): Promise<void> => {
  const order = room.outbox.findLast((one) => one.contractId === contractId);
  if (!order) throw new Error('nothing was mailed');
  return happens(contractId, morning(date), { type: 'mailed', data: { version: order.version, step: order.step, outcome: 'delivered' } });
};

/** The steps that were taken, day by day. */
const taken = (contractId = 'P-1001'): readonly string[] =>
  room
    .events(contractId)
    .flatMap((event) => (event.type === 'cared' ? event.data.steps.map((step) => `${event.data.day} ${told(step)}`) : []));

const told = ({ id, mail, held, again, task }: TakenStep): string =>
  [id, mail && 'mail', held && `held ${held}`, again && `again ${again}`, task && `task ${task.due}`].filter(Boolean).join(' ');

const orders = (): readonly string[] => room.outbox.map(({ messageId }) => messageId);

/** A sweep with all that follows; gives how many contracts it asked for. */
const night = async (at: Instant): Promise<number> => {
  const before = new Map([...room.register.events].map(([contractId, events]) => [contractId, events.length]));
  const count = await room.sweep(at);
  await room.care();
  for (const [contractId, events] of room.register.events)
    if (events.length !== before.get(contractId)) await room.dispatch(contractId, at);
  return count;
};

describe('a sweep', () => {
  test('reminds once, however often it runs, and of what is not due it reads nothing', async () => {
    await given();
    expect(await night(morning('2026-11-30'))).toBe(0);
    expect(await night(morning(FIRST_REMINDER))).toBe(1);
    expect(await night(morning(FIRST_REMINDER))).toBe(0);
    expect(await night(morning('2026-12-02'))).toBe(0);
    expect(taken()).toEqual(['2026-12-01 2027-03-01.reminder-1 mail']);
    expect(orders()).toEqual(['P-1001.2.reminder']);
  });

  test('asked twice before anything was done does it once', async () => {
    await given();
    await room.sweep(morning(FIRST_REMINDER));
    await room.sweep(morning(FIRST_REMINDER));
    expect(room.careQueue).toHaveLength(2);
    await room.care();
    expect(taken()).toHaveLength(1);
  });

  test('goes over every contract that is due, page after page, in every part', async () => {
    const contractIds = await Promise.all(Array.from({ length: 250 }, (_, n) => given({}, `P-${n}`)));
    expect(await room.sweep(morning(FIRST_REMINDER))).toBe(250);
    expect(room.careQueue.map(({ contractId }) => contractId).sort()).toEqual(contractIds.sort());
  });

  test('three days late sends the reminder then', async () => {
    await given();
    await night(morning('2026-12-04'));
    expect(taken()).toEqual(['2026-12-04 2027-03-01.reminder-1 mail']);
  });

  test('late past the next reminder sends only that one', async () => {
    await given();
    await night(morning('2027-01-02'));
    expect(taken()).toEqual(['2027-01-02 2027-03-01.reminder-1 held late', '2027-01-02 2027-03-01.reminder-2 mail']);
    expect(orders()).toEqual(['P-1001.2.reminder']);
  });

  test('at night does nothing, and the one in the morning does it', async () => {
    await given();
    await night('2026-12-01T13:00:00.000Z');
    expect(taken()).toEqual([]);
    for (const contractId of room.repairs.splice(0)) await room.repair(contractId, '2026-12-01T13:00:00.000Z');
    expect(await night('2026-12-01T14:00:00.000Z')).toBe(0); // it waits for the morning
    await night(morning('2026-12-02'));
    expect(taken()).toEqual(['2026-12-02 2027-03-01.reminder-1 mail']);
  });

  test('at night claims the day of no customer, so that another contract may have it', async () => {
    await given();
    const asked: string[] = [];
    const customers = { ...room.deps.customers, claim: async (_: string, what: string) => (asked.push(what), true) };
    await careForContract({ ...room.deps, customers })('P-1001', '2026-12-01T13:00:00.000Z', '2026-12-01T13:00:00.000Z');
    expect(asked).toEqual([]);
    await careForContract({ ...room.deps, customers })('P-1001', morning(FIRST_REMINDER), morning(FIRST_REMINDER));
    expect(asked).toEqual(['DAY#2026-12-01']);
  });

  test('day by day until the due date: four reminders when they are delivered, then the demand', async () => {
    await given();
    for (let day = Date.parse('2026-11-20'); day <= Date.parse('2027-03-02'); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const before = room.outbox.length;
      await night(morning(date));
      if (room.outbox.length > before) await delivered('P-1001', date);
    }
    expect(taken().map((line) => line.replace(/ task.*/, ''))).toEqual([
      '2026-12-01 2027-03-01.reminder-1 mail',
      '2026-12-31 2027-03-01.reminder-2 mail',
      '2027-01-30 2027-03-01.reminder-3 mail',
      '2027-02-22 2027-03-01.reminder-4 mail',
      '2027-03-02 2027-03-01.grace mail',
    ]);
  });
});

describe('a payment', () => {
  test('before the first reminder: none goes out', async () => {
    await given();
    await paid('P-1001', '2026-11-30');
    await night(morning(FIRST_REMINDER));
    expect(taken()).toEqual(['2026-12-01 2027-03-01.paid mail']);
  });

  test('between the sweep and the care: none goes out', async () => {
    await given();
    await room.sweep(morning(FIRST_REMINDER));
    await paid('P-1001', FIRST_REMINDER);
    await room.care();
    expect(taken()).toEqual([]);
  });

  test('while care decides: it decides again', async () => {
    await given();
    const { addresses } = room.deps;
    const slow = {
      ...room.deps,
      addresses: { ...addresses, standing: async (email: string) => (await once(), addresses.standing(email)) },
    };
    let asked = 0;
    const once = async (): Promise<void> => {
      if ((asked += 1) === 1) await paid('P-1001', FIRST_REMINDER);
    };
    expect(await careForContract(slow)('P-1001', morning(FIRST_REMINDER), morning(FIRST_REMINDER))).toBe('nothing');
    expect([asked, taken()]).toEqual([1, []]);
  });

  test('is answered on the next day, and lists and tasks follow at once', async () => {
    await given({ customer: aPolicyholder({ email: undefined }) });
    await night(morning(FIRST_REMINDER));
    expect(room.register.lists.get('P-1001')?.index.tasks).toEqual({ due: '2026-12-15' });
    await paid('P-1001', '2026-12-10');
    expect(room.register.lists.get('P-1001')?.index).toMatchObject({ tasks: undefined, careAt: '2026-12-11T00:00:00.000Z' });
  });
});

describe('a death', () => {
  test('between the claim and the event: the next run claims the same again', async () => {
    await given();
    const { claim } = room.customers;
    room.customers.claim = async (...asked) => {
      await claim(...asked);
      throw new Error('killed');
    };
    await room.sweep(morning(FIRST_REMINDER));
    await expect(room.care()).rejects.toThrow('killed');
    room.customers.claim = claim;
    await night(morning(FIRST_REMINDER));
    expect(taken()).toEqual(['2026-12-01 2027-03-01.reminder-1 mail']);
  });

  test('between the event and the stream: the next sweep finds that the list is behind, and the repair orders the mail', async () => {
    await given();
    await room.sweep(morning(FIRST_REMINDER));
    await room.care();
    expect(orders()).toEqual([]);
    await night('2026-12-01T02:00:00.000Z');
    expect(room.repairs).toEqual(['P-1001']);
    await room.repair('P-1001', '2026-12-01T02:00:10.000Z');
    expect(orders()).toEqual(['P-1001.2.reminder']);
    expect(await room.sweep('2026-12-01T03:00:00.000Z')).toBe(0);
  });

  test('between the event and the stream in a drill for a day to come, which moves no list: the mail is ordered by the next one', async () => {
    await given();
    room.register.lists.set('P-1001', {
      version: 1,
      index: { dueOn: DUE, owner: 'lin', careAt: '2026-12-31T00:00:00.000Z', tasks: undefined },
    });
    for (let drill = 0; drill < 2; drill += 1) await careForContract(room.deps)('P-1001', morning(FIRST_REMINDER), REGISTERED);
    expect([taken().length, room.repairs]).toEqual([1, ['P-1001']]);
    await room.repair('P-1001', REGISTERED);
    expect(orders()).toEqual(['P-1001.2.reminder']);
  });

  test('between the outbox and the list: the order is put again, and nothing else happens', async () => {
    await given();
    const { index } = room.register;
    room.register.index = async () => {
      throw new Error('killed');
    };
    await room.sweep(morning(FIRST_REMINDER));
    await room.care();
    await expect(room.dispatch('P-1001', morning(FIRST_REMINDER))).rejects.toThrow('killed');
    room.register.index = index;
    await room.repair('P-1001', morning(FIRST_REMINDER));
    expect(new Set(orders())).toEqual(new Set(['P-1001.2.reminder']));
    expect(await night(morning(FIRST_REMINDER))).toBe(0);
  });

  test.each(['2026-03-02T05:00:00.000Z', '2026-03-02T15:00:00.000Z'])(
    'of a registration before the stream: the sweep at %s finds it, be it night',
    async (at) => {
      const { events } = aContract();
      const [first] = events;
      if (first) await room.register.register(first, { dueOn: DUE, owner: 'lin', careAt: REGISTERED });
      expect(await night(at)).toBe(1);
      expect(room.repairs).toEqual(['P-1001']);
      await room.repair('P-1001', at);
      expect(room.register.numbers.has('P-1001')).toBe(true);
      expect(room.register.lists.get('P-1001')?.index.careAt).toBe('2026-12-01T00:00:00.000Z');
    },
  );
});

/** Everything that care works with, until it dies: at the nth step, counting the moment before and the moment after each call. */
const dyingAt = (n: number, deps: CareRoom['deps']): CareRoom['deps'] => {
  let steps = 0;
  const tick = (): void => {
    steps += 1;
    if (steps >= n) throw new Error('killed');
  };
  const dying = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get: (of, name) => {
        const value: unknown = Reflect.get(of, name);
        if (typeof value === 'function')
          return async (...asked: readonly unknown[]): Promise<unknown> => {
            tick();
            const answer: unknown = await Reflect.apply(value, of, [...asked]);
            tick();
            return answer;
          };
        return typeof value === 'object' && value !== null ? dying(value) : value;
      },
    });
  return dying(deps);
};

/** True when some work was killed; an error of another kind is one of the test. */
const killed = async (work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return false;
  } catch (problem) {
    const causes: readonly unknown[] = problem instanceof AggregateError ? problem.errors : [problem];
    if (causes.some((cause) => !(cause instanceof Error) || cause.message !== 'killed')) throw problem;
    return true;
  }
};

/** What an hour brings after everything was lost that was under way: the messages, and the records of the stream. */
const anHourLater = async (at: Instant): Promise<void> => {
  room.careQueue.splice(0);
  await night(at);
  for (const contractId of room.repairs.splice(0)) await room.repair(contractId, at);
  await room.care();
};

describe('a death at any step', () => {
  test('of a reminder costs nothing but an hour', async () => {
    let deaths = 0;
    for (let isAlive = false; !isAlive; deaths += 1) {
      room = new CareRoom();
      room.book = rulesWith();
      await given();
      const deps = dyingAt(deaths + 1, room.deps);
      const at = morning(FIRST_REMINDER);
      isAlive = !(await killed(async () => {
        await sweepContracts(deps)(at);
        for (const { contractId } of room.careQueue.splice(0)) await careForContract(deps)(contractId, at, at);
        await reconcileContract(deps)('P-1001', [2], at);
      }));
      await anHourLater('2026-12-01T02:05:00.000Z');
      expect([deaths, taken()]).toEqual([deaths, ['2026-12-01 2027-03-01.reminder-1 mail']]);
      expect([deaths, ...new Set(orders())]).toEqual([deaths, 'P-1001.2.reminder']);
      expect(room.register.lists.get('P-1001')?.index.careAt).toBe('2026-12-31T00:00:00.000Z');
    }
    expect(deaths).toBeGreaterThan(60);
  });

  test('of a registration loses no contract', async () => {
    let deaths = 0;
    for (let isAlive = false; !isAlive; deaths += 1) {
      room = new CareRoom();
      room.book = rulesWith();
      const [first] = aContract().events;
      if (!first) throw new Error('not registered');
      await room.register.register(first, contractIndex(fold([first]), first.at));
      const deps = dyingAt(deaths + 1, room.deps);
      isAlive = !(await killed(() => reconcileContract(deps)('P-1001', [1], REGISTERED)));
      await anHourLater('2026-03-02T05:05:00.000Z');
      expect([deaths, [...room.register.numbers], [...room.register.pointers.keys()]]).toEqual([deaths, ['P-1001'], ['wang@example.com']]);
      expect(room.register.lists.get('P-1001')?.index.careAt).toBe('2026-12-01T00:00:00.000Z');
    }
    expect(deaths).toBeGreaterThan(10);
  });
});

describe('a repair', () => {
  beforeEach(async () => {
    await given();
    await room.sweep(morning(FIRST_REMINDER));
    await room.care();
  });

  test('orders no mail that the address book knows', async () => {
    room.mailed.add('P-1001.2.reminder');
    await room.repair('P-1001', morning(FIRST_REMINDER));
    expect(orders()).toEqual([]);
  });

  test('orders no mail of which something was heard', async () => {
    await happens('P-1001', morning(FIRST_REMINDER), {
      type: 'mailed',
      data: { version: 2, step: '2027-03-01.reminder-1', outcome: 'held', held: 'night', again: '2026-12-02' },
    });
    await room.repair('P-1001', morning(FIRST_REMINDER));
    expect(orders()).toEqual([]);
  });

  test('orders no mail that is older than three days: others take its place', async () => {
    await room.repair('P-1001', morning('2026-12-05'));
    expect(orders()).toEqual([]);
  });

  test('as often as wanted puts one order, which goes out once by its id', async () => {
    await room.repair('P-1001', morning(FIRST_REMINDER));
    await room.repair('P-1001', morning(FIRST_REMINDER));
    expect(orders()).toEqual(['P-1001.2.reminder', 'P-1001.2.reminder']);
  });

  test('asks under the address that the customer had then', async () => {
    const asked: string[] = [];
    await happens('P-1001', morning(FIRST_REMINDER), {
      type: 'changed',
      data: { ...aContract({ customer: aPolicyholder({ email: 'new@example.com' }) }).state, unpaidFrom: DUE },
    });
    const { addresses } = room.deps;
    const deps = {
      ...room.deps,
      addresses: { ...addresses, mailRecord: async (email: string, id: string) => (asked.push(email), addresses.mailRecord(email, id)) },
    };
    await repairContract(deps)('P-1001', morning(FIRST_REMINDER));
    expect(asked).toEqual(['wang@example.com', 'new@example.com']);
  });
});

describe('two contracts of one customer', () => {
  test('cared for at once get one mail a day together, and the other comes tomorrow', async () => {
    await given({}, 'P-1');
    await given({}, 'P-2');
    await room.sweep(morning(FIRST_REMINDER));
    await Promise.all(room.careQueue.splice(0).map(({ contractId, at }) => careForContract(room.deps)(contractId, at, at)));
    const steps = [...taken('P-1'), ...taken('P-2')].sort();
    expect(steps).toEqual(['2026-12-01 2027-03-01.reminder-1 held one-a-day again 2026-12-02', '2026-12-01 2027-03-01.reminder-1 mail']);
    await room.dispatch('P-1', morning(FIRST_REMINDER));
    await room.dispatch('P-2', morning(FIRST_REMINDER));
    expect(await night(morning('2026-12-02'))).toBe(1);
    expect(
      orders()
        .map((id) => id.slice(0, 3))
        .sort(),
    ).toEqual(['P-1', 'P-2']);
  });

  test('greet on a birthday with one mail, whichever comes first', async () => {
    room.book = rulesWith(birthday);
    const customer = aPolicyholder({ birthday: '1980-05-05' });
    await given({ customer, consent: { marketing: true } }, 'P-1');
    await given({ customer, consent: { marketing: true } }, 'P-2');
    await night(morning('2026-05-05'));
    expect([...taken('P-1'), ...taken('P-2')].sort()).toEqual([
      '2026-05-05 touch.birthday.2026 held another-contract',
      '2026-05-05 touch.birthday.2026 mail',
    ]);
  });
});

describe('what is known of the customer', () => {
  const customer = aPolicyholder({ birthday: '1980-05-05' });
  const greeted = async (): Promise<readonly string[]> => {
    await night(morning('2026-05-05'));
    return taken();
  };
  beforeEach(() => {
    room.book = rulesWith(birthday);
  });

  test('no greeting without consent, and with it one, whichever of contract and address says the last word', async () => {
    await given({ customer, consent: { marketing: true } });
    await room.customers.keepConsent('wang@example.com', '1', {
      purpose: 'marketing',
      given: false,
      source: 'link',
      at: '2026-04-01T00:00:00.000Z',
    });
    expect(await greeted()).toEqual(['2026-05-05 touch.birthday.2026 held no-consent']);
  });

  test('a suppressed address gets no mail, and the owner a task', async () => {
    room.suppressed.add('wang@example.com');
    await given();
    await night(morning(FIRST_REMINDER));
    expect(taken()).toEqual(['2026-12-01 2027-03-01.reminder-1 held suppressed', '2026-12-01 2027-03-01.visit task 2026-12-15']);
  });

  test('an open complaint about something else stops greetings only; one about this contract everything, until it is closed', async () => {
    const complaint = aCase({ kind: 'complaint' });
    const { caseId } = complaint.state;
    room.cases.set(caseId, complaint.events);
    await room.customers.pointCase('wang@example.com', caseId, true);
    await given({ customer, consent: { marketing: true } });
    expect(await greeted()).toEqual(['2026-05-05 touch.birthday.2026 held complaint']);
    const [opened, ...later] = complaint.events;
    if (opened?.type !== 'opened') throw new Error('not opened');
    const about = { ...opened, data: { ...opened.data, classification: { ...opened.data.classification, contract: 'P-1001' } } };
    await given({}, 'P-2');
    await night(morning(FIRST_REMINDER));
    expect(taken('P-2')).toEqual(['2026-12-01 2027-03-01.reminder-1 mail']);
    room.cases.set(caseId, [about, ...later]);
    await night(morning('2026-12-31'));
    expect(taken().at(-1)).toMatch(/reminder-2 held complaint task/);
    room.cases.set(caseId, complaint.withdrew().events);
    await night(morning('2027-01-30')); // the other contract's reminder goes out on this day
    await night(morning('2027-01-31'));
    expect(taken().at(-1)).toBe('2027-01-31 2027-03-01.reminder-3 mail');
  });

  test('is asked only when a mail is due', async () => {
    room.book = rulesWith({
      ...{ id: 'visit', name: text, when: { kind: 'after', months: 1 } },
      purpose: 'service',
      task: { days: 14 },
      active: true,
    });
    await given();
    room.customers.openCases = async () => {
      throw new Error('asked');
    };
    room.customers.claim = async () => {
      throw new Error('claimed');
    };
    await night(morning('2026-04-01'));
    expect(taken()).toEqual(['2026-04-01 touch.visit task 2026-04-15']);
  });
});

describe('what follows from an event', () => {
  test('a contract that comes late is looked at at once, and at night in the morning', async () => {
    const { events } = aContract({ signedOn: '2025-03-10' }, { today: '2026-03-02' });
    room.register.events.set('P-1001', events);
    await room.dispatch('P-1001', REGISTERED);
    expect(room.careQueue).toEqual([{ contractId: 'P-1001', at: REGISTERED }]);
    room.careQueue.splice(0);
    await room.dispatch('P-1001', '2026-03-02T14:00:00.000Z', [1]);
    expect(room.careQueue).toEqual([]);
    expect(room.register.lists.get('P-1001')?.index.careAt).toBe('2026-03-03T00:00:00.000Z');
  });

  test('after a drill for a day to come the contract waits for what is left, not for what was done', async () => {
    await given();
    await room.sweep(morning(FIRST_REMINDER));
    await careForContract(room.deps)('P-1001', morning(FIRST_REMINDER), REGISTERED);
    await room.dispatch('P-1001', REGISTERED);
    expect(room.register.lists.get('P-1001')?.index.careAt).toBe('2026-12-31T00:00:00.000Z');
  });
});

test('new rules of care reach every contract, page by page', async () => {
  await Promise.all(Array.from({ length: 230 }, (_, n) => given({}, `P-${n}`)));
  const visit: Touchpoint = {
    ...{ id: 'visit', name: text, when: { kind: 'after', months: 2 } },
    purpose: 'service',
    task: { days: 14 },
    active: true,
  };
  room.book = rulesWith(visit);
  await room.deps.repairs.putRegister(REGISTERED);
  await room.repairRegister(REGISTERED);
  expect(room.repairs).toHaveLength(230);
  for (const contractId of room.repairs) await room.repair(contractId, REGISTERED);
  expect(new Set([...room.register.lists.values()].map(({ index }) => index.careAt))).toEqual(new Set(['2026-05-01T00:00:00.000Z']));
});
