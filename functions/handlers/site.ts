import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { LOCALES } from '../domain/case/model.ts';
import { httpApp, type Route } from '../http/app.ts';
import { attachments } from '../runtime/attachments.ts';
import { env } from '../runtime/env.ts';
import { now } from '../runtime/now.ts';
import { policy } from '../runtime/settings.ts';
import { storage } from '../runtime/wiring.ts';
import { setAssetHashes } from '../web/assets.ts';
import type { CustomerDeps } from './customer/context.ts';
import { getDeskPage } from './customer/desk.ts';
import { getAsset, problemPage } from './customer/pages.ts';
import { customerRoutes } from './customer/routes.ts';
import { assetHashes } from './api/assets.ts';
import { HEADERS, isForPeople, onBreakage, problemJson } from './http.ts';

const ASSETS = join(__dirname, 'assets');
const hashes = assetHashes(readFileSync(join(ASSETS, 'manifest.json'), 'utf8'));
setAssetHashes(hashes);

const deps: CustomerDeps = {
  ...storage(),
  attachments: attachments(),
  policy: policy(),
  now,
  siteUrl: env('SITE_URL'),
};

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
  routes: customerRoutes(deps, { getDeskPage, getAsset: getAsset(ASSETS, hashes) }).map((route) =>
    route.method === 'GET' && !route.path.startsWith('/api/') ? keepingLanguage(route) : route,
  ),
  headers: HEADERS,
  onProblem: async (problem, request) => (isForPeople(request) ? problemPage(problem, request) : problemJson(problem)),
  onBreakage,
});
