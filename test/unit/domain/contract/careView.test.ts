import { describe, expect, test } from '@jest/globals';
import { addMonths } from '../../../../functions/domain/clocks/months.ts';
import { careView, type CareKnown, type CareView, type PlanLine } from '../../../../functions/domain/contract/careView.ts';
import { decideTask } from '../../../../functions/domain/contract/decideTask.ts';
import { addDays } from '../../../../functions/domain/contract/grace.ts';
import type { CalendarDate } from '../../../../functions/domain/kernel/time.ts';
import { caredOn, mailed, settingOf, type DayOptions } from '../../../support/builders/care.ts';
import { aContract, aPolicyholder, atNoon, type TestContract } from '../../../support/builders/contracts.ts';

const seen = ({ state, events }: TestContract, today: CalendarDate, known: Partial<CareKnown> = {}): CareView =>
  careView(state, events, { setting: settingOf(state), today, consents: [], suppressed: false, ...known });

const line = (view: CareView, id: string): PlanLine | undefined => view.plan.find((one) => one.id === id);

/** Every day, with every mail delivered the day after unless it is to bounce. */
const lived = (
  contract: TestContract,
  from: CalendarDate,
  to: CalendarDate,
  outcome: 'delivered' | 'bounced' = 'delivered',
  options: DayOptions = {},
) => {
  let now = contract;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    now = caredOn(now, [day], options);
    for (const step of Object.values(now.state.steps)) if (step.mail && step.outcome === undefined) now = mailed(now, step.id, outcome);
  }
  return now;
};

const yearly = aContract();
const R1 = '2027-03-01.reminder-1';

