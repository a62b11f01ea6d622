import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod/mini';
import { cloudClient } from '../options.ts';
import type { StackInfo } from '../stack_file.ts';

const PATIENCE_MS = 40_000; // the longest wait of the demo stage is the survey's few seconds
const POLL_MS = 250;

/** A request that was refused, with what the service said. */
const refused = async (what: string, answer: Response): Promise<Error> =>
  new Error(`${what} was answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);

/** Asks again and again until there is an answer. Throws, naming what was waited for, after 40 s. */
export async function waitFor<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resume) => setTimeout(resume, POLL_MS));
  }
  throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for ${what}.`);
}

/** What the demo reads of a case, and of the inbox. */
const caseView = z.object({ stage: z.string(), offer: z.optional(z.unknown()) });
const mails = z.object({ items: z.array(z.object({ subject: z.string(), text: z.nullable(z.string()) })) });
type Mail = z.infer<typeof mails>['items'][number];

/** Somebody with a browser and an e-mail address, and no account. */
export class Customer {
  readonly email: string;
  #site: string;
  #inbox: string;
  #trackingUrl = '';

  constructor({ siteUrl, mailboxUrl }: StackInfo, email: string) {
    this.email = email;
    this.#site = siteUrl;
    this.#inbox = mailboxUrl;
  }

  get caseId(): string {
    return new URL(this.#trackingUrl).pathname.split('/').at(-1) ?? '';
  }

  /** Opens the form, fills it in and sends it, as a browser without JavaScript does. */
  async fillIn(form: string, fields: Record<string, string>): Promise<void> {
    const page = await fetch(this.#site + form).then((answer) => answer.text());
    const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ key, ...fields, 'customer.email': this.email, 'consent.service': 'true' });
    const answer = await fetch(`${this.#site}/api/cases`, { method: 'POST', body, redirect: 'manual' });
    const location = answer.headers.get('location');
    if (answer.status !== 303 || location === null) throw await refused('The form', answer);
    this.#trackingUrl = new URL(location, this.#site).href;
  }

  /** The mails in the customer's inbox, the oldest first. */
  async mails(): Promise<Mail[]> {
    const answer = await fetch(`${this.#inbox}/messages?to=${encodeURIComponent(this.email)}`);
    return mails.parse(await answer.json()).items;
  }

  /** Waits for a mail that fits, and returns it. */
  mail(what: string, fits: (message: Mail) => boolean): Promise<Mail> {
    return waitFor(`the mail with ${what}`, async () => (await this.mails()).find(fits));
  }

  /** Waits until the tracking page asks for a decision, and decides. */
  async decide(accept: boolean, reason?: string): Promise<void> {
    await waitFor('an offer', async () => (await this.#look()).offer);
    await this.#send('decision', { accept, reason });
  }

  /** Answers the survey behind the link in the mail. */
  async answerSurvey(invitation: Mail, answers: Record<string, string>): Promise<void> {
    const token = /\/survey\/([\w.~-]+)/.exec(invitation.text ?? '')?.[1];
    if (!token) throw new Error('The invitation has no link to a survey.');
    const answer = await fetch(`${this.#site}/api/surveys/${token}`, { method: 'POST', body: new URLSearchParams(answers) });
    if (!answer.ok) throw await refused('The survey', answer);
  }

  /** Waits until the case is closed. */
  closed(): Promise<true> {
    return waitFor('the closing', async () => ((await this.#look()).stage === 'closed' ? true : undefined));
  }

  async #look(): Promise<z.infer<typeof caseView>> {
    const answer = await fetch(`${this.#site}/api/cases/${this.caseId}`, { headers: this.#key() });
    if (!answer.ok) throw await refused('The case', answer);
    return caseView.parse(await answer.json());
  }

  async #send(what: string, body: object): Promise<void> {
    const headers = { ...this.#key(), 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(`${this.#site}/api/cases/${this.caseId}/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw await refused(`The ${what}`, answer);
  }

  #key(): { authorization: string } {
    return { authorization: `Bearer ${new URL(this.#trackingUrl).searchParams.get('t')}` };
  }
}

/** Somebody at the desk. */
export class Colleague {
  readonly email: string;
  readonly name: string;
  #site: string;
  #token: string;

  private constructor(site: string, token: string, person: { email: string; name: string }) {
    this.email = person.email;
    this.name = person.name;
    this.#site = site;
    this.#token = token;
  }

  /** Signs in the person with this name. */
  static async signIn(stack: StackInfo, name: string): Promise<Colleague> {
    const person = stack.staff.find((each) => each.name === name);
    if (!person) throw new Error(`${name} is not on the staff.`);
    const cognito = new CognitoIdentityProviderClient(cloudClient(stack));
    const credentials = { USERNAME: person.email, PASSWORD: person.password };
    const answer = await cognito.send(
      new InitiateAuthCommand({ ClientId: stack.auth.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: credentials }),
    );
    cognito.destroy();
    return new Colleague(stack.siteUrl, answer.AuthenticationResult?.AccessToken ?? '', person);
  }

  /** Sends something to the desk. */
  async send(method: 'PUT' | 'POST', path: string, body: object): Promise<void> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(`${this.#site}/api/desk/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw await refused(`“${path}” by ${this.name}`, answer);
  }

  /** Does something with a case as it is now. */
  async act(caseId: string, action: string, body: object = {}): Promise<void> {
    const url = `${this.#site}/api/desk/cases/${caseId}`;
    const authorization = `Bearer ${this.#token}`;
    const seen = await fetch(url, { headers: { authorization } });
    if (!seen.ok) throw await refused('The case', seen);
    await seen.arrayBuffer();
    const headers = {
      authorization,
      'content-type': 'application/json',
      'if-match': seen.headers.get('etag') ?? '',
      'idempotency-key': crypto.randomUUID(),
    };
    const answer = await fetch(`${url}/${action}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw await refused(`“${action}” by ${this.name}`, answer);
  }
}
