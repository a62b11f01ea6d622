import type { ReceiptLine } from '../../../domain/case/clocks.ts';
import { localDate } from '../../../domain/clocks/localDate.ts';
import type { ServiceClockName } from '../../../domain/clocks/rules.ts';
import type { CustomerCase, CustomerClock } from '../../../domain/case/view.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { formatMoment, formatWorkTime, zoneName } from '../../../content/format.ts';
import { pages } from '../../../content/pages/index.ts';
import { html, type Markup } from '../../markup.ts';
import type { Tracking } from '../trackingParts.ts';
import { leftOut, receiptTable } from './receipt.ts';
import { isRoundTheClock, receiptDays, secondsOf, until } from './receiptDays.ts';
import { promisedTime } from './promisedTime.ts';

const ENDINGS = ['answered', 'finished', 'withdrawn', 'expired'];

/** Until when a receipt says something: where the clock was met, was stopped, or stands still. Undefined while it runs. */
const endOf = ({ state, doneAt }: CustomerClock, { history }: CustomerCase, now: Instant): Instant | undefined => {
  if (doneAt) return doneAt;
  if (state === 'stopped') return history.findLast(({ type }) => ENDINGS.includes(type))?.at;
  return state === 'paused' ? now : undefined;
};

/** Why a clock stands still. */
const waitingWhy = ({ waitingFor }: CustomerCase): 'customer' | 'hold' => (waitingFor === 'hold' ? 'hold' : 'customer');

/** What a promise is told from: the clock, its receipt as far as it says something, and the figures that the receipt adds up to. */
interface Told {
  readonly clock: CustomerClock;
  /** The whole receipt, to the due time. */
  readonly all: readonly ReceiptLine[];
  /** The part of it that says something. */
  readonly lines: readonly ReceiptLine[];
  /** Seconds, to the minute: what a reader who adds up the lines finds. */
  readonly used: number;
  readonly late: number;
}

const toldOf = ({ view, timeZone, now }: Tracking, name: ServiceClockName, clock: CustomerClock): Told => {
  const all = view.clocks.receipts[name] ?? [];
  const end = endOf(clock, view, now);
  const lines = end === undefined ? all : until(all, end);
  const days = receiptDays(lines, timeZone, now);
  // Less than a minute is told in seconds.
  const used = secondsOf(days, 'counted', 'late') || clock.elapsedSeconds;
  return { clock, all, lines, used, late: secondsOf(days, 'late') || clock.lateSeconds };
};

const saying = (tracking: Tracking, { clock, all, used, late }: Told): string => {
  const { locale, view } = tracking;
  const text = pages(locale);
  const time = (seconds: number): string => promisedTime(tracking, all, seconds);
  const left = Math.max(0, clock.targetSeconds - used);
  switch (clock.state) {
    case 'running':
      if (used === 0 && all[0]?.counted === false) return text('promise.not-begun');
      return text('promise.running', { used: formatWorkTime(used, locale), left: formatWorkTime(left, locale) });
    case 'paused':
      return text(`promise.paused.${waitingWhy(view)}`, { left: time(left) });
    case 'met':
      return text('promise.met', { used: time(used) });
    case 'late':
    case 'missed':
      return text(`promise.${clock.state}`, { late: time(late) });
    case 'stopped':
      return text(clock.lateSeconds > 0 ? 'promise.stopped.late' : 'promise.stopped');
  }
};

const sum = ({ locale }: Tracking, { clock, used, late }: Told): string => {
  const [text, time] = [pages(locale), (seconds: number): string => formatWorkTime(seconds, locale)];
  const target = time(clock.targetSeconds);
  if (late > 0) return text('receipt.sum.late', { used: time(used), target, late: time(late) });
  return text(clock.state === 'running' || clock.state === 'paused' ? 'receipt.sum' : 'receipt.sum.done', { used: time(used), target });
};

/** A time with the name of its zone. */
export const momentInZone = ({ locale, timeZone }: Tracking, at: Instant): Markup =>
  html`<time datetime="${at}">${formatMoment(at, locale, timeZone)}</time>
    <span class="zone-name">${zoneName(at, locale, timeZone)}</span>`;

/** Years in words: `2027 and 2028`. */
export const unannounced = ({ locale }: Pick<Tracking, 'locale'>, years: readonly number[]): Markup | false =>
  years.length > 0 &&
  html`<p class="notice-line">${pages(locale)('receipt.unconfirmed', { years: years.join(locale === 'en' ? ', ' : '、') })}</p>`;

/** Years that decided the due time or what came after it, and whose holidays are only projected. */
const yearsUnannounced = ({ clock, lines }: Told, zone: string): readonly number[] => {
  const passed = lines.filter(({ unconfirmed }) => unconfirmed).map(({ from }) => Number(localDate(zone, from).slice(0, 4)));
  return [...new Set([...clock.unconfirmedYears, ...passed])].sort();
};

const counting = (tracking: Tracking, name: ServiceClockName, told: Told): Markup | false => {
  const { locale, timeZone, now } = tracking;
  const text = pages(locale);
  const { all, lines } = told;
  const title = text(`promise.${name}`);
  const out = leftOut({ locale, zone: timeZone, lines });
  return (
    lines.length > 0 &&
    html`<details class="counting">
      <summary>${text('promise.how')}<span class="unseen">${text('colon')}${title}</span></summary>
      <div>
        <p>${sum(tracking, told)}</p>
        <p>${out === '' ? text('receipt.all') : text('receipt.not', { list: out })}</p>
        ${unannounced(tracking, yearsUnannounced(told, timeZone))}
        ${receiptTable({ locale, zone: timeZone, lines, now, clock: title, always: isRoundTheClock(all) })}
        <p class="hint">${text('receipt.note')}</p>
      </div>
    </details>`
  );
};

const DUE_LABELS = { running: 'promise.due', paused: 'promise.due.paused' } as const;

/** One of our promises: what, by when, whether it was kept, and behind a fold how its time is counted (X1, X4). */
export const servicePromise = (tracking: Tracking, name: ServiceClockName, clock: CustomerClock): Markup => {
  const { locale, timeZone } = tracking;
  const text = pages(locale);
  const { state, due, doneAt, startedAt, targetSeconds } = clock;
  const told = toldOf(tracking, name, clock);
  const duration = promisedTime(tracking, told.all, targetSeconds);
  const label = text(state === 'running' || state === 'paused' ? DUE_LABELS[state] : 'promise.due.past');
  return html`<article class="promise promise-${state}" aria-labelledby="promise-${name}">
    <div class="promise-head">
      <h3 id="promise-${name}">${text(`promise.${name}`)}</h3>
      <p class="badge">${text(`promise.state.${state}`)}</p>
    </div>
    <p>${text(`promise.${name}.text`, { duration, time: formatMoment(startedAt, locale, timeZone) })}</p>
    <dl class="due">
      <div>
        <dt>${label}</dt>
        <dd>${momentInZone(tracking, due)}</dd>
      </div>
      ${
        doneAt !== undefined &&
        html`<div>
          <dt>${text(`promise.done.${name}`)}</dt>
          <dd>${momentInZone(tracking, doneAt)}</dd>
        </div>`
      }
    </dl>
    <p class="promise-state">${saying(tracking, told)}</p>
    ${counting(tracking, name, told)}
  </article>`;
};
