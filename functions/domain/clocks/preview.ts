import type { ReceiptLine } from '../case/clocks.ts';
import { dueTime, elapsed } from './businessTime.ts';
import { checkCalendar, LAST_YEAR, type Calendar } from './calendar.ts';
import { legalPeriod, type LegalLength } from './legalDays.ts';
import { contractDates } from './months.ts';
import { openTime, type OpenTime } from './openTime.ts';
import { receipt, type NamedStop } from './receipt.ts';
import type { Region } from './regions/holidayYear.ts';
import { readyRules, type ClockRules } from './rules.ts';
import type { FieldError, FieldErrorCode } from '../kernel/fieldError.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';

/** A span in which the clock stands still. */
interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

interface Course {
  /** A calendar, or the id of one of the rules. */
  readonly calendar: string | Calendar;
  readonly start: Instant;
  /** They may overlap, nest or touch: each moment stops the clock once. */
  readonly pauses?: readonly Pause[] | undefined;
}

/** When is it due? */
interface DueQuestion extends Course {
  readonly targets: readonly { readonly name: string; readonly seconds: number }[];
}

/** How much open time has passed? */
interface ElapsedQuestion extends Course {
  readonly end: Instant;
}

/** When does a statutory period end? Exactly one of the three lengths. */
interface LegalQuestion {
  readonly legal: {
    readonly event: CalendarDate;
    readonly days?: number | undefined;
    readonly workingDays?: number | undefined;
    readonly months?: number | undefined;
    /** That of the team when missing. */
    readonly region?: Region | undefined;
  };
}

/** On which days of a contract is something due? */
interface ContractQuestion {
  readonly contract: { readonly signedOn: CalendarDate; readonly months: readonly number[] };
}

/** One of four questions to the clocks; the key that it has decides which. */
export type ClockQuestion = DueQuestion | ElapsedQuestion | LegalQuestion | ContractQuestion;

/** Due times by the names of their targets. */
export interface DueAnswer {
  readonly due: Readonly<Record<string, Instant>>;
  readonly receipts: Readonly<Record<string, readonly ReceiptLine[]>>;
  /** Years up to each due time whose statutory days are only projected. */
  readonly unconfirmed: Readonly<Record<string, readonly number[]>>;
}

export interface ElapsedAnswer {
  /** Rounded down. */
  readonly elapsedSeconds: number;
  readonly receipt: readonly ReceiptLine[];
  readonly unconfirmed: readonly number[];
}

export interface LegalAnswer {
  readonly rawLastDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly internalTarget: CalendarDate;
  readonly unconfirmed: readonly number[];
}

/** Dates by months since the contract was signed. */
export interface ContractAnswer {
  readonly dates: Readonly<Record<string, CalendarDate>>;
}

export type ClockAnswer = DueAnswer | ElapsedAnswer | LegalAnswer | ContractAnswer;

/** Lines of all receipts of one answer: about 25 years of office hours with a break; 30,000 are 4 MB, and a function answers 6 MB at most. */
export const MOST_LINES = 30_000;

type Errors = readonly FieldError[];

const error = (pointer: string, code: FieldErrorCode, values?: FieldError['values']): FieldError => ({
  pointer,
  code,
  ...(values && { values }),
});

/** What the clocks say, with the same code that runs on cases; every wrong field otherwise. */
export const previewClocks = (question: ClockQuestion, rules: ClockRules): Result<ClockAnswer, Errors> => {
  if ('legal' in question) return legalAnswer(question, rules);
  if ('contract' in question) return contractAnswer(question);
  const time = timeOf(question.calendar, rules);
  const errors = [...(time.ok ? [] : time.refusal), ...checkCourse(question)];
  if (!time.ok || errors.length > 0) return refuse(errors);
  return 'targets' in question ? dueAnswer(question, time.value) : elapsedAnswer(question, time.value);
};

const timeOf = (calendar: string | Calendar, rules: ClockRules): Result<OpenTime, Errors> => {
  const { openTime: openTimeOf, statutory } = readyRules(rules);
  if (typeof calendar === 'string') {
    const known = openTimeOf(calendar);
    return known ? ok(known) : refuse([error('/calendar', 'calendar-unknown')]);
  }
  const errors = checkCalendar(calendar, '/calendar');
  return errors.length > 0 ? refuse(errors) : ok(openTime(calendar, calendar.region && statutory(calendar.region)));
};

const ms = (at: Instant): number => Date.parse(at);

const checkCourse = (question: DueQuestion | ElapsedQuestion): Errors => {
  const { start, pauses = [] } = question;
  return [
    ...pauses.flatMap(({ from, to }, index) => (ms(to) > ms(from) ? [] : [error(`/pauses/${index}/to`, 'pause-order')])),
    ...('end' in question && ms(question.end) < ms(start) ? [error('/end', 'end-before-start')] : []),
    ...('targets' in question
      ? repeatedAmong(
          '/targets',
          question.targets.map(({ name }) => name),
        ).map((one) => ({ ...one, pointer: `${one.pointer}/name` }))
      : []),
  ];
};

