import type { Locale } from '../../domain/case/model.ts';
import { stageOf } from '../../domain/case/flow.ts';
import { clocksOf } from '../../domain/case/clocks.ts';
import type { Policy } from '../../domain/policy.ts';
import { json, type Answer } from '../../http/message.ts';
import { trackingUrl } from '../../usecases/links.ts';
import type { OpenedCase } from '../../usecases/openCase.ts';
import type { Links } from '../../usecases/ports.ts';
import type { OpeningBody } from './schemas.ts';

/** What opening a case answers (contract.md); `where` is the address of cases for whoever asked. */
export const openedAnswer = async (
  deps: { readonly links: Links; readonly policy: Policy; readonly siteUrl: string },
  { state, books, replayed }: OpenedCase,
  where: '/api/cases' | '/api/desk/cases',
): Promise<Answer> => {
  const { firstResponse, resolution } = clocksOf(state, books, state.openedAt);
  return json(
    201,
    {
      caseId: state.caseId,
      stage: stageOf(state.step),
      trackingUrl: await trackingUrl(deps.siteUrl, deps.links, deps.policy, state),
      firstResponseDue: firstResponse.due,
      resolutionDue: resolution.due,
    },
    { location: `${deps.siteUrl}${where}/${state.caseId}`, ...(replayed ? { 'idempotency-replayed': 'true' } : {}) },
  );
};

/** The parsed body as the domain's opening, in the language that the customer chose or reads. */
export const toOpening = (body: OpeningBody, locale: Locale) => ({
  ...body,
  customer: { ...body.customer, locale: body.customer.locale ?? locale },
});
