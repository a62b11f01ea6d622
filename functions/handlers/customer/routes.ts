import type { Route } from '../../http/app.ts';
import { later, type Endpoint } from '../../http/message.ts';
import type { CustomerDeps } from './context.ts';
import { formRoutes, getStartPage } from './pages.ts';

/** Every address of the customers' side (contract.md), and the two that need to know how the function was deployed. */
export const customerRoutes = (
  deps: CustomerDeps,
  { getDeskPage, getAsset }: Readonly<Record<'getDeskPage' | 'getAsset', Endpoint>>,
): readonly Route[] => [
  { method: 'GET', path: '/', endpoint: getStartPage },
  ...formRoutes,
  { method: 'GET', path: '/track/{caseId}', endpoint: later(async () => (await import('./tracking.ts')).getTrackingPage(deps)) },
  { method: 'GET', path: '/survey/{token}', endpoint: later(async () => (await import('./survey.ts')).getSurveyPage(deps)) },
  { method: 'GET', path: '/unsubscribe/{token}', endpoint: later(async () => (await import('./survey.ts')).getUnsubscribePage(deps)) },
  { method: 'POST', path: '/unsubscribe/{token}', endpoint: later(async () => (await import('./survey.ts')).postUnsubscribe(deps)) },
  { method: 'GET', path: '/withdraw/{token}', endpoint: later(async () => (await import('./marketing.ts')).getMarketingPage(deps)) },
  { method: 'POST', path: '/withdraw/{token}', endpoint: later(async () => (await import('./marketing.ts')).postMarketing(deps)) },
  { method: 'GET', path: '/desk', endpoint: getDeskPage },
  { method: 'GET', path: '/assets/{name}', endpoint: getAsset },
  { method: 'POST', path: '/api/cases', endpoint: later(async () => (await import('./openCase.ts')).postCase(deps)) },
  { method: 'GET', path: '/api/cases/{caseId}', endpoint: later(async () => (await import('./tracking.ts')).getCase(deps)) },
  { method: 'POST', path: '/api/cases/{caseId}/messages', endpoint: later(async () => (await import('./tracking.ts')).postMessage(deps)) },
  { method: 'POST', path: '/api/cases/{caseId}/decision', endpoint: later(async () => (await import('./tracking.ts')).postDecision(deps)) },
  {
    method: 'POST',
    path: '/api/cases/{caseId}/withdrawal',
    endpoint: later(async () => (await import('./tracking.ts')).postWithdrawal(deps)),
  },
  {
    method: 'POST',
    path: '/api/cases/{caseId}/reopening',
    endpoint: later(async () => (await import('./tracking.ts')).postReopening(deps)),
  },
  {
    method: 'POST',
    path: '/api/cases/{caseId}/attachments',
    endpoint: later(async () => (await import('./tracking.ts')).postAttachment(deps)),
    takesFiles: true,
  },
  {
    method: 'GET',
    path: '/api/cases/{caseId}/attachments/{id}',
    endpoint: later(async () => (await import('./tracking.ts')).getAttachment(deps)),
  },
  { method: 'POST', path: '/api/surveys/{token}', endpoint: later(async () => (await import('./survey.ts')).postSurvey(deps)) },
];
