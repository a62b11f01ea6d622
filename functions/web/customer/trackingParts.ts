import { common, listed } from '../../content/common/index.ts';
import { formatDateTime, formatMoment, formatMoney, zoneName } from '../../content/format.ts';
import { pages } from '../../content/pages/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { CustomerCase, CustomerClock, CustomerHistoryLine } from '../../domain/case/view.ts';
import { html, type Markup } from '../markup.ts';
import { progressLine } from './progress.ts';
import { promisedTime } from './promises/promisedTime.ts';

export type Notice = 'opened' | 'sent' | 'decided' | 'withdrawn' | 'attached' | 'reopened';

/** What every part of the tracking page needs. */
export interface Tracking {
  readonly locale: Locale;
  readonly view: CustomerCase;
  readonly token: string;
  readonly timeZone: string;
  /** The moment for which the view was made. */
  readonly now: Instant;
}

/** Address of the tracking page of a case. */
export const trackingPath = (caseId: string, token: string): string =>
  `/track/${encodeURIComponent(caseId)}?t=${encodeURIComponent(token)}`;

const time = ({ locale, timeZone }: Tracking, at: Instant): Markup =>
  html`<time datetime="${at}">${formatMoment(at, locale, timeZone)}</time>`;

/** True while it is the customer who has to do something. */
export const yourTurn = ({ waitingFor }: CustomerCase): boolean => waitingFor === 'customer-decision' || waitingFor === 'customer-reply';

/** What just happened. For a new case: the number, what happens next and by when, and the link to keep. */
export const noticeBox = (tracking: Tracking, notice: Notice | undefined): Markup | false => {
  const { locale, view, token, timeZone } = tracking;
  const text = pages(locale);
  if (!notice) return false;
  if (notice !== 'opened')
    return html`<p class="notice" role="status" ${notice === 'sent' && html` data-draft-done="message-${view.caseId}"`}>
      ${text(`track.${notice}`)}
    </p>`;
  const { firstResponse, receipts } = view.clocks;
  const duration = promisedTime(tracking, receipts.firstResponse ?? [], firstResponse.targetSeconds);
  const due = formatDateTime(firstResponse.due, locale, timeZone);
  const link = trackingPath(view.caseId, token);
  return html`<section class="opened" aria-labelledby="opened" data-draft-done="${view.kind}">
    <h2 id="opened">${text('track.opened.title')}</h2>
    <p class="number"><span class="number-label">${text('track.number')}</span> <strong>${view.caseId}</strong></p>
    <p>${text('track.opened.text', { duration, time: due })} ${text('track.opened.mail')}</p>
    <div class="keep">
      <p><a href="${link}" data-keep-link>${text('track.keep')}</a></p>
      <p class="hint">${text('track.keep.text')}</p>
      <button type="button" class="quiet" data-copy="${link}" data-copied="${text('track.copied')}" hidden>${text('track.copy')}</button>
    </div>
  </section>`;
};

const dueLine = (tracking: Tracking, label: string, { due }: CustomerClock): Markup =>
  html`<div>
    <dt>${label}</dt>
    <dd>${time(tracking, due)}</dd>
  </div>`;

const dueLines = (tracking: Tracking): Markup | false => {
  const { locale, view, timeZone } = tracking;
  const text = pages(locale);
  if (view.stage === 'feedback' || view.stage === 'closed') return false;
  const zone = text('track.clock', { zone: zoneName(view.openedAt, locale, timeZone) });
  if (yourTurn(view))
    return (
      view.answerBy !== undefined &&
      html`<dl class="due">
          <div>
            <dt>${text('track.answerBy')}</dt>
            <dd>${time(tracking, view.answerBy)}</dd>
          </div>
        </dl>
        <p class="hint">${text('track.answerBy.text')} ${zone}</p>`
    );
  const { firstResponse, nextResponse, resolution } = view.clocks;
  const late = [firstResponse, nextResponse, resolution].some((clock) => clock?.state === 'late');
  return html`<dl class="due">
      ${!firstResponse.doneAt && dueLine(tracking, text('track.expect'), firstResponse)}
      ${firstResponse.doneAt !== undefined && nextResponse && dueLine(tracking, text('track.expect.next'), nextResponse)}
      ${!resolution.doneAt && dueLine(tracking, text('track.expect.solved'), resolution)}
    </dl>
    <p class="hint">
      ${zone}${resolution.state === 'paused' && html` ${text('track.clock.moves')}`} <a href="#promises">${text('track.clock.more')}</a>
    </p>
    ${late && html`<p class="late">${text('track.late')}</p>`}`;
};

