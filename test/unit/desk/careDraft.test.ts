import { describe, expect, test } from '@jest/globals';
import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import { checkCareRules, type CareRules, type Occasion, type ServicePlan } from '../../../functions/domain/care/rules.ts';
import {
  careChanges,
  careDraft,
  careMistakes,
  careRulesOf,
  copiedPlan,
  copiedTouchpoint,
  mergedCare,
  newTouchpoint,
  occasionOf,
  touchpointOf,
  type CareDraft,
  type PlanDraft,
  type TouchpointDraft,
} from '../../../functions/web/desk/careDraft.ts';
import { cadence, fromSigningOn } from '../../../functions/web/desk/careTimeline.ts';

const RULES = FIRST_CARE_BOOK.rules;
const [STANDARD] = RULES.plans;
const DRAFT = careDraft(RULES);
const [PLAN] = DRAFT.plans;
if (!STANDARD || !PLAN) throw new Error('there is a first plan');

const withPlan = (change: Partial<PlanDraft>): CareDraft => ({ ...DRAFT, plans: [{ ...PLAN, ...change }] });
const planIn = (draft: CareDraft): ServicePlan | undefined => careRulesOf(draft).plans[0];

describe('a draft', () => {
  test('means the rules that it was made from', () => expect(careRulesOf(DRAFT)).toEqual(RULES));

  test.each<Occasion>([
    { kind: 'delivery' },
    { kind: 'after', months: 4 },
    { kind: 'every', months: 6 },
    { kind: 'birthday' },
    { kind: 'festival', festival: 'mid-autumn' },
    { kind: 'calendar', months: [2, 11], day: 31 },
    { kind: 'date', on: '2027-06-10' },
  ])('keeps the occasion %j', (when) => {
    const touchpoints = [{ ...(STANDARD.touchpoints[0] ?? touchpointOf(newTouchpoint())), when }];
    const rules: CareRules = { ...RULES, plans: [{ ...STANDARD, touchpoints }] };
    expect(careRulesOf(careDraft(rules))).toEqual(rules);
  });

  test.each([['90, 60, 30, 7'], ['90，60、30 7'], ['９０ ６０ ３０ ７'], [' 90/60/30/7, ']])(
    'takes reminders typed as “%s”',
    (remindDaysBefore) => {
      expect(planIn(withPlan({ remindDaysBefore }))?.renewal.remindDaysBefore).toEqual([90, 60, 30, 7]);
    },
  );

  test('takes products with commas of any script, and none for all', () => {
    expect(planIn(withPlan({ products: ' 车险，Motor、Motor ' }))?.products).toEqual(['车险', 'Motor']);
    expect(planIn(withPlan({ products: ' ， ' }))).not.toHaveProperty('products');
  });

  test('sorts the months of a calendar by their numbers', () => {
    const when = { ...newTouchpoint().when, kind: 'calendar' as const, calendar: ['12', '3'], day: '１０' };
    expect(occasionOf(when)).toEqual({ kind: 'calendar', months: [3, 12], day: 10 });
  });

  test('leaves out a task and a mail that are not ticked', () => {
    const point: TouchpointDraft = { ...newTouchpoint(), hasTask: false, text: { 'zh-CN': '好', 'zh-TW': '好', en: 'Hello' } };
    expect(touchpointOf(point)).not.toHaveProperty('task');
    expect(touchpointOf(point)).not.toHaveProperty('mail');
  });

  test('names the figures that cannot be read, and nothing else', () => {
    const point: TouchpointDraft = { ...newTouchpoint(), days: 'soon' };
    const off: TouchpointDraft = { ...point, hasTask: false, when: { ...point.when, kind: 'birthday', months: 'x' } };
    const draft = withPlan({
      remindDaysBefore: '90, x',
      deliveredAtLeast: '',
      lapse: { ...PLAN.lapse, graceDays: '-3' },
      touchpoints: [point, { ...newTouchpoint(), when: { ...point.when, months: '1.5' } }, off],
    });
    expect(careMistakes(draft).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rules/plans/0/renewal/remindDaysBefore type',
      '/rules/plans/0/renewal/deliveredAtLeast required',
      '/rules/plans/0/lapse/graceDays type',
      '/rules/plans/0/touchpoints/0/task/days type',
      '/rules/plans/0/touchpoints/1/when/months type',
    ]);
    expect(careMistakes(DRAFT)).toEqual([]);
  });
});

