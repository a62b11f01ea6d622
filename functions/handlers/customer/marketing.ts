import { html, type Answer, type Endpoint, type Request } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import { changeMarketingByLink, marketingByLink } from '../../usecases/marketingLink.ts';
import { localeOf } from '../api/context.ts';
import { subjectOf, type CustomerDeps } from './context.ts';
import { views } from './views.ts';

const page = async (request: Request, agreed: boolean | undefined, changed: boolean): Promise<Answer> => {
  if (agreed === undefined) throw new Problem('not-found');
  const { token = '' } = request.params;
  return html(200, (await views()).marketingPage({ locale: localeOf(request), path: request.path, token, agreed, changed }));
};

/** `GET /withdraw/{token}`: what stops and what does not; a page that asks, since mail scanners follow links. */
export const getMarketingPage =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const subject = await subjectOf(deps, 'withdraw', request.params['token'] ?? '');
    return page(request, await marketingByLink(deps)(subject), false);
  };

/** `POST /withdraw/{token}`: no more marketing to this address (RFC 8058: one click, no sign-in), or, with `marketing=yes`, again. */
export const postMarketing =
  (deps: CustomerDeps): Endpoint =>
  async (request) => {
    const subject = await subjectOf(deps, 'withdraw', request.params['token'] ?? '');
    const sent = await request.body();
    const given = sent.kind === 'form' && sent.fields['marketing'] === 'yes';
    return page(request, await changeMarketingByLink(deps)(subject, given, deps.now()), true);
  };
