import { describe, expect, test } from '@jest/globals';
import { checkCalendar, isCountable, minutesOf, weekOn, type Calendar } from '../../../../functions/domain/clocks/calendar.ts';
import { FIRST_BOOK } from '../../../../functions/domain/clocks/defaultRules.ts';
import { weekOf } from '../../../support/builders/calendars.ts';

const OFFICE: Calendar = {
  timeZone: 'Europe/Berlin',
  weekly: weekOf([
    ['08:00', '13:00'],
    ['14:00', '18:00'],
  ]),
};
const wrong = (more: Partial<Calendar>) => checkCalendar({ ...OFFICE, ...more }, '/calendar');

test.each([
  ['00:00', 0],
  ['09:30', 570],
  ['23:59', 1439],
  ['24:00', 1440],
  ['24:01', NaN],
  ['25:00', NaN],
  ['9:00', NaN],
  ['09:60', NaN],
  ['09:00:00', NaN],
  ['', NaN],
])('%j is minute %d', (time, minute) => {
  expect(minutesOf(time)).toBe(minute);
});

test.each([
  ['1970-01-01', true],
  ['2099-12-31', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['1969-12-31', false],
  ['2100-01-01', false],
  ['2026-2-1', false],
  ['2026-02-01T00:00', false],
  ['', false],
])('%j is countable: %s', (date, countable) => {
  expect(isCountable(date)).toBe(countable);
});

describe('a calendar', () => {
  test.each(Object.entries(FIRST_BOOK.rules.calendars))('%s, which comes with the software, is fine', (_, calendar) => {
    expect(checkCalendar(calendar, '')).toEqual([]);
  });

  test('is fine with all that one can have', () => {
    expect(
      wrong({
        region: 'TW',
        holidays: ['2026-12-24', '1970-01-01', '2099-12-31'],
        dates: { '2026-12-25': 'off', '2026-12-27': 'work', '2024-02-29': [['00:00', '24:00']], '2026-01-02': [] },
        changes: [
          { from: '2026-01-01', weekly: weekOf([['00:00', '24:00']], 7) },
          { from: '2026-07-01', weekly: { sat: [['09:00', '12:00']] } },
        ],
      }),
    ).toEqual([]);
  });

  test('may have windows that touch, in any order', () => {
    expect(
      wrong({
        weekly: {
          mon: [
            ['12:00', '24:00'],
            ['00:00', '12:00'],
          ],
        },
      }),
    ).toEqual([]);
  });

  test('may be open on some dates only, or from some date on', () => {
    expect(wrong({ weekly: {}, dates: { '2026-12-25': [['10:00', '11:00']] } })).toEqual([]);
    const changes = [{ from: '2026-07-01', weekly: OFFICE.weekly }];
    expect(wrong({ weekly: {}, changes })).toEqual([]);
    expect(wrong({ weekly: {}, changes, dates: { '2026-07-04': 'work' } })).toEqual([]);
  });

  test.each<[string, Partial<Calendar>, string, string]>([
    ['zone that does not exist', { timeZone: 'Europe/Atlantis' }, '/timeZone', 'time-zone'],
    ['empty zone', { timeZone: '' }, '/timeZone', 'time-zone'],
    ['no hours at all', { weekly: {} }, '/weekly', 'never-open'],
    ['no hours on any day', { weekly: { mon: [], sun: [] } }, '/weekly', 'never-open'],
    ['no hours, not even on its own dates', { weekly: {}, dates: { '2026-12-25': [], '2026-12-26': 'off' } }, '/weekly', 'never-open'],
    ['time that does not exist', { weekly: { tue: [['09:00', '24:30']] } }, '/weekly/tue/0/1', 'time'],
    ['words for a time', { weekly: { tue: [['nine', '17:00']] } }, '/weekly/tue/0/0', 'time'],
    ['window that runs backwards', { weekly: { fri: [['17:00', '09:00']] } }, '/weekly/fri/0', 'window-order'],
    ['window without length', { weekly: { fri: [['09:00', '09:00']] } }, '/weekly/fri/0', 'window-order'],
    ['window from midnight to midnight', { weekly: { fri: [['00:00', '00:00']] } }, '/weekly/fri/0', 'window-order'],
    [
      'windows that overlap',
      {
        weekly: {
          sat: [
            ['13:00', '18:00'],
            ['09:00', '13:01'],
          ],
        },
      },
      '/weekly/sat/1',
      'windows-overlap',
    ],
    [
      'windows that nest',
      {
        weekly: {
          sat: [
            ['09:00', '18:00'],
            ['20:00', '21:00'],
            ['10:00', '11:00'],
          ],
        },
      },
      '/weekly/sat/2',
      'windows-overlap',
    ],
    ['holiday that does not exist', { holidays: ['2026-12-24', '2026-02-29'] }, '/holidays/1', 'date'],
    ['holiday beyond the years', { holidays: ['2100-01-01'] }, '/holidays/0', 'date'],
    ['holiday twice', { holidays: ['2026-12-24', '2026-12-25', '2026-12-24'] }, '/holidays/2', 'repeated'],
    ['date that does not exist', { dates: { '2026-04-31': 'off' } }, '/dates/2026-04-31', 'date'],
    ['date that needs care in a pointer', { dates: { '~a/b': 'off' } }, '/dates/~0a~1b', 'date'],
    ['backward window on a date', { dates: { '2026-04-30': [['12:00', '09:00']] } }, '/dates/2026-04-30/0', 'window-order'],
    ['wrong time on a date', { dates: { '2026-04-30': [['12:00', '']] } }, '/dates/2026-04-30/0/1', 'time'],
    ['change on no date', { changes: [{ from: 'soon', weekly: OFFICE.weekly }] }, '/changes/0/from', 'date'],
    ['change to no hours', { changes: [{ from: '2026-01-01', weekly: { mon: [] } }] }, '/changes/0/weekly', 'never-open'],
    [
      'change to wrong hours',
      { changes: [{ from: '2026-01-01', weekly: { mon: [['10:00', '09:00']] } }] },
      '/changes/0/weekly/mon/0',
      'window-order',
    ],
    [
      'changes out of order',
      {
        changes: [
          { from: '2026-07-01', weekly: OFFICE.weekly },
          { from: '2026-01-01', weekly: OFFICE.weekly },
        ],
      },
      '/changes/1/from',
      'end-before-start',
    ],
    [
      'two changes on a date',
      {
        changes: [
          { from: '2026-07-01', weekly: OFFICE.weekly },
          { from: '2026-07-01', weekly: OFFICE.weekly },
        ],
      },
      '/changes/1/from',
      'end-before-start',
    ],
  ])('with a %s is refused', (_, more, pointer, code) => {
    expect(wrong(more)).toEqual([{ pointer: `/calendar${pointer}`, code }]);
  });

  test('with a workday that no week gives hours to is refused', () => {
    expect(wrong({ weekly: {}, dates: { '2026-12-26': 'work' } })).toContainEqual({
      pointer: '/calendar/dates/2026-12-26',
      code: 'no-hours',
    });
    const changes = [{ from: '2027-01-01', weekly: OFFICE.weekly }];
    expect(wrong({ weekly: {}, changes, dates: { '2026-12-26': 'work' } })).toEqual([
      { pointer: '/calendar/dates/2026-12-26', code: 'no-hours' },
    ]);
  });

  test('that is wrong in several places is told all of them', () => {
    const errors = wrong({ timeZone: 'x', weekly: { mon: [['a', 'b']] }, holidays: ['', ''] });
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/calendar/timeZone time-zone',
      '/calendar/weekly/mon/0/0 time',
      '/calendar/weekly/mon/0/1 time',
      '/calendar/holidays/0 date',
      '/calendar/holidays/1 date',
      '/calendar/holidays/1 repeated',
    ]);
  });

  test('has the hours of the last change that has come', () => {
    const [first, second, third] = [weekOf([['09:00', '10:00']]), weekOf([['10:00', '11:00']]), weekOf([['11:00', '12:00']])];
    const calendar: Calendar = {
      timeZone: 'UTC',
      weekly: first,
      changes: [
        { from: '2026-03-01', weekly: second },
        { from: '2026-06-01', weekly: third },
      ],
    };
    expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((date) => weekOn(calendar, date))).toEqual([
      first,
      second,
      second,
      third,
    ]);
  });
});
