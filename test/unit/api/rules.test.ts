import { describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import type { ClockRules } from '../../../functions/domain/clocks/rules.ts';
import * as answers from '../../../functions/handlers/api/answers.ts';
import type { RulesStore } from '../../../functions/usecases/ports.ts';
import { admin, auditor, chen, lin } from '../../support/builders/staff.ts';
import { ask, bodyOf, NOW, rulesShelf } from './doors.ts';

const PATH = '/api/desk/clocks/rules';
const RULES = FIRST_BOOK.rules;
const SHORTER: ClockRules = {
  ...RULES,
  policies: RULES.policies.map((policy) =>
    policy.id === 'high' ? { ...policy, targets: { ...policy.targets, resolution: 480 } } : policy,
  ),
};
/** The same content with its fields in another order, as the table may give them back. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, turned(inner)]),
  );
};

/** A desk of its own, with the rules that came with the software. */
const aDesk = (rules: RulesStore = rulesShelf([FIRST_BOOK])) => {
  const read = async (path = PATH) => bodyOf(await ask([], 'GET', path, { as: auditor, rules }));
  const put = (body: unknown, seen: string | undefined = '"0"', more: Partial<Parameters<typeof ask>[3]> = {}) =>
    ask([], 'PUT', PATH, { as: admin, rules, body, ...more, headers: { ...(seen && { 'if-match': seen }), ...more.headers } });
  const versions = async () => parse(answers.rulesVersions, await read(`${PATH}/versions`)).items;
  return { read, put, versions };
};

describe('the rules', () => {
  test('are read by everybody at the desk, with their version', async () => {
    const answer = await ask([], 'GET', PATH, { as: auditor, rules: rulesShelf([FIRST_BOOK]) });
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"0"' } });
    expect(parse(answers.ruleBook, bodyOf(answer))).toEqual(FIRST_BOOK);
    expect(await ask([], 'GET', PATH)).toMatchObject({ status: 401 });
  });

  test('are changed by an admin: a new version that counts at once', async () => {
    const desk = aDesk();
    const answer = await desk.put({ note: 'Faster', rules: SHORTER });
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(parse(answers.ruleBook, bodyOf(answer))).toEqual({ version: 1, at: NOW, by: 'admin', note: 'Faster', rules: SHORTER });
    expect(await desk.read()).toEqual(bodyOf(answer));
    expect(await desk.versions()).toEqual([
      { version: 1, at: NOW, by: 'admin', note: 'Faster' },
      { version: 0, at: FIRST_BOOK.at },
    ]);
  });

  test('go back to an earlier content as a version of their own', async () => {
    const desk = aDesk();
    await desk.put({ rules: SHORTER });
    expect(await desk.put({ rules: RULES, note: ' ' }, '"1"', { now: '2026-03-03T00:00:00.000Z' })).toMatchObject({ status: 200 });
    const versions = await desk.versions();
    expect(versions.map(({ version }) => version)).toEqual([2, 1, 0]);
    expect(versions[0]).not.toHaveProperty('note');
  });

  test('are in the order of their times, whatever a clock says', async () => {
    const desk = aDesk();
    await desk.put({ rules: SHORTER });
    await desk.put({ rules: RULES }, '"1"', { now: '2026-03-01T00:00:00.000Z' });
    expect((await desk.versions()).map(({ at }) => at)).toEqual(['2026-03-02T12:00:00.001Z', NOW, FIRST_BOOK.at]);
  });

  test.each([
    ['agent', lin],
    ['supervisor', chen],
    ['auditor', auditor],
  ])('are not changed by an %s', async (_, as) => {
    const desk = aDesk();
    expect(await desk.put({ rules: SHORTER }, '"0"', { as })).toMatchObject({ status: 403 });
    expect(await desk.versions()).toHaveLength(1);
  });
});

describe('the same content', () => {
  test.each([
    ['the version in force', '"1"'],
    ['an older one', '"0"'],
    ['none of ours', '*'],
  ])('is written once, when %s was seen', async (_, seen) => {
    const desk = aDesk();
    const first = await desk.put({ rules: SHORTER });
    const again = await desk.put({ rules: turned(SHORTER), note: 'another note' }, seen, { now: '2026-03-04T00:00:00.000Z' });
    expect(again).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: first.body });
    expect(await desk.versions()).toHaveLength(2);
  });

  test('by two at the same time makes one version', async () => {
    const desk = aDesk();
    const both = await Promise.all([desk.put({ rules: SHORTER }), desk.put({ rules: SHORTER })]);
    for (const answer of both) expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await desk.versions()).toHaveLength(2);
  });
});

