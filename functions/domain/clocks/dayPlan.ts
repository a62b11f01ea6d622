import { calendarDate, weekday, type CalendarDate } from '../kernel/time.ts';
import { minutesOf, WEEKDAYS, weekOn, type Calendar, type Hours, type Week } from './calendar.ts';
import type { StatutoryDays } from './regions/statutory.ts';

/** What a calendar says about one date. */
export interface DayPlan {
  /** Minutes since midnight, in order, without overlap; empty on a day off. */
  readonly hours: readonly (readonly [from: number, to: number])[];
  readonly kind: 'workday' | 'make-up' | 'day-off' | 'holiday';
  /** Name of the holiday, or of the one that is made up for. */
  readonly name?: string | undefined;
  /** The statutory days of its year are only projected. */
  readonly unconfirmed?: true | undefined;
}

const inMinutes = (hours: readonly Hours[]): DayPlan['hours'] =>
  hours.map(([from, to]) => [minutesOf(from), minutesOf(to)] as const).sort(([a], [b]) => a - b);

const compiled = (weekly: Week): readonly DayPlan['hours'][] => WEEKDAYS.map((name) => inMinutes(weekly[name] ?? []));

/** Tells what the calendar says about the day that many days after 1970-01-01; `statutory` are the days of its region. */
export const dayPlans = (calendar: Calendar, statutory: StatutoryDays | undefined): ((day: number) => DayPlan) => {
  const { dates = {} } = calendar;
  const holidays = new Set(calendar.holidays);
  const weeks = new Map([calendar, ...(calendar.changes ?? [])].map(({ weekly }) => [weekly, compiled(weekly)]));

  const planOf = (day: number, date: CalendarDate): DayPlan => {
    const week = weeks.get(weekOn(calendar, date)) ?? [];
    const own = week[weekday(day)] ?? [];
    const working = (name?: string): DayPlan => ({
      hours: own.length > 0 ? own : (week.find((hours) => hours.length > 0) ?? []),
      kind: own.length > 0 ? 'workday' : 'make-up',
      name,
    });
    const entry = dates[date];
    if (entry === 'off') return { hours: [], kind: 'holiday' };
    if (entry === 'work') return working();
    if (entry) return { hours: inMinutes(entry), kind: entry.length > 0 ? 'workday' : 'holiday' };
    const special = statutory?.dayOf(day);
    if (special?.kind === 'work') return working(special.name);
    if (special?.kind === 'off') return { hours: [], kind: 'holiday', name: special.name };
    if (holidays.has(date)) return { hours: [], kind: 'holiday' };
    return { hours: own, kind: own.length > 0 ? 'workday' : 'day-off' };
  };

  return (day) => {
    const date = calendarDate(day);
    const plan = planOf(day, date);
    return statutory && !statutory.isConfirmed(Number(date.slice(0, 4))) ? { ...plan, unconfirmed: true } : plan;
  };
};
