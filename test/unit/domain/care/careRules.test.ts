import { describe, expect, test } from '@jest/globals';
import { FIRST_CARE_BOOK } from '../../../../functions/domain/care/defaultRules.ts';
import {
  checkCareRules,
  planFor,
  type CareRules,
  type ServicePlan,
  type Texts,
  type Touchpoint,
} from '../../../../functions/domain/care/rules.ts';

const RULES = FIRST_CARE_BOOK.rules;
const STANDARD = planFor(RULES, '');

const texts = (text: string): Texts => ({ 'zh-CN': text, 'zh-TW': text, en: text });
const visit: Touchpoint = {
  id: 'call',
  name: texts('Call'),
  when: { kind: 'after', months: 2 },
  purpose: 'service',
  task: { days: 7 },
  active: true,
};
const mail: Touchpoint = { ...visit, id: 'letter', task: undefined, mail: { subject: texts('Hello'), text: texts('Hello {name}') } };

const withPlan = (change: Partial<ServicePlan>): CareRules => ({ ...RULES, plans: [{ ...STANDARD, ...change }] });
const withPoints = (...touchpoints: readonly Touchpoint[]): CareRules => withPlan({ touchpoints });
const plan = (id: string, ...products: readonly string[]): ServicePlan => ({ ...STANDARD, id, ...(products.length > 0 && { products }) });
const withPlans = (...plans: readonly ServicePlan[]): CareRules => ({ ...RULES, plans });
const withQuiet = (from: string, to: string): CareRules => ({ ...RULES, quiet: { from, to } });
const reminding = (remindDaysBefore: readonly number[], deliveredAtLeast = 1): CareRules =>
  withPlan({ renewal: { remindDaysBefore, deliveredAtLeast } });
const lapsing = (change: Partial<ServicePlan['lapse']>): CareRules => withPlan({ lapse: { ...STANDARD.lapse, ...change } });

const found = (rules: CareRules): readonly string[] => checkCareRules(rules).map(({ pointer, code }) => `${pointer} ${code}`);

test('the rules that come with the software are right', () => expect(found(RULES)).toEqual([]));

test('every touchpoint of rules.md 4 is there, greetings, news and events with consent only', () => {
  expect(STANDARD.touchpoints.map(({ id, purpose, active }) => `${id} ${purpose}${active ? '' : ' (off)'}`)).toEqual([
    'delivery service',
    'month-1 service',
    'month-4 service',
    'month-7 marketing',
    'month-10 service',
    'birthday marketing',
    'lunar-new-year marketing',
    'mid-autumn marketing',
    'new-year marketing (off)',
    'dragon-boat marketing (off)',
    'visit service',
    'news marketing (off)',
    'event marketing (off)',
  ]);
});

describe('right are', () => {
  test.each<[what: string, rules: CareRules]>([
    ['a plan for some products before the one for all', withPlans(plan('car', '车险', 'Motor'), plan('standard'))],
    ['a plan of whose products an earlier one takes some', withPlans(plan('a', 'car'), plan('b', 'car plus', 'home'), plan('standard'))],
    ['a plan for a wider word after one for a narrower', withPlans(plan('care-plus', 'Care Plus'), plan('care', 'Care'), plan('standard'))],
    ['a touchpoint on a date that is past', withPoints({ ...mail, when: { kind: 'date', on: '2020-01-01' } })],
    ['a greeting by telephone', withPoints({ ...visit, when: { kind: 'birthday' } })],
    ['every placeholder', withPoints({ ...mail, mail: { subject: texts('{product}'), text: texts('{name} {contract}{owner}') } })],
    ['one reminder', reminding([30])],
    ['a night of two hours', withQuiet('23:00', '01:00')],
    ['no evening', withQuiet('24:00', '08:00')],
    ['a day of four hours', withQuiet('14:00', '10:00')],
  ])('%s', (_, rules) => expect(found(rules)).toEqual([]));
});

