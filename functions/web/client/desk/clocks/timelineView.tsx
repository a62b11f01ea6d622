import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatWorkTime } from '../../../../content/desk/workTime.ts';
import type { ReceiptLine } from '../../../../domain/case/clocks.ts';
import {
  legendOf,
  timeline,
  type DayRow,
  type GapRow,
  type Look,
  type Mark,
  type MarkName,
  type MonthCell,
  type Part,
  type PlacedMark,
  type Timeline,
  type WeekBlock,
} from '../../../desk/timeline.ts';
import { useDesk } from '../context.ts';
import { useClockWords, useDateText, useRangeText } from './words.ts';

const SIGNS: Readonly<Record<MarkName, string>> = { start: '▸', now: '◦', due: '◆', done: '✓' };

const ROW_DATE: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'numeric' };

const clock = (minute: number): string => {
  const whole = Math.floor(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
};

/** What a look is called; a holiday by its name. */
const useLookWords = (): ((look: Look, name?: string) => string) => {
  const words = useClockWords();
  return (look, name) => {
    if (look === 'holiday' && name) return name;
    return look === 'make-up' && name ? words('look.make-up.for', { name }) : words(`look.${look}`);
  };
};

const Captions = ({ marks, withDate }: { readonly marks: readonly PlacedMark[]; readonly withDate?: boolean }): JSX.Element | null => {
  const words = useClockWords();
  const dateText = useDateText();
  if (marks.length === 0) return null;
  return (
    <p class="tl-captions">
      {marks.map(({ name, at, date, minute }) => (
        <span key={`${name} ${at}`} class={`tl-caption tl-caption-${name}`}>
          <span class="tl-sign">{SIGNS[name]}</span> {words(`mark.${name}`)} {withDate && dateText(date)} {clock(minute)}
        </span>
      ))}
    </p>
  );
};

/** Hours between two lines of the axis. */
const hourStep = (hours: number): number => (hours <= 6 ? 1 : hours <= 13 ? 2 : 4);

interface Axis {
  readonly fromHour: number;
  readonly toHour: number;
}

const useShare = ({ fromHour, toHour }: Axis): ((minute: number) => number) => {
  const span = (toHour - fromHour) * 60;
  return (minute) => Math.min(100, Math.max(0, ((minute - fromHour * 60) / span) * 100));
};

/** Counted time speaks for itself, and so do nights and breaks; why the rest was skipped is written on it where there is room. */
const SILENT: readonly Look[] = ['open', 'closed', 'break', 'late'];

const Stretch = ({ part, axis }: { readonly part: Part; readonly axis: Axis }): JSX.Element | null => {
  const share = useShare(axis);
  const lookWords = useLookWords();
  const [left, right] = [share(part.from), share(part.to)];
  if (right - left <= 0) return null;
  const text = lookWords(part.look, part.name);
  return (
    <span class={`tl-part look look-${part.look}`} style={{ left: `${left}%`, width: `${right - left}%` }} title={text}>
      {!SILENT.includes(part.look) && right - left > 20 && <span class="tl-words">{text}</span>}
    </span>
  );
};

const Day = ({ row, axis, label }: { readonly row: DayRow; readonly axis: Axis; readonly label: string }): JSX.Element => {
  const { locale } = useDesk();
  const share = useShare(axis);
  return (
    <div class={`tl-row${row.unconfirmed ? ' tl-unconfirmed' : ''}`}>
      <span class="tl-label">{label}</span>
      <span class="tl-track" style={{ '--ticks': String((axis.toHour - axis.fromHour) / hourStep(axis.toHour - axis.fromHour)) }}>
        {row.parts.map((part) => (
          <Stretch key={`${part.from} ${part.look}`} part={part} axis={axis} />
        ))}
        {row.marks.map(({ name, minute }) => (
          <span key={name} class={`tl-mark tl-mark-${name}`} style={{ left: `${share(minute)}%` }} />
        ))}
      </span>
      <span class="tl-sum">{row.counted > 0 && formatWorkTime(row.counted / 1000, locale)}</span>
      <Captions marks={row.marks} />
    </div>
  );
};

const Gap = ({ row, label }: { readonly row: GapRow; readonly label: string }): JSX.Element => {
  const words = useClockWords();
  const lookWords = useLookWords();
  const text = lookWords(row.look, row.name);
  return (
    <div class={`tl-row tl-gap${row.unconfirmed ? ' tl-unconfirmed' : ''}`}>
      <span class="tl-label">{label}</span>
      <span class={`tl-track look look-${row.look}`}>
        <span class="tl-words">{row.days > 1 ? words('gap.days', { text, days: row.days }) : text}</span>
      </span>
      <span class="tl-sum" />
    </div>
  );
};

const Days = ({ drawn }: { readonly drawn: Extract<Timeline, { readonly scale: 'days' }> }): JSX.Element => {
  const { fromHour, toHour, rows } = drawn;
  const dateText = useDateText();
  const rangeText = useRangeText();
  const share = useShare(drawn);
  const step = hourStep(toHour - fromHour);
  const ticks = Array.from({ length: toHour - fromHour + 1 }, (_, index) => fromHour + index).filter(
    (hour) => (hour - fromHour) % step === 0,
  );
  const years = new Set(rows.map((row) => (row.kind === 'day' ? row.date : row.from).slice(0, 4)));
  let year = years.size > 1 ? '' : undefined;
  const options = (date: string): Intl.DateTimeFormatOptions => {
    if (year === undefined || year === date.slice(0, 4)) return ROW_DATE;
    year = date.slice(0, 4);
    return { ...ROW_DATE, year: 'numeric' };
  };
  return (
    <div class="tl-rows">
      <div class="tl-row tl-axis">
        <span class="tl-label" />
        <span class="tl-ticks">
          {ticks.map((hour) => (
            <span key={hour} style={{ left: `${share(hour * 60)}%` }}>
              {hour}
            </span>
          ))}
        </span>
        <span class="tl-sum" />
      </div>
      {rows.map((row) =>
        row.kind === 'day' ? (
          <Day key={row.date} row={row} axis={drawn} label={dateText(row.date, options(row.date))} />
        ) : (
          <Gap
            key={row.from}
            row={row}
            label={
              row.days > 1
                ? rangeText(row.from, row.to, { day: 'numeric', month: 'numeric', ...(options(row.from).year ? { year: 'numeric' } : {}) })
                : dateText(row.from, options(row.from))
            }
          />
        ),
      )}
    </div>
  );
};

/** Months are named at least so many weeks apart: at 360 px a week is 5 px wide. */
const MONTH_COLUMNS = 8;

const Weeks = ({ block }: { readonly block: WeekBlock }): JSX.Element => {
  const dateText = useDateText();
  const lookWords = useLookWords();
  const { locale } = useDesk();
  let named = -MONTH_COLUMNS;
  const months = block.months.filter(({ column }) => {
    if (column - named < MONTH_COLUMNS) return false;
    named = column;
    return true;
  });
  const name = (date: string): string =>
    dateText(date, date.slice(5, 7) === '01' ? { year: 'numeric' } : { month: locale === 'en' ? 'short' : 'numeric' });
  const marks = block.cells.flatMap((cell) => cell.marks.map((mark) => ({ ...mark, column: cell.column })));
  return (
    <div class="tl-block">
      <div class="tl-weeks" style={{ '--weeks': String(block.weeks) }}>
        {months.map(({ date, column }) => (
          <span key={date} class="tl-month" style={{ gridColumn: `${column + 2} / span 3`, gridRow: '1' }}>
            {name(date)}
          </span>
        ))}
        {['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-08'].map((date, index) => (
          <span key={date} class="tl-weekday" style={{ gridColumn: '1', gridRow: String(index * 2 + 2) }}>
            {dateText(date, { weekday: 'narrow' })}
          </span>
        ))}
        {block.cells.map(({ date, column, row, look, name: holiday, share, marks: own, unconfirmed }) => (
          <span
            key={date}
            class={`tl-cell look look-${look}${own.length > 0 ? ' tl-marked' : ''}${unconfirmed ? ' tl-unconfirmed' : ''}`}
            style={{ gridColumn: String(column + 2), gridRow: String(row + 2), ...(share > 0 && { '--share': String(share) }) }}
            title={`${dateText(date)}: ${lookWords(look, holiday)}`}
          />
        ))}
        {marks.map(({ name: mark, column }) => (
          <span key={mark} class={`tl-pointer tl-caption-${mark}`} style={{ gridColumn: String(column + 2), gridRow: '9' }}>
            {SIGNS[mark]}
          </span>
        ))}
      </div>
      <Captions marks={marks} withDate />
    </div>
  );
};

const Month = ({ cell }: { readonly cell: MonthCell | undefined }): JSX.Element => {
  const dateText = useDateText();
  const { locale } = useDesk();
  if (!cell) return <span class="tl-monthcell tl-outside" />;
  return (
    <span
      class={`tl-monthcell${cell.marks.length > 0 ? ' tl-marked' : ''}${cell.unconfirmed ? ' tl-unconfirmed' : ''}`}
      title={`${dateText(cell.month, { year: 'numeric', month: 'long' })}: ${formatWorkTime(cell.counted / 1000, locale)}`}
    >
      <span class={`tl-fill look look-${cell.look}`} style={{ height: `${Math.round(cell.share * 100)}%` }} />
      {cell.marks.map(({ name }) => (
        <span key={name} class={`tl-pointer tl-caption-${name}`}>
          {SIGNS[name]}
        </span>
      ))}
    </span>
  );
};

const Years = ({ drawn }: { readonly drawn: Extract<Timeline, { readonly scale: 'months' }> }): JSX.Element => (
  <div class="tl-years">
    <div class="tl-year tl-year-head">
      <span />
      {Array.from({ length: 12 }, (_, index) => (
        <span key={index}>{index + 1}</span>
      ))}
    </div>
    {drawn.years.map(({ year, months }) => (
      <div key={year} class="tl-year">
        <span>{year}</span>
        {months.map((cell, index) => (
          <Month key={index} cell={cell} />
        ))}
      </div>
    ))}
    <Captions marks={drawn.years.flatMap(({ months }) => months.flatMap((cell) => cell?.marks ?? []))} withDate />
  </div>
);

const Drawing = ({ drawn }: { readonly drawn: Timeline }): JSX.Element => {
  switch (drawn.scale) {
    case 'days':
      return <Days drawn={drawn} />;
    case 'weeks':
      return (
        <>
          {drawn.blocks.map((block) => (
            <Weeks key={block.cells[0]?.date} block={block} />
          ))}
        </>
      );
    case 'months':
      return <Years drawn={drawn} />;
  }
};

interface TimelineViewProps {
  readonly lines: readonly ReceiptLine[];
  readonly marks: readonly Mark[];
  /** The calendar's: its hours mean something there. */
  readonly zone: string;
}

/** A receipt drawn on a time line (X4), with a legend. The table beside it says the same, so that it is left out for screen readers. */
export const TimelineView = ({ lines, marks, zone }: TimelineViewProps): JSX.Element | null => {
  const words = useClockWords();
  const key = marks.map(({ name, at }) => `${name} ${at}`).join();
  const drawn = useMemo(() => timeline(lines, marks, zone), [lines, key, zone]);
  if (!drawn) return null;
  return (
    <div class="tl" aria-hidden="true">
      <Drawing drawn={drawn} />
      <ul class="tl-legend" role="list">
        {legendOf(lines).map((look) => (
          <li key={look}>
            <span class={`tl-key look look-${look}`} /> {words(`look.${look}`)}
          </li>
        ))}
        {lines.some(({ unconfirmed }) => unconfirmed) && (
          <li>
            <span class="tl-key tl-unconfirmed" /> {words('look.unconfirmed')}
          </li>
        )}
      </ul>
    </div>
  );
};
