import type { Body } from './body.ts';

/** A request as endpoints see it. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Network address of the sender as the gateway saw it. */
  readonly source: string;
  /** Host name under which the request came in. */
  readonly domain: string;
  /** Claims of the token that the gateway's authorizer checked. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Reads the body. Throws a Problem when it is too large, malformed or of a type that is not taken. */
  readonly body: () => Promise<Body>;
}

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly body?: string | Uint8Array | undefined;
}

export type Endpoint = (request: Request) => Promise<Answer>;

/** An endpoint whose code is loaded with its first request: a function that starts reads only what all of its requests need. */
export const later = (load: () => Promise<Endpoint>): Endpoint => {
  let loaded: Endpoint | undefined;
  return async (request) => {
    loaded ??= await load();
    return loaded(request);
  };
};

/** A JSON answer. */
export const json = (status: number, value: unknown, headers?: Readonly<Record<string, string>>): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

/** An HTML page. */
export const html = (status: number, page: string, headers?: Readonly<Record<string, string>>): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: page,
});

/** See Other: after a form was taken, the browser gets a page that may be reloaded. */
export const seeOther = (location: string): Answer => ({ status: 303, headers: { location } });
