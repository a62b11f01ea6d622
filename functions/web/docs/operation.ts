import { docs } from '../../content/docs/index.ts';
import { html, type Markup, type Part } from '../markup.ts';
import { curl, type Call } from './curl.ts';
import { answerFields, fieldRow, requestFields, type Showing } from './fields.ts';
import { nameOf, resolved, type Content, type Operation, type Parameter, type Response } from './openapi.ts';
import { prose } from './prose.ts';

/** A block of code that scrolls by itself, by keyboard too. */
export const code = (text: string, label: string): Markup =>
  html`<pre class="api-code" tabindex="0" role="region" aria-label="${label}" translate="no"><code>${text}</code></pre>`;

/** A method as a badge. */
export const methodBadge = (method: string): Markup => html`<span class="api-method api-method-${method}">${method.toUpperCase()}</span>`;

const keysOf = ({ locale }: Showing, { security }: Operation): Part => {
  const names = security.flatMap((one) => Object.keys(one));
  if (names.length === 0) return docs(locale)('keys.open');
  return names.map((name, n) => html`${n > 0 && ' · '}<a href="#key-${name}">${name}</a>`);
};

const LOCATIONS = { path: 'in.path', query: 'in.query', header: 'in.header' } as const satisfies Record<Parameter['in'], string>;

const parameters = (showing: Showing, { parameters: list = [] }: Operation): Part => {
  if (list.length === 0) return '';
  const text = docs(showing.locale);
  return html`<h4>${text('parameters')}</h4>
    <dl class="api-fields">
      ${list.map((one) => {
        const parameter = '$ref' in one ? resolved(showing.document.components.parameters, one) : one;
        const { name, schema, description, required = false } = parameter;
        return fieldRow(showing, name, { ...schema, description }, required ? 'required' : undefined, text(LOCATIONS[parameter.in]));
      })}
    </dl>`;
};

const examplesOf = (content: Content): readonly (readonly [string, unknown])[] =>
  Object.values(content).flatMap(({ examples = {} }) => Object.values(examples).map(({ summary, value }) => [summary, value] as const));

const exampleList = ({ locale }: Showing, content: Content): Part =>
  examplesOf(content).map(
    ([summary, value]) =>
      html`<details class="api-example">
        <summary>${docs(locale)('example')}: <span lang="en">${summary}</span></summary>
        ${code(JSON.stringify(value, null, 2), summary)}
      </details>`,
  );

const body = (showing: Showing, { requestBody }: Operation): Part => {
  if (!requestBody) return '';
  const text = docs(showing.locale);
  const { 'application/json': asJson, ...others } = requestBody.content;
  const types = Object.keys(others).join(', ');
  return html`<h4>${text('body')}</h4>
    ${!requestBody.required && html`<p class="hint">${text('body.optional')}</p>`}
    ${types && html`<p class="hint">${text('body.forms', { types })}</p>`} ${asJson && requestFields(showing, asJson.schema)}
    ${asJson && exampleList(showing, { 'application/json': asJson })}`;
};

const problemLinks = (content: Content): Part => {
  const schema = content['application/problem+json']?.schema;
  if (!schema) return '';
  const names = (schema.oneOf ?? [schema]).flatMap(({ $ref }) => ($ref ? [nameOf($ref)] : []));
  return names.map((name) => {
    const type = name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
    return html` <a href="#problem-${type}"><code>${type}</code></a>`;
  });
};

const headerNames = ({ headers = {} }: Response): Part => {
  const names = Object.keys(headers);
  return names.length > 0 && html`<p class="api-values">${names.map((name) => html`<code>${name}</code> `)}</p>`;
};

const answer = (showing: Showing, status: string, response: Response): Markup => {
  const { content = {}, description } = response;
  const schema = content['application/json']?.schema;
  const isProblem = 'application/problem+json' in content;
  return html`<div class="api-field">
    <dt>
      <code class="api-status api-status-${status.charAt(0)}">${status}</code>
      <span class="api-type">${schema?.$ref ? answerFields(showing, schema) : ''}${problemLinks(content)}</span>
    </dt>
    <dd>
      ${!isProblem && html`<div lang="en">${prose(description)}</div>`}${headerNames(response)}
      ${status.startsWith('2') && exampleList(showing, content)}
    </dd>
  </div>`;
};

const answers = (showing: Showing, operation: Operation): Markup => {
  const byStatus = Object.entries(operation.responses).toSorted(([one], [other]) => Number(one) - Number(other));
  return html`<h4>${docs(showing.locale)('answers')}</h4>
    <dl class="api-fields">
      ${byStatus.map(([status, one]) =>
        answer(showing, status, '$ref' in one ? resolved(showing.document.components.responses, one) : one),
      )}
    </dl>`;
};

/** One operation: what it is for, how to call it, what comes back. */
export const operationSection = (showing: Showing, call: Call): Markup => {
  const { path, method, operation } = call;
  const text = docs(showing.locale);
  return html`<section class="api-operation" id="${operation.operationId}" aria-labelledby="title-${operation.operationId}">
    <h3 id="title-${operation.operationId}" lang="en">${operation.summary}</h3>
    <p class="api-address">${methodBadge(method)} <code>${path}</code> <span class="api-keys">${keysOf(showing, operation)}</span></p>
    <div class="api-columns">
      <div>
        <div lang="en">${prose(operation.description)}</div>
        ${parameters(showing, operation)} ${body(showing, operation)} ${answers(showing, operation)}
      </div>
      <div class="api-aside">
        <h4>${text('tryIt')}</h4>
        ${code(curl(showing.document, call), `${text('tryIt')}: ${operation.summary}`)}
      </div>
    </div>
  </section>`;
};
