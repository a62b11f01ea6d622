import { describe, expect, test } from '@jest/globals';
import { filterQuery, filtersIn, isFiltered, listQuery, type ContractFilters } from '../../../functions/web/desk/contractSearch.ts';

const TODAY = '2026-11-22';
const read = (text: string): ContractFilters => filtersIn(new URLSearchParams(text));

describe('filters of the list of contracts', () => {
  test.each<ContractFilters>([
    {},
    { find: 'PA-2026' },
    { find: '王 小明+x@example.com', owner: 'agent@example.com' },
    { due: 'overdue' },
    { due: 'between', from: '2026-12-01', to: '2027-01-31' },
    { due: 'between', to: '2027-01-31', find: 'PA&=?#' },
  ])('stand in an address and are read from it: %j', (filters) => {
    const { find, owner, due, from, to } = filters;
    expect(read(filterQuery(filters))).toEqual({ find, owner, due, from, to });
  });

  test.each(['due=late', 'from=2026-12-01', 'due=between&from=soon', 'find=%20%20', 'owner='])(
    'that nobody could have set are left out: %s',
    (text) => {
      const { from, find, owner } = read(text);
      expect([from, find, owner]).toEqual([undefined, undefined, undefined]);
    },
  );

  test('dates count only for a window of their own', () => {
    expect(filterQuery({ due: 'overdue', from: '2026-01-01' })).toBe('?due=overdue');
    expect(isFiltered({ from: '2026-01-01' })).toBe(false);
  });
});

describe('what the API is asked', () => {
  test.each<[ContractFilters, Readonly<Record<string, string>>]>([
    [{}, {}],
    [{ due: 'overdue' }, { dueTo: '2026-11-21' }],
    [{ due: 'next30' }, { dueFrom: TODAY, dueTo: '2026-12-22' }],
    [{ due: 'next90' }, { dueFrom: TODAY, dueTo: '2027-02-20' }],
    [{ due: 'between', to: '2027-01-31' }, { dueTo: '2027-01-31' }],
    [
      { find: 'a@example.com', owner: 'li' },
      { customer: 'a@example.com', owner: 'li' },
    ],
    [{ find: 'PA-2026_1.x' }, { number: 'PA-2026_1.x' }],
    [{ find: 'ＰＡ－１' }, { number: 'PA-1' }],
  ])('%j', (filters, query) => {
    expect(listQuery(filters, TODAY)).toEqual(query);
  });

  test.each(['Wang Xiaoming', '王小明', 'PA/1', 'x'.repeat(65)])('nothing for what no contract has: %s', (find) => {
    expect(listQuery({ find }, TODAY)).toBeUndefined();
  });
});
