import { describe, expect, test } from '@jest/globals';
import { clockRules, clockQuestion } from '../../../functions/handlers/api/clockSchemas.ts';
import { parse } from '../../../functions/handlers/api/parse.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import { checkRules, type ClockRules } from '../../../functions/domain/clocks/rules.ts';
import type { Calendar } from '../../../functions/domain/clocks/calendar.ts';
import {
  calendarDraft,
  calendarMistakes,
  calendarOf,
  newCalendar,
  readHours,
  weekGroups,
} from '../../../functions/web/desk/calendarDraft.ts';
import { instantOf, wallTime } from '../../../functions/web/desk/localTime.ts';
import { nearest, wrongAt } from '../../../functions/web/desk/pointers.ts';
import { previewBody, previewMistakes, PREVIEWS, type PreviewDraft } from '../../../functions/web/desk/previewForm.ts';
import {
  changedParts,
  conditionOf,
  merged,
  moved,
  newPolicy,
  readWords,
  rulesDraft,
  rulesMistakes,
  rulesOf,
  takesAll,
  targetDraft,
  targetMinutes,
  withHolidayYear,
  withLaw,
} from '../../../functions/web/desk/rulesDraft.ts';

const RULES = FIRST_BOOK.rules;

describe('hours that somebody types', () => {
  test.each([
    ['', []],
    [
      '09:00–12:00, 13:00–18:00',
      [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    ],
    [
      '9-12 13-18',
      [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    ],
    [
      '９：００～１２：００、１３：００～２４：００',
      [
        ['09:00', '12:00'],
        ['13:00', '24:00'],
      ],
    ],
    ['9:30 to 17.45', [['09:30', '17:45']]],
    ['9至12', [['09:00', '12:00']]],
    ['25:00-26:00', [['25:00', '26:00']]],
  ])('%s', (text, hours) => expect(readHours(text)).toEqual(hours));

  test.each(['9', 'nine to five', '9-12-15', '09:00–', '9:0-12', '9-12 and more'])('are none: %s', (text) =>
    expect(readHours(text)).toBeUndefined(),
  );
});

describe('a calendar being edited', () => {
  const calendar: Calendar = {
    timeZone: 'Asia/Taipei',
    region: 'TW',
    weekly: {
      mon: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
      sat: [['10:00', '24:00']],
    },
    changes: [{ from: '2027-01-01', weekly: { tue: [['08:00', '09:30']] } }],
    holidays: ['2026-12-24'],
    dates: { '2026-12-25': 'off', '2026-12-26': 'work', '2026-12-27': [['10:00', '11:00']] },
  };

  test('comes back as it was', () => {
    expect(calendarOf(calendarDraft(calendar))).toEqual(calendar);
    expect(calendarMistakes(calendarDraft(calendar), '/calendar')).toEqual([]);
  });

  test('tells what cannot be read, where the API would', () => {
    const draft = calendarDraft(calendar);
    expect(
      calendarMistakes(
        {
          ...draft,
          weekly: { ...draft.weekly, wed: 'noon' },
          dates: [...draft.dates, { date: '2026-12-25', kind: 'off', hours: '' }, { date: '', kind: 'off', hours: '' }],
        },
        '/calendar',
      ),
    ).toEqual([
      { pointer: '/calendar/weekly/wed', code: 'time' },
      { pointer: '/calendar/dates/2026-12-25', code: 'repeated' },
      { pointer: '/calendar/dates/', code: 'date' },
    ]);
  });

  test('is read in groups of weekdays', () => {
    expect(weekGroups(calendarOf(newCalendar('UTC')).weekly)).toEqual([{ from: 'mon', to: 'fri', hours: '09:00–12:00, 13:00–18:00' }]);
    expect(weekGroups(calendar.weekly)).toHaveLength(2);
  });
});

describe('rules being edited', () => {
  test('come back as they were, and the API takes them', () => {
    expect(rulesOf(rulesDraft(RULES))).toEqual(RULES);
    expect(rulesMistakes(rulesDraft(RULES))).toEqual([]);
    expect(parse(clockRules, JSON.parse(JSON.stringify(rulesOf(rulesDraft(RULES)))))).toMatchObject({ ok: true });
  });

  test('a new policy before the catch-all is taken', () => {
    const draft = rulesDraft(RULES);
    const policy = { ...newPolicy(draft.policies.map(({ id }) => id)), name: 'Gold' };
    const more = { ...policy, typed: { ...policy.typed, segments: 'gold， silver, gold' } };
    const rules = rulesOf({ ...draft, policies: [...draft.policies.slice(0, -1), more, ...draft.policies.slice(-1)] });
    expect(rules.policies.at(-2)).toMatchObject({
      id: 'policy-1',
      when: { segments: ['gold', 'silver'] },
      targets: { firstResponse: 480 },
    });
    expect(checkRules(rules)).toEqual([]);
  });

  test.each([
    [45, { hours: '', minutes: '45' }],
    [60, { hours: '1', minutes: '' }],
    [135, { hours: '2', minutes: '15' }],
    [0, { hours: '', minutes: '0' }],
  ])('%d minutes', (minutes, typed) => {
    expect(targetDraft(minutes)).toEqual(typed);
    expect(targetMinutes(typed)).toBe(minutes);
  });

  test('tell what is no number and what has no name', () => {
    const draft = rulesDraft(RULES);
    const [first] = draft.policies;
    if (!first) throw new Error('there are policies');
    const wrong = { ...first, name: ' ', targets: { ...first.targets, resolution: { hours: 'two', minutes: '' } } };
    expect(rulesMistakes({ ...draft, policies: [wrong], milestones: [{ percent: '5x', to: 'owner' }] })).toEqual([
      { pointer: '/rules/policies/0/name', code: 'required' },
      { pointer: '/rules/policies/0/targets/resolution', code: 'type' },
      { pointer: '/rules/milestones/0/percent', code: 'type' },
    ]);
  });

  test('bind by the laws that are ticked, in one order', () => {
    const draft = rulesDraft(RULES);
    const without = withLaw(draft.laws, 'complaint-answer', false);
    expect(rulesOf({ ...draft, laws: without }).laws).toEqual(['refund']);
    expect(changedParts(RULES, rulesOf({ ...draft, laws: without }))).toEqual(['laws']);
    expect(withLaw(without, 'complaint-answer', false)).toEqual(['refund']);
    expect(withLaw(without, 'complaint-answer', true)).toEqual(RULES.laws);
  });

  test('know a policy for every case', () => {
    const last = rulesDraft(RULES).policies.at(-1);
    const first = rulesDraft(RULES).policies[0];
    expect(last && takesAll(conditionOf(last))).toBe(true);
    expect(first && takesAll(conditionOf(first))).toBe(false);
  });

  test('read words with commas of any script', () => expect(readWords(' a, b，c、d；\n a ,')).toEqual(['a', 'b', 'c', 'd']));

  test('move within the list only', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});

describe('rules that somebody else saved meanwhile', () => {
  const theirs: ClockRules = { ...RULES, region: 'TW', milestones: [{ percent: 90, to: 'owner' }] };
  const mine = { ...rulesDraft(RULES), milestones: [{ percent: '70', to: 'admin' as const }] };

  test('are joined with mine: nothing of either is lost but where both changed the same', () => {
    const { draft, theirs: taken, both } = merged(RULES, mine, theirs);
    expect(taken).toEqual(['region']);
    expect(both).toEqual(['milestones']);
    expect(draft).toMatchObject({ region: 'TW', milestones: [{ percent: '70', to: 'admin' }] });
  });

  test('are joined law by law with what I ticked', () => {
    const { draft, both } = merged(RULES, { ...rulesDraft(RULES), region: 'TW' }, { ...RULES, laws: ['refund'] });
    expect(draft).toMatchObject({ region: 'TW', laws: ['refund'] });
    expect(both).toEqual([]);
    expect(merged(RULES, { ...rulesDraft(RULES), laws: [] }, { ...RULES, laws: ['refund'] })).toMatchObject({
      draft: { laws: [] },
      both: ['laws'],
    });
  });

  test('differ by content, not by the order of keys', () => {
    expect(changedParts(RULES, { ...RULES, calendars: Object.fromEntries(Object.entries(RULES.calendars).toReversed()) })).toEqual([]);
    expect(changedParts(RULES, theirs)).toEqual(['region', 'milestones']);
  });

  test('take a year of statutory days, once', () => {
    const year = { region: 'CN', year: 2027, source: 's', confirmed: true, holidays: [] } as const;
    const other = { ...year, region: 'TW' as const };
    expect(withHolidayYear([other, { ...year, source: 'old' }], year)).toEqual([year, other]);
  });
});

describe('what is wrong, and where', () => {
  const wrongs = [
    { pointer: '/rules/policies/1/when', detail: 'a' },
    { pointer: '/rules/policies/10/name', detail: 'b' },
  ];
  test('is found at and below a pointer', () => {
    expect(wrongAt(wrongs, '/rules/policies/1', true)).toEqual(wrongs.slice(0, 1));
    expect(wrongAt(wrongs, '/rules/policies/1')).toEqual([]);
  });
  test('leads to the nearest field', () => {
    const shown = ['/calendar', '/calendar/weekly', '/calendar/weekly/mon', '/pauses/0/from'];
    expect(nearest(shown, '/calendar/weekly/mon/0/1')).toBe('/calendar/weekly/mon');
    expect(nearest(shown, '/pauses/0')).toBe('/pauses/0/from');
    expect(nearest(shown, '/elsewhere')).toBeUndefined();
  });
});

describe('a time on the wall', () => {
  test.each([
    ['2026-03-01T09:30', 'Asia/Shanghai', '2026-03-01T01:30:00.000Z'],
    ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'], // skipped: as long after the change
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'], // twice: the first
  ])('%s in %s', (wall, zone, instant) => expect(instantOf(wall, zone)).toBe(instant));

  test.each([
    ['', 'UTC'],
    ['tomorrow', 'UTC'],
    ['2026-13-01T00:00', 'UTC'],
    ['2026-01-01T00:00', 'Mars/Base'],
  ])('is none: %s in %s', (wall, zone) => expect(instantOf(wall, zone)).toBeUndefined());

  test('is read off an instant', () => expect(wallTime('2026-03-01T01:30:59.000Z', 'Asia/Shanghai')).toBe('2026-03-01T09:30'));
});

describe('what is asked of the clocks', () => {
  const draft: PreviewDraft = {
    calendar: '',
    own: newCalendar('Asia/Shanghai'),
    start: '2026-03-02T09:00',
    end: '2026-03-03T09:00',
    pauses: [{ from: '2026-03-02T10:00', to: '2026-03-02T11:00' }],
    targets: [{ name: 'first', hours: '1', minutes: '30' }],
    legal: { event: '2026-02-12', unit: 'workingDays', length: '7', region: 'CN' },
    contract: { signedOn: '2026-01-31', months: '1, 4，7 10' },
  };

  test.each(PREVIEWS)('%s is what the API takes', (kind) => {
    expect(previewMistakes(kind, draft)).toEqual([]);
    expect(parse(clockQuestion, previewBody(kind, draft, 'Asia/Shanghai'))).toMatchObject({ ok: true });
  });

  test('times are meant in the zone of the calendar', () => {
    expect(previewBody('due', draft, 'Europe/Berlin')).toMatchObject({ start: '2026-03-02T08:00:00.000Z', targets: [{ seconds: 5_400 }] });
    expect(previewBody('contract', draft, 'UTC')).toEqual({ contract: { signedOn: '2026-01-31', months: [1, 4, 7, 10] } });
  });

  test('what is missing is said before it is sent, what is wrong by the API', () => {
    expect(
      previewMistakes('elapsed', { ...draft, start: '', end: '', pauses: [{ from: '', to: '' }] }).map(({ pointer }) => pointer),
    ).toEqual(['/start', '/end', '/pauses/0/from', '/pauses/0/to']);
    const body = previewBody('legal', { ...draft, legal: { ...draft.legal, length: 'many' } }, 'UTC');
    expect(parse(clockQuestion, body).ok).toBe(false);
  });
});
