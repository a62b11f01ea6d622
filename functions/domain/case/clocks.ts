import { dueTime, elapsed } from '../clocks/businessTime.ts';
import { legalPeriod } from '../clocks/legalDays.ts';
import { legalRuleFor, type LegalClockName, type LegalExtension } from '../clocks/legalRules.ts';
import { localDate, REGION_ZONE } from '../clocks/localDate.ts';
import { COUNTABLE, type OpenTime } from '../clocks/openTime.ts';
import { receipt, type NamedStop, type Why } from '../clocks/receipt.ts';
import type { Region } from '../clocks/regions/holidayYear.ts';
import { policyFor, readyRules, standardCalendar, type RuleBook, type ServiceClockName } from '../clocks/rules.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import type { Case, Classification, Extension } from './model.ts';

/** How a clock stands. `stopped`: the case ended before it was met. */
export const CLOCK_STATES = ['running', 'paused', 'late', 'met', 'missed', 'stopped'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** A service clock of a case (F15–F25). */
export interface ServiceClock {
  readonly state: ClockState;
  readonly startedAt: Instant;
  /** Open seconds that the policy gives. */
  readonly targetSeconds: number;
  /** As of now while the clock is paused: it moves out with every open second. */
  readonly due: Instant;
  /** When it was met, however late. */
  readonly doneAt?: Instant | undefined;
  /** Open seconds used up so far, pauses left out. */
  readonly elapsedSeconds: number;
  /** Open seconds beyond the target. */
  readonly lateSeconds: number;
  readonly policy: { readonly id: string; readonly name: string };
  readonly calendar: string;
  /** Version of the rules that counts for it. */
  readonly rulesVersion: number;
  /** Years up to its due time whose statutory days are only projected. */
  readonly unconfirmedYears: readonly number[];
}

/** An extension that is possible now, and the last day that it would give. */
export interface PossibleExtension extends LegalExtension {
  readonly lastDay: CalendarDate;
}

/** A statutory period that runs on a case, in days of its region (rules.md 2.2). */
export interface LegalClock {
  readonly clock: LegalClockName;
  readonly state: Exclude<ClockState, 'paused'>;
  readonly region: Region;
  readonly source: string;
  /** Calendar days that count now. */
  readonly days: number;
  /** Calendar days that the law gives without an extension. */
  readonly regularDays: number;
  /** When it was extended, and to how many days in all; oldest first. */
  readonly extensions: readonly Pick<Extension, 'at' | 'days'>[];
  /** The next extension that the law allows; only while the period runs, as one that is over cannot be extended. */
  readonly extendable?: PossibleExtension | undefined;
  readonly event: CalendarDate;
  readonly rawLastDay: CalendarDate;
  readonly lastDay: CalendarDate;
  /** By when we mean to be done: the last working day that is not after the raw last day. */
  readonly internalTarget: CalendarDate;
  readonly doneAt?: Instant | undefined;
  readonly unconfirmedYears: readonly number[];
}

/** The clocks of a case (X1). */
export interface Clocks {
  readonly firstResponse: ServiceClock;
  /** Runs from the first customer message that nobody has answered (F16). */
  readonly nextResponse?: ServiceClock | undefined;
  readonly resolution: ServiceClock;
  readonly legal: readonly LegalClock[];
  /** Seconds, open or not, in which the case stood still. */
  readonly pausedSeconds: number;
}

/** One line of a receipt as people and programs read it (X4). */
export interface ReceiptLine {
  readonly from: Instant;
  readonly to: Instant;
  readonly counted: boolean;
  readonly why: Why;
  readonly name?: string | undefined;
  readonly unconfirmed?: true | undefined;
  /** After the due time: this is what it was late by. */
  readonly late?: true | undefined;
}

/** Receipts of the service clocks of a case. */
export type Receipts = { readonly [Name in ServiceClockName]?: readonly ReceiptLine[] | undefined };

/** The rules that counted at an instant. `books` are in order, the first as old as is needed. */
export const bookAt = (books: readonly RuleBook[], at: Instant): RuleBook => {
  const book = books.findLast((one) => one.at <= at) ?? books[0];
  if (!book) throw new Error('there is always a first book of rules');
  return book;
};

/** From when on rules are needed for a case: no clock of it was met before. */
export const rulesNeededSince = (state: Case, now: Instant): Instant =>
  [state.firstRespondedAt, state.resolvedAt, state.closedAt, now].reduce<Instant>(
    (first, at) => (at !== undefined && at < first ? at : first),
    now,
  );

/** The classification that counts: of when a clock was met, else the newest. */
const classificationAt = (state: Case, doneAt: Instant | undefined): Classification =>
  (doneAt && state.classifications.findLast((one) => one.from <= doneAt)) || state.classification;

/** The region whose days and laws count for a case: what staff or the customer said, else the team's. */
const regionOf = (state: Case, book: RuleBook, doneAt: Instant | undefined): Region =>
  classificationAt(state, doneAt).region ?? state.opening.customer.region ?? book.rules.region;

/** How a clock runs: everything that a due time follows from. Milliseconds since 1970. */
export interface Course {
  readonly name: ServiceClockName;
  readonly startedAt: Instant;
  readonly start: number;
  readonly target: number;
  /** When it was met or stopped, else now. */
  readonly end: number;
  readonly doneAt?: Instant | undefined;
  readonly stopped: boolean;
  readonly paused: boolean;
  readonly stops: readonly NamedStop[];
  readonly time: OpenTime;
  readonly due: number;
  readonly policy: { readonly id: string; readonly name: string };
  readonly calendar: string;
  readonly rulesVersion: number;
}

const course = (
  state: Case,
  books: readonly RuleBook[],
  now: Instant,
  { name, startedAt, doneAt }: { readonly name: ServiceClockName; readonly startedAt: Instant; readonly doneAt?: Instant | undefined },
): Course => {
  const until = doneAt ?? state.closedAt ?? now;
  const book = bookAt(books, until);
  const { kind, product } = state.opening;
  const { category, priority, segment, contract } = classificationAt(state, doneAt);
  const region = regionOf(state, book, doneAt);
  const policy = policyFor(book.rules, { kind, category, priority, segment, contract, region, product: product?.name });
  const calendar = policy.calendar ?? standardCalendar(region);
  const time = readyRules(book.rules).openTime(calendar);
  if (!time) throw new Error(`policy ${policy.id} counts by a calendar that does not exist`);
  // A customer who wrote to us waits for us: waiting for the customer does not stop the clock of our reply.
  const pauses = state.pauses.filter((pause) => pause.from < until && !(name === 'nextResponse' && pause.why === 'customer'));
  const stops = pauses.map(({ from, to, why }) => ({ from: Date.parse(from), to: Date.parse(to && to < until ? to : until), why }));
  const start = Date.parse(startedAt);
  const target = policy.targets[name] * 60_000;
  return {
    name,
    startedAt,
    start,
    target,
    end: Date.parse(until),
    doneAt,
    stopped: !doneAt && state.closedAt !== undefined,
    paused: pauses.some((pause) => !pause.to),
    stops,
    time,
    due: dueTime(time, start, target, stops) ?? COUNTABLE.to,
    policy: { id: policy.id, name: policy.name },
    calendar,
    rulesVersion: book.version,
  };
};

/** The service clocks that a case has at `now`. */
export const courses = (state: Case, books: readonly RuleBook[], now: Instant): readonly Course[] => [
  course(state, books, now, { name: 'firstResponse', startedAt: state.openedAt, doneAt: state.firstRespondedAt }),
  ...(state.unansweredSince ? [course(state, books, now, { name: 'nextResponse', startedAt: state.unansweredSince })] : []),
  course(state, books, now, { name: 'resolution', startedAt: state.openedAt, doneAt: state.resolvedAt }),
];

const stateOf = ({ doneAt, stopped, due, end, paused }: Course): ClockState => {
  if (doneAt) return end <= due ? 'met' : 'missed';
  if (stopped) return 'stopped';
  if (due < end) return 'late';
  return paused ? 'paused' : 'running';
};

const instant = (at: number): Instant => new Date(at).toISOString();

const shown = (of: Course): ServiceClock => {
  const used = elapsed(of.time, of.start, of.end, of.stops);
  return {
    state: stateOf(of),
    startedAt: of.startedAt,
    targetSeconds: of.target / 1000,
    due: instant(of.due),
    doneAt: of.doneAt,
    elapsedSeconds: Math.floor(used / 1000),
    lateSeconds: Math.max(0, Math.floor((used - of.target) / 1000)),
    policy: of.policy,
    calendar: of.calendar,
    rulesVersion: of.rulesVersion,
    unconfirmedYears: of.time.unconfirmedYears(of.start, of.due),
  };
};

/** The clock of every customer message that was answered (F16), oldest first. */
export const answeredClocks = (state: Case, books: readonly RuleBook[]): readonly ServiceClock[] =>
  state.answeredMessages.map(({ from, to }) => shown(course(state, books, to, { name: 'nextResponse', startedAt: from, doneAt: to })));

/** A statutory period to be counted: from when, until when if it was met, and how it was extended. */
interface LegalRun {
  readonly clock: LegalClockName;
  readonly from: Instant;
  readonly doneAt: Instant | undefined;
  readonly extensions?: readonly Extension[];
}

const legalClock = (
  state: Case,
  books: readonly RuleBook[],
  now: Instant,
  { clock, from, doneAt, extensions = [] }: LegalRun,
): LegalClock | undefined => {
  const until = doneAt ?? state.closedAt ?? now;
  const book = bookAt(books, until);
  if (!book.rules.laws.includes(clock)) return undefined;
  const region = regionOf(state, book, doneAt);
  const event = localDate(REGION_ZONE[region], from);
  const rule = legalRuleFor(clock, region, event);
  if (!rule) return undefined;
  const days = extensions.at(-1)?.days ?? rule.days;
  const statutory = readyRules(book.rules).statutory(region);
  const period = legalPeriod({ event, period: { days }, statutory });
  const inTime = localDate(REGION_ZONE[region], until) <= period.lastDay;
  const open = state.closedAt ? 'stopped' : inTime ? 'running' : 'late';
  const next = open === 'running' && !doneAt ? rule.extensions?.find((one) => one.days > days) : undefined;
  const stands = doneAt ? (inTime ? 'met' : 'missed') : open;
  return {
    clock,
    state: stands,
    region,
    source: rule.source,
    days,
    regularDays: rule.days,
    extensions: extensions.map((one) => ({ at: one.at, days: one.days })),
    extendable: next && { ...next, lastDay: legalPeriod({ event, period: { days: next.days }, statutory }).lastDay },
    event,
    ...period,
    doneAt,
  };
};

/** Statutory periods of a case, of those that bind the company: the answer to a complaint, and the refund once the goods are back (rules.md 3). */
export const legalClocks = (state: Case, books: readonly RuleBook[], now: Instant): readonly LegalClock[] => {
  const answer =
    state.opening.kind === 'complaint'
      ? legalClock(state, books, now, {
          clock: 'complaint-answer',
          from: state.openedAt,
          doneAt: state.decidedAt ?? state.resolvedAt,
          extensions: state.extensions,
        })
      : undefined;
  const refund =
    state.receivedAt && state.offer?.remedy === 'return-refund'
      ? legalClock(state, books, now, { clock: 'refund', from: state.receivedAt, doneAt: state.fulfilment?.at })
      : undefined;
  return [answer, refund].filter((clock) => clock !== undefined);
};

/** All clocks of a case at `now`. Receipts are asked for apart. */
export const clocksOf = (state: Case, books: readonly RuleBook[], now: Instant): Clocks => {
  const found = courses(state, books, now);
  const of = (name: ServiceClockName) => found.find((one) => one.name === name);
  const [firstResponse, nextResponse, resolution] = [of('firstResponse'), of('nextResponse'), of('resolution')];
  if (!firstResponse || !resolution) throw new Error('every case has a first response and a resolution');
  const until = state.closedAt ?? now;
  return {
    firstResponse: shown(firstResponse),
    nextResponse: nextResponse && shown(nextResponse),
    resolution: shown(resolution),
    legal: legalClocks(state, books, now),
    pausedSeconds: Math.round(
      state.pauses
        .filter((pause) => pause.why !== 'resolved' || pause.to)
        .reduce((sum, pause) => sum + Math.max(0, Date.parse(pause.to ?? until) - Date.parse(pause.from)), 0) / 1000,
    ),
  };
};

const lines = (of: Course): readonly ReceiptLine[] => {
  const spans = [
    ...receipt(of.time, of.start, of.due, of.stops),
    ...receipt(of.time, of.due, of.end, of.stops).map((span) => ({ ...span, late: true as const })),
  ];
  return spans.map((span) => ({ ...span, from: instant(span.from), to: instant(span.to) }));
};

/** The receipts of the service clocks of a case at `now`: how each due time came about, and what came after it (X4). */
export const receiptsOf = (state: Case, books: readonly RuleBook[], now: Instant): Receipts =>
  Object.fromEntries(courses(state, books, now).map((of) => [of.name, lines(of)]));
