import type { Route } from '../../http/app.ts';
import type { Endpoint } from '../../http/message.ts';
import type { CustomerDeps } from './context.ts';
import { postCase } from './openCase.ts';
import { formRoutes, getStartPage } from './pages.ts';
import { getSurveyPage, getUnsubscribePage, postSurvey, postUnsubscribe } from './survey.ts';
import {
  getAttachment,
  getCase,
  getTrackingPage,
  postAttachment,
  postDecision,
  postMessage,
  postReopening,
  postWithdrawal,
} from './tracking.ts';

/** Every address of the customers' side (contract.md), and the two that need to know how the function was deployed. */
export const customerRoutes = (
  deps: CustomerDeps,
  { getDeskPage, getAsset }: Readonly<Record<'getDeskPage' | 'getAsset', Endpoint>>,
): readonly Route[] => [
  { method: 'GET', path: '/', endpoint: getStartPage },
  ...formRoutes,
  { method: 'GET', path: '/track/{caseId}', endpoint: getTrackingPage(deps) },
  { method: 'GET', path: '/survey/{token}', endpoint: getSurveyPage(deps) },
  { method: 'GET', path: '/unsubscribe/{token}', endpoint: getUnsubscribePage(deps) },
  { method: 'POST', path: '/unsubscribe/{token}', endpoint: postUnsubscribe(deps) },
  { method: 'GET', path: '/desk', endpoint: getDeskPage },
  { method: 'GET', path: '/assets/{name}', endpoint: getAsset },
  { method: 'POST', path: '/api/cases', endpoint: postCase(deps) },
  { method: 'GET', path: '/api/cases/{caseId}', endpoint: getCase(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/messages', endpoint: postMessage(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/decision', endpoint: postDecision(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/withdrawal', endpoint: postWithdrawal(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/reopening', endpoint: postReopening(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/attachments', endpoint: postAttachment(deps), takesFiles: true },
  { method: 'GET', path: '/api/cases/{caseId}/attachments/{id}', endpoint: getAttachment(deps) },
  { method: 'POST', path: '/api/surveys/{token}', endpoint: postSurvey(deps) },
];
