import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface ShareBarProps {
  /** What was reached, and what was not: as long as `most` fills the line. */
  readonly met: number;
  readonly missed: number;
  readonly most: number;
  /** Where the target lies. */
  readonly target?: number | undefined;
}

/** A part of a whole as a bar, what is missing hatched. Hidden from screen readers: words beside it say the same. */
export const ShareBar = ({ met, missed, most, target }: ShareBarProps): JSX.Element => {
  const id = useId();
  const width = (count: number): number => (most > 0 ? Math.min(100, (count / most) * 100) : 0);
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="1.5" height="10" patternUnits="userSpaceOnUse">
          <rect width="0.8" height="10" class="bar-missed" />
        </pattern>
      </defs>
      <rect x="0" y="0" width={width(met)} height="10" class="bar-met" />
      <rect x={width(met)} y="0" width={width(missed)} height="10" fill={`url(#${id})`} />
      {target !== undefined && <line class="bar-target" x1={width(target)} x2={width(target)} y1="0" y2="10" />}
    </svg>
  );
};

interface MonthChoiceProps {
  readonly label: string;
  /** `YYYY-MM` */
  readonly value: string;
  readonly months: readonly string[];
  readonly monthText: (month: string) => string;
  readonly onChoose: (month: string) => void;
}

/** Chooses one of some months, the newest first; the chosen one is always there. */
export const MonthChoice = ({ label, value, months, monthText, onChoose }: MonthChoiceProps): JSX.Element => (
  <label class="inline">
    <span>{label}</span>{' '}
    <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {[...new Set([value, ...months])]
        .sort()
        .toReversed()
        .map((month) => (
          <option key={month} value={month}>
            {monthText(month)}
          </option>
        ))}
    </select>
  </label>
);
