import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS, type Kind } from '../../domain/case/model.ts';
import { html, type Answer, type Endpoint, type Request } from '../../http/message.ts';
import { Problem, type ProblemType } from '../../http/problem.ts';
import type { AssetHashes } from '../../web/assets.ts';
import type { MessagePage } from '../../web/customer/index.ts';
import { localeOf } from '../api/context.ts';
import { views } from './views.ts';

/** `GET /`. */
export const getStartPage: Endpoint = async (request) =>
  html(200, (await views()).startPage({ locale: localeOf(request), path: request.path }));

/** `GET /complaint`, `/after-sales`, `/inquiry` (F2). Each form carries its own idempotency key, so that a double click opens one case. */
export const formRoutes = KINDS.map((kind: Kind) => ({
  method: 'GET' as const,
  path: `/${kind}`,
  endpoint: async (request: Request): Promise<Answer> =>
    html(200, (await views()).formPage({ locale: localeOf(request), path: request.path, kind, values: {}, errors: [], key: randomUUID() })),
}));

const REASONS: Readonly<Partial<Record<ProblemType, MessagePage['reason']>>> = {
  'not-found': 'not-found',
  gone: 'gone',
  'not-allowed-now': 'conflict',
  'already-answered': 'conflict',
  'key-reused': 'conflict',
  'too-many-requests': 'too-many',
  'body-too-large': 'too-large',
  internal: 'unavailable',
};

/** A problem as a page, for people. */
export const problemPage = async (problem: Problem, request: Request): Promise<Answer> =>
  html(
    problem.status,
    (await views()).messagePage({
      locale: localeOf(request),
      path: '/',
      status: problem.status,
      reason: REASONS[problem.type] ?? 'bad-request',
    }),
    problem.extras.headers,
  );

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** A part of a script that is loaded later: it has the hash of its content in its name. */
const PART = /^part-/;

/**
 * `GET /assets/{name}?v=HASH`: files beside the bundle, by their hashes. An address with the hash of what is sent never changes its content; one with another hash
 * belongs to another release, and is asked for again soon.
 */
export const getAsset =
  (folder: string, hashes: AssetHashes): Endpoint =>
  async ({ params, query }) => {
    const name = Object.keys(hashes).find((one) => one === params['name']);
    if (!name) throw new Problem('not-found');
    const forGood = PART.test(name) || query['v'] === hashes[name];
    return {
      status: 200,
      headers: {
        'content-type': CONTENT_TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream',
        'cache-control': forGood ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      },
      body: await readFile(join(folder, name), 'utf8'),
    };
  };
