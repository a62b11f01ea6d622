import { describe, expect, test } from '@jest/globals';
import { FIRST_CARE_BOOK } from '../../../../functions/domain/care/defaultRules.ts';
import { nextCareAt } from '../../../../functions/domain/care/decideCare.ts';
import type { CareBook } from '../../../../functions/domain/care/rules.ts';
import { customerDay, isQuiet, nightEnd } from '../../../../functions/domain/care/setting.ts';
import { caredOn, diary, settingOf } from '../../../support/builders/care.ts';
import { aContract, aPolicyholder, type TestContract } from '../../../support/builders/contracts.ts';

/** The rules that come with the software, with those touchpoints that a test is about in use and no other. */
const only = (isMeant: (id: string) => boolean): CareBook => ({
  ...FIRST_CARE_BOOK,
  rules: {
    ...FIRST_CARE_BOOK.rules,
    plans: FIRST_CARE_BOOK.rules.plans.map((plan) => ({
      ...plan,
      touchpoints: plan.touchpoints.map((point) => ({ ...point, active: isMeant(point.id) })),
    })),
  },
});

/** All but what comes on days of the calendar. */
const EVERYTHING = only((id) => id !== 'news' && id !== 'event');

const of = (contract: TestContract, id: string): readonly string[] => diary(contract).filter((line) => line.includes(` touch.${id}`));

const on = (contract: TestContract, days: readonly string[], facts = {}): TestContract =>
  caredOn(contract, days, { book: EVERYTHING, facts });

describe('the night of a customer', () => {
  const night = (timeZone: string) => settingOf(aContract({ customer: aPolicyholder({ timeZone }) }).state);

  test.each([
    ['Asia/Shanghai', '2027-03-28', '2027-03-28T00:00:00.000Z'],
    // The clocks go forward on 28 March and back on 31 October in Berlin, forward on 14 March and back on 7 November in New York.
    ['Europe/Berlin', '2027-03-27', '2027-03-27T07:00:00.000Z'],
    ['Europe/Berlin', '2027-03-28', '2027-03-28T06:00:00.000Z'],
    ['Europe/Berlin', '2027-10-30', '2027-10-30T06:00:00.000Z'],
    ['Europe/Berlin', '2027-10-31', '2027-10-31T07:00:00.000Z'],
    ['America/New_York', '2027-03-13', '2027-03-13T13:00:00.000Z'],
    ['America/New_York', '2027-03-14', '2027-03-14T12:00:00.000Z'],
    ['America/New_York', '2027-11-06', '2027-11-06T12:00:00.000Z'],
    ['America/New_York', '2027-11-07', '2027-11-07T13:00:00.000Z'],
  ])('in %s ends on %s at %s', (timeZone, date, at) => {
    expect(nightEnd(night(timeZone), date)).toBe(at);
    expect(isQuiet(night(timeZone), at)).toBe(false);
    expect(isQuiet(night(timeZone), new Date(Date.parse(at) - 1).toISOString())).toBe(true);
    expect(customerDay(night(timeZone), at)).toBe(date);
  });

  test('begins at nine in the evening', () => {
    expect(isQuiet(night('Asia/Shanghai'), '2027-03-01T12:59:59.000Z')).toBe(false);
    expect(isQuiet(night('Asia/Shanghai'), '2027-03-01T13:00:00.000Z')).toBe(true);
  });

  test('is over when a contract comes up for its next step', () => {
    const due = (timeZone: string) => {
      const { state } = aContract({ customer: aPolicyholder({ timeZone }), nextDueOn: '2027-03-01' }, { today: '2027-02-26' });
      const cared = caredOn(aContract({ customer: aPolicyholder({ timeZone }) }, { today: '2026-11-01' }), ['2026-11-02']);
      expect(state.contractId).toBe('P-1001');
      return nextCareAt(cared.state, settingOf(cared.state), '2026-11-02');
    };
    expect(due('Asia/Shanghai')).toBe('2026-12-01T00:00:00.000Z');
    expect(due('Europe/Berlin')).toBe('2026-12-01T07:00:00.000Z');
    expect(due('America/New_York')).toBe('2026-12-01T13:00:00.000Z');
  });
});

