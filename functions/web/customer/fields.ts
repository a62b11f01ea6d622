import { common, errorSentence } from '../../content/common/index.ts';
import { pages } from '../../content/pages/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { html, type Markup } from '../markup.ts';

/** What a form holds when its page is made: what was typed, and what is wrong with it. Names are dotted, pointers are RFC 6901. */
export interface Filling {
  readonly locale: Locale;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

export interface TextField {
  readonly name: string;
  /** Element id, where two forms of a page have a field of the same name. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly type: 'text' | 'email' | 'tel' | 'date' | 'textarea';
  readonly required?: boolean;
  /** Most characters; also shows a counter in large fields. */
  readonly max?: number;
  readonly autocomplete?: string;
  readonly rows?: number;
  /** A short field, such as a date. */
  readonly short?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly text?: string;
  readonly icon?: Markup;
}

export interface ChoiceField {
  readonly name: string;
  readonly label: string;
  readonly look: 'cards' | 'scale' | 'numbers';
  readonly choices: readonly Choice[];
  /** What the ends of a scale mean. */
  readonly ends?: readonly [string, string];
}

/** A question with a short list of answers, one of which is none. */
export interface SelectField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** What the empty answer says. */
  readonly none: string;
  readonly choices: readonly Pick<Choice, 'value' | 'label'>[];
}

export interface CheckField {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
}

/** The element id of a field: what an error links to. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

const pointerOf = (name: string): string => `/${name.replaceAll('.', '/')}`;

/** The sentence of the first error of a field, if it has one. */
export const wrongWith = ({ locale, errors }: Pick<Filling, 'locale' | 'errors'>, name: string): string | undefined => {
  const error = errors.find(({ pointer }) => pointer === pointerOf(name));
  return error && errorSentence(locale, error);
};

const errorLine = (id: string, wrong: string | undefined): Markup =>
  html`<p class="wrong" id="${id}-wrong" ${!wrong && html` hidden`}>${wrong}</p>`;

const optionalMark = (locale: Locale, required: boolean | undefined): Markup | false =>
  !required && html` <span class="optional">${pages(locale)('optional')}</span>`;

/** Sentences that the script shows as one types: the same that the server would answer. */
const sayings = (locale: Locale, { type, required, max }: Pick<TextField, 'type' | 'required' | 'max'>): Markup => {
  const words = common(locale);
  return html`${required && html` data-say-required="${words('error.required')}"`}${
    max !== undefined && html` data-max="${max}" data-say-long="${errorSentence(locale, { code: 'too-long', values: { max } })}"`
  }${type === 'email' && html` data-say-email="${words('error.email')}"`}${
    type === 'date' && html` data-say-date="${words('error.date')}" data-say-future="${words('error.date-in-future')}"`
  }`;
};

const counter = (locale: Locale, max: number): Markup => {
  const text = pages(locale)('form.counter', { used: '{used}', max });
  return html`<p class="counter" data-counter="${text}" hidden></p>`;
};

/** HTML swallows the first line break of a text area: this one is given up so that the customer's own is kept. */
const FIRST_BREAK = '\n';

/** One labelled text field, with its hint, its error and what was typed. */
export const textField = (filling: Filling, field: TextField): Markup => {
  const { name, label, hint, type, required, max, autocomplete, rows = 6, short } = field;
  const { locale, values } = filling;
  const id = field.id ?? fieldId(name);
  const wrong = wrongWith(filling, name);
  const attributes = html`id="${id}"
  name="${name}"${required && html` required`}${autocomplete && html` autocomplete="${autocomplete}"`}${wrong && html` aria-invalid="true"`}
  aria-describedby="${hint && `${id}-hint `}${id}-wrong" ${sayings(locale, field)}`;
  return html`<div class="field${short && ' field-short'}${wrong && ' field-wrong'}">
    <label for="${id}">${label}${optionalMark(locale, required)}</label>
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`} ${errorLine(id, wrong)}
    ${
      type === 'textarea'
        ? html`<textarea ${attributes} rows="${rows}" dir="auto">${FIRST_BREAK}${values[name] ?? ''}</textarea>`
        : html`<input ${attributes} type="${type}" value="${values[name] ?? ''}" ${type === 'text' && html` dir="auto"`} />`
    }
    ${type === 'textarea' && max !== undefined && counter(locale, max)}
  </div>`;
};

const choiceOption = (filling: Filling, { name, look }: ChoiceField, { value, label, text, icon }: Choice, index: number): Markup => {
  const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${value}`;
  return html`<label class="choice">
    <input type="radio" id="${id}" name="${name}" value="${value}" required${filling.values[name] === value && html` checked`} />
    <span class="choice-face">
      ${icon}<span class="choice-label">${label}</span>
      ${text && html`<span class="${look === 'scale' ? 'choice-word' : 'choice-text'}">${text}</span>`}
    </span>
  </label>`;
};

