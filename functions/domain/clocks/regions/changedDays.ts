import { calendarDate, DAY, type CalendarDate } from '../../kernel/time.ts';
import type { HolidayYear } from './holidayYear.ts';
import { statutoryDays, type StatutoryDay } from './statutory.ts';

/** A date that becomes something else; a plain weekday or weekend day is absent. */
export interface ChangedDay {
  readonly date: CalendarDate;
  readonly before?: StatutoryDay | undefined;
  readonly after?: StatutoryDay | undefined;
}

/** The dates that a list of statutory days makes different from what counts by `imported`, in order (X2). It may reach into the years beside its own. */
export const changedDays = (list: HolidayYear, imported: readonly HolidayYear[]): readonly ChangedDay[] => {
  const [now, then] = [statutoryDays(list.region, imported), statutoryDays(list.region, [...imported, list])];
  const changes: ChangedDay[] = [];
  for (let day = Date.UTC(list.year - 1, 11, 1) / DAY; day < Date.UTC(list.year + 1, 1, 1) / DAY; day += 1) {
    const [before, after] = [now.dayOf(day), then.dayOf(day)];
    if (before?.kind !== after?.kind) changes.push({ date: calendarDate(day), before, after });
  }
  return changes;
};
