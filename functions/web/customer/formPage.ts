import { common } from '../../content/common/index.ts';
import { pages } from '../../content/pages/index.ts';
import { REQUESTS, type Kind, type Locale } from '../../domain/case/model.ts';
import { REGIONS } from '../../domain/clocks/regions/holidayYear.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { layout } from '../layout.ts';
import { html, type Markup } from '../markup.ts';
import {
  checkField,
  choiceField,
  errorSummary,
  hiddenFields,
  selectField,
  textField,
  type Filling,
  type SelectField,
  type TextField,
} from './fields.ts';
import { REQUEST_ICONS } from './icons.ts';
import { LIMITS } from './limits.ts';

export interface FormPage {
  readonly locale: Locale;
  /** Where the form lives (`/complaint`), also when it is shown again after a post. */
  readonly path: string;
  readonly kind: Kind;
  /** What was typed, by dotted name: `customer.name`. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  /** Idempotency key of this filling: kept when the page is shown again. */
  readonly key: string;
}

/** What the matter is: subject, details and, except for a question, what would put it right. */
const matterFields = (locale: Locale, kind: Kind): readonly TextField[] => {
  const text = pages(locale);
  const common: readonly TextField[] = [
    {
      name: 'subject',
      label: text('field.subject'),
      hint: text(`field.subject.hint.${kind}`),
      type: 'text',
      required: true,
      max: LIMITS.subject,
    },
    {
      name: 'description',
      label: text('field.description'),
      hint: text(`field.description.hint.${kind}`),
      type: 'textarea',
      required: true,
      max: LIMITS.description,
      rows: 8,
    },
  ];
  if (kind === 'inquiry') return common;
  return [
    ...common,
    {
      name: 'desiredRemedy',
      label: text('field.desiredRemedy'),
      hint: text(`field.desiredRemedy.hint.${kind}`),
      type: 'textarea',
      required: kind === 'complaint',
      max: LIMITS.desiredRemedy,
      rows: 3,
    },
  ];
};

const productFields = (locale: Locale, kind: Kind): readonly TextField[] => {
  const text = pages(locale);
  return [
    {
      name: 'product.name',
      label: text('field.product.name'),
      hint: text('field.product.name.hint'),
      type: 'text',
      required: kind !== 'inquiry',
      max: LIMITS.productName,
    },
    { name: 'product.orderNo', label: text('field.product.orderNo'), type: 'text', max: LIMITS.orderNo, short: true },
    { name: 'product.serial', label: text('field.product.serial'), type: 'text', max: LIMITS.serial, short: true },
    { name: 'product.purchasedOn', label: text('field.product.purchasedOn'), type: 'date', short: true },
  ];
};

const customerFields = (locale: Locale): readonly TextField[] => {
  const text = pages(locale);
  return [
    { name: 'customer.name', label: text('field.customer.name'), type: 'text', required: true, max: LIMITS.name, autocomplete: 'name' },
    {
      name: 'customer.email',
      label: text('field.customer.email'),
      hint: text('field.customer.email.hint'),
      type: 'email',
      required: true,
      max: LIMITS.email,
      autocomplete: 'email',
    },
    {
      name: 'customer.phone',
      label: text('field.customer.phone'),
      hint: text('field.customer.phone.hint'),
      type: 'tel',
      max: LIMITS.phone,
      autocomplete: 'tel',
    },
  ];
};

/** Whose working days and laws count for the customer. Asked where they decide something, and never guessed from the language. */
const regionField = (locale: Locale, kind: Kind): SelectField | undefined => {
  const [words, text] = [common(locale), pages(locale)];
  if (kind === 'inquiry') return undefined;
  return {
    name: 'customer.region',
    label: text('field.customer.region'),
    hint: text('field.customer.region.hint'),
    none: text('field.customer.region.none'),
    choices: REGIONS.map((region) => ({ value: region, label: words(`region.${region}`) })),
  };
};