describe('something new', () => {
  test('has an id that was never there', () => {
    const [first, second] = [newTouchpoint(), newTouchpoint()];
    expect(first.id).toMatch(/^t-[0-9a-f]{8}$/);
    expect(second.id).not.toBe(first.id);
    expect(copiedTouchpoint(first).id).not.toBe(first.id);
  });

  test('is switched off when it is a copy, and asks for products when it is a plan', () => {
    expect(copiedTouchpoint(newTouchpoint())).toMatchObject({ active: false });
    const plan = { ...copiedPlan(PLAN, ['standard', 'plan-1']), name: 'Motor', products: 'Motor' };
    expect(plan).toMatchObject({ id: 'plan-2', touchpoints: PLAN.touchpoints });
    expect(checkCareRules(careRulesOf({ ...DRAFT, plans: [plan, PLAN] }))).toEqual([]);
  });
});

describe('two admins at once', () => {
  const plan = (id: string, name = id): ServicePlan => ({ ...STANDARD, id, name, ...(id !== 'all' && { products: [id] }) });
  const rules = (...plans: readonly ServicePlan[]): CareRules => ({ ...RULES, plans });
  const BASE = rules(plan('a'), plan('b'), plan('all'));
  const LATE: CareRules['quiet'] = { from: '22:00', to: '09:00' };
  const meet = (mine: CareRules, now: CareRules) => {
    const { draft, theirs, both } = mergedCare(BASE, careDraft(mine), now);
    const { plans, quiet } = careRulesOf(draft);
    return { plans: plans.map(({ name }) => name), quiet: quiet.from, theirs, both };
  };
  const NOTHING = { quiet: false, order: false, plans: [] };

  test('keep what each of them changed', () => {
    expect(
      meet(rules(plan('a', 'mine'), plan('b'), plan('all')), { ...rules(plan('a'), plan('b', 'theirs'), plan('all')), quiet: LATE }),
    ).toEqual({
      plans: ['mine', 'theirs', 'all'],
      quiet: '22:00',
      theirs: { quiet: true, order: false, plans: ['b'] },
      both: NOTHING,
    });
  });

  test('keep mine where both changed the same, and say so', () => {
    expect(meet(rules(plan('a', 'mine'), plan('b'), plan('all')), rules(plan('a', 'theirs'), plan('b'), plan('all')))).toMatchObject({
      plans: ['mine', 'b', 'all'],
      theirs: NOTHING,
      both: { plans: ['a'] },
    });
  });

  test('both add a plan, and the one for all stays last', () => {
    expect(meet(rules(plan('a'), plan('b'), plan('m'), plan('all')), rules(plan('a'), plan('t'), plan('b'), plan('all')))).toMatchObject({
      plans: ['a', 't', 'b', 'm', 'all'],
      theirs: { plans: ['t'] },
    });
  });

  test('take a plan away, and move one', () => {
    expect(meet(rules(plan('b'), plan('all')), rules(plan('b'), plan('a'), plan('all')))).toMatchObject({
      plans: ['b', 'all'],
      theirs: { order: true },
    });
    expect(meet(rules(plan('b'), plan('a'), plan('all')), rules(plan('a'), plan('all')))).toMatchObject({
      plans: ['a', 'all'],
      theirs: { plans: ['b'] },
    });
  });

  test('differ in nothing when nothing was changed', () => expect(careChanges(BASE, careRulesOf(careDraft(BASE)))).toEqual(NOTHING));
});

test('the line from the signing on has every stop of the first year, and what comes later once', () => {
  expect(fromSigningOn(STANDARD.touchpoints).map(({ point, months }) => `${months ?? '-'} ${point.id}`)).toEqual([
    '- delivery',
    '1 month-1',
    '4 month-4',
    '6 visit',
    '7 month-7',
    '10 month-10',
    '12 visit',
  ]);
  const [first] = STANDARD.touchpoints;
  if (!first) throw new Error('there is a first touchpoint');
  const points = [
    { ...first, id: 'monthly', when: { kind: 'every', months: 1 } as const },
    { ...first, id: 'late', when: { kind: 'after', months: 36 } as const },
    { ...first, id: 'rare', when: { kind: 'every', months: 24 } as const },
  ];
  expect(fromSigningOn(points).map(({ point }) => point.id)).toEqual(['late']);
  expect(cadence(points).map(({ id }) => id)).toEqual(['monthly', 'rare']);
});