describe('an Idempotency-Key', () => {
  const key = { headers: { 'idempotency-key': 'k1' } };

  test('gets the same answer again, though others changed the rules since', async () => {
    const desk = aDesk();
    const first = await desk.put({ rules: SHORTER, note: 'one' }, '"0"', key);
    await desk.put({ rules: RULES }, '"1"', { now: '2026-03-03T00:00:00.000Z' });
    const again = await desk.put({ rules: turned(SHORTER), note: 'one' }, '"0"', key);
    expect(again).toMatchObject({ status: 200, body: first.body, headers: { etag: '"1"', 'idempotency-replayed': 'true' } });
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(await desk.versions()).toHaveLength(3);
  });

  test('is refused with another body, and does not show in answers', async () => {
    const desk = aDesk();
    await desk.put({ rules: SHORTER }, '"0"', key);
    const other = await desk.put({ rules: RULES }, '"1"', key);
    expect(parse(answers.problems['key-reused'], bodyOf(other))).toMatchObject({ status: 422 });
    expect(JSON.stringify([await desk.read(), await desk.versions()])).not.toContain('k1');
  });

  test('of somebody else is another one', async () => {
    const desk = aDesk();
    await desk.put({ rules: SHORTER }, '"0"', key);
    expect(await desk.put({ rules: RULES }, '"1"', { ...key, as: { ...admin, id: 'other' } })).toMatchObject({ status: 200 });
  });
});

describe('somebody who was slower', () => {
  test('gets the rules as they are', async () => {
    const desk = aDesk();
    await desk.put({ rules: SHORTER });
    const answer = await desk.put({ rules: { ...RULES, region: 'TW' } });
    expect(answer).toMatchObject({ status: 412, headers: { etag: '"1"' } });
    expect(parse(answers.problems['stale-rules'], bodyOf(answer)).current).toMatchObject({ version: 1, rules: SHORTER });
  });

  test('by a moment, too', async () => {
    const shelf = rulesShelf([FIRST_BOOK]);
    const desk = aDesk(shelf);
    const both = await Promise.all([desk.put({ rules: SHORTER }), desk.put({ rules: { ...RULES, region: 'TW' } })]);
    expect(both.map(({ status }) => status)).toEqual([200, 412]);
  });

  test.each(['"1"', 'W/"7"', '*', 'x', '""'])('may have seen nothing of ours: %s', async (seen) => {
    expect(await aDesk().put({ rules: SHORTER }, seen)).toMatchObject({ status: 412 });
  });

  test('must say what was seen', async () => {
    const answer = await ask([], 'PUT', PATH, { as: admin, body: { rules: SHORTER } });
    expect(parse(answers.problems['precondition-required'], bodyOf(answer))).toMatchObject({ status: 428 });
  });
});