const requestChoice = (filling: Filling): Markup => {
  const [words, text] = [common(filling.locale), pages(filling.locale)];
  return choiceField(filling, {
    name: 'request',
    label: text('form.section.request'),
    look: 'cards',
    choices: REQUESTS.map((request) => ({
      value: request,
      label: words(`request.${request}`),
      text: text(`request.${request}.text`),
      icon: REQUEST_ICONS[request],
    })),
  });
};

interface Section {
  readonly title: string;
  readonly fields: readonly TextField[];
  readonly hint?: string;
  readonly choice?: SelectField | undefined;
}

const section = (filling: Filling, { title, fields, hint, choice }: Section): Markup =>
  html`<fieldset class="section">
    <legend>${title}</legend>
    ${hint && html`<p class="hint">${hint}</p>`}
    <div class="fields">${fields.map((field) => textField(filling, field))}${choice && selectField(filling, choice)}</div>
  </fieldset>`;

const afterwards = (locale: Locale): Markup => {
  const text = pages(locale);
  return html`<aside class="afterwards" aria-labelledby="afterwards">
    <h2 id="afterwards">${text('form.aside.title')}</h2>
    <ol>
      <li>${text('form.aside.number')}</li>
      <li>${text('form.aside.mail')}</li>
      <li>${text('form.aside.person')}</li>
      <li>${text('form.aside.files')}</li>
    </ol>
  </aside>`;
};

/** A group that was left out as a whole is missing in its first field: that is where the customer can put it right. */
const FIRST_FIELDS: Readonly<Record<string, FieldError>> = {
  '/product': { pointer: '/product/name', code: 'required' },
  '/customer': { pointer: '/customer/name', code: 'required' },
  '/consent': { pointer: '/consent/service', code: 'consent' },
};

/** `GET /complaint`, `/after-sales`, `/inquiry`: the form, empty or with what was typed and what is wrong with it. Posts to `/api/cases`. */
export const formPage = ({ locale, path, kind, values, errors, key }: FormPage): string => {
  const text = pages(locale);
  const filling: Filling = { locale, values, errors: errors.map((error) => FIRST_FIELDS[error.pointer] ?? error) };
  const [matter, product, customer] = [matterFields(locale, kind), productFields(locale, kind), customerFields(locale)];
  const region = regionField(locale, kind);
  const consent = [
    { name: 'consent.service', label: text('field.consent.service'), required: true },
    { name: 'consent.marketing', label: text('field.consent.marketing') },
  ];
  const labels = Object.fromEntries(
    [...matter, ...product, ...customer, ...(region ? [region] : []), ...consent].map(({ name, label }) => [name, label]),
  );
  const title = text(`form.${kind}.title`);
  const body = html`
    <div class="page-head">
      <h1>${title}</h1>
      <p class="lead">${text(`form.${kind}.lead`)}</p>
    </div>
    <div class="with-aside">
      <form
        class="main-column"
        method="post"
        action="/api/cases"
        data-form
        data-draft="${kind}"
        data-keep="${errors.length > 0 ? 'server' : 'draft'}"
        data-guard
        data-sending="${text('form.sending')}"
      >
        ${errorSummary(filling, { ...labels, request: text('field.request'), 'consent.service': text('form.section.consent') })}
        <p class="draft-note" data-draft-note role="status" hidden>
          ${text('form.draft')} <button type="button" class="link" data-draft-discard>${text('form.draft.discard')}</button>
        </p>
        <p class="hint">${text('form.required')}</p>
        ${hiddenFields({ kind, key, 'customer.locale': locale })} ${kind === 'after-sales' && requestChoice(filling)}
        ${section(filling, { title: text(`form.section.${kind}`), fields: matter })}
        ${section(filling, { title: text('form.section.product'), fields: product, hint: text('form.section.product.hint') })}
        ${section(filling, { title: text('form.section.you'), fields: customer, choice: region })}
        <fieldset class="section">
          <legend>${text('form.section.consent')}</legend>
          ${consent.map((field) => checkField(filling, field))}
        </fieldset>
        <p class="actions"><button class="primary" data-submit>${text('form.send')}</button></p>
      </form>
      ${afterwards(locale)}
    </div>
  `;
  return layout({ locale, path, title: errors.length > 0 ? `${text('error.prefix')}${title}` : title, body, script: 'site' });
};
