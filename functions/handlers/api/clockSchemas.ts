import * as z from 'zod/mini';
import { CATEGORIES, KINDS, PRIORITIES } from '../../domain/case/model.ts';
import { FIRST_YEAR, LAST_YEAR, type Weekday } from '../../domain/clocks/calendar.ts';
import { LONGEST_PERIOD } from '../../domain/clocks/legalDays.ts';
import { LEGAL_CLOCKS } from '../../domain/clocks/legalRules.ts';
import { MOST_MONTHS } from '../../domain/clocks/months.ts';
import { REGIONS } from '../../domain/clocks/regions/holidayYear.ts';
import { LONGEST_NOTICE } from '../../domain/clocks/regions/noticeText.ts';
import { RECIPIENTS, type ServiceClockName } from '../../domain/clocks/rules.ts';
import { dayNumber } from '../../domain/kernel/time.ts';
import { check, countableDate, id, ID, line, list, scale, text } from './fields.ts';

/** An object with names of the sender's choice, at most `max` of them; `names` says which can be chosen. */
const named = <Item extends z.ZodMiniType>(item: Item, max: number, names?: RegExp) =>
  z.record(z.string(), item).check(
    check('too-many', (entries) => Object.keys(entries).length <= max, { max }),
    z.check(({ value, issues }) => {
      for (const name of Object.keys(value))
        if (names && !names.test(name)) issues.push({ code: 'custom', input: value, path: [name], params: { code: 'id' } });
    }),
  );

/** A moment with its offset, to the minute or finer. */
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const isInstant = (value: string): boolean => !Number.isNaN(dayNumber(INSTANT.exec(value)?.[1] ?? ''));

const countableFrom = Date.UTC(FIRST_YEAR, 0, 1);
const countableUntil = Date.UTC(LAST_YEAR + 1, 0, 1);

const instant = () =>
  z
    .string()
    .check(
      check('instant', isInstant),
      check('years', (value) => Date.parse(value) >= countableFrom && Date.parse(value) < countableUntil),
    )
    .register(z.globalRegistry, { format: 'date-time', examples: ['2026-03-02T09:30:00+08:00'] });

export const hours = z.tuple([z.string(), z.string()]).register(z.globalRegistry, { examples: [['09:00', '12:00']] });
/** Hours of one day; more than these nobody keeps. */
const dayHours = list(hours, 0, 24);

const weekdays = (of: (name: Weekday) => z.ZodMiniExactOptional<typeof dayHours>) =>
  z.strictObject({ mon: of('mon'), tue: of('tue'), wed: of('wed'), thu: of('thu'), fri: of('fri'), sat: of('sat'), sun: of('sun') });
export const week = weekdays(() => z.exactOptional(dayHours));

export const weekChange = z.strictObject({ from: z.iso.date(), weekly: week });

/** A calendar as it is written down; `checkCalendar` says what else is wrong with it. */
export const calendar = z.strictObject({
  timeZone: line(1, 60),
  weekly: week,
  changes: z.optional(list(weekChange, 0, 50)),
  region: z.optional(z.enum(REGIONS)),
  holidays: z.optional(list(z.iso.date(), 0, 1000)),
  dates: z.optional(named(z.union([z.enum(['work', 'off']), dayHours]), 1000)),
});

const some = <Item extends z.ZodMiniType>(item: Item) => z.optional(list(item, 1, 50));

export const policyCondition = z.strictObject({
  kinds: some(z.enum(KINDS)),
  priorities: some(z.enum(PRIORITIES)),
  categories: some(z.enum(CATEGORIES)),
  segments: some(line(1, 40)),
  products: some(line(1, 200)),
  contracts: some(line(1, 100)),
  regions: some(z.enum(REGIONS)),
});

/** A year of open minutes: whoever promises more promises nothing. */
/** A year of office hours: a receipt that is longer takes seconds to load. */
const targetMinutes = () => scale(1, 120_000);

export const policyTargets = z.strictObject({
  firstResponse: targetMinutes(),
  nextResponse: targetMinutes(),
  resolution: targetMinutes(),
} satisfies Record<ServiceClockName, z.ZodMiniType>);

export const slaPolicy = z.strictObject({
  id: id(),
  name: line(1, 80),
  when: policyCondition,
  calendar: z.optional(id()),
  targets: policyTargets,
});

export const milestone = z.strictObject({ percent: scale(1, 1000), to: z.enum(RECIPIENTS) });

export const holiday = z.strictObject({
  name: line(1, 60),
  from: z.iso.date(),
  to: z.iso.date(),
  workdays: list(z.iso.date(), 0, 20),
});

const year = () =>
  z
    .int()
    .check(check('years', (value) => value >= FIRST_YEAR && value <= LAST_YEAR))
    .register(z.globalRegistry, { minimum: FIRST_YEAR, maximum: LAST_YEAR, examples: [2027] });

export const holidayYear = z.strictObject({
  region: z.enum(REGIONS),
  year: year(),
  source: line(1, 300),
  confirmed: z.boolean(),
  holidays: list(holiday, 0, 60),
});

/** Rules as they are written down; `checkRules` says what else is wrong with them. */
export const clockRules = z.strictObject({
  region: z.enum(REGIONS),
  calendars: named(calendar, 50, ID),
  policies: list(slaPolicy, 1, 200),
  milestones: list(milestone, 0, 30),
  laws: list(z.enum(LEGAL_CLOCKS), 0, LEGAL_CLOCKS.length),
  holidayYears: list(holidayYear, 0, 60),
});

/** Body of `PUT /api/desk/clocks/rules`. */
export const rulesChange = z.strictObject({ note: z.optional(text(0, 500)), rules: clockRules });

/** Body of `POST /api/desk/clocks/notice`. Only mainland China changes its weeks by a notice. */
export const noticeQuestion = z.strictObject({
  region: z.enum(['CN']),
  year: year(),
  text: text(1, LONGEST_NOTICE),
  source: z.optional(line(1, 300)),
});

/** Query of `GET /api/desk/clocks/holidays`. */
export const holidaysQuery = z.object({
  region: z.enum(REGIONS),
  year: z.pipe(z.pipe(z.string(), z.transform(Number)), year()),
});

export const pause = z.strictObject({ from: instant(), to: instant() });
export const target = z.strictObject({ name: line(1, 80), seconds: z.int().check(z.minimum(1)) });

const start = instant();
const pauses = z.optional(list(pause, 0, 1000));
const calendarOrId = z.union([id(), calendar]);

/** Names what a target is called and when it is due. */
export const dueQuestion = z.strictObject({ calendar: calendarOrId, start, pauses, targets: list(target, 1, 20) });

export const elapsedQuestion = z.strictObject({ calendar: calendarOrId, start, end: instant(), pauses });

export const legalCase = z.strictObject({
  event: countableDate(),
  days: z.optional(scale(1, LONGEST_PERIOD.days)),
  workingDays: z.optional(scale(1, LONGEST_PERIOD.workingDays)),
  months: z.optional(scale(1, LONGEST_PERIOD.months)),
  region: z.optional(z.enum(REGIONS)),
});
export const legalQuestion = z.strictObject({ legal: legalCase });

export const contractCase = z.strictObject({ signedOn: countableDate(), months: list(scale(0, MOST_MONTHS), 1, 120) });
export const contractQuestion = z.strictObject({ contract: contractCase });

/** Body of `POST /api/desk/clocks/preview`: one of four questions. */
export const clockQuestion = z.union([dueQuestion, elapsedQuestion, legalQuestion, contractQuestion]);
