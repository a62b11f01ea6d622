import type { Locale } from '../../../domain/case/model.ts';
import type { Route } from '../../../http/app.ts';
import { html, seeOther } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { docsPage } from '../../../web/docs/docsPage.ts';
import { localeOf } from '../context.ts';
import { openApiDocument } from './document.ts';
import { isProblemType } from './problems.ts';

/** The description is public, changes only with a deployment, and other sites' tools may read it. */
const PUBLIC = {
  'cache-control': 'public, max-age=300',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};

/** Every address of the description of the API. */
export const docsRoutes = (siteUrl: string): readonly Route[] => {
  const document = openApiDocument(siteUrl);
  const text = JSON.stringify(document);
  const pages = new Map<Locale, string>();
  return [
    {
      method: 'GET',
      path: '/api/openapi.json',
      endpoint: async () => ({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8', ...PUBLIC }, body: text }),
    },
    {
      method: 'GET',
      path: '/api',
      async endpoint(request) {
        const locale = localeOf(request);
        const page = pages.get(locale) ?? docsPage({ locale, document });
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
        if (!isProblemType(type)) throw new Problem('not-found');
        return seeOther(`/api#problem-${type}`);
      },
    },
  ];
};
