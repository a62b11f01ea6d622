import { staffDirectory } from '../adapters/cognito/staffDirectory.ts';
import { executionArn } from '../adapters/sfn/arn.ts';
import { httpApp } from '../http/app.ts';
import { attachments } from '../runtime/attachments.ts';
import { env } from '../runtime/env.ts';
import { now } from '../runtime/now.ts';
import { policy } from '../runtime/settings.ts';
import { storage } from '../runtime/wiring.ts';
import { HEADERS, onBreakage, problemJson } from './http.ts';
import type { DeskDeps } from './staff/context.ts';
import { deskRoutes } from './staff/routes.ts';

const deps: DeskDeps = {
  ...storage(),
  attachments: attachments(),
  directory: staffDirectory(env('USER_POOL_ID')),
  policy: policy(),
  now,
  siteUrl: env('SITE_URL'),
  clientId: env('USER_POOL_CLIENT_ID'),
  consoleUrl: env('CONSOLE_URL'),
  executionArn: executionArn(env('STATE_MACHINE_ARN')),
};

/** The desk's API, for staff. Every address of it lies behind the gateway's JWT authorizer. */
export const handler = httpApp({
  routes: deskRoutes(deps),
  headers: HEADERS,
  onProblem: async (problem) => problemJson(problem),
  onBreakage,
});
