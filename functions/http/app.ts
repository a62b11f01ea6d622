import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readBody, type Takes } from './body.ts';
import type { Answer, Endpoint, Request } from './message.ts';
import { Problem } from './problem.ts';

export interface Route extends Takes {
  readonly method: Method;
  /** With `{name}` for what varies. */
  readonly path: string;
  readonly endpoint: Endpoint;
}

export interface AppOptions {
  readonly routes: readonly Route[];
  /** Headers of every answer; an answer's own win. */
  readonly headers: Readonly<Record<string, string>>;
  /** Turns a problem into the answer that this kind of reader expects. */
  readonly onProblem: (problem: Problem, request: Request) => Promise<Answer>;
  /** Told of breakage, never of refusals. */
  readonly onBreakage: (error: unknown) => Promise<void>;
}

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

const cookiesOf = (event: Event): Readonly<Record<string, string>> => {
  const pairs = event.cookies ?? (event.headers['cookie'] ?? '').split(';');
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const [name, ...value] = pair.trim().split('=');
      return name ? [[name, value.join('=')]] : [];
    }),
  );
};

const decoded = (params: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> => {
  try {
    return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value ?? '')]));
  } catch {
    throw new Problem('not-found');
  }
};

const defined = (values: Readonly<Record<string, string | undefined>> | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const claimsOf = (event: Event): Readonly<Record<string, unknown>> => {
  const context: unknown = event.requestContext;
  if (typeof context !== 'object' || context === null || !('authorizer' in context)) return {};
  const { authorizer } = context;
  if (typeof authorizer !== 'object' || authorizer === null || !('jwt' in authorizer)) return {};
  const { jwt } = authorizer;
  if (typeof jwt !== 'object' || jwt === null || !('claims' in jwt) || typeof jwt.claims !== 'object') return {};
  return { ...jwt.claims };
};

const toRequest = (event: Event, takes: Takes): Request => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  params: decoded(event.pathParameters ?? {}),
  query: defined(event.queryStringParameters),
  headers: defined(event.headers),
  cookies: cookiesOf(event),
  source: event.requestContext.http.sourceIp,
  domain: event.requestContext.domainName,
  claims: claimsOf(event),
  body: () => readBody(event.body, event.isBase64Encoded, event.headers['content-type'], takes),
});

/** A Lambda handler for an HTTP API (payload 2.0): routes, answers, problems. Nothing that an endpoint throws gets out. */
export const httpApp = ({ routes, headers, onProblem, onBreakage }: AppOptions) => {
  const toResult = ({ status, headers: own, cookies, body }: Answer): Result => ({
    statusCode: status,
    headers: { ...headers, ...own },
    ...(cookies ? { cookies: [...cookies] } : {}),
    ...(typeof body === 'string' || body === undefined
      ? { body: body ?? '' }
      : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
  });

  const run = async (event: Event, takes: Takes, endpoint: Endpoint): Promise<Result> => {
    let request: Request | undefined;
    try {
      request = toRequest(event, takes);
      return toResult(await endpoint(request));
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem('internal', {}, error);
      if (problem.status >= 500) await onBreakage(error);
      return toResult(await onProblem(problem, request ?? toRequest({ ...event, pathParameters: {} }, takes)));
    }
  };

  return middy<Event, Result>()
    .use(httpHeaderNormalizer())
    .handler(
      httpRouter<Event, Result>({
        routes: routes.map(({ method, path, endpoint, ...takes }) => ({
          method,
          path,
          handler: (event: Event) => run(event, takes, endpoint),
        })),
        notFoundResponse: () => {
          throw new Problem('not-found');
        },
      }),
    )
    .onError(async (request) => {
      const problem = request.error instanceof Problem ? request.error : new Problem('internal', {}, request.error);
      if (problem.status >= 500) await onBreakage(request.error);
      request.response = toResult(await onProblem(problem, toRequest({ ...request.event, pathParameters: {} }, {})));
    });
};
