import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import moment from 'moment-business-time';
import { WEEKDAYS, type Calendar } from '../../functions/domain/clocks/calendar.ts';
import { openTime } from '../../functions/domain/clocks/openTime.ts';
import { DAY, HOUR, MINUTE } from '../../functions/domain/kernel/time.ts';
import { weekOf } from '../support/builders/calendars.ts';
import { openMinutes } from '../support/builders/wallClock.ts';
import { table } from './report.ts';

/** Tells due times of one calendar: start and answer in milliseconds since 1970, the target in minutes. */
export type Due = (start: number, minutes: number) => number;

/** Something that counts business time. What rivals are told is global to them, and they count in the zone of the process: one calendar at a time. */
export interface Counter {
  readonly name: string;
  readonly use: (calendar: Calendar) => Due;
}

dayjs.extend(businessTime);

const DAYJS_DAYS = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
} as const;

export const AFTERCARE: Counter = {
  name: 'aftercare',
  use: (calendar) => {
    const time = openTime(calendar);
    return (start, minutes) => time.after(start, minutes * MINUTE) ?? NaN;
  },
};

/** Libraries for business time that know several windows a day and holidays. None knows make-up workdays, pauses, or a zone for each calendar. */
export const RIVALS: readonly Counter[] = [
  {
    name: 'moment-business-time',
    use: ({ timeZone, weekly, holidays = [] }) => {
      process.env['TZ'] = timeZone;
      const workinghours = Object.fromEntries(WEEKDAYS.map((name, day) => [(day + 1) % 7, weekly[name]?.flat() ?? null]));
      moment.updateLocale('en', { workinghours, holidays });
      return (start, minutes) => moment(start).addWorkingTime(minutes, 'minutes').valueOf();
    },
  },
  {
    name: 'dayjs-business-time',
    use: ({ timeZone, weekly, holidays = [] }) => {
      process.env['TZ'] = timeZone;
      const hoursOf = (name: (typeof WEEKDAYS)[number]) =>
        weekly[name]?.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` })) ?? null;
      const { mon, tue, wed, thu, fri, sat, sun } = DAYJS_DAYS;
      dayjs.setBusinessTime({
        [mon]: hoursOf('mon'),
        [tue]: hoursOf('tue'),
        [wed]: hoursOf('wed'),
        [thu]: hoursOf('thu'),
        [fri]: hoursOf('fri'),
        [sat]: hoursOf('sat'),
        [sun]: hoursOf('sun'),
      });
      dayjs.setHolidays([...holidays]);
      return (start, minutes) => dayjs(start).addBusinessMinutes(minutes).valueOf();
    },
  },
];

/** Office hours with a break, and holidays: what all of them can do. */
export const SHARED: Calendar = {
  timeZone: 'Europe/Berlin',
  weekly: weekOf([
    ['08:00', '13:00'],
    ['14:00', '18:00'],
  ]),
  holidays: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-12-25'],
};

interface Trial {
  readonly name: string;
  readonly calendar: Calendar;
  /** Milliseconds from one start to the next. */
  readonly step: number;
  readonly targets: readonly number[];
}

const BERLIN = 'Europe/Berlin';
const TRIALS: readonly Trial[] = [
  {
    name: 'one window a day',
    calendar: { timeZone: BERLIN, weekly: weekOf([['09:00', '17:00']]) },
    step: 97 * MINUTE,
    targets: [60, 480, 960],
  },
  { name: 'a break and holidays', calendar: SHARED, step: 97 * MINUTE, targets: [60, 540, 1000] },
  { name: 'starts at odd seconds', calendar: SHARED, step: 97 * MINUTE + 13_000, targets: [60, 540, 1000] },
  {
    name: 'nights, to 24:00',
    calendar: {
      timeZone: BERLIN,
      weekly: weekOf(
        [
          ['00:00', '06:00'],
          ['22:00', '24:00'],
        ],
        7,
      ),
    },
    step: 97 * MINUTE,
    targets: [60, 480, 1000],
  },
  {
    name: 'a window that the clocks skip or repeat',
    calendar: { timeZone: BERLIN, weekly: weekOf([['02:15', '02:45']], 7) },
    step: 97 * MINUTE,
    targets: [10, 45],
  },
];

/** Weeks around both changes of the clocks. */
const PERIODS = [Date.parse('2026-03-20T00:00Z'), Date.parse('2026-10-16T00:00Z')];
const STARTS = 15 * DAY;
const WALL = STARTS + 9 * DAY;

/** Due time by counting the open minutes on the wall, one after another: slow, and right by definition. */
const onTheWall = (calendar: Calendar, first: number): Due => {
  const open = openMinutes(calendar, first, WALL / MINUTE);
  return (start, minutes) => {
    let [at, left] = [start, minutes * MINUTE];
    while (left > 0) {
      const minute = Math.floor((at - first) / MINUTE);
      const step = Math.min(first + (minute + 1) * MINUTE - at, left);
      if (minute >= open.length) throw new Error('a trial that takes longer than the wall was watched');
      if (open[minute]) left -= step;
      at += step;
    }
    return at;
  };
};

interface Outcome {
  readonly tried: number;
  readonly wrong: number;
  /** The first wrong answer. */
  readonly example: string | undefined;
}

const shown = (answer: number | string): string =>
  typeof answer === 'string' ? answer : new Date(answer).toISOString().replace('.000Z', 'Z');

const answerOf = (due: Due, start: number, minutes: number): number | string => {
  try {
    return due(start, minutes);
  } catch (problem) {
    return problem instanceof Error ? problem.constructor.name : 'error';
  }
};

/** Tries one calendar with all counters. */
const outcomesOf = ({ calendar, step, targets }: Trial, counters: readonly Counter[]): readonly Outcome[] => {
  const asked = PERIODS.flatMap((first) => {
    const right = onTheWall(calendar, first);
    const starts = Array.from({ length: Math.ceil(STARTS / step) }, (_, index) => first + index * step);
    return starts.flatMap((start) => targets.map((minutes) => ({ start, minutes, wanted: right(start, minutes) })));
  });
  return counters.map(({ name, use }) => {
    const due = use(calendar);
    const wrong = asked
      .map((one) => ({ ...one, found: answerOf(due, one.start, one.minutes) }))
      .filter(({ found, wanted }) => found !== wanted);
    const [first] = wrong;
    const example =
      first && `${first.minutes} min from ${shown(first.start)}: on the wall ${shown(first.wanted)}, ${name} ${shown(first.found)}`;
    return { tried: asked.length, wrong: wrong.length, example };
  });
};

/** How many due times each gets wrong, judged by the clock on the wall, with the first of them; and how many of ours. */
export function disagreements(): { readonly ours: number; readonly details: readonly string[] } {
  const counters = [AFTERCARE, ...RIVALS];
  const results = TRIALS.map((trial) => ({ trial, outcomes: outcomesOf(trial, counters) }));
  const rows = results.map(({ trial, outcomes }) => [
    trial.name,
    String(outcomes[0]?.tried),
    ...outcomes.map(({ wrong }) => String(wrong)),
  ]);
  const examples = results.flatMap(({ trial, outcomes }) =>
    outcomes.flatMap(({ example }) => (example ? [`${trial.name}, ${example}`] : [])),
  );
  return {
    ours: results.reduce((sum, { outcomes }) => sum + (outcomes[0]?.wrong ?? 0), 0),
    details: [...table([['wrong due times in Berlin 2026', 'tried', ...counters.map(({ name }) => name)], ...rows]), '', ...examples],
  };
}

/** What the trials and the comparison set: the zone of the process, put back by the function that this returns. */
export function keptZone(): () => void {
  const zone = process.env['TZ'];
  return () => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  };
}

/** Starts in a year that all can count: whole minutes, at all times of day and night. */
export const SHARED_STARTS: readonly number[] = Array.from(
  { length: 1024 },
  (_, index) => Date.UTC(2026, 0, 5) + index * (7 * HOUR + 13 * MINUTE),
);
