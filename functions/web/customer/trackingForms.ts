import { common } from '../../content/common/index.ts';
import { formatMoment } from '../../content/format.ts';
import { pages } from '../../content/pages/index.ts';
import type { Attachment, Locale } from '../../domain/case/model.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { html, type Markup } from '../markup.ts';
import { errorSummary, fieldId, hiddenFields, textField, wrongWith, type Filling } from './fields.ts';
import { FILE_BYTES, FILE_TYPES, LIMITS } from './limits.ts';
import { offerLine, otherRoutes, type Tracking } from './trackingParts.ts';

/** A tracking page with its forms: what was typed, what is wrong, and the key of the next write. */
export interface TrackingForms extends Tracking {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** The form that the errors belong to: all ways of saying no have a `reason`. */
export const erringForm = ({
  view,
  values,
  errors,
}: Pick<TrackingForms, 'view' | 'values' | 'errors'>): 'message' | 'decision' | 'withdrawal' | 'reopening' | 'file' | undefined => {
  const [first] = errors;
  if (!first) return undefined;
  if (first.code.startsWith('attachment-') || first.pointer === '/file') return 'file';
  if (first.pointer === '/message') return 'message';
  if ('accept' in values) return 'decision';
  return view.stage === 'closed' ? 'reopening' : 'withdrawal';
};

const fillingFor = (page: TrackingForms, form: ReturnType<typeof erringForm>): Filling =>
  erringForm(page) === form ? page : { locale: page.locale, values: {}, errors: [] };

const post = (page: TrackingForms, action: string, body: Markup, kind: 'text' | 'file' = 'text'): Markup => {
  const { view, token, key, locale } = page;
  return html`<form
    method="post"
    action="/api/cases/${encodeURIComponent(view.caseId)}/${action}"
    ${kind === 'file' && html` enctype="multipart/form-data"`}
    data-form
    data-sending="${pages(locale)('form.sending')}"
    ${action === 'messages' && html` data-draft="message-${view.caseId}" data-guard`}
  >
    ${hiddenFields({ t: token, key })} ${body}
  </form>`;
};

const decisionForms = (page: TrackingForms, said: 'offer' | 'refusal'): Markup => {
  const text = pages(page.locale);
  const label = said === 'offer' ? text('offer.reject.reason') : text('field.reason');
  return html`<div class="decision">
    ${post(
      page,
      'decision',
      html`<p class="actions">
        <button class="primary" name="accept" value="true" data-submit>${text(`${said}.accept`)}</button>
        <span class="hint">${text(`${said}.accept.text`)}</span>
      </p>`,
    )}
    <details${erringForm(page) === 'decision' && html` open`}>
      <summary>${text(`${said}.reject`)}</summary>
      <p>${text(`${said}.reject.text`)}</p>
      ${post(
        page,
        'decision',
        html`${textField(fillingFor(page, 'decision'), {
            name: 'reason',
            label,
            hint: text('offer.reject.reason.hint'),
            type: 'textarea',
            max: LIMITS.reason,
            rows: 3,
          })}
          <p class="actions"><button class="danger" name="accept" value="false" data-submit>${text(`${said}.reject.send`)}</button></p>`,
      )}
    </details>
  </div>`;
};

/** The offer with its reasons, and the two answers to it. */
export const offerBox = (page: TrackingForms): Markup | false => {
  const { view, locale } = page;
  const text = pages(locale);
  return (
    view.offer !== undefined &&
    html`<section class="offer" aria-labelledby="offer">
      <h2 id="offer">${text('offer.title')}</h2>
      <p class="offer-line">${offerLine(page)}</p>
      <h3>${text('offer.reasons')}</h3>
      <p class="words" dir="auto">${view.offer.reasons}</p>
      ${view.actions.includes('decision') && decisionForms(page, 'offer')}
    </section>`
  );
};

/** Our no with its reasons and its rule, how to have it looked at again, and the ways outside. */
export const refusalBox = (page: TrackingForms): Markup | false => {
  const { view, locale } = page;
  const text = pages(locale);
  return (
    view.refusal !== undefined &&
    html`<section class="offer" aria-labelledby="refusal">
      <h2 id="refusal">${text('refusal.title')}</h2>
      <p>${text('refusal.lead')}</p>
      <h3>${text('refusal.reasons')}</h3>
      <p class="words" dir="auto">${view.refusal.reasons}</p>
      <h3>${text('refusal.rule')}</h3>
      <p class="words" dir="auto">${view.refusal.rule}</p>
      ${view.actions.includes('decision') && decisionForms(page, 'refusal')} ${otherRoutes(locale, true)}
    </section>`
  );
};

/** The ways that stay open when a case ended without an agreement. */
export const endedWithoutAgreement = ({ view, locale }: TrackingForms): Markup | false =>
  (view.outcome === 'refused' || view.outcome === 'unresolved') && html`<section class="offer">${otherRoutes(locale, false)}</section>`;

/** The question that we last asked, while we wait for the reply. */
const openQuestion = ({ view }: TrackingForms): string | undefined =>
  view.waitingFor === 'customer-reply' ? view.history.findLast(({ type }) => type === 'held')?.text : undefined;

/** Where the customer writes to us. */
export const replyBox = (page: TrackingForms): Markup | false => {
  const text = pages(page.locale);
  const question = openQuestion(page);
  const asked = page.view.waitingFor === 'customer-reply';
  const form = post(
    page,
    'messages',
    html`${textField(fillingFor(page, 'message'), {
        name: 'message',
        label: text('field.message'),
        hint: text('reply.hint'),
        type: 'textarea',
        required: true,
        max: LIMITS.message,
        rows: 4,
      })}
      <p class="actions"><button class="${asked ? 'primary' : 'quiet'}" data-submit>${text('reply.send')}</button></p>`,
  );
  return (
    page.view.actions.includes('message') &&
    html`<section class="reply" aria-labelledby="reply">
      <h2 id="reply">${text(asked ? 'reply.question.title' : 'reply.title')}</h2>
      ${question !== undefined && html`<blockquote class="words" dir="auto">${question}</blockquote>`} ${form}
    </section>`
  );
};

/** Where the customer opens a closed case again (F38), while its window lasts. */
export const reopeningBox = (page: TrackingForms): Markup | false => {
  const { view, locale, timeZone } = page;
  const text = pages(locale);
  return (
    view.actions.includes('reopening') &&
    view.reopenUntil !== undefined &&
    html`<section class="reply" aria-labelledby="reopening">
      <h2 id="reopening">${text('reopen.title')}</h2>
      <p>${text('reopen.text', { date: formatMoment(view.reopenUntil, locale, timeZone) })}</p>
      ${post(
        page,
        'reopening',
        html`${textField(fillingFor(page, 'reopening'), {
            name: 'reason',
            label: text('reopen.reason'),
            type: 'textarea',
            required: true,
            max: LIMITS.reason,
            rows: 4,
          })}
          <p class="actions"><button class="quiet" data-submit>${text('reopen.send')}</button></p>`,
      )}
    </section>`
  );
};

const megabytes = (bytes: number): number => bytes / 1_000_000;

const sizeText = (locale: Locale, bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(locale)} kB`
    : `${megabytes(bytes).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;

const fileLine = ({ locale, view, token }: TrackingForms, { id, name, size }: Attachment): Markup => {
  const address = `/api/cases/${encodeURIComponent(view.caseId)}/attachments/${encodeURIComponent(id)}?t=${encodeURIComponent(token)}`;
  return html`<li>
    <a href="${address}"><bdi>${name}</bdi></a> <span class="hint">${sizeText(locale, size)}</span>
  </li>`;
};

const uploadForm = (page: TrackingForms): Markup => {
  const text = pages(page.locale);
  const id = fieldId('file');
  const wrong = erringForm(page) === 'file' ? (wrongWith(page, 'file') ?? errorSentenceOfAll(page)) : undefined;
  return post(
    page,
    'attachments',
    html`<div class="field${wrong && ' field-wrong'}">
        <label for="${id}">${text('files.choose')}</label>
        <p class="hint" id="${id}-hint">${text('files.hint', { megabytes: megabytes(FILE_BYTES) })}</p>
        <p class="wrong" id="${id}-wrong" ${!wrong && html` hidden`}>${wrong}</p>
        <input
          type="file"
          id="${id}"
          name="file"
          required
          accept="${FILE_TYPES}"
          aria-describedby="${id}-hint ${id}-wrong"
          ${wrong && html` aria-invalid="true"`}
          data-say-required="${common(page.locale)('error.required')}"
          data-max-bytes="${FILE_BYTES}"
          data-say-bytes="${common(page.locale)('error.attachment-size')}"
        />
      </div>
      <p class="actions"><button class="quiet" data-submit>${text('files.send')}</button></p>`,
    'file',
  );
};

/** An error of the whole upload, such as too many files, is told at the file field. */
const errorSentenceOfAll = (page: TrackingForms): string | undefined =>
  wrongWith({ locale: page.locale, errors: page.errors.map((error) => ({ ...error, pointer: '/file' })) }, 'file');

/** The files of the case, and where to add one. */
export const filesBox = (page: TrackingForms): Markup => {
  const { view, locale } = page;
  const text = pages(locale);
  return html`<section class="files" aria-labelledby="files">
    <h2 id="files">${text('files.title')}</h2>
    ${
      view.attachments.length > 0
        ? html`<ul class="file-list">
            ${view.attachments.map((file) => fileLine(page, file))}
          </ul>`
        : html`<p class="hint">${text('files.none')}</p>`
    }
    ${view.actions.includes('attachment') && uploadForm(page)}
  </section>`;
};

/** Withdrawal: opened on purpose, then confirmed. */
export const withdrawalBox = (page: TrackingForms): Markup | false => {
  const text = pages(page.locale);
  return (
    page.view.actions.includes('withdrawal') &&
    html`<details class="withdrawal" ${erringForm(page) === 'withdrawal' && html` open`}>
      <summary>${text('withdraw.title')}</summary>
      <p>${text('withdraw.text')}</p>
      ${post(
        page,
        'withdrawal',
        html`${textField(fillingFor(page, 'withdrawal'), {
            name: 'reason',
            id: 'withdrawal-reason',
            label: text('withdraw.reason'),
            type: 'textarea',
            max: LIMITS.reason,
            rows: 2,
          })}
          <p class="actions"><button class="danger" data-submit>${text('withdraw.send')}</button></p>`,
      )}
    </details>`
  );
};

/** Everything that is wrong with what was sent last. */
export const trackingSummary = (page: TrackingForms): Markup | false => {
  const text = pages(page.locale);
  const form = erringForm(page);
  const reason = form === 'withdrawal' ? text('withdraw.reason') : text('field.reason');
  const labels = { message: text('field.message'), reason, file: text('field.file') };
  return errorSummary(page, labels, form === 'withdrawal' ? { reason: 'withdrawal-reason' } : {});
};
