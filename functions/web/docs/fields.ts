import { docs } from '../../content/docs/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import { html, type Markup, type Part } from '../markup.ts';
import { nameOf, resolved, type OpenApi, type Schema } from './openapi.ts';
import { prose } from './prose.ts';

/** How schemas are shown: by their fields, in the reader's language. */
export interface Showing {
  readonly locale: Locale;
  readonly document: OpenApi;
}

const schemaLink = (name: string): Markup => html`<a href="#schema-${name}">${name}</a>`;

/** The kind of value in a word, with a link where it has a shape of its own. */
const typeOf = (showing: Showing, schema: Schema): Part => {
  if (schema.$ref) return schemaLink(nameOf(schema.$ref));
  if (schema.items) return around(showing, 'listOf', schema.items);
  if (typeof schema.additionalProperties === 'object') return around(showing, 'byName', schema.additionalProperties);
  if (schema.oneOf) return schema.oneOf.map((option, n) => html`${n > 0 && ' | '}${typeOf(showing, option)}`);
  return schema.format ?? schema.type ?? '';
};

const around = (showing: Showing, sentence: 'listOf' | 'byName', inner: Schema): Part => {
  const [before = '', after = ''] = docs(showing.locale)(sentence, { what: '\n' }).split('\n');
  return html`${before}${typeOf(showing, inner)}${after}`;
};

const range = (locale: Locale, what: 'length' | 'list' | 'number', min: number | undefined, max: number | undefined): readonly string[] => {
  const text = docs(locale);
  if (max === undefined) return [];
  return what === 'length' && min === undefined ? [text('length.max', { max })] : [text(`${what}.range`, { min: min ?? 0, max })];
};

const codes = (values: readonly unknown[]): Part => values.map((value, n) => html`${n > 0 && ' '}<code>${String(value)}</code>`);

const limits = (locale: Locale, schema: Schema): readonly Part[] => [
  ...range(locale, 'length', schema.minLength, schema.maxLength),
  ...range(locale, 'list', schema.minItems, schema.maxItems),
  ...range(locale, 'number', schema.minimum, schema.maximum),
  ...(schema.pattern ? [html`<code>${schema.pattern}</code>`] : []),
  ...(schema.default === undefined ? [] : [docs(locale)('default', { value: String(schema.default) })]),
];

const values = (locale: Locale, { enum: some, const: one, examples }: Schema): Part => {
  if (one !== undefined) return html`<p class="api-values">${codes([one])}</p>`;
  if (some) return html`<p class="api-values">${codes(some)}</p>`;
  return examples && html`<p class="api-values">${docs(locale)('examples')} ${codes(examples)}</p>`;
};

/** Whether a sender has to give a value, or a reader can rely on it. */
export type Need = 'required' | 'optional' | undefined;

/** One value: name, kind, limits, meaning. */
export const fieldRow = (showing: Showing, name: string, schema: Schema, need: Need, where = ''): Markup => {
  const { locale } = showing;
  return html`<div class="api-field">
    <dt>
      <code class="api-name">${name}</code>
      <span class="api-type"
        >${where && html`${where} · `}${typeOf(showing, schema)}${limits(locale, schema).map((limit) => html` · ${limit}`)}</span
      >${need && html` <span class="api-${need}">${docs(locale)(need)}</span>`}
    </dt>
    <dd>${schema.description && html`<div lang="en">${prose(schema.description)}</div>`}${values(locale, schema.items ?? schema)}</dd>
  </div>`;
};

interface Row {
  readonly name: string;
  readonly schema: Schema;
  readonly need: Need;
}

const target = ({ document }: Showing, { $ref }: { readonly $ref?: string | undefined }): Schema | undefined =>
  $ref ? resolved(document.components.schemas, { $ref }) : undefined;

const needs = ({ required = [] }: Schema, name: string): boolean => required.includes(name);

/** Fields of a request with those of the objects inside, as `outer.inner`: what a sender has to fill in, at one look. */
const allRows = (showing: Showing, schema: Schema, prefix = ''): readonly Row[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, { $ref, ...property }]) => {
    const path = `${prefix}${name}`;
    const inner = target(showing, { $ref }) ?? target(showing, property.items ?? {});
    const { items } = property;
    const shown: Schema = { ...property, ...($ref && { type: 'object' }), ...(items?.$ref && { items: { type: 'object' } }) };
    const own: Row = { name: path, schema: shown, need: needs(schema, name) ? 'required' : undefined };
    return [own, ...(inner ? allRows(showing, inner, `${path}${items ? '[]' : ''}.`) : [])];
  });

const rowList = (showing: Showing, rows: readonly Row[]): Markup =>
  html`<dl class="api-fields">${rows.map(({ name, schema, need }) => fieldRow(showing, name, schema, need))}</dl>`;

/** A request body: every field, nested ones too; one list for each variant. */
export const requestFields = (showing: Showing, schema: Schema): Markup => {
  const shown = target(showing, schema) ?? schema;
  if (shown.oneOf)
    return html`${shown.oneOf.map((option) => {
      const name = option.$ref ? nameOf(option.$ref) : (option.title ?? '');
      return html`<details class="api-variant">
        <summary>${name}</summary>
        <div>
          <div lang="en">${prose(target(showing, option)?.description ?? '')}</div>
          ${requestFields(showing, option)}
        </div>
      </details>`;
    })}`;
  return rowList(showing, allRows(showing, shown));
};

/** A variant of a shape; one without anything of its own is just named. */
const variant = (showing: Showing, option: Schema): Markup => {
  const own = option.properties?.['data'] ?? option;
  const title = option.title ?? (option.$ref ? nameOf(option.$ref) : '');
  if (!own.$ref && Object.keys(own.properties ?? {}).length === 0) return html`<p class="api-empty">${title}</p>`;
  return html`<details class="api-variant">
    <summary>${title}</summary>
    <div>${answerFields(showing, own)}</div>
  </details>`;
};

/** The shape of an answer: its own fields, with links to the shapes inside. */
export const answerFields = (showing: Showing, schema: Schema): Markup => {
  if (schema.oneOf) return html`${schema.oneOf.map((option) => variant(showing, option))}`;
  if (schema.$ref) return html`<p>${schemaLink(nameOf(schema.$ref))}</p>`;
  return rowList(
    showing,
    Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      schema: property,
      need: needs(schema, name) ? undefined : 'optional',
    })),
  );
};
