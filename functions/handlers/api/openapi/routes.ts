import type { Locale } from '../../../domain/case/model.ts';
import type { Route } from '../../../http/app.ts';
import { html, seeOther } from '../../../http/message.ts';
import { Problem, PROBLEMS } from '../../../http/problem.ts';
import { localeOf } from '../context.ts';

/** The description is public, changes only with a deployment, and other sites' tools may read it. */
const PUBLIC = {
  'cache-control': 'public, max-age=300',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};

/** Every address of the description of the API. */
export const docsRoutes = (siteUrl: string): readonly Route[] => {
  let text: string | undefined;
  const pages = new Map<Locale, string>();
  // Made with the first request for it: it takes longer than all the rest of a start, and the address of a problem leads here without it.
  const made = async () => (await import('./document.ts')).openApiDocument(siteUrl);
  return [
    {
      method: 'GET',
      path: '/api/openapi.json',
      async endpoint() {
        text ??= JSON.stringify(await made());
        return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8', ...PUBLIC }, body: text };
      },
    },
    {
      method: 'GET',
      path: '/api',
      async endpoint(request) {
        const locale = localeOf(request);
        const { docsPage } = await import('../../../web/docs/docsPage.ts');
        const page = pages.get(locale) ?? docsPage({ locale, document: await made() });
        pages.set(locale, page);
        return html(200, page);
      },
    },
    {
      // The `type` of a problem is an address: it leads to the words about it.
      method: 'GET',
      path: '/api/problems/{type}',
      async endpoint({ params }) {
        const { type = '' } = params;
        if (!Object.hasOwn(PROBLEMS, type)) throw new Problem('not-found');
        return seeOther(`/api#problem-${type}`);
      },
    },
  ];
};
