import { describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import * as answers from '../../../functions/handlers/api/answers.ts';
import { MOST_LINES } from '../../../functions/domain/clocks/preview.ts';
import type { RuleBook } from '../../../functions/domain/clocks/rules.ts';
import { auditor, depot, lin } from '../../support/builders/staff.ts';
import { BOOK } from '../../support/builders/policy.ts';
import { ask, bodyOf, rulesShelf } from './doors.ts';

const preview = (body: unknown, more: Partial<Parameters<typeof ask>[3]> = {}) =>
  ask([], 'POST', '/api/desk/clocks/preview', { body, as: lin, ...more });

const answered = async (body: unknown, more?: Partial<Parameters<typeof ask>[3]>): Promise<unknown> => {
  const answer = await preview(body, more);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return bodyOf(answer);
};

const due = async (body: unknown) => parse(answers.dueAnswer, await answered(body));
const elapsed = async (body: unknown) => parse(answers.elapsedAnswer, await answered(body));

/** Pointers and codes of a refusal, in order. */
const refused = async (body: unknown): Promise<readonly string[]> => {
  const answer = await preview(body);
  expect(answer.status).toBe(422);
  const { errors = [] } = parse(answers.problems['invalid-input'], bodyOf(answer));
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
};

/** In microseconds: of this process, as the machine may be busy with others. */
const SECOND = 1_000_000;

const week = (...hours: readonly (readonly [string, string])[]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });
const daily = (...hours: readonly (readonly [string, string])[]) => ({ ...week(...hours), sat: hours, sun: hours });
const berlin = { timeZone: 'Europe/Berlin', weekly: week(['09:00', '17:00']) };
const utc = { timeZone: 'UTC', weekly: week(['10:00', '18:00']) };

describe('due times are those of the worked examples', () => {
  test('three targets in Berlin', async () => {
    const { due: at } = await due({
      calendar: berlin,
      start: '2013-03-21T09:30Z',
      pauses: [],
      targets: [
        { name: 'a', seconds: 3600 },
        { name: 'b', seconds: 10_800 },
        { name: 'c', seconds: 14_400 },
      ],
    });
    expect(at).toEqual({ a: '2013-03-21T10:30:00.000Z', b: '2013-03-21T12:30:00.000Z', c: '2013-03-21T13:30:00.000Z' });
  });

  test.each([
    [
      'waiting, and reopened after it was closed',
      {
        calendar: { timeZone: 'Europe/Berlin', weekly: daily(['09:00', '18:00']) },
        start: '2013-06-04T09:00Z',
        pauses: [
          { from: '2013-06-04T09:30Z', to: '2013-06-04T09:45Z' },
          { from: '2013-06-04T10:00Z', to: '2013-06-04T10:30Z' },
        ],
      },
      7200,
      '2013-06-04T11:45:00.000Z',
    ],
    [
      'held for an hour: it fits exactly, and ends at closing time',
      { calendar: utc, start: '2026-03-05T15:00:00Z', pauses: [{ from: '2026-03-05T15:30:00Z', to: '2026-03-05T16:30:00Z' }] },
      7200,
      '2026-03-05T18:00:00.000Z',
    ],
    [
      'held for a second more',
      { calendar: utc, start: '2026-03-05T15:00:00Z', pauses: [{ from: '2026-03-05T15:30:00Z', to: '2026-03-05T16:30:01Z' }] },
      7200,
      '2026-03-06T10:00:01.000Z',
    ],
    [
      'across the change to summer time',
      { calendar: { timeZone: 'Europe/Berlin', weekly: week(['08:00', '13:00'], ['14:00', '18:00']) }, start: '2015-03-27T11:00Z' },
      15 * 3600,
      '2015-03-31T07:00:00.000Z',
    ],
    ['a make-up Sunday', { calendar: 'cn-standard', start: '2025-01-24T17:00:00+08:00' }, 8 * 3600, '2025-01-26T09:00:00.000Z'],
    ['the Spring Festival', { calendar: 'cn-standard', start: '2026-02-14T17:00:00+08:00' }, 7200, '2026-02-24T02:00:00.000Z'],
    ['National Day', { calendar: 'cn-standard', start: '2025-09-30T17:30:00+08:00' }, 8 * 3600, '2025-10-09T09:30:00.000Z'],
    ['around the clock', { calendar: 'always', start: '2026-02-14T17:00:00.250+08:00' }, 86_400, '2026-02-15T09:00:00.250Z'],
  ])('%s', async (_, course, seconds, expected) => {
    const { due: at, receipts } = await due({ ...course, targets: [{ name: 'it', seconds }] });
    expect(at).toEqual({ it: expected });
    const lines = receipts['it'] ?? [];
    expect(lines.at(-1)?.to).toBe(expected);
    const counted = lines.filter((line) => line.counted).reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
    expect(counted).toBe(seconds * 1000);
    lines.slice(1).forEach((line, index) => expect(line.from).toBe(lines[index]?.to));
  });
});

