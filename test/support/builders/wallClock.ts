import { minutesOf, WEEKDAYS, weekOn, type Calendar, type Hours } from '../../../functions/domain/clocks/calendar.ts';
import { statutoryDays } from '../../../functions/domain/clocks/regions/statutory.ts';
import { dayNumber, MINUTE } from '../../../functions/domain/kernel/time.ts';

/** What a clock on the wall of a zone shows. */
const wallOf = (timeZone: string): ((at: number) => { readonly date: string; readonly minute: number; readonly weekday: string }) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  });
  return (at) => {
    // For example `Thu, 01/01/1970, 00:00`.
    const [, name = '', day, month, year, hours, minutes] = /^(\w+), (\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(format.format(at)) ?? [];
    return { date: `${year}-${month}-${day}`, minute: Number(hours) * 60 + Number(minutes), weekday: name.toLowerCase() };
  };
};

/** Whether a calendar is open in each of so many minutes from an instant, found by looking at the clock on the wall, minute by minute. */
export const openMinutes = (calendar: Calendar, first: number, count: number): readonly boolean[] => {
  const wall = wallOf(calendar.timeZone);
  const statutory = calendar.region && statutoryDays(calendar.region, []);
  return Array.from({ length: count }, (_, index) => {
    const { date, minute, weekday } = wall(first + index * MINUTE);
    const week = weekOn(calendar, date);
    const hoursOf = (name: string): readonly Hours[] => Object.entries(week).find(([day]) => day === name)?.[1] ?? [];
    const working = (): readonly Hours[] => [weekday, ...WEEKDAYS].map(hoursOf).find(({ length }) => length > 0) ?? [];
    const special = statutory?.dayOf(dayNumber(date));
    const own = calendar.dates?.[date];
    const hours = ((): readonly Hours[] => {
      if (own === 'work') return working();
      if (own !== undefined) return own === 'off' ? [] : own;
      if (special?.kind === 'work') return working();
      return special?.kind === 'off' || calendar.holidays?.includes(date) ? [] : hoursOf(weekday);
    })();
    return hours.some(([from, to]) => minutesOf(from) <= minute && minute < minutesOf(to));
  });
};
