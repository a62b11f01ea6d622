import { describe, expect, test } from '@jest/globals';
import type { Calendar } from '../../../functions/domain/clocks/calendar.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import {
  checkRules,
  policyFor,
  SERVICE_CLOCKS,
  type CaseFacts,
  type ClockRules,
  type PolicyCondition,
  type SlaPolicy,
} from '../../../functions/domain/clocks/rules.ts';

const { rules } = FIRST_BOOK;
const facts = (changes: Partial<CaseFacts> = {}): CaseFacts => ({
  kind: 'complaint',
  priority: 'low',
  category: 'other',
  region: 'CN',
  ...changes,
});
const targets = { firstResponse: 60, nextResponse: 60, resolution: 600 };
const policy = (id: string, when: PolicyCondition = {}, more: Partial<SlaPolicy> = {}): SlaPolicy => ({
  id,
  name: id,
  when,
  targets,
  ...more,
});
const withPolicies = (...policies: readonly SlaPolicy[]): ClockRules => ({ ...rules, policies });
const wrong = (changed: ClockRules) => checkRules(changed).map(({ pointer, code }) => `${pointer} ${code}`);

describe('the policy of a case', () => {
  test('is the first that fits', () => {
    const some = withPolicies(
      policy('vip', { segments: ['vip', 'gold'] }),
      policy('fridges', { products: ['冰箱', 'Fridge'] }),
      policy('contract', { contracts: ['C-1'], kinds: ['complaint'] }),
      policy('taiwan', { regions: ['TW'] }),
      policy('billing', { categories: ['price-billing'], priorities: ['high', 'urgent'] }),
      policy('all'),
    );
    const chosen = (changes: Partial<CaseFacts>) => policyFor(some, facts(changes)).id;
    expect(chosen({})).toBe('all');
    expect(chosen({ segment: 'gold', product: '双门冰箱 BX-200' })).toBe('vip');
    expect(chosen({ product: '双门冰箱 BX-200' })).toBe('fridges');
    expect(chosen({ product: 'big fridge' })).toBe('fridges');
    expect(chosen({ contract: 'C-1' })).toBe('contract');
    expect(chosen({ contract: 'C-1', kind: 'inquiry', region: 'TW' })).toBe('taiwan');
    expect(chosen({ category: 'price-billing' })).toBe('all');
    expect(chosen({ category: 'price-billing', priority: 'high' })).toBe('billing');
  });
});

describe('rules', () => {
  test('that come with the software are right', () => expect(checkRules(rules)).toEqual([]));

  test('need a policy for every case', () => {
    expect(wrong(withPolicies())).toEqual(['/policies no-catch-all']);
    expect(wrong(withPolicies(policy('some', { kinds: ['complaint'] })))).toEqual(['/policies no-catch-all']);
  });

  test('have no policy that an earlier one covers', () => {
    expect(wrong(withPolicies(policy('all'), policy('some', { kinds: ['complaint'] }), policy('rest')))).toEqual([
      '/policies/1/when never-reached',
      '/policies/2/when never-reached',
    ]);
    const [wide, narrow] = [
      policy('wide', { priorities: ['high', 'urgent'] }),
      policy('narrow', { priorities: ['high'], kinds: ['inquiry'] }),
    ];
    expect(wrong(withPolicies(wide, narrow, policy('all')))).toEqual(['/policies/1/when never-reached']);
    expect(wrong(withPolicies(narrow, wide, policy('all')))).toEqual([]);
  });

  test('promise a first response no later than the resolution', () => {
    const late = policy('all', {}, { targets: { ...targets, firstResponse: 601 } });
    expect(checkRules(withPolicies(late))).toEqual([
      { pointer: '/policies/0/targets/firstResponse', code: 'too-big', values: { max: 600 } },
    ]);
    expect(wrong(withPolicies(policy('all', {}, { targets: { ...targets, firstResponse: 600 } })))).toEqual([]);
  });

  test('name each policy, each milestone and each law once, and calendars that exist', () => {
    expect(wrong(withPolicies(policy('a', { kinds: ['inquiry'] }), policy('a', {}, { calendar: 'moon' })))).toEqual([
      '/policies/1/id repeated',
      '/policies/1/calendar calendar-unknown',
    ]);
    expect(wrong({ ...rules, milestones: [...rules.milestones, { percent: 80, to: 'owner' }] })).toEqual(['/milestones/6 repeated']);
    expect(wrong({ ...rules, laws: ['refund', 'complaint-answer', 'refund'] })).toEqual(['/laws/2 repeated']);
    expect(wrong({ ...rules, laws: [] })).toEqual([]);
  });

  test('promise nothing that the hours of their calendar cannot keep', () => {
    const hours: Calendar['weekly'] = { mon: [['09:00', '09:01']] };
    const by = (calendar: Calendar, resolution = 600): ClockRules => ({
      ...rules,
      calendars: { ...rules.calendars, rare: calendar },
      policies: [policy('rare', { kinds: ['inquiry'] }, { calendar: 'rare', targets: { ...targets, resolution } }), ...rules.policies],
    });
    const tooLittle = (name: string) => `/policies/0/targets/${name} open-too-little`;
    const always = SERVICE_CLOCKS.map(tooLittle);
    expect(wrong(by({ timeZone: 'UTC', weekly: {}, dates: { '2026-03-01': [['09:00', '17:00']] } }))).toEqual(always);
    expect(wrong(by({ timeZone: 'UTC', weekly: hours }, 520))).toEqual([]);
    expect(wrong(by({ timeZone: 'UTC', weekly: hours }, 521))).toEqual([tooLittle('resolution')]);
    expect(wrong(by({ timeZone: 'UTC', weekly: {}, changes: [{ from: '2026-03-01', weekly: hours }] }, 520))).toEqual([]);
    const closed = {
      ...rules.calendars,
      'tw-standard': { timeZone: 'UTC', weekly: {}, dates: { '2026-03-01': [['09:00', '17:00']] } },
    } satisfies ClockRules['calendars'];
    expect(wrong({ ...withPolicies(policy('cn', { regions: ['CN'] }), policy('all')), calendars: closed })).toEqual(
      SERVICE_CLOCKS.map((name) => `/policies/1/targets/${name} open-too-little`),
    );
  });

  test('have a standard calendar for each region, and calendars that are right', () => {
    const { 'tw-standard': _, ...calendars } = rules.calendars;
    expect(wrong({ ...rules, calendars: { ...calendars, late: { timeZone: 'Mars/Olympus', weekly: {} } } })).toEqual([
      '/calendars/tw-standard required',
      '/calendars/late/timeZone time-zone',
      '/calendars/late/weekly never-open',
    ]);
  });
});
