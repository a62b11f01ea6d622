import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { zoneName } from '../../../../content/format.ts';
import { formatWorkTime } from '../../../../content/desk/workTime.ts';
import type { ReceiptLine } from '../../../../domain/case/clocks.ts';
import { lookOf, monthSums, totalsOf, type Mark } from '../../../desk/timeline.ts';
import { useDesk } from '../context.ts';
import { TimelineView } from './timelineView.tsx';
import { useClockWords, useDateText } from './words.ts';

/** A table with more lines than these begins with a line for each month. */
const MOST_LINES = 60;
/** With more than these a browser stops to think, and nobody reads them. */
const READABLE_LINES = 3_000;

const FORMAT_LOCALE = { en: 'en-GB', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' } as const;

interface ReceiptProps {
  readonly lines: readonly ReceiptLine[];
  readonly marks: readonly Mark[];
  readonly zone: string;
}

const Totals = ({ lines }: { readonly lines: readonly ReceiptLine[] }): JSX.Element => {
  const { locale } = useDesk();
  const words = useClockWords();
  const { counted, late, stopped, unconfirmed } = totalsOf(lines);
  return (
    <>
      <ul class="tally-totals" role="list">
        <li>
          <strong>{formatWorkTime(counted, locale)}</strong> {words('receipt.counted')}
        </li>
        {late > 0 && (
          <li class="tally-late">
            <strong>{formatWorkTime(late, locale)}</strong> {words('receipt.late')}
          </li>
        )}
        {stopped.map(({ why, seconds }) => (
          <li key={why}>
            <strong>{formatWorkTime(seconds, locale)}</strong> {words('receipt.stopped', { why: words(`look.${why}`) })}
          </li>
        ))}
      </ul>
      {unconfirmed && <p class="box box-info">{words('receipt.unconfirmed')}</p>}
    </>
  );
};

const Lines = ({ lines, zone }: Pick<ReceiptProps, 'lines' | 'zone'>): JSX.Element => {
  const { locale } = useDesk();
  const words = useClockWords();
  const format = new Intl.DateTimeFormat(FORMAT_LOCALE[locale], {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const what = (line: ReceiptLine): string =>
    [
      words(`look.${lookOf(line)}`),
      line.name,
      line.late && !line.counted && words('receipt.afterDue'),
      line.unconfirmed && words('look.unconfirmed'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <table class="grid">
      <thead>
        <tr>
          <th scope="col">{words('table.from')}</th>
          <th scope="col">{words('table.to')}</th>
          <th scope="col">{words('table.what')}</th>
          <th scope="col" class="num">
            {words('table.counted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.from} ${line.late}`} class={line.late && line.counted ? 'grid-late' : undefined}>
            <td>{format.format(Date.parse(line.from))}</td>
            <td>{format.format(Date.parse(line.to))}</td>
            <td>{what(line)}</td>
            <td class="num">{line.counted ? formatWorkTime((Date.parse(line.to) - Date.parse(line.from)) / 1000, locale) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Months = ({ lines, zone }: Pick<ReceiptProps, 'lines' | 'zone'>): JSX.Element => {
  const { locale } = useDesk();
  const words = useClockWords();
  const dateText = useDateText();
  return (
    <table class="grid">
      <thead>
        <tr>
          <th scope="col">{words('table.month')}</th>
          <th scope="col" class="num">
            {words('table.counted')}
          </th>
          <th scope="col" class="num">
            {words('table.stopped')}
          </th>
          <th scope="col">{words('table.holidays')}</th>
        </tr>
      </thead>
      <tbody>
        {monthSums(lines, zone).map(({ month, counted, stopped, holidays, unconfirmed }) => (
          <tr key={month}>
            <th scope="row">{dateText(month, { year: 'numeric', month: 'long' })}</th>
            <td class="num">{formatWorkTime(counted, locale)}</td>
            <td class="num">{stopped > 0 ? formatWorkTime(stopped, locale) : '–'}</td>
            <td>{[...holidays, ...(unconfirmed ? [words('look.unconfirmed')] : [])].join(' · ') || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Table = ({ lines, zone }: Pick<ReceiptProps, 'lines' | 'zone'>): JSX.Element => {
  const words = useClockWords();
  const [everyOf, setEveryOf] = useState(0);
  const every = lines.length <= MOST_LINES || everyOf === lines.length;
  return (
    <details class="tally-table">
      <summary>{words('table.title')}</summary>
      <div class="scroll" tabIndex={0} role="group" aria-label={words('table.title')}>
        {every ? <Lines lines={lines} zone={zone} /> : <Months lines={lines} zone={zone} />}
      </div>
      {!every && lines.length <= READABLE_LINES && (
        <button type="button" class="faint" onClick={() => setEveryOf(lines.length)}>
          {words('table.every', { count: lines.length })}
        </button>
      )}
    </details>
  );
};

/** A receipt: drawn on a time line, added up, and as a table (X4). The same on cases and in previews. */
export const ReceiptView = ({ lines, marks, zone }: ReceiptProps): JSX.Element => {
  const { locale, now } = useDesk();
  const words = useClockWords();
  if (lines.length === 0) return <p class="hint">{words('receipt.empty')}</p>;
  return (
    <div class="tally">
      <Totals lines={lines} />
      <TimelineView lines={lines} marks={marks} zone={zone} />
      <p class="small">{words('receipt.zone', { zone: zoneName(lines[0]?.from ?? now, locale, zone), id: zone })}</p>
      <Table lines={lines} zone={zone} />
    </div>
  );
};