/** One question answered by choosing: native radio buttons in a group. */
export const choiceField = (filling: Filling, field: ChoiceField): Markup => {
  const id = fieldId(field.name);
  const wrong = wrongWith(filling, field.name);
  return html`<fieldset
    class="field choices choices-${field.look}${wrong && ' field-wrong'}"
    role="radiogroup"
    aria-required="true"
    aria-describedby="${id}-wrong"
    data-say-required="${common(filling.locale)('error.choice')}"
    ${wrong && html` aria-invalid="true"`}
  >
    <legend>${field.label}</legend>
    ${errorLine(id, wrong)}
    <div class="choice-row">${field.choices.map((choice, index) => choiceOption(filling, field, choice, index))}</div>
    ${field.ends && html`<p class="ends"><span>${field.ends[0]}</span><span>${field.ends[1]}</span></p>`}
  </fieldset>`;
};

/** One optional question answered from a list; empty is no answer. */
export const selectField = (filling: Filling, { name, label, hint, none, choices }: SelectField): Markup => {
  const { locale, values } = filling;
  const id = fieldId(name);
  const wrong = wrongWith(filling, name);
  return html`<div class="field${wrong && ' field-wrong'}">
    <label for="${id}">${label}${optionalMark(locale, false)}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    ${errorLine(id, wrong)}
    <select id="${id}" name="${name}" aria-describedby="${id}-hint ${id}-wrong" ${wrong && html` aria-invalid="true"`}>
      <option value="">${none}</option>
      ${choices.map((choice) => html`<option value="${choice.value}" ${values[name] === choice.value && html` selected`}>${choice.label}</option>`)}
    </select>
  </div>`;
};

/** One box to tick; its value is `true`, and it is absent when not ticked. */
export const checkField = (filling: Filling, { name, label, required }: CheckField): Markup => {
  const id = fieldId(name);
  const wrong = wrongWith(filling, name);
  return html`<div class="field check${wrong && ' field-wrong'}">
    ${errorLine(id, wrong)}
    <label>
      <input
        type="checkbox"
        id="${id}"
        name="${name}"
        value="true"
        aria-describedby="${id}-wrong"
        ${required && html` required data-say-required="${common(filling.locale)('error.consent')}"`}
        ${wrong && html` aria-invalid="true"`}
        ${filling.values[name] === 'true' && html` checked`}
      />
      <span>${label}${optionalMark(filling.locale, required)}</span>
    </label>
  </div>`;
};

/** Hidden fields of a form. */
export const hiddenFields = (fields: Readonly<Record<string, string>>): Markup =>
  html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;

/** Everything that is wrong, at the top, with links to the fields; takes the focus when the page opens. Nothing when nothing is wrong. */
export const errorSummary = (
  { locale, errors }: Pick<Filling, 'locale' | 'errors'>,
  labels: Readonly<Record<string, string>>,
  ids: Readonly<Record<string, string>> = {},
): Markup | false => {
  const text = pages(locale);
  const line = (error: FieldError): Markup => {
    const name = error.pointer.slice(1).replaceAll('/', '.');
    const [label, sentence] = [labels[name], errorSentence(locale, error)];
    if (label === undefined) return html`<li>${name && html`<bdi>${name}</bdi>${text('colon')}`}${sentence}</li>`;
    return html`<li><a href="#${ids[name] ?? fieldId(name)}">${label.replace(/[?？。.]$/u, '')}${text('colon')}${sentence}</a></li>`;
  };
  return (
    errors.length > 0 &&
    html`<div class="summary" role="alert" tabindex="-1" autofocus data-summary>
      <h2>${text('error.title', { count: errors.length })}</h2>
      <ul>
        ${errors.map(line)}
      </ul>
    </div>`
  );
};
