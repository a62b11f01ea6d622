import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { attachmentStore } from '../adapters/s3/attachments.ts';
import { LOCALES } from '../domain/case/model.ts';
import { httpApp, type Route } from '../http/app.ts';
import { env } from '../runtime/env.ts';
import { now } from '../runtime/now.ts';
import { policy } from '../runtime/settings.ts';
import { storage } from '../runtime/wiring.ts';
import { setAssetHashes } from '../web/assets.ts';
import type { CustomerDeps } from './customer/context.ts';
import { getDeskPage } from './customer/desk.ts';
import { postCase } from './customer/openCase.ts';
import { formRoutes, getAsset, getStartPage, problemPage } from './customer/pages.ts';
import { getSurveyPage, getUnsubscribePage, postSurvey, postUnsubscribe } from './customer/survey.ts';
import { getAttachment, getCase, getTrackingPage, postAttachment, postDecision, postMessage, postWithdrawal } from './customer/tracking.ts';
import { assetHashes } from './api/assets.ts';
import { HEADERS, isForPeople, onBreakage, problemJson } from './http.ts';

const ASSETS = join(__dirname, 'assets');
const hashes = assetHashes(readFileSync(join(ASSETS, 'manifest.json'), 'utf8'));
setAssetHashes(hashes);

const deps: CustomerDeps = {
  ...storage(),
  attachments: attachmentStore(env('ATTACHMENTS_BUCKET')),
  policy: policy(),
  now,
  siteUrl: env('SITE_URL'),
};

const routes: readonly Route[] = [
  { method: 'GET', path: '/', endpoint: getStartPage },
  ...formRoutes,
  { method: 'GET', path: '/track/{caseId}', endpoint: getTrackingPage(deps) },
  { method: 'GET', path: '/survey/{token}', endpoint: getSurveyPage(deps) },
  { method: 'GET', path: '/unsubscribe/{token}', endpoint: getUnsubscribePage(deps) },
  { method: 'POST', path: '/unsubscribe/{token}', endpoint: postUnsubscribe(deps) },
  { method: 'GET', path: '/desk', endpoint: getDeskPage },
  { method: 'GET', path: '/assets/{name}', endpoint: getAsset(ASSETS, Object.keys(hashes)) },
  { method: 'POST', path: '/api/cases', endpoint: postCase(deps) },
  { method: 'GET', path: '/api/cases/{caseId}', endpoint: getCase(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/messages', endpoint: postMessage(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/decision', endpoint: postDecision(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/withdrawal', endpoint: postWithdrawal(deps) },
  { method: 'POST', path: '/api/cases/{caseId}/attachments', endpoint: postAttachment(deps), takesFiles: true },
  { method: 'GET', path: '/api/cases/{caseId}/attachments/{id}', endpoint: getAttachment(deps) },
  { method: 'POST', path: '/api/surveys/{token}', endpoint: postSurvey(deps) },
];

/** A year: how long a chosen language is kept. */
const LANGUAGE_COOKIE_SECONDS = 31_536_000;

/** Keeps the language that a reader chose with `?lang=`. */
const keepingLanguage = (route: Route): Route => ({
  ...route,
  async endpoint(request) {
    const answer = await route.endpoint(request);
    const chosen = LOCALES.find((locale) => locale === request.query['lang']);
    const cookie = `lang=${chosen}; Path=/; Max-Age=${LANGUAGE_COOKIE_SECONDS}; SameSite=Lax; HttpOnly`;
    return chosen ? { ...answer, cookies: [...(answer.cookies ?? []), cookie] } : answer;
  },
});

/** The customers' side: pages and public API. */
export const handler = httpApp({
  routes: routes.map((route) => (route.method === 'GET' && !route.path.startsWith('/api/') ? keepingLanguage(route) : route)),
  headers: HEADERS,
  onProblem: async (problem, request) => (isForPeople(request) ? problemPage(problem, request) : problemJson(problem)),
  onBreakage,
});
