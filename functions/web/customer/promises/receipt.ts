import type { ReceiptLine } from '../../../domain/case/clocks.ts';
import type { Locale } from '../../../domain/case/model.ts';
import { localDate } from '../../../domain/clocks/localDate.ts';
import { dayNumber, type CalendarDate, type Instant } from '../../../domain/kernel/time.ts';
import { formatDates, formatDays, formatList, formatMonth, formatWorkTime } from '../../../content/format.ts';
import { holidayName } from '../../../content/names.ts';
import { pages } from '../../../content/pages/index.ts';
import { html, type Markup } from '../../markup.ts';
import { clockTime, grouped, isWholeDay, receiptDays, secondsOf, type DayGroup, type DayRow, type Reason } from './receiptDays.ts';

/** More entries than these are folded by months. */
const MOST_ENTRIES = 12;

/** What a receipt is shown from. */
export interface ReceiptView {
  readonly locale: Locale;
  readonly zone: string;
  readonly lines: readonly ReceiptLine[];
  /** What is counted after it is still to come. */
  readonly now: Instant;
  /** Every hour counts: there are no working hours to speak of. */
  readonly always?: boolean;
  /** Name of the clock, for whoever hears the table. */
  readonly clock: string;
}

const named = (locale: Locale, list: 'why' | 'skip', { reason, name }: Pick<DayRow, 'reason' | 'name'>): string => {
  const text = pages(locale);
  if (reason !== 'holiday' && reason !== 'make-up') return text(`${list}.${reason}`);
  return name === undefined ? text(`${list}.${reason}`) : text(`${list}.${reason}.named`, { holiday: holidayName(name, locale) });
};

const timesShown = (locale: Locale, row: DayRow): Markup => {
  if (isWholeDay(row)) return html`${pages(locale)('receipt.all-day')}`;
  const spans = row.times.map(([from, to]) => (from === to ? clockTime(from) : `${clockTime(from)}–${clockTime(to)}`));
  const between = locale === 'en' ? ', ' : '、';
  return html`${spans.map((span, at) => html`<span class="receipt-span">${span}${at < spans.length - 1 && between}</span>`)}`;
};

const lengthText = (locale: Locale, { seconds }: DayRow, days: number): string => {
  if (seconds === 0) return pages(locale)('receipt.moment');
  const each = formatWorkTime(seconds, locale);
  if (days === 1) return each;
  return pages(locale)('receipt.each', { days, each, total: formatWorkTime(seconds * days, locale) });
};

const rowLine = ({ locale, always }: ReceiptView, row: DayRow, days: number): Markup => {
  const text = pages(locale);
  const { effect } = row;
  return html`<tr class="receipt-${effect}">
    <td>
      <span class="receipt-why">${always && row.reason === 'open' ? text('why.always') : named(locale, 'why', row)}</span>
      <span class="receipt-times">${timesShown(locale, row)}</span>
    </td>
    <td class="receipt-length">
      ${effect !== 'skipped' && html`<span>${lengthText(locale, row, days)}</span>`}
      ${effect !== 'counted' && html`<span class="receipt-effect">${text(`receipt.${effect}`)}</span>`}
    </td>
  </tr>`;
};

const groupLines = (view: ReceiptView, group: DayGroup, year: boolean): Markup => {
  const { locale } = view;
  const text = pages(locale);
  const { first, last, days, unconfirmed, rows } = group;
  return html`<tbody>
    <tr class="receipt-day">
      <th scope="rowgroup" colspan="2">
        ${formatDays(first, last, locale, { year })} ${days > 1 && html`<span class="hint">${text('receipt.alike', { days })}</span>`}
        ${unconfirmed && html`<span class="tag">${text('receipt.unannounced')}</span>`}
      </th>
    </tr>
    ${rows.map((row) => rowLine(view, row, days))}
  </tbody>`;
};

const table = (view: ReceiptView, caption: string, groups: readonly DayGroup[], year: boolean): Markup => {
  const text = pages(view.locale);
  return html`<table class="receipt">
    <caption class="unseen">
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text('receipt.when')}</th>
        <th scope="col" class="receipt-length">${text('receipt.counted')}</th>
      </tr>
    </thead>
    ${groups.map((group) => groupLines(view, group, year))}
  </table>`;
};

const monthOf = (date: CalendarDate): string => date.slice(0, 7);

const byMonth = (view: ReceiptView, days: readonly DayGroup[], current: CalendarDate): readonly Markup[] => {
  const { locale, clock } = view;
  const text = pages(locale);
  return [...new Set(days.map(({ first }) => monthOf(first)))].map((month) => {
    const within = days.filter(({ first }) => monthOf(first) === month);
    const name = formatMonth(`${month}-01`, locale);
    const open = monthOf(current) === month;
    return html`<details class="receipt-month" ${open && html` open`}>
      <summary>
        ${text('receipt.month', { month: name, duration: formatWorkTime(secondsOf(within, 'counted', 'ahead', 'late'), locale) })}
      </summary>
      ${table(view, `${text('receipt.caption', { clock })} (${name})`, grouped(within), false)}
    </details>`;
  });
};

/** The lines of a receipt, by day; days that are alike in one entry, and a long receipt folded by months. */
export const receiptTable = (view: ReceiptView): Markup => {
  const { locale, zone, lines, now, clock } = view;
  const days = receiptDays(lines, zone, now);
  const groups = grouped(days);
  if (groups.length > MOST_ENTRIES) return html`${byMonth(view, days, localDate(zone, now))}`;
  const year = days[0]?.first.slice(0, 4) !== days.at(-1)?.last.slice(0, 4);
  return table(view, pages(locale)('receipt.caption', { clock }), groups, year);
};

/** Reasons in the order in which the sentence names them: what is always so first, then what was special. */
const ORDER: readonly Reason[] = ['closed', 'lunch', 'break', 'weekend', 'day-off', 'holiday', 'pause', 'customer', 'hold', 'resolved'];

interface Skipped {
  readonly reason: Reason;
  readonly name?: string | undefined;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** A holiday that is interrupted by a wait or ends within the receipt is still one: it is named once, with the days that it spans here. */
const withSkipped = (found: readonly Skipped[], { reason, name, first, last }: Skipped): readonly Skipped[] => {
  const at = found.findIndex(
    (one) =>
      one.reason === reason &&
      one.name === name &&
      (reason !== 'holiday' || dayNumber(first) - dayNumber(one.last) < MOST_DAYS_OF_A_HOLIDAY),
  );
  const known = found[at];
  return known ? found.with(at, { ...known, last }) : [...found, { reason, name, first, last }];
};

const MOST_DAYS_OF_A_HOLIDAY = 14;

/** What a receipt left out, in words: `nights, weekends and National Day (1–8 Oct)`. Empty when nothing was. */
export const leftOut = ({ locale, zone, lines }: Pick<ReceiptView, 'locale' | 'zone' | 'lines'>): string => {
  const text = pages(locale);
  const found = receiptDays(lines, zone)
    .flatMap(({ first, last, rows }) =>
      rows.filter(({ effect }) => effect === 'skipped').map(({ reason, name }): Skipped => ({ reason, name, first, last })),
    )
    .reduce(withSkipped, []);
  const items = ORDER.flatMap((reason) => found.filter((one) => one.reason === reason)).map((one) => {
    const words = named(locale, 'skip', one);
    return one.reason === 'holiday' ? text('skip.dated', { name: words, dates: formatDates(one.first, one.last, locale) }) : words;
  });
  return formatList([...new Set(items)], locale);
};