const repeatedAmong = (pointer: string, values: readonly (string | number)[]): Errors =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [error(`${pointer}/${index}`, 'repeated')] : []));

const stopsOf = ({ pauses = [] }: Course): readonly NamedStop[] =>
  pauses.map(({ from, to }) => ({ from: ms(from), to: ms(to), why: 'pause' }));

const instant = (at: number): Instant => new Date(at).toISOString();

/** The receipt of a span, or nothing when it has more than `most` lines. Counts first, a year at a time: the cost of a refusal is small. */
const linesOf = (
  time: OpenTime,
  start: number,
  end: number,
  stops: readonly NamedStop[],
  most: number,
): readonly ReceiptLine[] | undefined => {
  let raw = 0;
  for (let at = start; at < end; at += YEAR) {
    for (const { open } of time.pieces(at, Math.min(at + YEAR, end))) raw += 2 * open.length + 1;
    if (raw > 2 * most + MARGIN) return undefined;
  }
  const lines = receipt(time, start, end, stops);
  if (lines.length > most) return undefined;
  return lines.map((line) => ({ ...line, from: instant(line.from), to: instant(line.to) }));
};

const YEAR = 365 * 86_400_000;
/** Lines that join others: at most one for each opening and one for each day. */
const MARGIN = 1000;

const tooLong = (pointer: string): FieldError => error(pointer, 'receipt-too-long', { max: MOST_LINES });

const dueAnswer = (question: DueQuestion, time: OpenTime): Result<DueAnswer, Errors> => {
  const start = ms(question.start);
  const stops = stopsOf(question);
  const errors: FieldError[] = [];
  const found: { readonly name: string; readonly due: number; readonly lines: readonly ReceiptLine[] }[] = [];
  let left = MOST_LINES;
  for (const [index, { name, seconds }] of question.targets.entries()) {
    const pointer = `/targets/${index}/seconds`;
    const due = dueTime(time, start, seconds * 1000, stops);
    const lines = due === undefined ? [] : linesOf(time, start, due, stops, left);
    if (due === undefined) errors.push(error(pointer, 'unreachable'));
    else if (lines) found.push({ name, due, lines });
    else errors.push(tooLong(pointer));
    if (!lines) break;
    left -= lines.length;
  }
  if (errors.length > 0) return refuse(errors);
  return ok({
    due: Object.fromEntries(found.map(({ name, due }) => [name, instant(due)])),
    receipts: Object.fromEntries(found.map(({ name, lines }) => [name, lines])),
    unconfirmed: Object.fromEntries(found.map(({ name, due }) => [name, time.unconfirmedYears(start, due)])),
  });
};

const elapsedAnswer = (question: ElapsedQuestion, time: OpenTime): Result<ElapsedAnswer, Errors> => {
  const [start, end] = [ms(question.start), ms(question.end)];
  const stops = stopsOf(question);
  const lines = linesOf(time, start, end, stops, MOST_LINES);
  if (!lines) return refuse([tooLong('/end')]);
  return ok({
    elapsedSeconds: Math.floor(elapsed(time, start, end, stops) / 1000),
    receipt: lines,
    unconfirmed: time.unconfirmedYears(start, end),
  });
};

const LENGTHS = ['days', 'workingDays', 'months'] as const;

const lengthOf = ({ legal: { days, workingDays, months } }: LegalQuestion): LegalLength | undefined => {
  const given: readonly LegalLength[] = [
    ...(days === undefined ? [] : [{ days }]),
    ...(workingDays === undefined ? [] : [{ workingDays }]),
    ...(months === undefined ? [] : [{ months }]),
  ];
  return given.length === 1 ? given[0] : undefined;
};

const isPast = (date: CalendarDate): boolean => date > `${LAST_YEAR}-12-31`;

const legalAnswer = (question: LegalQuestion, rules: ClockRules): Result<LegalAnswer, Errors> => {
  const { event, region = rules.region } = question.legal;
  const period = lengthOf(question);
  if (!period) return refuse([error('/legal', 'one-of', { names: LENGTHS.join(', ') })]);
  const { rawLastDay, lastDay, internalTarget, unconfirmedYears } = legalPeriod({
    event,
    period,
    statutory: readyRules(rules).statutory(region),
  });
  if (isPast(lastDay)) return refuse([error(`/legal/${Object.keys(period).join()}`, 'years')]);
  return ok({ rawLastDay, lastDay, internalTarget, unconfirmed: unconfirmedYears });
};

const contractAnswer = ({ contract: { signedOn, months } }: ContractQuestion): Result<ContractAnswer, Errors> => {
  const dates = contractDates(signedOn, months);
  const errors = [
    ...repeatedAmong('/contract/months', months),
    ...months.flatMap((count, index) => (isPast(dates[count] ?? '') ? [error(`/contract/months/${index}`, 'years')] : [])),
  ];
  return errors.length > 0 ? refuse(errors) : ok({ dates });
};
