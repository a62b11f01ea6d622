import { httpApp } from '../http/app.ts';
import { env } from '../runtime/env.ts';
import { docsRoutes } from './api/openapi/routes.ts';
import { HEADERS, onBreakage, problemJson } from './http.ts';

/** The description of the API: as OpenAPI 3.1 for programs, as a page for people. */
export const handler = httpApp({
  routes: docsRoutes(env('SITE_URL')),
  headers: HEADERS,
  onProblem: async (problem) => problemJson(problem),
  onBreakage,
});
