import { describe, expect, test } from '@jest/globals';
import { contractAnswer } from '../../functions/handlers/api/answers.ts';
import { asksClocks, counted, dueBy, openTimeIn, periodOf } from '../support/stack/clocks.ts';
import { chen, huang, ida, lin, wu } from '../support/stack/desk.ts';
import { answerOf, call, expectProblem, pointersOf } from '../support/stack/http.ts';
import { expectNothingWritten } from '../support/stack/steps.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

type Hours = [string, string];

/** A calendar in which these weekdays have these hours. */
const open = (timeZone: string, days: readonly string[], ...hours: readonly Hours[]) => ({
  timeZone,
  weekly: Object.fromEntries(days.map((day) => [day, [...hours]])),
});
const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const EVERY_DAY = [...WORKDAYS, 'sat', 'sun'];

const BERLIN = open('Europe/Berlin', WORKDAYS, ['09:00', '17:00']);
const BERLIN_DAILY = open('Europe/Berlin', EVERY_DAY, ['09:00', '18:00']);
const BERLIN_LUNCH = open('Europe/Berlin', WORKDAYS, ['08:00', '13:00'], ['14:00', '18:00']);
const UTC_OFFICE = open('UTC', WORKDAYS, ['10:00', '18:00']);

/** A pause that begins at three in the afternoon. */
const held = (seconds: number) => ({
  from: '2026-03-05T15:00:00Z',
  to: new Date(Date.parse('2026-03-05T15:00:00Z') + seconds * 1000).toISOString(),
});

describe('the worked examples of business time (rules.md 2.1)', () => {
  test.each<[string, unknown, string, readonly { from: string; to: string }[], number, string]>([
    ['Berlin, 60 minutes', BERLIN, '2013-03-21T09:30:00Z', [], HOUR, '2013-03-21T10:30:00.000Z'],
    ['Berlin, 180 minutes', BERLIN, '2013-03-21T09:30:00Z', [], 3 * HOUR, '2013-03-21T12:30:00.000Z'],
    ['Berlin, 240 minutes', BERLIN, '2013-03-21T09:30:00Z', [], 4 * HOUR, '2013-03-21T13:30:00.000Z'],
    [
      'waiting, closed, reopened',
      BERLIN_DAILY,
      '2013-06-04T09:00:00Z',
      [
        { from: '2013-06-04T09:30:00Z', to: '2013-06-04T09:45:00Z' },
        { from: '2013-06-04T10:00:00Z', to: '2013-06-04T10:30:00Z' },
      ],
      2 * HOUR,
      '2013-06-04T11:45:00.000Z',
    ],
    ['held until closing time', UTC_OFFICE, '2026-03-05T15:00:00Z', [held(3600)], 2 * HOUR, '2026-03-05T18:00:00.000Z'],
    ['held a second longer', UTC_OFFICE, '2026-03-05T15:00:00Z', [held(3601)], 2 * HOUR, '2026-03-06T10:00:01.000Z'],
    ['into summer time', BERLIN_LUNCH, '2015-03-27T11:00:00Z', [], 15 * HOUR, '2015-03-31T07:00:00.000Z'],
    ['a make-up Sunday', 'cn-standard', '2025-01-24T17:00:00+08:00', [], 8 * HOUR, '2025-01-26T09:00:00.000Z'],
    ['a make-up Saturday, and Spring Festival', 'cn-standard', '2026-02-14T17:00:00+08:00', [], 2 * HOUR, '2026-02-24T02:00:00.000Z'],
    ['National Day', 'cn-standard', '2025-09-30T17:30:00+08:00', [], 8 * HOUR, '2025-10-09T09:30:00.000Z'],
  ])('%s', async (_, calendar, start, pauses, seconds, expected) => {
    const question = { calendar, start, pauses: [...pauses], targets: [{ name: 'it', seconds }] };
    const { due, receipts } = await dueBy(question);
    expect(due).toEqual({ it: expected });
    expect(counted(receipts['it'], new Date(start).toISOString(), expected)).toBe(seconds);

    const elapsed = await openTimeIn({ calendar, start, end: expected, pauses: [...pauses] });
    expect(elapsed.elapsedSeconds).toBe(seconds);
    expect(elapsed.receipt).toEqual(receipts['it']);
  });

  test('several targets in one question: the next escalation is the first of them', async () => {
    const targets = [60, 180, 240].map((minutes) => ({ name: `${minutes}`, seconds: minutes * MINUTE }));
    const { due } = await dueBy({ calendar: BERLIN, start: '2013-03-21T09:30:00Z', targets });
    expect(due).toEqual({ 60: '2013-03-21T10:30:00.000Z', 180: '2013-03-21T12:30:00.000Z', 240: '2013-03-21T13:30:00.000Z' });
  });

  test('the receipt says why: work, breaks, evenings, days off, holidays by their names, pauses, and what is only projected', async () => {
    const { receipts } = await dueBy({
      calendar: 'cn-standard',
      start: '2025-01-24T11:00:00+08:00',
      pauses: [{ from: '2025-01-24T15:00:00+08:00', to: '2025-01-24T16:00:00+08:00' }],
      targets: [{ name: 'it', seconds: 15 * HOUR }],
    });
    const why = (lines = receipts['it']) => lines?.map((line) => `${line.why}${line.counted ? ' counted' : ''}`);
    expect(why()).toEqual([
      ...['open counted', 'break', 'open counted', 'pause', 'open counted', 'closed'], // Friday
      'day-off',
      ...['closed', 'make-up counted', 'break', 'make-up counted', 'closed'], // Sunday
      'open counted',
    ]);
    const festival = await dueBy({
      calendar: 'cn-standard',
      start: '2026-02-14T17:00:00+08:00',
      targets: [{ name: 'it', seconds: 2 * HOUR }],
    });
    expect(why(festival.receipts['it'])).toEqual(['make-up counted', 'closed', 'holiday', 'closed', 'open counted']);
    expect(festival.receipts['it']?.map(({ name }) => name)).toEqual(['春节', undefined, '春节', undefined, undefined]);

    const far = await dueBy({ calendar: 'cn-standard', start: '2060-09-30T10:00:00+08:00', targets: [{ name: 'it', seconds: 30 * HOUR }] });
    expect(far.unconfirmed).toEqual({ it: [2060] });
    expect(far.receipts['it']?.every(({ unconfirmed }) => unconfirmed)).toBe(true);
  });
});

