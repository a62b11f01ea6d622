import { describe, expect, test } from '@jest/globals';
import { typedCaseNumber } from '../../../functions/web/desk/caseNumber.ts';
import { hashOf, routeOf, type Route } from '../../../functions/web/desk/routes.ts';

describe('a link into the desk', () => {
  const routes: readonly Route[] = [
    { screen: 'queue', queue: 'mine', stage: undefined },
    { screen: 'queue', queue: 'overdue', stage: 'resolution' },
    { screen: 'case', caseId: 'AC-23456-789AB' },
    { screen: 'case', caseId: 'with /?#% 字' },
    { screen: 'new' },
    { screen: 'contracts', filters: {} },
    { screen: 'contracts', filters: { find: 'a&b@example.com', owner: 'li', due: 'between', from: '2026-12-01' } },
    { screen: 'contract', contractId: 'PA-2026.1_x' },
    { screen: 'new-contract' },
    { screen: 'import', importId: undefined },
    { screen: 'import', importId: 'V1StGXR8_Z5jdHi6B-myT' },
    { screen: 'clocks', kind: 'legal' },
    { screen: 'rules', tab: 'holidays' },
    { screen: 'tasks', whose: undefined },
    { screen: 'tasks', whose: 'left' },
    { screen: 'care-figures', month: undefined },
    { screen: 'care-figures', month: '2027-03' },
    { screen: 'attainment', from: undefined, to: undefined },
    { screen: 'attainment', from: '2026-06', to: '2026-11' },
  ];

  test.each(routes)('leads back to its screen: %j', (route) => {
    expect(routeOf(hashOf(route))).toEqual(route);
  });

  test.each(['', '#', '#/', '#/queues', '#/queues/all', '#/cases/', '#/cases/%E0%A4%A', '#content', '#/queues/__proto__'])(
    'to nothing known is the first queue: %s',
    (hash) => {
      expect(routeOf(hash)).toEqual({ screen: 'queue', queue: 'mine' });
    },
  );

  test('ignores a stage that there is none of', () => {
    expect(routeOf('#/queues/team?stage=late')).toEqual({ screen: 'queue', queue: 'team', stage: undefined });
  });
});

describe('a case number that somebody types', () => {
  test.each(['AC-23456-789AB', 'ac-23456-789ab', ' ac 23456 789ab ', '23456789AB', '23456-789ab', 'AC23456789AB'])(
    'is understood: %s',
    (typed) => {
      expect(typedCaseNumber(typed)).toBe('AC-23456-789AB');
    },
  );

  test('stays as it is when it is none', () => {
    expect(typedCaseNumber(' something ')).toBe('something');
  });
});
