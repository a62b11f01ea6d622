import { describe, expect, test } from '@jest/globals';
import { planOf } from '../../../../functions/domain/care/plan.ts';
import { addDays } from '../../../../functions/domain/contract/grace.ts';
import type { Terms } from '../../../../functions/domain/contract/model.ts';
import { caredOn, diary, mailed, settingOf, unreported } from '../../../support/builders/care.ts';
import { aContract, aPolicyholder, type TestContract } from '../../../support/builders/contracts.ts';

const DUE = '2027-03-01';

const daysBetween = (from: string, to: string): readonly string[] => (from > to ? [] : [from, ...daysBetween(addDays(from, 1), to)]);

/** Lives from one day to another, all included; every mail is delivered the moment it is sent. */
const lived = (contract: TestContract, from: string, to: string, isDelivered: (step: string) => boolean = () => true): TestContract =>
  daysBetween(from, to).reduce((now, day) => {
    const cared = caredOn(now, [day]);
    return unreported(cared.state).reduce((then, { id }) => (isDelivered(id) ? mailed(then, id) : then), cared);
  }, contract);

const about = (contract: TestContract, dueOn = DUE): readonly string[] =>
  diary(contract)
    .filter((line) => line.includes(`${dueOn}.reminder`) || line.includes(`${dueOn}.visit`))
    .map((line) => line.replaceAll(`${dueOn}.`, ''));

/** A yearly contract, due on 1 March 2027, that came into the register so many days before. */
const arriving = (left: number, changes: Partial<Terms> = {}): TestContract => aContract(changes, { today: addDays(DUE, -left) });