test.each([
  ['calendar days over Spring Festival', { event: '2026-02-12', days: 7 }, ['2026-02-19', '2026-02-24', '2026-02-14']],
  ['a last day that is a make-up Sunday', { event: '2025-09-21', days: 7 }, ['2025-09-28', '2025-09-28', '2025-09-28']],
  ['working days', { event: '2026-02-12', workingDays: 7 }, [undefined, '2026-02-28', undefined]],
])('the worked examples of statutory periods (rules.md 2.2): %s', async (_, legal, [raw, last, internal]) => {
  const { rawLastDay, lastDay, internalTarget } = await periodOf({ ...legal, region: 'CN' });
  expect(lastDay).toBe(last);
  if (raw) expect([rawLastDay, internalTarget]).toEqual([raw, internal]);
});

test('the worked example of contract months (rules.md 2.3): always from the day of signing', async () => {
  const reply = await asksClocks({ contract: { signedOn: '2026-01-31', months: [1, 4, 7, 10] } });
  expect(answerOf(contractAnswer, reply).dates).toEqual({ 1: '2026-02-28', 4: '2026-05-31', 7: '2026-08-31', 10: '2026-11-30' });
});

describe('a question that makes no sense', () => {
  const course = { calendar: 'cn-standard', start: '2026-03-02T09:00:00+08:00' };
  const one = [{ name: 'it', seconds: 60 }];
  const inline = (changes: object) => ({ ...course, calendar: { ...BERLIN, ...changes }, targets: one });

  test.each<[string, unknown, readonly string[]]>([
    ['nothing', {}, ['']],
    ['a list', [], ['']],
    ['a calendar that nobody knows', { ...course, calendar: 'mars-standard', targets: one }, ['/calendar']],
    ['no start', { calendar: 'always', targets: one }, ['/start']],
    ['a start without its offset', { ...course, start: '2026-03-29T02:30:00', targets: one }, ['/start']],
    ['a start that does not exist', { ...course, start: '2026-02-30T09:00:00Z', targets: one }, ['/start']],
    ['a start in another age', { ...course, start: '1900-01-01T09:00:00Z', targets: one }, ['/start']],
    [
      'targets of nothing, less than nothing, and a half',
      { ...course, targets: [0, -1, 0.5].map((seconds, n) => ({ name: `${n}`, seconds })) },
      ['/targets/0/seconds', '/targets/1/seconds', '/targets/2/seconds'],
    ],
    ['a target that never comes', { ...course, targets: [{ name: 'it', seconds: 1e12 }] }, ['/targets/0/seconds']],
    ['two targets of one name', { ...course, targets: [...one, ...one] }, ['/targets/1/name']],
    ['no target', { ...course, targets: [] }, ['/targets']],
    [
      'a pause that ends before it begins',
      { ...course, targets: one, pauses: [{ from: '2026-03-02T10:00:00Z', to: '2026-03-02T09:00:00Z' }] },
      ['/pauses/0/to'],
    ],
    ['a pause that never ends', { ...course, targets: one, pauses: [{ from: '2026-03-02T10:00:00Z' }] }, ['/pauses/0/to']],
    ['an end before the start', { ...course, end: '2026-03-01T09:00:00+08:00' }, ['/end']],
    ['an unknown zone', inline({ timeZone: 'Mars/Olympus' }), ['/calendar/timeZone']],
    ['a calendar that is never open', inline({ weekly: {} }), ['/calendar/weekly']],
    ['hours that run backwards', inline({ weekly: { mon: [['17:00', '09:00']] } }), ['/calendar/weekly/mon/0']],
    [
      'hours that overlap',
      inline({
        weekly: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '18:00'],
          ],
        },
      }),
      ['/calendar/weekly/mon/1'],
    ],
    ['hours that are none', inline({ weekly: { mon: [['9', '25:00']] } }), ['/calendar/weekly/mon/0/0', '/calendar/weekly/mon/0/1']],
    ['a holiday that does not exist', inline({ holidays: ['2026-02-30'] }), ['/calendar/holidays/0']],
    ['a field of our own invention', { ...course, targets: one, colour: 'blue' }, ['/colour']],
    ['two lengths', { legal: { event: '2026-02-12', days: 7, months: 1 } }, ['/legal']],
    ['no length', { legal: { event: '2026-02-12' } }, ['/legal']],
    ['no days', { legal: { event: '2026-02-12', days: 0 } }, ['/legal/days']],
    ['an event that is no day', { legal: { event: '2026-02-30', days: 7 } }, ['/legal/event']],
    ['a region that has no days of ours', { legal: { event: '2026-02-12', days: 7, region: 'DE' } }, ['/legal/region']],
    ['months twice, and before signing', { contract: { signedOn: '2026-01-31', months: [1, 1] } }, ['/contract/months/1']],
    ['months before the contract was signed', { contract: { signedOn: '2026-01-31', months: [-1] } }, ['/contract/months/0']],
  ])('%s', async (_, question, pointers) => {
    await expectNothingWritten(async () => expect(pointersOf(await asksClocks(question))).toEqual(pointers));
  });

  test('not JSON', async () => {
    const reply = await lin.call('POST', '/api/desk/clocks/preview', { body: '{', headers: { 'content-type': 'application/json' } });
    expectProblem(reply, 'malformed-body');
  });
});

test('all of the staff may ask, and nobody else', async () => {
  const question = { contract: { signedOn: '2026-01-31', months: [1] } };
  for (const person of [lin, chen, wu, ida, huang]) expect((await asksClocks(question, person)).status).toBe(200);
  expect((await call('POST', '/api/desk/clocks/preview', { json: question })).status).toBe(401);
});
