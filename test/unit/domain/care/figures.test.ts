import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { careReport, type CareSums } from '../../../../functions/domain/care/careReport.ts';
import { figuresOf, newFigures, type Figure, type FigureOf } from '../../../../functions/domain/care/figures.ts';
import { addMonths } from '../../../../functions/domain/clocks/months.ts';
import { localDate } from '../../../../functions/domain/clocks/localDate.ts';
import type { ContractEvent, Mailed, TakenStep } from '../../../../functions/domain/contract/model.ts';
import { addDays } from '../../../../functions/domain/contract/grace.ts';
import type { CalendarDate } from '../../../../functions/domain/kernel/time.ts';
import { monthsBetween } from '../../../../functions/handlers/staff/months.ts';
import { caredOn, mailed } from '../../../support/builders/care.ts';
import { aContract, atNoon, type TestContract } from '../../../support/builders/contracts.ts';
import { FiguresShelf } from '../../../support/builders/figuresShelf.ts';
import { live, lives } from '../../../support/builders/lives.ts';

const ZONE = { zone: 'Asia/Shanghai' };
const DUE = '2027-03-01';
const [FIRST, SECOND, OVERDUE, SUSPENDED, LAPSED] = ['2026-12-01', '2026-12-31', '2027-03-02', '2027-05-01', '2029-05-02'];

const figures = <Kind extends Figure['kind']>({ events }: TestContract, kind: Kind): readonly FigureOf<Kind>[] =>
  figuresOf(events, ZONE).filter((figure): figure is FigureOf<Kind> => figure.kind === kind);

const renewal = (contract: TestContract): unknown => figures(contract, 'renewal').find(({ dueOn }) => dueOn === DUE);

describe('a renewal', () => {
  const reminded = mailed(caredOn(aContract(), [FIRST, SECOND]), `${DUE}.reminder-1`);

  test('is counted once it is paid, with the reminders that were delivered', () => {
    expect(renewal(reminded)).toBeUndefined();
    const figure = { kind: 'renewal', contractId: 'P-1001', month: '2027-03', owner: 'lin', product: 'care-plus', dueOn: DUE };
    const paid = reminded.reported({ paidOn: '2027-02-20' }, '2027-02-21');
    expect(renewal(paid)).toEqual({ ...figure, outcome: 'paid', paidOn: '2027-02-20', reminders: 1 });
    expect(renewal(mailed(paid, `${DUE}.reminder-2`))).toMatchObject({ reminders: 2 });
    expect(renewal(mailed(paid, `${DUE}.reminder-2`, 'bounced'))).toMatchObject({ reminders: 1 });
  });

  test('is counted from the day after its due date, and gets worse until it is paid', () => {
    const overdue = caredOn(reminded, [OVERDUE]);
    expect(renewal(overdue)).toMatchObject({ outcome: 'unpaid', reminders: 1 });
    const suspended = caredOn(overdue, [SUSPENDED]);
    expect(renewal(suspended)).toMatchObject({ outcome: 'suspended' });
    const lapsed = caredOn(suspended, [LAPSED]);
    expect(renewal(lapsed)).toMatchObject({ outcome: 'lapsed' });
    for (const contract of [overdue, suspended, lapsed])
      expect(renewal(contract.reported({ paidOn: '2027-03-20', dueOn: DUE }))).toMatchObject({ outcome: 'paid', paidOn: '2027-03-20' });
  });

  test('that need not be paid any more counts nowhere', () => {
    const dropped = caredOn(reminded, [OVERDUE]).changed({ endsOn: '2027-02-01' }, { today: '2027-03-10' });
    expect(renewal(dropped)).toMatchObject({ outcome: 'dropped' });
    const { renewals } = sumsOf(dropped, '2027-03');
    expect(renewals).toMatchObject({ due: 0, byReminders: [0, 0, 0, 0, 0] });
    const settled = caredOn(reminded, [OVERDUE]).changed({ nextDueOn: '2028-03-01' }, { today: '2027-03-10' });
    expect(renewal(settled)).toMatchObject({ outcome: 'dropped' });
  });

  test('counts for who owned the contract when it came out so', () => {
    const overdue = caredOn(reminded, [OVERDUE]).changed({ owner: 'chen' }, { owner: { id: 'chen', name: 'Chen', groups: ['agent'] } });
    expect(renewal(overdue)).toMatchObject({ outcome: 'unpaid', owner: 'lin' });
    expect(renewal(overdue.reported({}, '2027-03-20'))).toMatchObject({ outcome: 'paid', owner: 'chen' });
  });
});