describe('the reminders of a premium', () => {
  test('come 90, 60, 30 and 7 days before it is due', () => {
    expect(about(lived(aContract(), '2026-11-25', DUE))).toEqual([
      '2026-12-01 reminder-1: mail',
      '2026-12-31 reminder-2: mail',
      '2027-01-30 reminder-3: mail',
      '2027-02-22 reminder-4: mail',
    ]);
  });

  // floor(i × left ÷ count) days after the arrival.
  test.each([
    [90, ['2026-12-01', '2026-12-31', '2027-01-30', '2027-02-22'], false],
    [89, ['2026-12-02', '2026-12-24', '2027-01-15', '2027-02-06'], false],
    [50, ['2027-01-10', '2027-01-22', '2027-02-04', '2027-02-16'], false],
    [4, ['2027-02-25', '2027-02-26', '2027-02-27', '2027-02-28'], false],
    [3, ['2027-02-26', '2027-02-27', '2027-02-28'], false],
    [2, ['2027-02-27', '2027-02-28'], true],
    [1, ['2027-02-28'], true],
    [0, [], false],
  ])('of a contract that comes %i days before are spread over %j, with a visit at once: %j', (left, days, isVisited) => {
    const lines = about(lived(arriving(left), addDays(DUE, -left), addDays(DUE, 5)));
    expect(lines.filter((line) => line.includes('mail')).map((line) => line.slice(0, 10))).toEqual(days);
    const visits = lines.filter((line) => line.includes('visit'));
    expect(visits).toEqual(isVisited ? [`${addDays(DUE, -left)} visit: task by ${addDays(DUE, -1)}`] : []);
  });

  test('of a contract signed on the last of January come before the last of the month, counted from the signing date', () => {
    const quarterly = aContract({ signedOn: '2026-01-31', everyMonths: 3, nextDueOn: '2026-07-31' }, { today: '2026-02-01' });
    expect(about(lived(quarterly, '2026-05-01', '2026-07-31'), '2026-07-31')).toEqual([
      '2026-05-02 reminder-1: mail',
      '2026-06-01 reminder-2: mail',
      '2026-07-01 reminder-3: mail',
      '2026-07-24 reminder-4: mail',
    ]);
  });

  test('of a contract signed on 29 February come before the 28th in other years', () => {
    const leap = aContract({ signedOn: '2024-02-29', nextDueOn: '2027-02-28' }, { today: '2026-03-02' });
    expect(about(lived(leap, '2026-11-01', '2027-02-28'), '2027-02-28').at(-1)).toBe('2027-02-21 reminder-4: mail');
  });

  test('one that bounces needs no visit while the other three arrive, two do', () => {
    const one = lived(aContract(), '2026-11-25', DUE, (step) => !step.endsWith('reminder-2'));
    expect(about(one).filter((line) => line.includes('visit'))).toEqual([]);
    const first = mailed(caredOn(aContract(), ['2026-12-01']), `${DUE}.reminder-1`, 'bounced');
    const second = mailed(caredOn(first, ['2026-12-31']), `${DUE}.reminder-2`, 'bounced');
    expect(about(caredOn(second, ['2026-12-31']))).toEqual([
      '2026-12-01 reminder-1: mail',
      '2026-12-31 reminder-2: mail',
      '2026-12-31 visit: task by 2027-01-14',
    ]);
  });

  test('a complaint about one that had arrived takes it back', () => {
    const two = lived(aContract(), '2026-11-25', '2027-01-29');
    const complained = mailed(two, `${DUE}.reminder-2`, 'complained', { gaveUp: true });
    expect(about(caredOn(complained, ['2027-01-29'])).slice(2)).toEqual(['2027-01-29 visit: task by 2027-02-12']);
  });

  test('a bounce for good makes one visit, at once', () => {
    const gone = mailed(caredOn(aContract(), ['2026-12-01']), `${DUE}.reminder-1`, 'bounced', { gaveUp: true });
    expect(about(caredOn(gone, ['2026-12-01', '2026-12-02', '2026-12-31', '2027-01-30']))).toEqual([
      '2026-12-01 reminder-1: mail',
      '2026-12-01 visit: task by 2026-12-15',
      '2026-12-31 reminder-2: held: suppressed',
      '2027-01-30 reminder-3: held: suppressed',
    ]);
  });

  test('without any report two count as lost three days after the second', () => {
    const silent = lived(aContract(), '2026-11-25', DUE, () => false);
    expect(about(silent)).toEqual([
      '2026-12-01 reminder-1: mail',
      '2026-12-31 reminder-2: mail',
      '2027-01-03 visit: task by 2027-01-17',
      '2027-01-30 reminder-3: mail',
      '2027-02-22 reminder-4: mail',
    ]);
  });

  test('one sent on the last day may still be reported that day', () => {
    const late = lived(arriving(3), '2027-02-26', '2027-02-27');
    const last = caredOn(late, ['2027-02-28', '2027-02-28']);
    expect(about(last).filter((line) => line.includes('visit'))).toEqual([]);
    const bounced = caredOn(mailed(last, `${DUE}.reminder-3`, 'bounced'), ['2027-02-28']);
    expect(about(bounced).at(-1)).toBe('2027-02-28 visit: task by 2027-02-28');
  });

  test('that had to wait for another mail of the day cannot share a day with the next: the visit is due as soon as that is clear', () => {
    const failed = { status: 'failed', dueOn: DUE, paidOn: '2027-02-26' } as const;
    const begun = lived(arriving(3), '2027-02-26', '2027-02-26').reported(failed, '2027-02-26');
    expect(about(caredOn(begun, ['2027-02-27', '2027-02-27']))).toEqual([
      '2027-02-26 reminder-1: mail',
      '2027-02-27 reminder-2: held: one-a-day, again 2027-02-28',
      '2027-02-27 visit: task by 2027-02-28',
    ]);
  });

  test('without an address are one visit', () => {
    const { name } = aPolicyholder();
    expect(about(lived(aContract({ customer: { name } }), '2026-11-25', DUE))).toEqual([
      '2026-12-01 reminder-1: held: no-address',
      '2026-12-01 visit: task by 2026-12-15',
      '2026-12-31 reminder-2: held: no-address',
      '2027-01-30 reminder-3: held: no-address',
      '2027-02-22 reminder-4: held: no-address',
    ]);
  });

  test('to an address that turns out to be suppressed are a visit too', () => {
    const suppressed = caredOn(aContract(), ['2026-12-01'], { facts: { suppressed: true } });
    expect(about(suppressed)).toEqual(['2026-12-01 reminder-1: held: suppressed', '2026-12-01 visit: task by 2026-12-15']);
    expect(suppressed.state.unreachable).toBe('wang@example.com');
  });

  test('while a complaint about the contract is open are tasks, while another is open mails', () => {
    const mine = caredOn(aContract(), ['2026-12-01'], { facts: { complaint: 'this-contract' } });
    expect(about(mine)).toEqual(['2026-12-01 reminder-1: held: complaint; task by 2026-12-15']);
    expect(about(caredOn(aContract(), ['2026-12-01'], { facts: { complaint: 'other' } }))).toEqual(['2026-12-01 reminder-1: mail']);
  });

  test('a sweep three days late sends them three days late, one that comes after two only the newer', () => {
    expect(about(caredOn(aContract(), ['2026-12-04']))).toEqual(['2026-12-04 reminder-1: mail']);
    expect(about(caredOn(aContract(), ['2027-01-02', '2027-01-02']))).toEqual([
      '2027-01-02 reminder-1: held: late',
      '2027-01-02 reminder-2: mail',
    ]);
  });

  test('a sweep so late that three are out of reach raises the visit with the reminder, and nothing more when asked again', () => {
    expect(about(caredOn(aContract(), ['2027-02-10', '2027-02-10', '2027-02-11']))).toEqual([
      '2027-02-10 reminder-1: held: late',
      '2027-02-10 reminder-2: held: late',
      '2027-02-10 reminder-3: mail',
      '2027-02-10 visit: task by 2027-02-24',
    ]);
  });

  test('a new address is not given up because mails to the old one come back', () => {
    const sent = caredOn(aContract(), ['2026-12-01']);
    const moved = sent.changed({ customer: aPolicyholder({ email: 'new@example.com' }) }, { today: '2026-12-02' });
    const told = mailed(moved, `${DUE}.reminder-1`, 'bounced', { gaveUp: true });
    expect(told.state.unreachable).toBeUndefined();
    expect(about(caredOn(told, ['2026-12-31']))).toContain('2026-12-31 reminder-2: mail');
    const again = mailed(caredOn(told, ['2026-12-31']), `${DUE}.reminder-2`, 'bounced', { gaveUp: true });
    expect(again.state.unreachable).toBe('new@example.com');
  });

  test('stay on their days when something else of the contract changes, and are spread anew when the due date does', () => {
    const changed = caredOn(aContract(), ['2026-12-01']).changed({ product: 'care-max' }, { today: '2027-01-10' });
    const planned = ({ state }: TestContract, today: string): readonly string[] =>
      planOf(state, settingOf(state), today, today)
        .filter(({ kind }) => kind === 'reminder')
        .map(({ on }) => on);
    expect(planned(changed, '2027-01-10')).toEqual(['2026-12-31', '2027-01-30', '2027-02-22']);
    const moved = changed.changed({ signedOn: '2026-03-11', nextDueOn: '2027-03-11' }, { today: '2027-01-10' });
    expect(planned(moved, '2027-01-10')).toEqual(['2027-01-10', '2027-01-25', '2027-02-09', '2027-02-24']);
  });

  test('give way to another message of the day, and come the next day', () => {
    const taken = caredOn(aContract(), ['2026-12-01'], { isTaken: true });
    expect(about(caredOn(taken, ['2026-12-01', '2026-12-02']))).toEqual([
      '2026-12-01 reminder-1: held: one-a-day, again 2026-12-02',
      '2026-12-02 reminder-1: mail',
    ]);
  });
});
