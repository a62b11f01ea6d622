import { DEFAULT_TIME_ZONE, zoneName } from '../../content/format.ts';
import { pages } from '../../content/pages/index.ts';
import { common } from '../../content/common/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import type { CustomerCase } from '../../domain/case/view.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { layout } from '../layout.ts';
import { html } from '../markup.ts';
import {
  endedWithoutAgreement,
  filesBox,
  offerBox,
  refusalBox,
  reopeningBox,
  replyBox,
  trackingSummary,
  withdrawalBox,
  type TrackingForms,
} from './trackingForms.ts';
import { promises } from './promises/promises.ts';
import { caseFacts, historyList, noticeBox, standing, trackingPath, type Notice } from './trackingParts.ts';

export interface TrackingPage {
  readonly locale: Locale;
  /** Not used for the language links: those always lead to the tracking page itself. */
  readonly path: string;
  readonly view: CustomerCase;
  /** The signed key of this page. */
  readonly token: string;
  /** Idempotency key of the next write. */
  readonly key: string;
  /** What was done just now. */
  readonly notice?: Notice | undefined;
  /** What is wrong with what was sent last; `values` holds it, with `accept` when it was a decision. */
  readonly errors?: readonly FieldError[];
  readonly values?: Readonly<Record<string, string>>;
  /** IANA name; Asia/Shanghai if unknown. */
  readonly timeZone?: string | undefined;
  /** The moment for which `view` was made. */
  readonly now: Instant;
}

/** `GET /track/{caseId}?t=TOKEN` (F49, F50): where the case stands, what happens next and when, what the customer may do, and all that happened. */
export const trackingPage = ({ locale, view, token, key, notice, errors = [], values = {}, timeZone, now }: TrackingPage): string => {
  const [words, text] = [common(locale), pages(locale)];
  const page: TrackingForms = { locale, view, token, key, errors, values, now, timeZone: timeZone ?? DEFAULT_TIME_ZONE };
  const title = text('track.title', { caseId: view.caseId });
  const body = html`
    ${noticeBox(page, notice)} ${trackingSummary(page)}
    <div class="page-head tracking-head">
      <p class="eyebrow">${words(`kind.${view.kind}`)} <span class="case-id">${view.caseId}</span></p>
      <h1><span class="unseen">${title}${text('colon')}</span><span dir="auto">${view.subject}</span></h1>
    </div>
    ${standing(page)}
    <div class="with-aside">
      <div class="main-column">
        ${offerBox(page)} ${refusalBox(page)} ${endedWithoutAgreement(page)} ${replyBox(page)} ${reopeningBox(page)} ${promises(page)}
        ${historyList(page)}
      </div>
      <div class="side-column">${caseFacts(page)} ${filesBox(page)} ${withdrawalBox(page)}</div>
    </div>
    <p class="hint zone">${text('history.zone', { zone: zoneName(view.openedAt, locale, page.timeZone) })}</p>
  `;
  return layout({
    locale,
    path: trackingPath(view.caseId, token),
    title: errors.length > 0 ? `${text('error.prefix')}${title}` : title,
    body,
    script: 'site',
    unlisted: true,
  });
};
