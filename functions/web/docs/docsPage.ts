import { docs } from '../../content/docs/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import { assetUrl } from '../assets.ts';
import { layout } from '../layout.ts';
import { html, type Markup } from '../markup.ts';
import { curl, type Call } from './curl.ts';
import { answerFields, type Showing } from './fields.ts';
import { operationsOf, type OpenApi, type Schema } from './openapi.ts';
import { code, methodBadge, operationSection } from './operation.ts';
import { prose } from './prose.ts';

export interface DocsPage {
  readonly locale: Locale;
  readonly document: OpenApi;
}

const anchorOf = (tag: string): string => `tag-${tag.toLowerCase().replaceAll(' ', '-')}`;

const contents = ({ locale, document }: Showing, calls: readonly Call[]): Markup => {
  const text = docs(locale);
  return html`<nav class="api-contents" aria-label="${text('contents')}">
    <ul role="list">
      <li><a href="#conventions">${text('conventions')}</a></li>
      <li><a href="#start">${text('start')}</a></li>
      <li><a href="#keys">${text('keys')}</a></li>
      ${document.tags.map(
        ({ name }) =>
          html`<li>
            <a href="#${anchorOf(name)}" lang="en">${name}</a>
            <ul role="list" lang="en">
              ${calls
                .filter(({ operation }) => operation.tags.includes(name))
                .map(
                  ({ method, operation }) =>
                    html`<li><a href="#${operation.operationId}">${methodBadge(method)} ${operation.summary}</a></li>`,
                )}
            </ul>
          </li>`,
      )}
      <li><a href="#problems">${text('problems')}</a></li>
      <li><a href="#schemas">${text('schemas')}</a></li>
    </ul>
  </nav>`;
};

const DESK_TOKEN = `DESK_TOKEN=$(curl -s "$AWS_ENDPOINT" \\
  -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' \\
  -H 'Content-Type: application/x-amz-json-1.1' \\
  -d '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"CLIENT_ID","AuthParameters":{"USERNAME":"EMAIL","PASSWORD":"PASSWORD"}}' \\
  | sed 's/.*"AccessToken": *"\\([^"]*\\)".*/\\1/')`;

const start = ({ locale, document }: Showing, calls: readonly Call[]): Markup => {
  const text = docs(locale);
  const line = (id: string): string => {
    const call = calls.find(({ operation }) => operation.operationId === id);
    return call ? curl(document, call) : '';
  };
  const step = (words: string, commands: string): Markup =>
    html`<li>
      <p>${words}</p>
      ${code(commands, words)}
    </li>`;
  return html`<section id="start" class="api-part">
    <h2>${text('start')}</h2>
    <ol class="api-steps">
      ${step(text('start.open'), line('openCase'))} ${step(text('start.keep'), 'CASE_ID=AC-…\nTRACKING_TOKEN=eyJ…')}
      ${step(text('start.read'), line('getCase'))} ${step(text('start.desk'), DESK_TOKEN)}
    </ol>
  </section>`;
};

const keys = ({ locale, document }: Showing): Markup =>
  html`<section id="keys" class="api-part">
    <h2>${docs(locale)('keys')}</h2>
    <dl class="api-fields" lang="en">
      ${Object.entries(document.components.securitySchemes).map(
        ([name, { description }]) =>
          html`<div class="api-field" id="key-${name}">
            <dt><code class="api-name">${name}</code></dt>
            <dd>${prose(description)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;

const tagPart = (showing: Showing, { name, description }: OpenApi['tags'][number], calls: readonly Call[]): Markup =>
  html`<section id="${anchorOf(name)}" class="api-part">
    <h2 lang="en">${name}</h2>
    <div class="lead" lang="en">${prose(description)}</div>
    ${calls.filter(({ operation }) => operation.tags.includes(name)).map((call) => operationSection(showing, call))}
  </section>`;

/** Name of the problem that a schema describes, if it does. */
const problemOf = ({ properties }: Schema): string | undefined => {
  const type = properties?.['type']?.const;
  return typeof type === 'string' && type.startsWith('/api/problems/') ? type.slice('/api/problems/'.length) : undefined;
};

const problemPart = (showing: Showing): Markup => {
  const text = docs(showing.locale);
  const own = ['type', 'title', 'status', 'detail'];
  return html`<section id="problems" class="api-part">
    <h2>${text('problems')}</h2>
    <p class="lead">${text('problems.lead')}</p>
    ${Object.values(showing.document.components.schemas).flatMap((schema) => {
      const type = problemOf(schema);
      if (!type) return [];
      const members = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !own.includes(name)));
      return [
        html`<section class="api-shape" id="problem-${type}">
          <h3><code class="api-status api-status-4">${String(schema.properties?.['status']?.const)}</code> <code>${type}</code></h3>
          <div lang="en">${prose(schema.description ?? '')}</div>
          ${Object.keys(members).length > 0 && answerFields(showing, { ...schema, properties: members })}
        </section>`,
      ];
    })}
  </section>`;
};

const referenced = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/#\/components\/schemas\/(\w+)/g)].flatMap(([, name]) => name ?? []);

/** Names of all shapes that a value leads to. */
const reachable = (document: OpenApi, from: unknown): ReadonlySet<string> => {
  const found = new Set<string>();
  const waiting = [...referenced(from)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...referenced(document.components.schemas[name] ?? {}));
  }
  return found;
};

const shapes = (showing: Showing, calls: readonly Call[]): Markup => {
  const { document } = showing;
  const answers = reachable(document, [document.components.responses, calls.map(({ operation }) => operation.responses)]);
  return html`<section id="schemas" class="api-part">
    <h2>${docs(showing.locale)('schemas')}</h2>
    ${Object.entries(document.components.schemas)
      .filter(([name, schema]) => answers.has(name) && !problemOf(schema))
      .map(
        ([name, schema]) =>
          html`<section class="api-shape" id="schema-${name}">
            <h3><code>${name}</code></h3>
            <div lang="en">${prose(schema.description ?? '')}</div>
            ${answerFields(showing, schema)}
          </section>`,
      )}
  </section>`;
};

/** `GET /api`: the OpenAPI document for people. The document's own words stay English; everything around them is in the reader's language. */
export const docsPage = (showing: DocsPage): string => {
  const { locale, document } = showing;
  const text = docs(locale);
  const calls = operationsOf(document);
  const body = html`<link rel="stylesheet" href="${assetUrl('docs.css')}" />
    <div class="api">
      <div class="api-head">
        <h1>${text('title')}</h1>
        <p class="lead">${text('lead')}</p>
        <p>
          <a class="api-document" href="/api/openapi.json">${text('document')}</a> <span class="api-version">${document.info.version}</span>
        </p>
      </div>
      ${contents(showing, calls)}
      <div class="api-body">
        <section id="conventions" class="api-part">
          <h2>${text('conventions')}</h2>
          <div lang="en">${prose(document.info.description)}</div>
        </section>
        ${start(showing, calls)} ${keys(showing)} ${document.tags.map((tag) => tagPart(showing, tag, calls))} ${problemPart(showing)}
        ${shapes(showing, calls)}
      </div>
    </div>`;
  return layout({ locale, title: text('title'), path: '/api', body, wide: true });
};