/** Where the case stands: the thread, what it waits for, what happens next and by when. */
export const standing = (tracking: Tracking): Markup => {
  const { locale, view } = tracking;
  const [words, text] = [common(locale), pages(locale)];
  const closed = view.waitingFor === 'nothing';
  const headline = closed ? words(view.outcome ? `outcome.${view.outcome}` : 'stage.closed') : words(`waitingFor.${view.waitingFor}`);
  const eyebrow = closed ? words('stage.closed') : text(yourTurn(view) ? 'track.your-turn' : 'track.waiting');
  const next = view.waitingFor === 'nothing' ? text(`next.nothing.${view.outcome ?? 'resolved'}`) : text(`next.${view.waitingFor}`);
  return html`<section class="standing${yourTurn(view) && ' standing-yours'}" aria-labelledby="now">
    ${progressLine(view, locale)}
    <h2 id="now"><span class="eyebrow">${eyebrow}</span> ${headline}</h2>
    <p class="next">${!closed && !yourTurn(view) && html`<strong>${text('track.next')}${text('colon')}</strong>`}${next}</p>
    ${closed && !view.actions.includes('reopening') && html`<p class="next"><a href="/${view.kind}">${text('next.nothing.again', { caseId: view.caseId })}</a></p>`}
    ${dueLines(tracking)}
  </section>`;
};

/** Ways outside our company, shown with a refusal and whenever a case ended without an agreement. */
export const otherRoutes = (locale: Locale, internal: boolean): Markup => {
  const text = pages(locale);
  return html`<h3>${text(internal ? 'refusal.appeal' : 'routes.title')}</h3>
    <ul class="routes">
      ${internal && html`<li>${text('routes.internal')}</li>`}
      <li>${text('routes.hotline')}</li>
      <li>${text('routes.association')}</li>
      <li>${text('routes.court')}</li>
    </ul>`;
};

/** Remedy and amount in one line: `Refund · CN¥120.00`. */
export const offerLine = ({ locale, view }: Tracking): string => {
  if (!view.offer) return '';
  const { remedy, amount } = view.offer;
  return [listed(locale, 'remedy', remedy), ...(amount ? [formatMoney(amount, locale)] : [])].join(' · ');
};

const sentenceOf = (locale: Locale, { type, text }: CustomerHistoryLine): string =>
  type === 'held' && text ? pages(locale)('history.paused') : common(locale)(`event.${type}`);

const historyLine = (tracking: Tracking, line: CustomerHistoryLine): Markup => {
  const text = pages(tracking.locale);
  return html`<li class="line-${line.by}">
    <p class="line-head"><strong>${sentenceOf(tracking.locale, line)}</strong> ${time(tracking, line.at)}</p>
    ${
      line.text !== undefined &&
      html`<p class="words" dir="auto">${line.type === 'fulfilled' && `${text('history.reference')}${text('colon')}`}${line.text}</p>`
    }
  </li>`;
};

/** Everything that happened, in plain words, the latest first. */
export const historyList = (tracking: Tracking): Markup => {
  const { locale, view } = tracking;
  return html`<section class="history" aria-labelledby="history">
    <h2 id="history">${pages(locale)('history.title')}</h2>
    <ol class="lines" reversed role="list">
      ${view.history.toReversed().map((line) => historyLine(tracking, line))}
    </ol>
  </section>`;
};

const fact = (label: string, value: Markup | string | undefined): Markup | false =>
  value !== undefined &&
  value !== '' &&
  html`<div>
    <dt>${label}</dt>
    <dd dir="auto">${value}</dd>
  </div>`;

/** What the customer told us, and our promises. */
export const caseFacts = (tracking: Tracking): Markup => {
  const { locale, view, timeZone } = tracking;
  const [words, text] = [common(locale), pages(locale)];
  return html`<section class="facts" aria-labelledby="facts">
    <h2 id="facts">${text('case.title')}</h2>
    <dl>
      ${fact(text('case.kind'), words(`kind.${view.kind}`))} ${fact(text('case.subject'), view.subject)}
      ${fact(text('case.description'), html`<span class="words">${view.description}</span>`)}
      ${view.desiredRemedy !== undefined && fact(text('case.desiredRemedy'), html`<span class="words">${view.desiredRemedy}</span>`)}
      ${fact(text('case.product'), view.product?.name)} ${fact(text('case.orderNo'), view.product?.orderNo)}
      ${fact(text('case.openedAt'), formatMoment(view.openedAt, locale, timeZone))}
    </dl>
  </section>`;
};
