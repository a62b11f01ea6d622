import type { AttainedClock, Attainment } from '../../domain/case/attainment.ts';
import type { ServiceClockName } from '../../domain/clocks/rules.ts';

/** With fewer cases a percentage says less than the counts do. */
const HANDFUL = 5;

/** How a clock was kept, ready to be shown. */
export interface Kept extends AttainedClock {
  readonly all: number;
  /** Whole percent, rounded down so that a miss never reads as 100; absent below a handful. */
  readonly percent?: number | undefined;
}

/** The figures of a clock with their sum and percentage. */
export const keptOf = (figures: AttainedClock): Kept => {
  const all = figures.met + figures.missed;
  return { ...figures, all, percent: all < HANDFUL ? undefined : Math.floor((figures.met / all) * 100) };
};

/** Kept and missed over all months. Medians of months cannot be joined, so there is none; the worst is the worst of all. */
export const totalOf = (months: readonly Attainment[], clock: ServiceClockName): Kept =>
  keptOf({
    met: months.reduce((sum, { clocks }) => sum + clocks[clock].met, 0),
    missed: months.reduce((sum, { clocks }) => sum + clocks[clock].missed, 0),
    worstLateMinutes: months
      .flatMap(({ clocks }) => clocks[clock].worstLateMinutes ?? [])
      .reduce<number | undefined>((most, one) => Math.max(most ?? 0, one), undefined),
  });

/** The month that many months later. */
export const monthAfter = (month: string, step: number): string => {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
};