describe('an answer', () => {
  test('says what was counted, what was not, and why', async () => {
    const { receipts, unconfirmed } = await due({
      calendar: 'cn-standard',
      start: '2026-02-14T17:30:00+08:00',
      pauses: [{ from: '2026-02-24T09:00:00+08:00', to: '2026-02-24T09:10:00+08:00' }],
      targets: [{ name: 'it', seconds: 3600 }],
    });
    expect(receipts['it']).toEqual([
      { from: '2026-02-14T09:30:00.000Z', to: '2026-02-14T10:00:00.000Z', counted: true, why: 'make-up', name: '春节' },
      { from: '2026-02-14T10:00:00.000Z', to: '2026-02-14T16:00:00.000Z', counted: false, why: 'closed' },
      { from: '2026-02-14T16:00:00.000Z', to: '2026-02-23T16:00:00.000Z', counted: false, why: 'holiday', name: '春节' },
      { from: '2026-02-23T16:00:00.000Z', to: '2026-02-24T01:00:00.000Z', counted: false, why: 'closed' },
      { from: '2026-02-24T01:00:00.000Z', to: '2026-02-24T01:10:00.000Z', counted: false, why: 'pause' },
      { from: '2026-02-24T01:10:00.000Z', to: '2026-02-24T01:40:00.000Z', counted: true, why: 'open' },
    ]);
    expect(unconfirmed).toEqual({ it: [] });
  });

  test('flags years whose days off are only projected, on the lines too', async () => {
    const { receipts, unconfirmed } = await due({
      calendar: { timeZone: 'Asia/Shanghai', weekly: week(['09:00', '18:00']), region: 'CN' },
      start: '2098-12-30T09:00:00+08:00',
      targets: [
        { name: 'soon', seconds: 3600 },
        { name: 'late', seconds: 40 * 3600 },
      ],
    });
    expect(unconfirmed).toEqual({ soon: [2098], late: [2098, 2099] });
    expect(receipts['soon']).toEqual([expect.objectContaining({ unconfirmed: true })]);
  });

  test('tells how much open time has passed, each moment of pauses once', async () => {
    const span = { calendar: utc, start: '2026-03-05T11:00:00Z', end: '2026-03-06T12:00:00Z' };
    const whole = await elapsed(span);
    expect(whole).toMatchObject({ elapsedSeconds: 9 * 3600, unconfirmed: [] });
    const pauses = [
      { from: '2026-03-05T13:00:00Z', to: '2026-03-05T15:00:00Z' },
      { from: '2026-03-05T14:00:00Z', to: '2026-03-05T16:00:00Z' },
      { from: '2026-03-05T14:10:00Z', to: '2026-03-05T14:20:00Z' },
      { from: '2020-01-01T00:00:00Z', to: '2026-03-05T11:30:00Z' },
      { from: '2026-03-06T11:00:00Z', to: '2030-01-01T00:00:00Z' },
    ];
    const { elapsedSeconds, receipt } = await elapsed({ ...span, pauses });
    expect(elapsedSeconds).toBe(9 * 3600 - 3 * 3600 - 1800 - 3600);
    expect(await elapsed({ ...span, pauses: pauses.toReversed() })).toEqual({ elapsedSeconds, receipt, unconfirmed: [] });
    expect(await elapsed({ ...span, end: span.start })).toEqual({ elapsedSeconds: 0, receipt: [], unconfirmed: [] });
  });

  test.each([
    [
      { event: '2026-02-12', days: 7 },
      { rawLastDay: '2026-02-19', lastDay: '2026-02-24', internalTarget: '2026-02-14' },
    ],
    [
      { event: '2025-09-21', days: 7, region: 'CN' },
      { rawLastDay: '2025-09-28', lastDay: '2025-09-28', internalTarget: '2025-09-28' },
    ],
    [{ event: '2026-02-12', workingDays: 7, region: 'CN' }, { lastDay: '2026-02-28' }],
    [
      { event: '2026-01-31', months: 1, region: 'TW' },
      { rawLastDay: '2026-02-28', lastDay: '2026-03-02' },
    ],
  ])('counts a statutory period: %j', async (legal, expected) => {
    expect(parse(answers.legalAnswer, await answered({ legal }))).toMatchObject({ ...expected, unconfirmed: [] });
  });

  test('counts months of a contract from the day on which it was signed', async () => {
    const dates = { '1': '2026-02-28', '4': '2026-05-31', '7': '2026-08-31', '10': '2026-11-30', '12': '2027-01-31' };
    const answer = await answered({ contract: { signedOn: '2026-01-31', months: [1, 4, 7, 10, 12] } });
    expect(parse(answers.contractAnswer, answer)).toEqual({ dates });
  });

  test('follows the rules in force: calendars by id, days off that were entered, the region of the team', async () => {
    const book: RuleBook = {
      version: 1,
      at: '2026-03-01T00:00:00.000Z',
      rules: {
        ...BOOK.rules,
        region: 'TW',
        calendars: { ...BOOK.rules.calendars, nights: { timeZone: 'Asia/Taipei', weekly: daily(['00:00', '06:00']) } },
        holidayYears: [
          {
            ...{ region: 'TW', year: 2026, source: '行政院', confirmed: true },
            holidays: [{ name: '颱風', from: '2026-03-05', to: '2026-03-05', workdays: [] }],
          },
        ],
      },
    };
    const rules = rulesShelf([BOOK, book]);
    const question = { calendar: 'nights', start: '2026-03-05T12:00:00+08:00', targets: [{ name: 'it', seconds: 60 }] };
    expect(await answered(question, { rules })).toMatchObject({ due: { it: '2026-03-05T16:01:00.000Z' } });
    expect(await refused(question)).toEqual(['/calendar calendar-unknown']);
    expect(await answered({ legal: { event: '2026-03-04', days: 1 } }, { rules })).toMatchObject({ lastDay: '2026-03-06' });
    const inline = { timeZone: 'Asia/Taipei', weekly: week(['09:00', '18:00']), region: 'TW' };
    expect(await answered({ ...question, calendar: inline }, { rules })).toMatchObject({ due: { it: '2026-03-06T01:01:00.000Z' } });
  });

  test('goes to everybody at the desk, and to nobody else', async () => {
    const body = { legal: { event: '2026-02-12', days: 7 } };
    for (const as of [lin, depot, auditor]) expect(await preview(body, { as })).toMatchObject({ status: 200 });
    expect(await ask([], 'POST', '/api/desk/clocks/preview', { body })).toMatchObject({ status: 401 });
    expect(await preview(body, { as: { id: 'visitor', groups: [] } })).toMatchObject({ status: 403 });
  });

  test('of ten years with a pause a day comes quickly', async () => {
    const pauses = Array.from({ length: 1000 }, (_, index) => ({
      from: new Date(Date.UTC(2026, 0, 1 + 3 * index, 2)).toISOString(),
      to: new Date(Date.UTC(2026, 0, 1 + 3 * index, 3)).toISOString(),
    }));
    const began = process.cpuUsage();
    const { receipts } = await due({
      calendar: 'cn-standard',
      start: '2026-01-01T00:00:00Z',
      pauses,
      targets: [{ name: 'it', seconds: 20_000 * 3600 }],
    });
    expect(receipts['it']?.length).toBeGreaterThan(5000);
    expect(process.cpuUsage(began).user).toBeLessThan(2 * SECOND);
  });
});

