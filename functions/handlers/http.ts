import type { Answer, Request } from '../http/message.ts';
import type { Problem } from '../http/problem.ts';
import { logBreakage } from '../runtime/breakage.ts';

const policyText = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** What a page of ours may load: its own files and nothing else. `connect` adds addresses that its script may call. */
export const contentSecurityPolicy = (connect = ''): string =>
  policyText({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'connect-src': `'self' ${connect}`.trim(),
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });

/** Headers of every answer. Addresses carry tokens, so no other site is told where a reader came from, and no cache keeps a page. */
export const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': contentSecurityPolicy(),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A problem for programs (RFC 9457). */
export const problemJson = (problem: Problem): Answer => ({
  status: problem.status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8', ...problem.extras.headers },
  body: JSON.stringify(problem),
});

/** True when a person reads the answer: a page was asked for, or a browser sent a form. Only programs send a token in a header. */
export const isForPeople = ({ path, headers }: Request): boolean =>
  !path.startsWith('/api/') ||
  (headers['authorization'] === undefined &&
    /^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(headers['content-type'] ?? ''));

/** Logs breakage of a request. */
export const onBreakage = (error: unknown): Promise<void> =>
  logBreakage('a request failed', error instanceof Error && error.cause ? error.cause : error);