describe('the plan', () => {
  test('has what is to come in the next 13 months, in order of days', () => {
    const { plan, nextCareOn } = seen(yearly, '2026-03-02');
    expect(plan.map(({ on }) => on)).toEqual(plan.map(({ on }) => on).sort());
    expect(plan.every(({ state, on }) => state === 'planned' && on <= addMonths('2026-03-02', 13))).toBe(true);
    expect(plan.map(({ id }) => id)).toEqual(expect.arrayContaining(['touch.month-1', 'touch.month-7', R1, '2027-03-01.grace']));
    expect(nextCareOn).toBe(plan[0]?.on);
    expect(line(seen(yearly, '2026-03-02'), 'touch.month-1')).toEqual({
      kind: 'touchpoint',
      touchpoint: { id: 'month-1', name: expect.objectContaining({ en: expect.any(String) }) },
      purpose: 'service',
      id: 'touch.month-1',
      on: '2026-04-01',
      state: 'planned',
      mail: undefined,
      task: { state: 'planned', due: '2026-04-15' },
    });
  });

  test('foresees what would be held back as things stand', () => {
    const marketing = (view: CareView) => line(view, 'touch.month-7');
    expect(marketing(seen(yearly, '2026-03-02'))).toMatchObject({ mail: { state: 'held', held: 'no-consent' } });
    expect(marketing(seen(yearly, '2026-03-02'))?.task).toBeUndefined();
    const agreed = aContract({ consent: { marketing: true } });
    expect(marketing(seen(agreed, '2026-03-02'))).toMatchObject({ mail: { state: 'planned' }, task: { state: 'planned' } });
    expect(line(seen(agreed, '2026-03-02', { suppressed: true }), R1)?.mail).toEqual({ state: 'held', held: 'suppressed' });
    const silent = aContract({ customer: aPolicyholder({ email: undefined }) });
    expect(line(seen(silent, '2026-03-02'), R1)?.mail).toEqual({ state: 'held', held: 'no-address' });
  });

  test('follows a mail from its order to its report', () => {
    const ordered = caredOn(yearly, ['2026-12-01']);
    const at = (contract: TestContract, day: CalendarDate) => {
      const found = line(seen(contract, day), R1);
      return [found?.state, found?.mail?.state];
    };
    expect(at(ordered, '2026-12-01')).toEqual(['open', 'ordered']);
    expect(at(ordered, '2026-12-04')).toEqual(['open', 'ordered']);
    expect(at(ordered, '2026-12-05')).toEqual(['missed', 'unreported']);
    expect(at(mailed(ordered, R1), '2026-12-05')).toEqual(['done', 'delivered']);
    expect(at(mailed(ordered, R1, 'bounced'), '2026-12-05')).toEqual(['missed', 'bounced']);
    expect(at(mailed(mailed(ordered, R1), R1, 'complained'), '2026-12-05')).toEqual(['missed', 'complained']);
  });

  test('shows when a mail that was held back is tried again, and what it says in the end', () => {
    const night = mailed(caredOn(yearly, ['2026-12-01']), R1, 'held', { held: 'night', again: '2026-12-02' });
    expect(line(seen(night, '2026-12-01'), R1)).toMatchObject({
      on: '2026-12-02',
      state: 'open',
      mail: { state: 'held', held: 'night', again: '2026-12-02' },
    });
    const sent = mailed(caredOn(night, ['2026-12-02']), R1);
    expect(line(seen(sent, '2026-12-03'), R1)).toMatchObject({ on: '2026-12-02', state: 'done', mail: { state: 'delivered' } });
    const { mails } = seen(sent, '2026-12-03');
    expect(mails.filter(({ step }) => step === R1).map(({ on, state, held, again }) => [on, state, held, again])).toEqual([
      ['2026-12-01', 'held', 'night', '2026-12-02'],
      ['2026-12-02', 'delivered', undefined, undefined],
    ]);
  });

  test('drops what a payment settled, and tells what it cancelled', () => {
    const silent = caredOn(aContract({ customer: aPolicyholder({ email: undefined }) }), ['2026-12-01']);
    expect(line(seen(silent, '2026-12-02'), '2027-03-01.visit')).toMatchObject({ state: 'open', task: { state: 'open' } });
    const paid = silent.reported({ paidOn: '2026-12-02' }, '2026-12-02');
    expect(line(seen(paid, '2026-12-02'), '2027-03-01.visit')).toMatchObject({ state: 'cancelled', task: { state: 'cancelled' } });
    expect(seen(paid, '2026-12-02').plan.filter(({ dueOn, state }) => dueOn === '2027-03-01' && state === 'planned')).toMatchObject([
      { kind: 'feedback' },
    ]);
    const night = mailed(caredOn(yearly, ['2026-12-01']), R1, 'held', { held: 'night', again: '2026-12-02' });
    expect(line(seen(night.reported({ paidOn: '2026-12-02' }, '2026-12-02'), '2026-12-02'), R1)).toMatchObject({
      on: '2026-12-01',
      state: 'cancelled',
      mail: { state: 'held', held: 'night', again: undefined },
    });
  });

  test('shows a task as it stands', () => {
    const raised = caredOn(yearly, ['2026-04-01']);
    const report = (outcome: 'done' | 'impossible') => {
      const decided = decideTask(raised.state, { task: 'touch.month-1', outcome }, '2026-04-02');
      if (!decided.ok) throw new Error('refused');
      return seen(raised.happens(decided.value, atNoon('2026-04-02')), '2026-04-02');
    };
    expect(line(seen(raised, '2026-04-02'), 'touch.month-1')).toMatchObject({ state: 'open', task: { state: 'open', due: '2026-04-15' } });
    expect(line(report('done'), 'touch.month-1')).toMatchObject({ state: 'done', task: { state: 'done' } });
    expect(line(report('impossible'), 'touch.month-1')).toMatchObject({ state: 'missed', task: { state: 'impossible' } });
    expect(report('done').tasks).toMatchObject([{ id: 'touch.month-1', state: 'done', late: false, postponeTo: undefined }]);
    expect(seen(raised, '2026-04-16').tasks).toMatchObject([{ late: true, postponeTo: '2026-10-16' }]);
  });

  test('of a contract that ended has only what was done', () => {
    const ended = caredOn(aContract({ endsOn: '2026-06-30' }), ['2026-04-01']);
    const view = seen(ended, '2026-07-01');
    expect(view.plan.map(({ id }) => id)).toEqual(['touch.month-1', 'thirteenth-month']);
    expect([view.renewal, view.lastDay]).toEqual([undefined, '2026-06-30']);
  });
});