describe('a task', () => {
  /** The contract with the visit one month after signing. */
  const visit = caredOn(aContract(), ['2026-04-01']);
  const task = 'touch.month-1';
  const [{ firstDue = '' } = {}] = visit.state.tasks;
  const done = (on: CalendarDate, outcome: 'done' | 'impossible' = 'done'): TestContract =>
    visit.happens({ type: 'task', data: { task, outcome } }, atNoon(on));
  const tasks = (contract: TestContract, asOf: CalendarDate) => sumsOf(contract, firstDue.slice(0, 7), asOf).tasks;
  const none = { due: 0, inTime: 0, late: 0, impossible: 0, overdue: 0 };

  test('counts in the month in which it was to be done, by the day on which it was', () => {
    expect(figures(done('2026-04-03'), 'task').find((one) => one.task === task)).toEqual({
      ...{ kind: 'task', contractId: 'P-1001', month: firstDue.slice(0, 7), owner: 'lin', product: 'care-plus' },
      ...{ task, what: 'touchpoint', firstDue, state: 'done', closedOn: '2026-04-03' },
    });
    expect(tasks(done(firstDue), firstDue)).toEqual({ ...none, due: 1, inTime: 1 });
    expect(tasks(done(addDays(firstDue, 1)), firstDue)).toEqual({ ...none, due: 1, late: 1 });
    expect(tasks(done(firstDue, 'impossible'), firstDue)).toEqual({ ...none, due: 1, impossible: 1 });
  });

  test('that is open counts from the day after, and to postpone it helps nothing', () => {
    const until = addDays(firstDue, 20);
    const later = visit.happens({ type: 'task', data: { task, outcome: 'postponed', until } }, atNoon('2026-04-02'));
    for (const contract of [visit, later]) {
      expect(tasks(contract, firstDue)).toEqual(none);
      expect(tasks(contract, addDays(firstDue, 1))).toEqual({ ...none, due: 1, overdue: 1 });
    }
    expect(tasks(later.happens({ type: 'task', data: { task, outcome: 'done' } }, atNoon(until)), until)).toEqual({
      ...none,
      due: 1,
      late: 1,
    });
  });

  test('that a payment settled does not count', () => {
    const overdue = caredOn(aContract({ nextDueOn: DUE }, { today: '2027-02-01' }), [OVERDUE]);
    const paid = overdue.reported({ dueOn: DUE }, '2027-03-20');
    const of = (contract: TestContract) => figures(contract, 'task').find(({ what }) => what === 'grace')?.state;
    expect([of(overdue), of(paid)]).toEqual(['open', 'cancelled']);
    const dueOf = (contract: TestContract): number => sumsOf(contract, '2027-03', '2028-01-01').tasks.due;
    expect(dueOf(overdue) - dueOf(paid)).toBe(1);
  });

  test('that is open goes with the contract to a new owner; one that is closed stays', () => {
    const chen = { owner: { id: 'chen', name: 'Chen', groups: ['agent' as const] } };
    const ownerOf = (contract: TestContract) => figures(contract, 'task').find((one) => one.task === task)?.owner;
    expect(ownerOf(visit.changed({ owner: 'chen' }, chen))).toBe('chen');
    expect(ownerOf(done('2026-04-03').changed({ owner: 'chen' }, chen))).toBe('lin');
  });
});

describe('the thirteenth month', () => {
  const THIRTEEN = '2027-04-01';
  const looked = (changes: Parameters<typeof aContract>[0] = {}, life = (contract: TestContract) => contract): unknown =>
    figures(caredOn(life(aContract(changes)), [THIRTEEN]), 'thirteenth-month')[0];

  test('finds a contract kept whose premiums until then are paid, and mends that later', () => {
    const paid = looked({}, (contract) => contract.reported({ paidOn: '2027-02-20' }, '2027-02-20'));
    expect(paid).toEqual({
      ...{ kind: 'thirteenth-month', contractId: 'P-1001', month: '2027-04', owner: 'lin', product: 'care-plus' },
      ...{ kept: true, premium: { amount: '1200.00', currency: 'CNY' } },
    });
    expect(looked()).toMatchObject({ kept: false });
    const late = caredOn(aContract(), [THIRTEEN]).reported({ paidOn: '2027-04-20' }, '2027-04-20');
    expect(figures(late, 'thirteenth-month')).toMatchObject([{ kept: true }]);
  });

  test('counts premiums by what they bring in a year', () => {
    expect(looked({ everyMonths: 1, premium: { amount: '100.10', currency: 'TWD' } })).toMatchObject({
      premium: { amount: '1201.20', currency: 'TWD' },
    });
  });

  test('finds one that was ended before not kept, and passes over one that was never to last so long', () => {
    const ended = (contract: TestContract): TestContract => contract.changed({ endsOn: '2026-12-31' }, { today: '2026-12-01' });
    expect(looked({}, ended)).toMatchObject({ kept: false });
    expect(looked({ endsOn: '2027-02-28' })).toBeUndefined();
    expect(looked({ endsOn: DUE })).toMatchObject({ kept: false });
  });
});

