import { WEEKDAYS, type Calendar, type Hours, type Week, type Weekday } from '../../domain/clocks/calendar.ts';
import type { Region } from '../../domain/clocks/regions/holidayYear.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';

/** Hours of the weekdays as somebody types them: `09:00–12:00, 13:00–18:00`, empty for a day off. */
export type WeekDraft = Readonly<Record<Weekday, string>>;

/** A date that differs from the weekday that it is. */
export interface DateDraft {
  readonly date: string;
  readonly kind: 'off' | 'work' | 'hours';
  readonly hours: string;
}

/** A calendar while it is edited: all text, however wrong. */
export interface CalendarDraft {
  readonly timeZone: string;
  readonly region: Region | '';
  readonly weekly: WeekDraft;
  readonly changes: readonly { readonly from: string; readonly weekly: WeekDraft }[];
  readonly holidays: readonly string[];
  readonly dates: readonly DateDraft[];
}

/** Hours as people read them. */
export const hoursText = (hours: readonly Hours[]): string => hours.map(([from, to]) => `${from}–${to}`).join(', ');

const TIME = /^(\d{1,2})(?:[:：.](\d{2}))?$/;

const timeOf = (typed: string): string | undefined => {
  const [, hours, minutes = '00'] = TIME.exec(typed) ?? [];
  return hours === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
};

/** Reads hours however they are typed: any dash, full-width signs, `9-12 13-18`. Undefined when they are none; times past 24:00 are left to the API. */
export const readHours = (text: string): readonly Hours[] | undefined => {
  const windows = text
    .normalize('NFKC')
    .replace(/\s*(?:[-–—−~〜～至到]|to)\s*/giu, '-')
    .split(/[\s,;、/]+/u)
    .filter(Boolean)
    .map((window): readonly (string | undefined)[] => window.split('-').map(timeOf));
  const hours = windows.flatMap(([from, to, more]): Hours[] => (from && to && more === undefined ? [[from, to]] : []));
  return hours.length === windows.length && windows.every(({ length }) => length === 2) ? hours : undefined;
};

const weekDraft = (week: Week): WeekDraft => {
  const text = (day: Weekday): string => hoursText(week[day] ?? []);
  return { mon: text('mon'), tue: text('tue'), wed: text('wed'), thu: text('thu'), fri: text('fri'), sat: text('sat'), sun: text('sun') };
};

/** A calendar made ready for editing. */
export const calendarDraft = ({ timeZone, region, weekly, changes = [], holidays = [], dates = {} }: Calendar): CalendarDraft => ({
  timeZone,
  region: region ?? '',
  weekly: weekDraft(weekly),
  changes: changes.map((change) => ({ from: change.from, weekly: weekDraft(change.weekly) })),
  holidays,
  dates: Object.entries(dates)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, entry]) => ({
      date,
      kind: entry === 'off' || entry === 'work' ? entry : 'hours',
      hours: entry === 'off' || entry === 'work' ? '' : hoursText(entry),
    })),
});

/** A new calendar: five days with a lunch break. */
export const newCalendar = (timeZone: string): CalendarDraft => {
  const office = '09:00–12:00, 13:00–18:00';
  const weekly = { mon: office, tue: office, wed: office, thu: office, fri: office, sat: '', sun: '' };
  return { timeZone, region: '', weekly, changes: [], holidays: [], dates: [] };
};

const weekOf = (draft: WeekDraft): Week =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, readHours(draft[day]) ?? []] as const).filter(([, hours]) => hours.length > 0));

/** The calendar that a draft means. What cannot be read counts as empty: `calendarMistakes` tells of it. */
export const calendarOf = ({ timeZone, region, weekly, changes, holidays, dates }: CalendarDraft): Calendar => ({
  timeZone: timeZone.trim(),
  weekly: weekOf(weekly),
  ...(region && { region }),
  ...(changes.length > 0 && { changes: changes.map((change) => ({ from: change.from.trim(), weekly: weekOf(change.weekly) })) }),
  ...(holidays.length > 0 && { holidays: holidays.map((date) => date.trim()) }),
  ...(dates.length > 0 && {
    dates: Object.fromEntries(dates.map(({ date, kind, hours }) => [date.trim(), kind === 'hours' ? (readHours(hours) ?? []) : kind])),
  }),
});

const weekMistakes = (draft: WeekDraft, pointer: string): readonly FieldError[] =>
  WEEKDAYS.filter((day) => readHours(draft[day]) === undefined).map((day) => ({ pointer: `${pointer}/${day}`, code: 'time' }));

/** What cannot be sent because it cannot be read; pointers as the API gives them. */
export const calendarMistakes = ({ weekly, changes, dates }: CalendarDraft, pointer: string): readonly FieldError[] => [
  ...weekMistakes(weekly, `${pointer}/weekly`),
  ...changes.flatMap((change, index) => weekMistakes(change.weekly, `${pointer}/changes/${index}/weekly`)),
  ...dates.flatMap(({ date, kind, hours }, index): readonly FieldError[] => {
    const at = datePointer(pointer, date);
    if (date === '') return [{ pointer: `${pointer}/dates/`, code: 'date' }];
    if (dates.findIndex((other) => other.date === date) < index) return [{ pointer: at, code: 'repeated' }];
    return kind === 'hours' && readHours(hours) === undefined ? [{ pointer: at, code: 'time' }] : [];
  }),
];

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where the API finds a date of a calendar that lies at `pointer`. */
export const datePointer = (pointer: string, date: string): string => `${pointer}/dates/${escaped(date)}`;

/** Where the API finds a calendar of the rules. */
export const calendarPointer = (id: string): string => `/rules/calendars/${escaped(id)}`;

/** The zone in which times of a calendar are shown: its own, or that of the reader where it never closes and so no day is another there. */
export const zoneToShow = (calendar: Calendar, own: string): string => {
  const { weekly, region, changes = [], holidays = [], dates = {} } = calendar;
  const neverCloses = WEEKDAYS.every((day) => hoursText(weekly[day] ?? []) === '00:00–24:00');
  return neverCloses && !region && changes.length + holidays.length + Object.keys(dates).length === 0 ? own : calendar.timeZone;
};

/** Weekdays in a row with the same hours, from Monday; days off are left out. */
export const weekGroups = (week: Week): readonly { readonly from: Weekday; readonly to: Weekday; readonly hours: string }[] => {
  const groups: { from: Weekday; to: Weekday; hours: string }[] = [];
  WEEKDAYS.forEach((day, index) => {
    const hours = hoursText(week[day] ?? []);
    const last = groups.at(-1);
    if (hours === '') return;
    if (last && last.hours === hours && last.to === WEEKDAYS[index - 1]) last.to = day;
    else groups.push({ from: day, to: day, hours });
  });
  return groups;
};
