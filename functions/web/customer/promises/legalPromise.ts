import type { LegalClock } from '../../../domain/case/clocks.ts';
import { localDate, REGION_ZONE } from '../../../domain/clocks/localDate.ts';
import { calendarDate, dayNumber } from '../../../domain/kernel/time.ts';
import { formatDay } from '../../../content/format.ts';
import { lawName } from '../../../content/names.ts';
import { pages } from '../../../content/pages/index.ts';
import { html, type Markup } from '../../markup.ts';
import type { Tracking } from '../trackingParts.ts';
import { momentInZone, unannounced } from './servicePromise.ts';

const LANGUAGE_OF = { CN: 'zh-CN', TW: 'zh-TW' } as const;

/** The law in the reader's language, and as it is cited where that differs. */
const law = ({ locale }: Tracking, { source, region }: LegalClock): Markup => {
  const name = lawName(source, locale);
  return html`${name}${locale !== LANGUAGE_OF[region] && name !== source && html` <span class="hint" lang="${LANGUAGE_OF[region]}">${source}</span>`}`;
};

const saying = ({ locale }: Tracking, { state, internalTarget, lastDay }: LegalClock): string => {
  const text = pages(locale);
  if (state !== 'running') return text(`legal.${state}`);
  return internalTarget < lastDay ? text('legal.running.earlier', { day: formatDay(internalTarget, locale) }) : text('legal.running');
};

const steps = (tracking: Tracking, clock: LegalClock): readonly Markup[] => {
  const { locale } = tracking;
  const text = pages(locale);
  const day = (date: string): string => formatDay(date, locale);
  const { days, regularDays, extensions, region, event, rawLastDay, lastDay, internalTarget } = clock;
  const moved = rawLastDay !== lastDay;
  const sentences = [
    ...extensions.map((one) => text('legal.extended', { day: day(localDate(REGION_ZONE[region], one.at)), days: one.days })),
    text(`legal.event.${clock.clock}`, { event: day(event), first: day(calendarDate(dayNumber(event) + 1)) }),
    text('legal.days', { days, day: day(rawLastDay) }),
    moved ? text('legal.moved', { day: day(rawLastDay), lastDay: day(lastDay) }) : text('legal.not-moved', { day: day(lastDay) }),
    ...(internalTarget < lastDay ? [text('legal.target', { day: day(internalTarget) })] : []),
  ];
  return [
    html`<li>${text('legal.rule', { days: regularDays })}${text('colon')}${law(tracking, clock)}</li>`,
    ...sentences.map((sentence) => html`<li>${sentence}</li>`),
  ];
};

/** A period that a law gives us: its last day, whether it was kept, and how it is counted (F22, X1). */
export const legalPromise = (tracking: Tracking, clock: LegalClock): Markup => {
  const { locale } = tracking;
  const text = pages(locale);
  const { state, days, extensions, lastDay, internalTarget, doneAt } = clock;
  const title = text(`legal.${clock.clock}`);
  return html`<article class="promise promise-${state}" aria-labelledby="legal-${clock.clock}">
    <div class="promise-head">
      <h3 id="legal-${clock.clock}">${title}</h3>
      <p class="badge">${text(`promise.state.${state}`)}</p>
    </div>
    <p>${text(`legal.${clock.clock}.text`)}${extensions.length > 0 && html` ${text('legal.extended.why', { days })}`}</p>
    <dl class="due">
      <div>
        <dt>${text('legal.last-day')}</dt>
        <dd><time datetime="${lastDay}">${formatDay(lastDay, locale)}</time></dd>
      </div>
      ${
        doneAt === undefined
          ? internalTarget < lastDay &&
            html`<div>
              <dt>${text('legal.own-target')}</dt>
              <dd><time datetime="${internalTarget}">${formatDay(internalTarget, locale)}</time></dd>
            </div>`
          : html`<div>
              <dt>${text('legal.done')}</dt>
              <dd>${momentInZone(tracking, doneAt)}</dd>
            </div>`
      }
    </dl>
    <p class="promise-state">${saying(tracking, clock)}</p>
    <details class="counting">
      <summary>${text('promise.how')}<span class="unseen">${text('colon')}${title}</span></summary>
      <div>
        ${unannounced(tracking, clock.unconfirmedYears)}
        <ol>
          ${steps(tracking, clock)}
        </ol>
      </div>
    </details>
  </article>`;
};