const sumsOf = ({ events }: TestContract, month: string, asOf = '2030-01-01'): CareSums =>
  careReport('service', [{ month, figures: figuresOf(events, ZONE).filter((one) => one.month === month) }], asOf).total;

describe('the report', () => {
  const of = (owner: string, product: string, reminders: number): Figure => ({
    ...{ kind: 'renewal', contractId: `${owner}-${product}-${reminders}`, month: '2027-03', owner, product, dueOn: DUE },
    ...{ outcome: 'paid', paidOn: reminders % 2 === 0 ? DUE : OVERDUE, reminders },
  });
  const some = [of('lin', 'a', 0), of('lin', 'b', 5), of('chen', 'b', 2), of('lin', 'b', 4)];

  test('sums up by owner and product, most renewals first, beside the months before', () => {
    const before = { month: '2027-02', figures: [of('lin', 'a', 3)] };
    const report = careReport('service', [before, { month: '2027-03', figures: some }], OVERDUE);
    expect(report).toMatchObject({ month: '2027-03', team: 'service', asOf: OVERDUE });
    expect(report.total.renewals).toEqual({
      ...{ due: 4, paidInTime: 3, paidLate: 1, unpaid: 0, suspended: 0, lapsed: 0 },
      ...{ reminders: 11, byReminders: [1, 0, 1, 0, 2] },
    });
    expect(report.owners.map(({ owner, renewals }) => [owner, renewals.due])).toEqual([
      ['lin', 3],
      ['chen', 1],
    ]);
    expect(report.products.map(({ product, renewals }) => [product, renewals.due])).toEqual([
      ['b', 3],
      ['a', 1],
    ]);
    expect(report.trend.map(({ month, renewals }) => [month, renewals.due])).toEqual([
      ['2027-02', 1],
      ['2027-03', 4],
    ]);
  });

  test('keeps currencies apart', () => {
    const contract = (kept: boolean, amount: string, currency: string): Figure => ({
      ...{ kind: 'thirteenth-month', contractId: amount, month: '2027-03', owner: 'lin', product: 'a' },
      ...{ kept, premium: { amount, currency } },
    });
    const months = [
      { month: '2027-03', figures: [contract(true, '0.10', 'TWD'), contract(true, '0.20', 'TWD'), contract(false, '7', 'CNY')] },
    ];
    expect(careReport('service', months, OVERDUE).total.thirteenthMonth).toEqual({
      contracts: 3,
      kept: 2,
      premiums: [
        { currency: 'CNY', all: '7.00', kept: '0.00' },
        { currency: 'TWD', all: '0.30', kept: '0.30' },
      ],
    });
  });
});

/** The figures of a life counted once more, from its events alone and without any state. */
const recounted = (events: readonly ContractEvent[], asOf: CalendarDate): readonly string[] => {
  const taken = events.flatMap((event) =>
    event.type === 'cared' ? event.data.steps.map((step) => ({ ...step, day: event.data.day, version: event.version })) : [],
  );
  const payments = events.flatMap((event) => (event.type === 'paid' ? [{ ...event.data, version: event.version }] : []));
  const reports = events.flatMap((event): readonly Mailed[] => (event.type === 'mailed' ? [event.data] : []));
  const arrived = ({ id, version }: TakenStep & { readonly version: number }): boolean => {
    const said = reports.filter((one) => one.step === id && one.version === version).map(({ outcome }) => outcome);
    return said.includes('delivered') && !said.includes('bounced') && !said.includes('complained');
  };
  const lines: string[] = [];

  const dates = new Set([
    ...payments.map(({ dueOn }) => dueOn),
    ...taken.flatMap(({ kind, dueOn }) => (kind === 'grace' ? (dueOn ?? []) : [])),
  ]);
  for (const dueOn of dates) {
    const did = taken.filter((step) => step.dueOn === dueOn);
    const paid = payments.find((one) => one.dueOn === dueOn);
    const worst = ['lapse', 'suspension', 'grace'].find((kind) => did.some((step) => step.kind === kind)) ?? '';
    const outcome = paid
      ? paid.paidOn > dueOn
        ? 'paidLate'
        : 'paidInTime'
      : { lapse: 'lapsed', suspension: 'suspended', grace: 'unpaid' }[worst];
    const days = new Set(did.filter((step) => step.kind === 'reminder' && arrived(step)).map(({ day }) => day));
    lines.push(`${dueOn.slice(0, 7)} renewal ${outcome ?? ''} ${days.size}`);
  }

  for (const { id, task, dueOn, version } of taken) {
    if (!task) continue;
    const closed = events.find((event) => event.type === 'task' && event.data.task === id && event.data.outcome !== 'postponed');
    const settled = payments.find((one) => one.dueOn === dueOn && one.version > version);
    if (settled && !(closed && closed.version < settled.version)) continue;
    const on = closed && localDate('Asia/Shanghai', closed.at);
    const word = on ? (on > task.due ? 'late' : 'inTime') : task.due < asOf ? 'overdue' : undefined;
    if (word) lines.push(`${task.due.slice(0, 7)} task ${word}`);
  }

  const [first] = events;
  if (first?.type === 'registered' && taken.some(({ id }) => id === 'thirteenth-month')) {
    const { signedOn, everyMonths, endsOn } = first.data.terms;
    const year = addMonths(signedOn, 12);
    const due = Array.from({ length: 12 / everyMonths }, (_, n) => addMonths(signedOn, (n + 1) * everyMonths));
    const kept = due.filter((date) => date >= first.data.unpaidFrom).every((date) => payments.some(({ dueOn }) => dueOn === date));
    if (endsOn === undefined || endsOn >= year) lines.push(`${addMonths(signedOn, 13).slice(0, 7)} thirteenth ${kept ? 'kept' : 'lost'}`);
  }
  return lines.sort();
};

