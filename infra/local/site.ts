import { once } from 'node:events';
import { Agent, createServer, request as send, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { tokenBucket, type Throttle } from './throttle.ts';

const MAX_BODY_BYTES = 10 * 1024 * 1024; // HTTP API: 10 MB a request
const TIMEOUT_MS = 30_000; // HTTP API: 30 s an integration

/** What the site's front needs to know. */
export interface SiteOptions {
  port: number;
  /** The API in the local cloud, without a slash at the end. */
  apiUrl: string;
  throttle: Throttle;
}

/** The site at its plain address. */
export interface Site {
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves the API of the local cloud at http://localhost:PORT, as API Gateway serves it at its domain. Adds only what
 * API Gateway does and the emulator does not: the size limit (413), throttling (429) and the timeout (503).
 */
export async function startSite({ port, apiUrl, throttle }: SiteOptions): Promise<Site> {
  const api = new URL(apiUrl);
  const agent = new Agent({ keepAlive: true });
  const admit = tokenBucket(throttle);
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => {}); // the client went away
    if (!admit()) return refuse(incoming, outgoing, 429, 'Too Many Requests', { 'retry-after': '1' });
    if (Number(incoming.headers['content-length'] ?? 0) > MAX_BODY_BYTES)
      return refuse(incoming, outgoing, 413, 'Request Entity Too Large');
    forward(incoming, outgoing, api, agent);
  });
  server.on('clientError', (_problem, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      server.closeAllConnections();
      agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, api: URL, agent: Agent): void {
  const path = `${api.pathname}${pathOf(incoming.url ?? '/')}`;
  const target = { host: api.hostname, port: api.port, agent, method: incoming.method, path, headers: forwardedHeaders(incoming) };
  const passed = send(target, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    answer.pipe(outgoing);
  });
  const timer = setTimeout(() => {
    refuse(incoming, outgoing, 503, 'Service Unavailable', { 'retry-after': '5' });
    passed.destroy();
  }, TIMEOUT_MS);
  outgoing.once('close', () => {
    clearTimeout(timer);
    if (!outgoing.writableFinished) passed.destroy(); // the client went away: nobody reads the answer
  });
  passed.on('error', () => refuse(incoming, outgoing, 503, 'Service Unavailable', { 'retry-after': '5' }));
  const counted = sizeLimit(() => {
    refuse(incoming, outgoing, 413, 'Request Entity Too Large');
    passed.destroy();
  });
  incoming.pipe(counted).pipe(passed);
}

/** Passes a body on until it is larger than API Gateway would take. */
function sizeLimit(onExcess: () => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) return next(null, chunk);
      onExcess();
      this.destroy();
    },
  }).on('error', () => {});
}

/** API Gateway's own answer, in the shape of all our errors; the rest of the request is read and thrown away. */
function refuse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  status: number,
  title: string,
  headers: Record<string, string> = {},
): void {
  if (outgoing.writableEnded) return; // answered already
  if (outgoing.headersSent) return void outgoing.destroy();
  outgoing.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers });
  outgoing.end(JSON.stringify({ type: 'about:blank', title, status }));
  incoming.unpipe();
  incoming.resume();
}

/** The path and query, without what would end a request line; an absolute address is cut to its path. */
function pathOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const clean = path.replace(/#.*$/s, '').replace(/[^\x21-\x7e]/g, encodeURIComponent);
  return clean.startsWith('/') ? clean : `/${clean}`;
}

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

const endToEnd = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));

/** The client's headers with API Gateway's X-Forwarded ones; the client's address goes behind those it sent itself. */
function forwardedHeaders(incoming: IncomingMessage): IncomingHttpHeaders {
  const sent = incoming.headers['x-forwarded-for'];
  const client = incoming.socket.remoteAddress ?? '127.0.0.1';
  return {
    ...endToEnd(incoming.headers),
    'x-forwarded-for': sent ? `${Array.isArray(sent) ? sent.join(', ') : sent}, ${client}` : client,
    'x-forwarded-proto': 'http',
    'x-forwarded-port': String(incoming.socket.localPort ?? ''),
  };
}
