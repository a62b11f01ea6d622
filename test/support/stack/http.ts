// No jest here: the bench calls the stack by this file, too.
import type * as z from 'zod/mini';
import { parse } from 'zod/mini';
import { problems } from '../../../functions/handlers/api/answers.ts';
import { PROBLEMS, type ProblemType } from '../../../functions/http/problem.ts';
import { theStack } from './theStack.ts';

/** An answer, read to its end. */
export interface Reply {
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Call {
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is; the content type is the caller's business. */
  readonly body?: string | Uint8Array<ArrayBuffer> | URLSearchParams | FormData;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Calls the site (`/…`) or a whole address; follows no redirect. */
export async function call(method: string, target: string, { json, body, headers = {} }: Call = {}): Promise<Reply> {
  const url = target.startsWith('/') ? theStack().siteUrl + target : target;
  const sent = json === undefined ? body : JSON.stringify(json);
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const answer = await fetch(url, {
    method,
    headers: [...(json === undefined ? [] : [['content-type', 'application/json'] satisfies [string, string]]), ...given],
    ...(sent === undefined ? {} : { body: sent }),
    redirect: 'manual',
  });
  return { request: `${method} ${target.split('?')[0]}`, status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** The body of a JSON answer. */
export function jsonOf(reply: Reply): unknown {
  try {
    return JSON.parse(reply.text);
  } catch {
    throw new Error(`${reply.request} answered ${reply.status}, not JSON: ${reply.text.slice(0, 200)}`);
  }
}

/** The body of a successful answer, held against the schema that the API describes it with. Throws with the answer when it is a problem. */
export function answerOf<Schema extends z.ZodMiniType>(schema: Schema, reply: Reply): z.infer<Schema> {
  if (reply.status < 200 || reply.status > 299) throw new Error(`${reply.request} answered ${reply.status}: ${reply.text.slice(0, 600)}`);
  return parse(schema, jsonOf(reply));
}

/** Expects a problem of this type, in its whole shape (RFC 9457): status, content type, members. Gives its body. */
export function expectProblem(reply: Reply, type: ProblemType): Readonly<Record<string, unknown>> {
  const { request, status, headers, text } = reply;
  const [wanted] = PROBLEMS[type];
  const sent = headers.get('content-type') ?? 'nothing';
  if (status !== wanted) throw new Error(`${request} answered ${status}, not ${wanted}: ${text.slice(0, 600)}`);
  if (!/^application\/problem\+json\b/.test(sent)) throw new Error(`${request} answered a problem as ${sent}.`);
  const schema: z.ZodMiniType<Record<string, unknown>> = problems[type];
  return parse(schema, jsonOf(reply));
}

/** The pointers of an `invalid-input` problem, sorted. Each comes with a sentence. */
export function pointersOf(reply: Reply): readonly string[] {
  expectProblem(reply, 'invalid-input');
  const { errors = [] } = parse(problems['invalid-input'], jsonOf(reply));
  const dumb = errors.find(({ detail }) => detail.length <= 3);
  if (dumb) throw new Error(`${reply.request} says nothing about ${dumb.pointer}.`);
  return errors.map(({ pointer }) => pointer).sort();
}