describe('a question is refused with its field', () => {
  const start = '2026-03-02T09:00:00Z';
  const targets = [{ name: 'it', seconds: 3600 }];
  const asking = (fields: object) => ({ calendar: 'always', start, targets, ...fields });
  const by = (calendar: object) => asking({ calendar: { timeZone: 'UTC', weekly: week(['09:00', '17:00']), ...calendar } });

  const cases: readonly (readonly [what: string, body: unknown, errors: readonly string[]])[] = [
    ['nothing at all', undefined, [' one-of']],
    ['no question', { calendar: 'always', start }, [' one-of']],
    ['a list', [1], [' one-of']],
    ['a question of two sorts', asking({ end: start }), ['/end unknown-field']],
    ['law and calendar', { calendar: 'always', legal: { event: '2026-02-12', days: 7 } }, ['/calendar unknown-field']],
    ['an unknown field', asking({ colour: 1 }), ['/colour unknown-field']],
    ['unknown fields inside', by({ lunch: [], __proto__x: 1 }), ['/calendar/lunch unknown-field', '/calendar/__proto__x unknown-field']],
    [
      'a field for prototypes',
      JSON.parse(`{"targets":[],"calendar":{"dates":{"__proto__":"off"}}}`),
      ['/calendar/dates/__proto__ unknown-field'],
    ],
    ['no calendar', { start, targets }, ['/calendar choice']],
    ['no start', { calendar: 'always', targets }, ['/start required']],
    ['an unknown calendar', asking({ calendar: 'mars' }), ['/calendar calendar-unknown']],
    ['a calendar of Object', asking({ calendar: 'constructor' }), ['/calendar calendar-unknown']],
    ['a calendar that is a number', asking({ calendar: 7 }), ['/calendar choice']],
    ['a calendar with a long name', asking({ calendar: 'x'.repeat(41) }), ['/calendar id']],
    ['a calendar without hours', asking({ calendar: { timeZone: 'UTC' } }), ['/calendar/weekly required']],
    ['an unknown zone', by({ timeZone: 'Mars/Olympus' }), ['/calendar/timeZone time-zone']],
    ['an unknown region', by({ region: 'US' }), ['/calendar/region choice']],
    ['an unknown weekday', by({ weekly: { monday: [] } }), ['/calendar/weekly/monday unknown-field']],
    ['never open', by({ weekly: { mon: [] } }), ['/calendar/weekly never-open']],
    ['hours that are malformed', by({ weekly: { mon: [['9:00', '17:00']] } }), ['/calendar/weekly/mon/0/0 time']],
    ['hours past the end of the day', by({ weekly: { mon: [['09:00', '24:01']] } }), ['/calendar/weekly/mon/0/1 time']],
    ['hours with one end', by({ weekly: { mon: [['09:00']] } }), ['/calendar/weekly/mon/0 too-few']],
    ['hours with three ends', by({ weekly: { mon: [['09:00', '12:00', '13:00']] } }), ['/calendar/weekly/mon/0 too-many']],
    ['hours that are no list', by({ weekly: { mon: '09:00-17:00' } }), ['/calendar/weekly/mon type']],
    ['hours that run backwards', by({ weekly: { mon: [['17:00', '09:00']] } }), ['/calendar/weekly/mon/0 window-order']],
    ['hours of no length', by({ weekly: { mon: [['09:00', '09:00']] } }), ['/calendar/weekly/mon/0 window-order']],
    [
      'hours that overlap',
      by({
        weekly: {
          fri: [
            ['09:00', '13:00'],
            ['12:59', '18:00'],
          ],
        },
      }),
      ['/calendar/weekly/fri/1 windows-overlap'],
    ],
    ['too many hours', by({ weekly: { mon: Array.from({ length: 25 }, () => ['09:00', '10:00']) } }), ['/calendar/weekly/mon too-many']],
    ['a holiday that does not exist', by({ holidays: ['2026-12-25', '2026-02-30'] }), ['/calendar/holidays/1 date']],
    ['a holiday twice', by({ holidays: ['2026-12-25', '2026-12-25'] }), ['/calendar/holidays/1 repeated']],
    ['a holiday that no calendar reaches', by({ holidays: ['2100-01-01'] }), ['/calendar/holidays/0 date']],
    ['a date that does not exist', by({ dates: { '2026-02-29': 'off' } }), ['/calendar/dates/2026-02-29 date']],
    ['a date of another form', by({ dates: { '2026/02/28': 'off' } }), ['/calendar/dates/2026~102~128 date']],
    ['a date that is neither', by({ dates: { '2026-02-28': 'closed' } }), ['/calendar/dates/2026-02-28 choice']],
    ['hours of a date backwards', by({ dates: { '2026-02-28': [['12:00', '09:00']] } }), ['/calendar/dates/2026-02-28/0 window-order']],
    ['hours of a date malformed', by({ dates: { '2026-02-28': [['12:00', 9]] } }), ['/calendar/dates/2026-02-28/0/1 type']],
    [
      'a workday without hours to take',
      by({ weekly: {}, dates: { '2026-02-28': 'work', '2026-03-01': [['09:00', '10:00']] } }),
      ['/calendar/dates/2026-02-28 no-hours'],
    ],
    [
      'changes out of order',
      by({
        changes: [
          { from: '2026-05-01', weekly: week(['09:00', '10:00']) },
          { from: '2026-04-01', weekly: week(['09:00', '10:00']) },
        ],
      }),
      ['/calendar/changes/1/from end-before-start'],
    ],
    ['a start without offset', asking({ start: '2026-03-02T09:00:00' }), ['/start instant']],
    ['a start that is a date', asking({ start: '2026-03-02' }), ['/start instant']],
    ['a start that does not exist', asking({ start: '2026-02-29T09:00:00Z' }), ['/start instant']],
    ['an hour that does not exist', asking({ start: '2026-02-28T24:00:00Z' }), ['/start instant']],
    ['a leap second', asking({ start: '2016-12-31T23:59:60Z' }), ['/start instant']],
    ['a start in words', asking({ start: 'next Monday Z' }), ['/start instant']],
    ['a start that is a number', asking({ start: 1_700_000_000 }), ['/start type']],
    ['a start before 1970', asking({ start: '1970-01-01T07:59:59+08:00' }), ['/start years']],
    ['a start after 2099', asking({ start: '2099-12-31T23:30:00-01:00' }), ['/start years']],
    [
      'a pause that ends before it begins',
      asking({
        pauses: [
          { from: start, to: '2026-03-02T10:00:00Z' },
          { from: start, to: '2026-03-01T09:00:00Z' },
        ],
      }),
      ['/pauses/1/to pause-order'],
    ],
    ['a pause of no length', asking({ pauses: [{ from: start, to: start }] }), ['/pauses/0/to pause-order']],
    ['a pause that never ends', asking({ pauses: [{ from: start }] }), ['/pauses/0/to required']],
    ['a pause that ends nowhere', asking({ pauses: [{ from: start, to: null }] }), ['/pauses/0/to type']],
    ['a pause without offset', asking({ pauses: [{ from: '2026-03-02T09:00', to: start }] }), ['/pauses/0/from instant']],
    ['a pause beyond 2099', asking({ pauses: [{ from: start, to: '2100-01-01T00:00:00Z' }] }), ['/pauses/0/to years']],
    [
      'too many pauses',
      asking({ pauses: Array.from({ length: 1001 }, () => ({ from: start, to: '2026-03-02T10:00:00Z' })) }),
      ['/pauses too-many'],
    ],
    ['no targets', asking({ targets: [] }), ['/targets too-few']],
    [
      'too many targets',
      asking({ targets: Array.from({ length: 21 }, (_, index) => ({ name: `${index}`, seconds: 1 })) }),
      ['/targets too-many'],
    ],
    ['a target of nothing', asking({ targets: [{ name: 'a', seconds: 0 }] }), ['/targets/0/seconds too-small']],
    [
      'a negative target',
      asking({
        targets: [
          { name: 'a', seconds: 60 },
          { name: 'b', seconds: -1 },
        ],
      }),
      ['/targets/1/seconds too-small'],
    ],
    ['a target of half a second', asking({ targets: [{ name: 'a', seconds: 0.5 }] }), ['/targets/0/seconds type']],
    ['a target in words', asking({ targets: [{ name: 'a', seconds: '3600' }] }), ['/targets/0/seconds type']],
    ['a target without a name', asking({ targets: [{ name: ' ', seconds: 1 }] }), ['/targets/0/name required']],
    [
      'a name twice',
      asking({
        targets: [
          { name: 'a', seconds: 1 },
          { name: 'a', seconds: 2 },
        ],
      }),
      ['/targets/1/name repeated'],
    ],
    [
      'a target beyond 2099',
      asking({
        targets: [
          { name: 'a', seconds: 1 },
          { name: 'b', seconds: 75 * 366 * 86_400 },
        ],
      }),
      ['/targets/1/seconds unreachable'],
    ],
    ['the longest target', asking({ targets: [{ name: 'a', seconds: Number.MAX_SAFE_INTEGER }] }), ['/targets/0/seconds unreachable']],
    [
      'a target that no open day reaches',
      by({ weekly: {}, dates: { '2020-01-01': [['09:00', '10:00']] } }),
      ['/targets/0/seconds unreachable'],
    ],
    [
      'a receipt that is too long',
      asking({ calendar: 'cn-standard', targets: [{ name: 'a', seconds: 70_000 * 3600 }] }),
      ['/targets/0/seconds receipt-too-long'],
    ],
    [
      'receipts that are too long together',
      asking({
        calendar: 'cn-standard',
        targets: Array.from({ length: 4 }, (_, index) => ({ name: `${index}`, seconds: (20_000 + index) * 3600 })),
      }),
      ['/targets/2/seconds receipt-too-long'],
    ],
    ['an end before the start', { calendar: 'always', start, end: '2026-03-02T08:59:59Z' }, ['/end end-before-start']],
    [
      'an end that is too far',
      { calendar: 'cn-standard', start: '1970-01-02T00:00:00Z', end: '2099-12-30T00:00:00Z' },
      ['/end receipt-too-long'],
    ],
    ['an end without offset', { calendar: 'always', start, end: '2026-03-03' }, ['/end instant']],
    [
      'several things at once',
      { ...by({ timeZone: 'X' }), pauses: [{ from: start, to: start }] },
      ['/calendar/timeZone time-zone', '/pauses/0/to pause-order'],
    ],
    ['a period without length', { legal: { event: '2026-02-12' } }, ['/legal one-of']],
    ['a period of two lengths', { legal: { event: '2026-02-12', days: 7, workingDays: 5 } }, ['/legal one-of']],
    ['a period of no days', { legal: { event: '2026-02-12', days: 0 } }, ['/legal/days too-small']],
    ['a period of parts of days', { legal: { event: '2026-02-12', days: 1.5 } }, ['/legal/days type']],
    ['a period of a lifetime', { legal: { event: '2026-02-12', months: 241 } }, ['/legal/months too-big']],
    ['an event that does not exist', { legal: { event: '2026-02-30', days: 7 } }, ['/legal/event date']],
    ['an event with a time', { legal: { event: '2026-02-12T00:00:00Z', days: 7 } }, ['/legal/event date']],
    ['an event before 1970', { legal: { event: '1969-12-31', days: 7 } }, ['/legal/event years']],
    ['an event after 2099', { legal: { event: '2100-01-01', days: 7 } }, ['/legal/event years']],
    ['a period that ends after 2099', { legal: { event: '2099-12-30', days: 7 } }, ['/legal/days years']],
    ['an unknown law', { legal: { event: '2026-02-12', days: 7, region: 'DE' } }, ['/legal/region choice']],
    ['a contract without months', { contract: { signedOn: '2026-01-31', months: [] } }, ['/contract/months too-few']],
    ['a contract with months below zero', { contract: { signedOn: '2026-01-31', months: [1, -1] } }, ['/contract/months/1 too-small']],
    ['a contract with a month twice', { contract: { signedOn: '2026-01-31', months: [1, 2, 1] } }, ['/contract/months/2 repeated']],
    ['a contract beyond 2099', { contract: { signedOn: '2099-11-30', months: [1, 2] } }, ['/contract/months/1 years']],
    ['a contract that was signed on no day', { contract: { signedOn: '2026-02-29', months: [1] } }, ['/contract/signedOn date']],
  ];

  test.each(cases)('%s', async (_, body, errors) => {
    expect(await refused(body)).toEqual(errors);
  });

  test('nested deeper than a program can follow', async () => {
    expect(await refused({ ...asking({}), calendar: JSON.parse('['.repeat(90_000) + ']'.repeat(90_000)) })).toEqual(['/calendar choice']);
  });

  test('quickly, however much it asks for', async () => {
    const hours = Array.from({ length: 24 }, (_, hour) => {
      const two = String(hour).padStart(2, '0');
      return [`${two}:00`, `${two}:59`] as const;
    });
    const began = process.cpuUsage();
    const calendar = { timeZone: 'Europe/Berlin', weekly: daily(...hours), region: 'CN' };
    const far = { calendar, start: '1970-01-02T00:00:00Z', end: '2099-12-30T00:00:00Z' };
    expect(await refused(far)).toEqual(['/end receipt-too-long']);
    const many = Array.from({ length: 20 }, (_, index) => ({ name: `${index}`, seconds: 4_000_000_000 + index }));
    expect((await refused(asking({ calendar, start: '1990-01-01T00:00:00Z', targets: many }))).length).toBe(20);
    expect(process.cpuUsage(began).user).toBeLessThan(3 * SECOND);
  });

  test('with a sentence for people that names the limit', async () => {
    const answer = await preview(
      { ...asking({}), calendar: 'cn-standard', targets: [{ name: 'a', seconds: 70_000 * 3600 }] },
      { headers: { 'accept-language': 'en' } },
    );
    const { errors = [] } = parse(answers.problems['invalid-input'], bodyOf(answer));
    expect(errors[0]?.detail).toContain(MOST_LINES.toLocaleString('en'));
  });
});
