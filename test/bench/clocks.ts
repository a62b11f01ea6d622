import { dueTime, type Stop } from '../../functions/domain/clocks/businessTime.ts';
import type { Calendar } from '../../functions/domain/clocks/calendar.ts';
import { FIRST_BOOK } from '../../functions/domain/clocks/defaultRules.ts';
import { openTime, type OpenTime } from '../../functions/domain/clocks/openTime.ts';
import { receipt } from '../../functions/domain/clocks/receipt.ts';
import { statutoryDays } from '../../functions/domain/clocks/regions/statutory.ts';
import { HOUR, MINUTE } from '../../functions/domain/kernel/time.ts';
import { atLeast, atMost, exactly, quantile, table, type Report } from './report.ts';
import { AFTERCARE, disagreements, keptZone, RIVALS, SHARED, SHARED_STARTS } from './rivals.ts';

const PER_SECOND = 200_000;
const TEN_YEARS = 20;
const RECEIPTS = 1.25; // the same work twice, on a machine that does other things, too
const ROUNDS = 9;
const ROUND = 60; // milliseconds

interface Clock {
  readonly start: number;
  readonly target: number;
  readonly stops: readonly Stop[];
}

const { calendars, policies } = FIRST_BOOK.rules;

/** The standard calendar of China, nothing worked out yet. */
const fresh = (): OpenTime => {
  const calendar: Calendar | undefined = calendars['cn-standard'];
  if (!calendar) throw new Error('There is no standard calendar.');
  return openTime(calendar, statutoryDays('CN', []));
};

/** Clocks of a year at all times of day and night, with the targets of the rules that come with the software, and none, one or two stops each. */
const TYPICAL: readonly Clock[] = Array.from({ length: 4096 }, (_, index) => {
  const start = Date.UTC(2026, 0, 1) + index * (2 * HOUR + 7 * MINUTE + 1234);
  const targets = policies.flatMap((policy) => Object.values(policy.targets));
  const stops = [
    { from: start + 2 * HOUR, to: start + 5 * HOUR },
    { from: start + 20 * HOUR, to: start + 46 * HOUR },
  ];
  return { start, target: (targets[index % targets.length] ?? 60) * MINUTE, stops: stops.slice(0, index % 3) };
});

/** Calls a second, in a round long enough to tell. `call` gets a number that counts up. */
const rate = (call: (index: number) => unknown): number => {
  const begun = performance.now();
  let calls = 0;
  do for (const end = calls + 32; calls < end; calls += 1) call(calls);
  while (performance.now() - begun < ROUND);
  return (calls / (performance.now() - begun)) * 1000;
};

/** Calls a second in the fastest of some rounds: what else the machine does can only slow it down. All take turns, in a changing order. */
const rates = <Name extends string>(calls: Readonly<Record<Name, (index: number) => unknown>>): ((name: Name) => number) => {
  const found = new Map<string, number>();
  const entries = Object.entries<(index: number) => unknown>(calls);
  for (let round = -2; round < ROUNDS; round += 1)
    for (const [name, call] of round % 2 ? entries : entries.toReversed()) {
      const measured = rate(call);
      if (round >= 0) found.set(name, Math.max(found.get(name) ?? 0, measured)); // the first rounds warm up
    }
  return (name) => found.get(name) ?? NaN;
};

const typical = (index: number): Clock => TYPICAL[index % TYPICAL.length] ?? { start: 0, target: 0, stops: [] };
const milliseconds = (work: () => unknown): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

/** What it costs to be first: nothing of a calendar is worked out before it is asked for. */
function coldUse() {
  const today = (time: OpenTime) => dueTime(time, Date.UTC(2026, 5, 1), 2 * HOUR, []);
  const farAway = (time: OpenTime) => dueTime(time, Date.UTC(2026, 5, 1), 20_000 * HOUR, []);
  const first = milliseconds(() => today(fresh()));
  const again = Array.from({ length: 20 }, () => milliseconds(() => today(fresh())));
  const far = Array.from({ length: 20 }, () => milliseconds(() => farAway(fresh())));
  return { first, again: quantile(again, 0.5), far: quantile(far, 0.5) };
}

/** Due times beside the libraries that can do the same inputs. */
function besideRivals() {
  const putBack = keptZone();
  try {
    const counters = [AFTERCARE, ...RIVALS];
    const due = counters.map(({ name, use }) => {
      const tell = use(SHARED);
      const ask = (index: number) => tell(SHARED_STARTS[index % SHARED_STARTS.length] ?? 0, 960);
      return [name, ask] as const;
    });
    const measured = rates(Object.fromEntries(due));
    return { rows: counters.map(({ name }) => ({ name, perSecond: measured(name) })), ...disagreements() };
  } finally {
    putBack();
  }
}

const count = (value: number): string => Math.round(value).toLocaleString('en');
const micro = (perSecond: number): string => (1e6 / perSecond).toFixed(perSecond > 1e5 ? 2 : 0);

/** The engine of the clocks: due times a second on one core, alone and beside other libraries. Years are worked out before, except where it says so. */
export async function clocks(): Promise<Report> {
  const cold = coldUse();
  const [time, asked] = [fresh(), fresh()];
  const dueBy = (by: OpenTime, index: number) => {
    const { start, target, stops } = typical(index);
    return dueTime(by, start, target, stops);
  };
  const withReceipt = (index: number) => {
    const { start, stops } = typical(index);
    const named = stops.map((stop) => ({ ...stop, why: 'customer' as const }));
    return receipt(asked, start, dueBy(asked, index) ?? start, named);
  };
  const measured = rates({
    due: (index) => dueBy(time, index),
    dueBesideReceipts: (index) => dueBy(asked, index),
    withReceipt,
    today: (index) => dueTime(time, typical(index).start, 2 * HOUR, []),
    tenYears: (index) => dueTime(time, typical(index).start, 20_000 * HOUR, []),
  });
  const { rows, ours, details } = besideRivals();
  const own = rows[0]?.perSecond ?? 0;
  return {
    figures: [
      atLeast('typical due times a second', PER_SECOND, measured('due')),
      atMost('a target ten years away beside one of today', TEN_YEARS, measured('today') / measured('tenYears'), ' ×', 1),
      atMost('a due time where receipts are asked for, too', RECEIPTS, measured('due') / measured('dueBesideReceipts'), ' ×', 2),
      ...rows.slice(1).map(({ name, perSecond }) => atLeast(`as fast as ${name}`, 1, own / perSecond, ' ×')),
      exactly('due times unlike the clock on the wall', 0, ours),
    ],
    details: [
      ...table([
        ['warm', 'a second', 'µs each'],
        ['typical due time', count(measured('due')), micro(measured('due'))],
        ['… with its receipt', count(measured('withReceipt')), micro(measured('withReceipt'))],
        ['two hours', count(measured('today')), micro(measured('today'))],
        ['20,000 hours, ten years', count(measured('tenYears')), micro(measured('tenYears'))],
      ]),
      '',
      ...table([
        ['cold, with years to work out', 'ms'],
        ['first due time of the process', cold.first.toFixed(1)],
        ['first due time of a calendar', cold.again.toFixed(2)],
        ['… ten years away', cold.far.toFixed(2)],
      ]),
      '',
      ...table([
        ['960 minutes with a break and holidays', 'a second', 'µs each'],
        ...rows.map((row) => [row.name, count(row.perSecond), micro(row.perSecond)]),
      ]),
      '',
      ...details,
    ],
  };
}
