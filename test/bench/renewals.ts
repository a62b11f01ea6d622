import { contractLife, type Happened } from './contractLife.ts';
import { NO_UNITS, sum, type Units } from './meter.ts';
import { atMost, exactly, table, type Report } from './report.ts';
import { stackUp } from './stack.ts';
import { sweepCost } from './sweepCost.ts';
import { wholeYear } from './wholeYear.ts';

/** Units of the first year of a contract and of a reminder with everything that follows from it: a little above what they are. */
const REMINDER_WRITES = 9;
const REMINDER_READS = 24;
const YEAR_WRITES = 130;
const YEAR_READS = 220;

/** A contract is its events, so what it costs to read grows with its age. */
const YEARS = 10;
const LATE_REMINDER_READS = 80;

/** Reads of a sweep with a hundred times the contracts, of which as many are due. */
const SWEEP_RATIO = 1.2;
const FEW = 1000;
const MANY = 100_000;
const DUE = 100;

/** Contracts of the year that is lived; CONTRACTS=500 lives a smaller one. */
const CONTRACTS = Number(process.env['CONTRACTS'] ?? 10_000);

const total = (all: readonly Happened[]): Units => all.reduce((units, one) => sum(units, one.units), NO_UNITS);

const row = (name: string, all: readonly Happened[]): readonly string[] => {
  const { reads, writes } = total(all);
  const each = (units: number): string => (units / all.length).toFixed(1);
  return [name, String(all.length), each(reads), each(writes), String(reads), String(writes)];
};

/** What contracts cost, that the sweep reads what is due and nothing else, and that a year brings what the rules ask for. */
export async function renewals(): Promise<Report> {
  const year = await wholeYear(CONTRACTS);
  const names = [...new Set([...year.counts.keys(), ...year.wanted.keys()])].sort();
  const differing = names.filter((name) => year.counts.get(name) !== year.wanted.get(name));

  await stackUp();
  const decade = await contractLife(YEARS);
  const life = decade.filter((one) => one.year === 1);
  const reminders = life.filter(({ what }) => what === 'reminder delivered');
  const lastReminders = decade.filter(({ what, year: one }) => one === YEARS && what === 'reminder delivered');
  const [few, many] = [await sweepCost(FEW, DUE), await sweepCost(MANY, DUE)];
  const [ofLife, ofReminders] = [total(life), total(reminders)];
  const kinds = [...new Set(life.map(({ what }) => what))];
  return {
    figures: [
      exactly(`kinds of messages and tasks whose number differs, ${CONTRACTS.toLocaleString('en')} contracts`, 0, differing.length),
      atMost('reads of a sweep, 100,000 contracts beside 1,000, 100 due', SWEEP_RATIO, many.reads / few.reads, ' ×', 2),
      atMost('write units per reminder', REMINDER_WRITES, ofReminders.writes / reminders.length, '', 1),
      atMost('read units per reminder', REMINDER_READS, ofReminders.reads / reminders.length, '', 1),
      atMost(`read units per reminder in year ${YEARS}`, LATE_REMINDER_READS, total(lastReminders).reads / lastReminders.length, '', 1),
      atMost('write units per contract and year', YEAR_WRITES, ofLife.writes),
      atMost('read units per contract and year', YEAR_READS, ofLife.reads),
    ],
    details: [
      `A year of ${year.contracts.toLocaleString('en')} contracts, hour by hour: ${year.events.toLocaleString('en')} events, ${year.looks.toLocaleString('en')} looks,`,
      `${year.mails.toLocaleString('en')} mails, in ${year.seconds.toFixed(0)} s on ${year.lanes} cores.`,
      '',
      ...table([
        ['message or task', 'expected', 'counted'],
        ...names.map((name) => [name, String(year.wanted.get(name) ?? 0), String(year.counts.get(name) ?? 0)]),
      ]),
      '',
      `Reads of a sweep: ${few.reads} units with ${FEW} contracts (${few.seconds.toFixed(2)} s), ${many.reads} with ${MANY.toLocaleString('en')} (${many.seconds.toFixed(2)} s).`,
      '',
      'The first year of a contract, each thing with all that follows from it:',
      ...table([
        ['what', 'times', 'reads each', 'writes each', 'reads', 'writes'],
        ...kinds.map((kind) =>
          row(
            kind,
            life.filter(({ what }) => what === kind),
          ),
        ),
      ]),
    ],
  };
}
