import { MAILS, type MailKind } from '../../../functions/domain/case/consequences.ts';
import { parseContractMailId } from '../../../functions/domain/contract/contractMail.ts';
import type { StepKind } from '../../../functions/domain/contract/model.ts';
import type { Message } from '../../../infra/local/inbox/message.ts';
import { eventually } from './eventually.ts';
import { theStack } from './theStack.ts';

/** A mail in the local inbox, and which one of a case it is. */
export interface Mail extends Message {
  caseId: string;
  /** The version of the case that it was written from, as text; empty for surveys, of which a case has one. */
  version: string;
  kind: MailKind;
}

async function messagesTo(address: string): Promise<readonly Message[]> {
  const answer = await fetch(`${theStack().mailboxUrl}/messages?to=${encodeURIComponent(address)}`);
  const content: unknown = await answer.json();
  if (!isList(content)) throw new Error('The inbox answered something else than a list.');
  return content.items;
}

/** Everything that was delivered to a customer, oldest first. */
export const mailsTo = async (address: string): Promise<readonly Mail[]> => (await messagesTo(address)).map(identified);

/** Waits until a mail of this kind, about this case if one is named, has come to the address; the newest if there are several. */
export const waitForMail = (to: string, kind: MailKind, caseId?: string): Promise<Mail> =>
  eventually(async () => (await mailsTo(to)).findLast((mail) => mail.kind === kind && (!caseId || mail.caseId === caseId)), {
    what: `that ${to} got a mail of the kind ${kind}`,
  });

/** The kinds of the mails about a case, in the order in which they came. */
export const kindsOf = async (to: string, caseId: string): Promise<readonly MailKind[]> =>
  (await mailsTo(to)).filter((mail) => mail.caseId === caseId).map(({ kind }) => kind);

/** Mails about a contract that came to an address, by the kind of the step that they are about, in the order in which they came. */
export const careMailsTo = async (address: string, contractId: string): Promise<readonly (Message & { readonly kind: StepKind })[]> =>
  (await messagesTo(address)).flatMap((mail) => {
    const about = parseContractMailId(mail.headers['x-aftercare-mail'] ?? '');
    return about?.contractId === contractId ? [{ ...mail, kind: about.kind }] : [];
  });

/** A mail that tells a member of staff how a clock of a case stands. */
export interface NoticeMail extends Message {
  /** The clock, and how far it had come, such as `firstResponse 80`. */
  about: string;
}

/** What a member of staff was told about the clocks of a case, oldest first. */
export async function noticesTo(person: { readonly email: string }, caseId: string): Promise<readonly NoticeMail[]> {
  return (await messagesTo(person.email)).flatMap((mail) => {
    const [of, clock, , level] = (mail.headers['x-aftercare-mail'] ?? '').split('.'); // <case>.<clock>.<run>.<level>.<person>
    return of === caseId ? { ...mail, about: `${clock} ${level}` } : [];
  });
}

/** The token of the first link to `/<page>/…` in a mail's text. Throws when there is none. */
export function tokenIn(mail: Message, page: 'survey' | 'unsubscribe'): string {
  const source = page === 'unsubscribe' ? mail.headers['list-unsubscribe'] : mail.text;
  const token = new RegExp(`/${page}/([\\w.-]+)`).exec(source ?? '')?.[1];
  if (!token) throw new Error(`The mail “${mail.subject}” has no link to /${page}/.`);
  return token;
}

/** The token of the link to the tracking page in a mail. */
export function trackingTokenIn(mail: Message): string {
  const token = /\/track\/[\w-]+\?t=([\w.-]+)/.exec(mail.text ?? '')?.[1];
  if (!token) throw new Error(`The mail “${mail.subject}” has no link to the tracking page.`);
  return token;
}

/** Our own id of a mail is in a header: `<case>.<version>.<kind>`, or `<case>.<kind>` for surveys. */
function identified(message: Message): Mail {
  const id = message.headers['x-aftercare-mail'] ?? '';
  const kind = MAILS.find((known) => id.endsWith(`.${known}`));
  if (!kind) throw new Error(`${message.id} is none of our mails: ${message.subject}`);
  const [caseId = '', version = ''] = id.slice(0, -kind.length - 1).split('.');
  return { ...message, caseId, version, kind };
}

const isList = (value: unknown): value is { items: Message[] } =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