describe('wrong are', () => {
  test.each<[what: string, rules: CareRules, errors: readonly string[]]>([
    ['two plans of one id', withPlans(plan('a', 'x'), plan('a', 'y'), plan('standard')), ['/plans/1/id repeated']],
    ['rules without a plan for all products', withPlans(plan('a', 'x')), ['/plans no-catch-all']],
    [
      'a plan after the one for all products',
      withPlans(plan('standard'), plan('a', 'x')),
      ['/plans/1/products never-reached', '/plans no-catch-all'],
    ],
    ['a second plan for all products', withPlans(plan('a'), plan('b')), ['/plans/1/products never-reached']],
    [
      'a plan whose products an earlier one takes, in other letters',
      withPlans(plan('care', 'care'), plan('plus', 'CARE Plus', 'Home Care'), plan('standard')),
      ['/plans/1/products never-reached'],
    ],
    [
      'a plan whose products two earlier ones take together',
      withPlans(plan('a', '车险'), plan('b', '寿险'), plan('c', '车险 A', '寿险 B'), plan('standard')),
      ['/plans/2/products never-reached'],
    ],
    ['a product twice', withPlans(plan('a', 'x', 'X'), plan('standard')), ['/plans/0/products/1 repeated']],
    ['two touchpoints of one id', withPoints(visit, { ...mail, id: 'call' }), ['/plans/0/touchpoints/1/id repeated']],
    ['a touchpoint that does nothing', withPoints({ ...visit, task: undefined }), ['/plans/0/touchpoints/0 nothing-to-do']],
    ['a birthday mail as service', withPoints({ ...mail, when: { kind: 'birthday' } }), ['/plans/0/touchpoints/0/purpose needs-consent']],
    [
      'a month twice',
      withPoints({ ...visit, when: { kind: 'calendar', months: [1, 5, 1], day: 1 } }),
      ['/plans/0/touchpoints/0/when/months/2 repeated'],
    ],
    ['reminders in the wrong order', reminding([30, 60]), ['/plans/0/renewal/remindDaysBefore/1 not-later']],
    ['two reminders on one day', reminding([60, 30, 30]), ['/plans/0/renewal/remindDaysBefore/2 not-later']],
    ['more deliveries than reminders', reminding([60, 30], 3), ['/plans/0/renewal/deliveredAtLeast too-big']],
    [
      'more time after the demand than after the due date',
      lapsing({ graceDaysAfterDemand: 61 }),
      ['/plans/0/lapse/graceDaysAfterDemand too-big'],
    ],
    [
      'more time to confirm than to come back',
      lapsing({ reinstatementMonths: 1, confirmationMonths: 2 }),
      ['/plans/0/lapse/confirmationMonths too-big'],
    ],
    ['a day of less than four hours', withQuiet('13:59', '10:00'), ['/quiet/to day-too-short']],
    ['a night that does not pass midnight', withQuiet('01:00', '06:00'), ['/quiet/to day-too-short']],
    ['quiet hours that are no times', withQuiet('9 pm', '25:00'), ['/quiet/from time', '/quiet/to time']],
  ])('%s', (_, rules, errors) => expect(found(rules)).toEqual(errors));

  test.each(['{nme}', '{Name}', '{ name }', '｛name｝', '{name', 'name}', '{}', '{{name}}', '{name}}'])('the placeholder %s', (word) => {
    const wrong = { subject: { ...texts('Hello'), 'zh-TW': `您好 ${word}` }, text: texts('Hello') };
    const errors = checkCareRules(withPoints({ ...mail, mail: wrong }));
    expect(errors).toMatchObject([{ pointer: '/plans/0/touchpoints/0/mail/subject/zh-TW', code: 'placeholder' }]);
    expect(word).toContain(errors[0]?.values?.['about']);
  });

  test('a wrong placeholder in each text, each once', () => {
    const wrong = { subject: texts('{a}'), text: texts('{a} {b}') };
    expect(found(withPoints({ ...mail, mail: wrong }))).toEqual(
      ['subject', 'text'].flatMap((part) =>
        ['zh-CN', 'zh-TW', 'en'].map((locale) => `/plans/0/touchpoints/0/mail/${part}/${locale} placeholder`),
      ),
    );
  });
});

test('the first plan that fits a product is its plan', () => {
  const rules = withPlans(plan('plus', 'care plus'), plan('care', 'Care'), plan('standard'));
  expect(['Care Plus 2026', 'CARE', '年金'].map((product) => planFor(rules, product).id)).toEqual(['plus', 'care', 'standard']);
});
