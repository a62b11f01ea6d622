import { InitiateAuthCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type * as z from 'zod/mini';
import { casesPage, deskCase, openedCase, queueCounts } from '../../../functions/handlers/api/answers.ts';
import type { Action } from '../../../functions/domain/case/permissions.ts';
import { cloudClient } from '../../../infra/local/options.ts';
import { STAFF } from '../../../infra/local/staff.ts';
import { answerOf, call, type Call, type Reply } from './http.ts';
import { theClock, theStack } from './theStack.ts';

export type DeskCase = z.infer<typeof deskCase>;

/** Somebody of the staff with the desk API in hand. Signs in when a token is needed, and again once the clock has passed its end. */
export class Person {
  readonly email: string;
  readonly group: string;
  private tokens: { access: string; id: string; until: number } | undefined;

  constructor(email: string, group: string) {
    this.email = email;
    this.group = group;
  }

  /** A valid access token. */
  async accessToken(): Promise<string> {
    return (await this.signedIn()).access;
  }

  /** A valid id token, which the desk must not take. */
  async idToken(): Promise<string> {
    return (await this.signedIn()).id;
  }

  /** Any call with this person's access token. */
  async call(method: string, path: string, { headers, ...rest }: Call = {}): Promise<Reply> {
    return call(method, path, { ...rest, headers: { authorization: `Bearer ${await this.accessToken()}`, ...headers } });
  }

  /** A case as this person sees it. */
  async look(caseId: string): Promise<DeskCase> {
    return answerOf(deskCase, await this.call('GET', `/api/desk/cases/${caseId}`));
  }

  /** Tries an action on a case as it is now; the answer may be a problem. */
  async tries(
    caseId: string,
    action: Action,
    body: unknown = {},
    { version, key }: { version?: number; key?: string } = {},
  ): Promise<Reply> {
    const seen = version ?? (await this.look(caseId)).version;
    return this.call('POST', `/api/desk/cases/${caseId}/${action}`, {
      json: body,
      headers: { 'if-match': `"${seen}"`, 'idempotency-key': key ?? crypto.randomUUID() },
    });
  }

  /** Does an action, which must succeed. */
  async does(caseId: string, action: Action, body: unknown = {}): Promise<DeskCase> {
    return answerOf(deskCase, await this.tries(caseId, action, body));
  }

  /** Opens a case for a customer. */
  async opens(body: unknown, key: string = crypto.randomUUID()): Promise<z.infer<typeof openedCase>> {
    return answerOf(openedCase, await this.call('POST', '/api/desk/cases', { json: body, headers: { 'idempotency-key': key } }));
  }

  /** A page of a queue. */
  async queue(query: string): Promise<z.infer<typeof casesPage>> {
    return answerOf(casesPage, await this.call('GET', `/api/desk/cases?${query}`));
  }

  /** The whole of a queue. */
  async wholeQueue(queue: string): Promise<readonly string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.queue(`queue=${queue}&limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      ids.push(...page.items.map(({ caseId }) => caseId));
      cursor = page.nextCursor;
    } while (cursor);
    return ids;
  }

  /** How many cases each queue holds. */
  async counts(): Promise<z.infer<typeof queueCounts>> {
    return answerOf(queueCounts, await this.call('GET', '/api/desk/queues'));
  }

  private async signedIn(): Promise<{ access: string; id: string }> {
    const now = theClock().now().getTime();
    if (!this.tokens || this.tokens.until <= now) this.tokens = { ...(await signIn(this.email)), until: now + TOKEN_MS };
    return this.tokens;
  }
}

const TOKEN_MS = 55 * 60_000; // tokens live for an hour (infra/constructs/staff.ts)

/** Signs somebody in by password, as scripts do in the local stages. */
export async function signIn(email: string, clientId = theStack().auth.clientId): Promise<{ access: string; id: string }> {
  const password = STAFF.find((person) => person.email === email)?.password ?? '';
  const cognito = new CognitoIdentityProviderClient(cloudClient(theStack()));
  const { AuthenticationResult: result } = await cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );
  cognito.destroy();
  if (!result?.AccessToken || !result.IdToken) throw new Error(`${email} could not sign in.`);
  return { access: result.AccessToken, id: result.IdToken };
}

const person = (mailbox: string): Person => {
  const account = STAFF.find(({ email }) => email.startsWith(`${mailbox}@`));
  if (!account) throw new Error(`Nobody of the local staff is called ${mailbox}.`);
  return new Person(account.email, account.group);
};

/** The people of the local desk (`infra/local/staff.ts`). */
export const lin = person('lin.mei');
export const zhou = person('zhou.jun');
export const emma = person('emma.clarke');
export const chen = person('chen.guang');
export const sofia = person('sofia.wong');
export const wu = person('wu.hao');
export const ida = person('ida.berg');
export const huang = person('huang.rui');
