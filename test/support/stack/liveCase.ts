import type * as z from 'zod/mini';
import { answeredSurvey, customerCase, type openedCase } from '../../../functions/handlers/api/answers.ts';
import type { MailKind } from '../../../functions/domain/case/consequences.ts';
import type { Position } from '../../../functions/domain/case/evolve.ts';
import { lin, type DeskCase, type Person } from './desk.ts';
import { eventually } from './eventually.ts';
import { answerOf, call, type Reply } from './http.ts';
import { kindsOf, mailsTo, tokenIn, waitForMail, type Mail } from './inbox.ts';
import { execution, waitOf } from './probes.ts';

export type CustomerCase = z.infer<typeof customerCase>;

const stillOpen = new Set<LiveCase>();

/** Withdrawals at the same time: a function of the local cloud refuses some of hundreds. */
const LANES = 10;

/** Withdraws what a test opened and left open, so that its timers, mails and warnings do not run into the next test. */
export async function tidy(): Promise<void> {
  const left = [...stillOpen].values();
  stillOpen.clear();
  const lane = async (): Promise<void> => {
    for (const one of left) await one.customerTries('withdrawal', {}).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** An offer that nobody has to approve. */
export const AN_OFFER = { remedy: 'repair', reasons: 'We repair it free of charge and return it within a week.' };

/** A case in the stack, with its customer. Verbs do things and wait for the answer, not for what follows from it. */
export class LiveCase {
  readonly caseId: string;
  readonly email: string;
  readonly trackingUrl: string;

  constructor({ caseId, trackingUrl }: Pick<z.infer<typeof openedCase>, 'caseId' | 'trackingUrl'>, email: string) {
    this.caseId = caseId;
    this.email = email;
    this.trackingUrl = trackingUrl;
    stillOpen.add(this);
  }

  /** The token of the tracking link. */
  get token(): string {
    return new URL(this.trackingUrl).searchParams.get('t') ?? '';
  }

  /** The case as its customer reads it by API. */
  async view(): Promise<CustomerCase> {
    return answerOf(customerCase, await this.customerCalls('GET', ''));
  }

  /** The tracking page. */
  async page(): Promise<string> {
    const reply = await call('GET', this.trackingUrl);
    if (reply.status !== 200) throw new Error(`The tracking page answered ${reply.status}.`);
    return reply.text;
  }

  /** Any call with the customer's token. */
  customerCalls(method: string, path: string, options: Parameters<typeof call>[2] = {}): Promise<Reply> {
    const { headers, ...rest } = options;
    return call(method, `/api/cases/${this.caseId}${path}`, { ...rest, headers: { authorization: `Bearer ${this.token}`, ...headers } });
  }

  /** Something that the customer tries. */
  customerTries(
    what: 'messages' | 'decision' | 'withdrawal' | 'attachments',
    body: unknown,
    key: string = crypto.randomUUID(),
  ): Promise<Reply> {
    return this.customerCalls('POST', `/${what}`, { json: body, headers: { 'idempotency-key': key } });
  }

  async writes(message: string): Promise<CustomerCase> {
    return answerOf(customerCase, await this.customerTries('messages', { message }));
  }

  async accepts(): Promise<CustomerCase> {
    return answerOf(customerCase, await this.customerTries('decision', { accept: true }));
  }

  async rejects(reason = 'I want a new one.'): Promise<CustomerCase> {
    return answerOf(customerCase, await this.customerTries('decision', { accept: false, reason }));
  }

  async withdraws(reason = 'It works again.'): Promise<CustomerCase> {
    return answerOf(customerCase, await this.customerTries('withdrawal', { reason }));
  }

  /** Answers the survey by the link in the invitation. */
  async answersSurvey(answers: object): Promise<void> {
    const token = tokenIn(await this.mail('survey'), 'survey');
    answerOf(answeredSurvey, await call('POST', `/api/surveys/${token}`, { json: answers }));
  }

  assignedTo(owner: Person, by: Person = owner): Promise<DeskCase> {
    return by.does(this.caseId, 'assign', { owner: owner.email });
  }

  investigatedBy(by: Person): Promise<DeskCase> {
    return by.does(this.caseId, 'findings', { text: 'The heating plate is faulty.', rootCause: 'product-defect' });
  }

  offeredBy(by: Person, offer: object = AN_OFFER): Promise<DeskCase> {
    return by.does(this.caseId, 'offer', offer);
  }

  refusedBy(by: Person): Promise<DeskCase> {
    return by.does(this.caseId, 'refuse', {
      reasons: 'The warranty has ended. You may turn to the consumer association.',
      rule: 'Three guarantees, article 9',
    });
  }

  fulfilledBy(by: Person, reference = 'SF1234567890'): Promise<DeskCase> {
    return by.does(this.caseId, 'fulfil', { reference });
  }

  /** From Intake to an offer that waits for the customer. */
  async handledBy(owner: Person = lin, offer: object = AN_OFFER): Promise<this> {
    await this.assignedTo(owner);
    await this.investigatedBy(owner);
    await this.offeredBy(owner, offer);
    return this;
  }

  /** From Intake to Feedback: handled, accepted, fulfilled. */
  async resolvedBy(owner: Person = lin): Promise<this> {
    await this.handledBy(owner);
    await this.accepts();
    await this.fulfilledBy(owner);
    return this;
  }

  /** Waits until the workflow waits in this step too. */
  async workflowAt(position: Position): Promise<void> {
    await eventually(async () => (await waitOf(this.caseId))?.step === position, {
      what: `that the workflow of ${this.caseId} waits at ${position}`,
    });
  }

  /** Waits until the workflow has come to its end; gives the states that it entered. */
  ended(): Promise<readonly string[]> {
    return eventually(
      async () => {
        const found = await execution(this.caseId);
        return found?.status === 'SUCCEEDED' && found.entered;
      },
      { what: `that the execution ${this.caseId} succeeded` },
    );
  }

  /** Waits for a mail about this case. */
  mail(kind: MailKind): Promise<Mail> {
    return waitForMail(this.email, kind, this.caseId);
  }

  /** Kinds of the mails that came so far, in order. */
  mailKinds(): Promise<readonly MailKind[]> {
    return kindsOf(this.email, this.caseId);
  }

  /** All mails about this case so far. */
  async mails(): Promise<readonly Mail[]> {
    return (await mailsTo(this.email)).filter(({ caseId }) => caseId === this.caseId);
  }
}