describe('touchpoints', () => {
  test('of a contract signed on the last of January come on the last of shorter months', () => {
    const contract = aContract({ signedOn: '2026-01-31', deliveredOn: '2026-02-05' }, { today: '2026-02-01' });
    const days = ['2026-02-05', '2026-02-27', '2026-02-28', '2026-05-30', '2026-05-31', '2026-08-31', '2026-11-30'];
    expect(diary(on(contract, days)).filter((line) => /touch\.(delivery|month)/.test(line))).toEqual([
      '2026-02-05 touch.delivery: mail; task by 2026-02-12',
      '2026-02-28 touch.month-1: task by 2026-03-14',
      '2026-05-31 touch.month-4: task by 2026-06-14',
      '2026-08-31 touch.month-7: mail; task by 2026-09-14',
      '2026-11-30 touch.month-10: task by 2026-12-14',
    ]);
  });

  test('before the contract came to us are not made up for', () => {
    const old = aContract({ signedOn: '2026-01-31', deliveredOn: '2026-02-05' }, { today: '2026-07-01' });
    expect(diary(on(old, ['2026-07-01', '2026-07-02'])).filter((line) => line.includes('touch.month'))).toEqual([]);
  });

  test('greet someone born on 29 February on the 28th in other years, on that day or not at all', () => {
    const born = aContract({ customer: aPolicyholder({ birthday: '1984-02-29' }), nextDueOn: '2036-03-01' });
    expect(of(on(born, ['2027-02-27', '2027-02-28', '2028-02-28', '2028-02-29']), 'birthday')).toEqual([
      '2027-02-28 touch.birthday.2027: mail',
      '2028-02-29 touch.birthday.2028: mail',
    ]);
    expect(of(on(born, ['2027-03-01']), 'birthday')).toEqual(['2027-03-01 touch.birthday.2027: held: late']);
  });

  test.each([
    ['lunar-new-year', ['2026-02-17', '2027-02-06', '2028-01-26']],
    ['dragon-boat', ['2026-06-19', '2027-06-09', '2028-05-28']],
    ['mid-autumn', ['2026-09-25', '2027-09-15', '2028-10-03']],
    ['new-year', ['2027-01-01', '2028-01-01']],
  ])('greet on %s', (festival, days) => {
    const contract = aContract({ signedOn: '2026-01-01', nextDueOn: '2036-01-01' }, { today: '2026-01-02' });
    expect(
      of(on(contract, days), festival)
        .filter((line) => line.endsWith('mail'))
        .map((line) => line.slice(0, 10)),
    ).toEqual(days);
  });

  test('need consent where they are no service, the invitation with its visit', () => {
    const contract = aContract({ signedOn: '2026-03-01' });
    const refused = on(contract, ['2026-10-01'], { consents: ['service'] });
    expect(of(refused, 'month-7')).toEqual(['2026-10-01 touch.month-7: held: no-consent']);
    expect(of(on(contract, ['2026-04-01'], { consents: [] }), 'month-1')).toEqual(['2026-04-01 touch.month-1: task by 2026-04-15']);
    expect(of(on(contract, ['2026-10-01'], { complaint: 'other' }), 'month-7')).toEqual(['2026-10-01 touch.month-7: held: complaint']);
  });

  test('stop where consent is taken back', () => {
    const agreed = aContract({ consent: { marketing: true } });
    expect(agreed.state.consents).toMatchObject([{ purpose: 'marketing', given: true, source: 'register' }]);
    const withdrawn = agreed.happens({ type: 'consented', data: { purpose: 'marketing', given: false, source: 'phone' } });
    expect(withdrawn.state.consents.at(-1)).toMatchObject({ given: false, source: 'phone' });
    // The house's system says the same as before: nothing new, and the customer's word stays the last.
    expect(withdrawn.changed({ product: 'care-max' }).state.consents.at(-1)).toMatchObject({ given: false, source: 'phone' });
  });

  test('give way to service, and greetings are never late', () => {
    const contract = aContract({ customer: aPolicyholder({ birthday: '1986-12-01' }) });
    const day = on(contract, ['2026-12-01', '2026-12-02']);
    expect(diary(day).filter((line) => /reminder-1|birthday/.test(line))).toEqual([
      '2026-12-01 2027-03-01.reminder-1: mail',
      '2026-12-01 touch.birthday.2026: held: one-a-day',
    ]);
  });

  test('are not sent to somebody whose cover is suspended', () => {
    const contract = aContract({ customer: aPolicyholder({ birthday: '1986-06-18' }) }, { today: '2026-11-01' });
    const suspended = caredOn(contract, ['2027-05-01', '2027-05-02', '2027-05-03', '2027-06-18']);
    expect(of(suspended, 'birthday')).toEqual(['2027-06-18 touch.birthday.2027: held: suspended']);
  });

  test('end with the cover', () => {
    const ending = aContract({ customer: aPolicyholder({ birthday: '1986-12-05' }), endsOn: '2026-12-01' });
    expect(of(on(ending, ['2026-12-05']), 'birthday')).toEqual([]);
  });
});