/** The same lines out of a report. */
const reported = (months: readonly string[], all: readonly Figure[], asOf: CalendarDate): readonly string[] =>
  months.flatMap((month) => {
    const { total } = careReport('service', [{ month, figures: all.filter((one) => one.month === month) }], asOf);
    const { renewals, tasks, thirteenthMonth } = total;
    const times = (count: number, line: string): readonly string[] => Array.from({ length: count }, () => `${month} ${line}`);
    return [
      ...(['paidInTime', 'paidLate', 'unpaid', 'suspended', 'lapsed'] as const).flatMap((word) => times(renewals[word], `renewal ${word}`)),
      ...renewals.byReminders.flatMap((count, n) => times(count, `reminders ${n}`)),
      ...(['inTime', 'late', 'overdue'] as const).flatMap((word) => times(tasks[word], `task ${word}`)),
      ...times(thirteenthMonth.kept, 'thirteenth kept'),
      ...times(thirteenthMonth.contracts - thirteenthMonth.kept, 'thirteenth lost'),
    ];
  });

describe('random lives', () => {
  const DAYS = 700;

  test('are counted as an independent count has it', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(lives(DAYS), (life) => {
        const { contract } = live({ ...life, terms: { ...life.terms, customer: { ...life.terms.customer, timeZone: undefined } } }, 'due');
        const asOf = addDays(life.registeredOn, DAYS);
        const wanted = recounted(contract.events, asOf).flatMap((line) => {
          const [, month = '', outcome = '', reminders = ''] = /^(\S+) renewal (\S+) (\d)$/.exec(line) ?? [];
          return month ? [`${month} renewal ${outcome}`, `${month} reminders ${reminders}`] : [line];
        });
        const months = monthsBetween('2024-01', '2040-12');
        const got = reported(months, figuresOf(contract.events, ZONE), asOf);
        expect([...got].sort()).toEqual([...wanted].sort());
        for (const line of got) seen.set(line.slice(8), (seen.get(line.slice(8)) ?? 0) + 1);
      }),
      { numRuns: 200 },
    );
    expect([...seen.keys()].sort()).toEqual(
      expect.arrayContaining([
        'renewal paidInTime',
        'renewal suspended',
        'task inTime',
        'task overdue',
        'thirteenth kept',
        'thirteenth lost',
      ]),
    );
  });

  test('are kept as they are in the end, however often, late and out of order events are carried on', async () => {
    await fc.assert(
      fc.asyncProperty(lives(DAYS), fc.infiniteStream(fc.nat()), async (life, numbers) => {
        const { events } = live(life, 'due').contract;
        const random = (below: number): number => Number(numbers.next().value) % below;
        const shelf = new FiguresShelf();
        const turns = events.map(({ version }) => version).sort(() => random(3) - 1);
        for (const version of [...turns, ...turns.slice(0, 5)]) {
          const loaded = events.slice(0, version + random(events.length - version + 1));
          await shelf.keep('service', newFigures(loaded, version - 1, ZONE), loaded.length);
        }
        const sorted = (all: readonly Figure[]): readonly string[] => all.map((one) => JSON.stringify(one)).sort();
        expect(sorted(shelf.all())).toEqual(sorted(figuresOf(events, ZONE)));
      }),
      { numRuns: 60 },
    );
  });
});