describe('rules are refused with the field', () => {
  const [first, ...others] = RULES.policies;
  if (!first) throw new Error('there is a first policy');
  const policies = (...list: readonly object[]) => ({ ...RULES, policies: list });
  const changed = (change: object) => policies({ ...first, ...change }, ...others);
  const year = { region: 'TW', year: 2027, source: 'x', confirmed: true, holidays: [] };

  const cases: readonly (readonly [what: string, rules: unknown, errors: readonly string[]])[] = [
    ['nothing', undefined, ['/rules required']],
    ['an unknown field', { ...RULES, colour: 1 }, ['/rules/colour unknown-field']],
    ['an unknown field of a policy', changed({ colour: 1 }), ['/rules/policies/0/colour unknown-field']],
    ['an unknown region', { ...RULES, region: 'DE' }, ['/rules/region choice']],
    ['no policies', policies(), ['/rules/policies too-few']],
    ['no catch-all', policies(first), ['/rules/policies no-catch-all']],
    [
      'a policy that comes too late',
      policies({ ...first, when: {} }, { ...first, id: 'b' }, { ...first, id: 'c', when: {} }),
      ['/rules/policies/1/when never-reached', '/rules/policies/2/when never-reached'],
    ],
    [
      'a policy that overlaps an earlier one wholly',
      policies(first, { ...first, id: 'b' }, ...others),
      ['/rules/policies/1/when never-reached'],
    ],
    ['two policies of one id', policies(first, { ...first, when: { regions: ['TW'] } }, ...others), ['/rules/policies/1/id repeated']],
    ['an id with spaces', changed({ id: 'A b' }), ['/rules/policies/0/id id']],
    ['a policy without a name', changed({ name: '' }), ['/rules/policies/0/name required']],
    ['a calendar that is not there', changed({ calendar: 'mars' }), ['/rules/policies/0/calendar calendar-unknown']],
    ['a target of nothing', changed({ targets: { ...first.targets, resolution: 0 } }), ['/rules/policies/0/targets/resolution too-small']],
    [
      'a target of more than a year',
      changed({ targets: { ...first.targets, resolution: 525_601 } }),
      ['/rules/policies/0/targets/resolution too-big'],
    ],
    [
      'a target that is missing',
      changed({ targets: { firstResponse: 1, resolution: 1 } }),
      ['/rules/policies/0/targets/nextResponse required'],
    ],
    ['an unknown priority', changed({ when: { priorities: ['urgent', 'asap'] } }), ['/rules/policies/0/when/priorities/1 choice']],
    ['a list of none', changed({ when: { segments: [] } }), ['/rules/policies/0/when/segments too-few']],
    [
      'no standard calendar',
      { ...RULES, calendars: { 'cn-standard': RULES.calendars['cn-standard'], always: RULES.calendars['always'] } },
      ['/rules/calendars/tw-standard required'],
    ],
    [
      'a calendar of a strange name',
      { ...RULES, calendars: { ...RULES.calendars, 'a/b': RULES.calendars['always'] } },
      ['/rules/calendars/a~1b id'],
    ],
    [
      'a calendar that is never open',
      { ...RULES, calendars: { ...RULES.calendars, never: { timeZone: 'UTC', weekly: {} } } },
      ['/rules/calendars/never/weekly never-open'],
    ],
    [
      'a calendar with hours that overlap',
      {
        ...RULES,
        calendars: {
          ...RULES.calendars,
          x: {
            timeZone: 'UTC',
            weekly: {
              sun: [
                ['09:00', '12:00'],
                ['11:00', '13:00'],
              ],
            },
          },
        },
      },
      ['/rules/calendars/x/weekly/sun/1 windows-overlap'],
    ],
    ['a calendar for prototypes', { ...RULES, calendars: JSON.parse('{"__proto__":{}}') }, ['/rules/calendars/__proto__ unknown-field']],
    [
      'too many calendars',
      { ...RULES, calendars: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`c${index}`, RULES.calendars['always']])) },
      ['/rules/calendars too-many'],
    ],
    ['a milestone of 0 %', { ...RULES, milestones: [{ percent: 0, to: 'owner' }] }, ['/rules/milestones/0/percent too-small']],
    [
      'a milestone of more than 1000 %',
      { ...RULES, milestones: [{ percent: 1001, to: 'owner' }] },
      ['/rules/milestones/0/percent too-big'],
    ],
    ['a milestone for nobody', { ...RULES, milestones: [{ percent: 50, to: 'boss' }] }, ['/rules/milestones/0/to choice']],
    [
      'a milestone twice',
      {
        ...RULES,
        milestones: [
          { percent: 50, to: 'owner' },
          { percent: 50, to: 'owner' },
        ],
      },
      ['/rules/milestones/1 repeated'],
    ],
    ['a law that we do not know', { ...RULES, laws: ['gravity'] }, ['/rules/laws/0 choice']],
    ['a law twice', { ...RULES, laws: ['refund', 'refund'] }, ['/rules/laws/1 repeated']],
    ['nothing about laws', { ...RULES, laws: undefined }, ['/rules/laws required']],
    [
      'a year of days off without source',
      { ...RULES, holidayYears: [{ ...year, source: ' ' }] },
      ['/rules/holidayYears/0/source required'],
    ],
    [
      'a year twice',
      { ...RULES, holidayYears: [year, { ...year, region: 'TW', year: 2028 }, year] },
      ['/rules/holidayYears/2/year repeated'],
    ],
    ['a year that nobody counts', { ...RULES, holidayYears: [{ ...year, year: 2100 }] }, ['/rules/holidayYears/0/year years']],
    [
      'days off of another year',
      { ...RULES, holidayYears: [{ ...year, holidays: [{ name: '春節', from: '2028-02-06', to: '2028-02-08', workdays: [] }] }] },
      ['/rules/holidayYears/0/holidays/0/from holiday-year', '/rules/holidayYears/0/holidays/0/to holiday-year'],
    ],
    [
      'a Chinese year without its holidays',
      { ...RULES, holidayYears: [{ ...year, region: 'CN' }] },
      Array.from({ length: 7 }, () => '/rules/holidayYears/0/holidays holiday-missing'),
    ],
  ];

  test.each(cases)('%s', async (_, rules, errors) => {
    const desk = aDesk();
    const answer = await desk.put({ rules });
    expect(answer.status).toBe(422);
    const { errors: found = [] } = parse(answers.problems['invalid-input'], bodyOf(answer));
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(errors);
    expect(await desk.versions()).toHaveLength(1);
  });

  test('a note that is too long', async () => {
    const { errors = [] } = parse(answers.problems['invalid-input'], bodyOf(await aDesk().put({ rules: SHORTER, note: 'x'.repeat(501) })));
    expect(errors).toMatchObject([{ pointer: '/note', code: 'too-long' }]);
  });

  test('more than an item of the table holds', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `${index}${'中'.repeat(190)}`);
    const large = Array.from({ length: 15 }, (_, index) => ({
      ...first,
      id: `p${index}`,
      when: { products: names, contracts: [`${index}`] },
    }));
    const answer = await aDesk().put({ rules: policies(...large, ...others) });
    expect(parse(answers.problems['body-too-large'], bodyOf(answer))).toMatchObject({ status: 413 });
  });
});

test('fifty of each kind of thing are taken', async () => {
  const calendars = {
    ...RULES.calendars,
    ...Object.fromEntries(Array.from({ length: 47 }, (_, index) => [`c${index}`, RULES.calendars['always']])),
  };
  expect(await aDesk().put({ rules: { ...RULES, calendars } })).toMatchObject({ status: 200 });
});