describe('the renewal', () => {
  test('counts what was delivered, and knows its days', () => {
    expect(seen(yearly, '2026-06-01').renewal).toEqual({
      dueOn: '2027-03-01',
      stage: 'ahead',
      from: '2026-12-01',
      delivered: 0,
      needed: 3,
      graceEnd: '2027-04-30',
      suspendedOn: undefined,
      confirmBy: undefined,
      reinstatementEnd: undefined,
    });
    const reminded = mailed(caredOn(yearly, ['2026-12-01']), R1);
    expect(seen(reminded, '2026-12-02').renewal).toMatchObject({ stage: 'reminding', delivered: 1 });
  });

  test('ends its grace thirty days after a demand that was delivered, and has the days of a suspension', () => {
    const demanded = lived(yearly, '2027-02-20', '2027-03-02');
    expect(seen(demanded, '2027-03-03').renewal).toMatchObject({ stage: 'grace', graceEnd: '2027-04-01', suspendedOn: undefined });
    const known = { stage: 'grace', graceEnd: '2027-04-01', suspendedOn: '2027-04-02' };
    expect(seen(demanded, '2027-04-02').renewal).toMatchObject(known);
    const suspended = lived(demanded, '2027-04-02', '2027-04-05');
    expect(seen(suspended, '2027-04-05').renewal).toMatchObject({
      ...known,
      stage: 'suspended',
      confirmBy: '2027-05-02',
      reinstatementEnd: '2029-04-02',
    });
  });

  test('that lapsed leaves the last day of cover', () => {
    const lapsed = caredOn(yearly, ['2027-05-01', '2029-05-02']);
    const view = seen(lapsed, '2029-05-02');
    expect([view.renewal, view.lastDay, view.nextCareOn]).toEqual([undefined, '2029-05-01', undefined]);
  });
});

describe('consent', () => {
  const at = (day: CalendarDate) => atNoon(day);
  const given = (day: CalendarDate, yes: boolean, source = 'phone') => ({ purpose: 'marketing' as const, given: yes, source, at: at(day) });

  test('is the newest word, to this contract or to the address', () => {
    const agreed = aContract({ consent: { marketing: true } });
    const current = (consents: CareKnown['consents']) => seen(agreed, '2026-05-01', { consents }).consent.current;
    expect(current([])).toEqual([
      { purpose: 'service', given: undefined, at: undefined, source: undefined },
      { purpose: 'marketing', given: true, at: at('2026-03-02'), source: 'register' },
    ]);
    expect(current([given('2026-02-01', false)])[1]).toMatchObject({ given: true });
    expect(current([given('2026-04-01', false, 'link')])[1]).toMatchObject({ given: false, source: 'link' });
    expect(current([given('2026-04-01', false, 'link'), given('2026-04-02', true, 'visit')])[1]).toMatchObject({
      given: true,
      source: 'visit',
    });
  });

  test('is listed once where contract and address know it, the oldest first', () => {
    const said = yearly.happens({ type: 'consented', data: { purpose: 'marketing', given: true, source: 'visit' } }, at('2026-04-01'));
    const { ledger } = seen(said, '2026-05-01', {
      consents: [given('2026-03-15', false, 'case'), given('2026-04-01', true, 'visit'), given('2026-04-20', false, 'link')],
    }).consent;
    expect(ledger.map(({ source, given: yes }) => [source, yes])).toEqual([
      ['case', false],
      ['visit', true],
      ['link', false],
    ]);
  });
});

test('an address is unreachable once it bounced for good, or when the list of suppressed addresses has it', () => {
  const gone = mailed(caredOn(yearly, ['2026-12-01']), R1, 'bounced', { gaveUp: true });
  expect(seen(yearly, '2026-12-02').unreachable).toBe(false);
  expect(seen(yearly, '2026-12-02', { suppressed: true }).unreachable).toBe(true);
  expect(seen(gone, '2026-12-02').unreachable).toBe(true);
  expect(seen(gone.changed({ customer: aPolicyholder({ email: 'new@example.com' }) }), '2026-12-02').unreachable).toBe(false);
  expect(seen(aContract({ customer: { name: '王小明' } }), '2026-12-02', { suppressed: true }).unreachable).toBe(false);
});
