import MimeNode from 'nodemailer/lib/mime-node';
import type { Locale } from '../../domain/case/model.ts';
import type { Instant } from '../../domain/kernel/time.ts';

/** Somebody who sends or gets mail. */
export interface Mailbox {
  readonly name?: string | undefined;
  readonly address: string;
}

/** The case or contract that a mail is about. */
export interface About {
  readonly thing: 'case' | 'contract';
  readonly id: string;
}

/** One mail, ready to be written down as a MIME message. */
export interface MimeInput {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo: Mailbox;
  readonly about: About;
  /** Our own id of the mail, `<id of what it is about>.<version>.<kind>`. */
  readonly messageId: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Address of the one-click unsubscription (RFC 8058); for surveys and marketing. */
  readonly unsubscribe?: string | undefined;
  readonly at: Instant;
}

// RFC 5321 and 5322: what stands before the @ has 64 characters at most, and no dot at its ends or beside another.
const LOCAL_PART = /^(?=.{1,64}$)[\w+-]+(?:\.[\w+-]+)*$/;

/** The address to which the customer's answers go: it carries the case or contract, wherever an address can. */
export const replyAddress = ({ thing, id }: About, domain: string): string => {
  const local = `${thing}+${id}`;
  return `${LOCAL_PART.test(local) ? local : thing}@${domain}`;
};

// Refused rather than cleaned: whatever gets here with a line break was not parsed at its door.
const CONTROL = /[\u0000-\u001f\u007f]/;
const ADDRESS = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/;
const ID = /^[\w.-]+$/;
// A header line may have 998 characters (RFC 5322), and a link cannot be folded.
const WEB_ADDRESS = /^https?:\/\/[^\s<>,]{1,900}$/;

const check = (field: string, value: string, form?: RegExp): string => {
  if (CONTROL.test(value)) throw new TypeError(`mail: ${field} holds a control character`);
  if (form && !form.test(value)) throw new TypeError(`mail: ${field} is malformed`);
  return value;
};

const mailbox = (field: string, { name, address }: Mailbox): { name: string; address: string } => ({
  name: check(`${field} name`, name ?? ''),
  address: check(`${field} address`, address, ADDRESS),
});

const domainOf = ({ address }: Mailbox): string => address.slice(address.lastIndexOf('@') + 1);

const DOT_ATOM = /^[\w-]+(?:\.[\w-]+)*$/;

/** An id in the form of RFC 5322; numbers of contracts may have dots where it has none. */
const messageIdOf = (text: string, domain: string): string =>
  `<${DOT_ATOM.test(text) ? text : Buffer.from(text).toString('base64url')}@${domain}>`;

/** Headers of a mail. Throws a TypeError, without the value, when one could break out of its line. */
const headersOf = (mail: MimeInput): Readonly<Record<string, string | { name: string; address: string } | Date>> => {
  const { thing } = mail.about;
  const id = check(`${thing} id`, mail.about.id, ID);
  const domain = domainOf(mailbox('from', mail.from));
  // SES puts its own Message-ID in place of ours, so the mails of a case or contract thread by a root that none of them has.
  const thread = messageIdOf(thing === 'case' ? id : `${thing}.${id}`, domain);
  return {
    From: mailbox('from', mail.from),
    To: mailbox('to', mail.to),
    'Reply-To': mailbox('reply-to', mail.replyTo),
    Subject: check('subject', mail.subject),
    Date: new Date(mail.at),
    'Message-ID': messageIdOf(check('message id', mail.messageId, ID), domain),
    'In-Reply-To': thread,
    References: thread,
    'Content-Language': mail.locale,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    [thing === 'case' ? 'X-Aftercare-Case' : 'X-Aftercare-Contract']: id,
    'X-Aftercare-Mail': mail.messageId, // SES puts its own Message-ID in place of ours
    ...(mail.unsubscribe === undefined
      ? {}
      : {
          'List-Unsubscribe': `<${check('unsubscribe link', mail.unsubscribe, WEB_ADDRESS)}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
  };
};

/**
 * Writes a mail as a MIME message: plain text and HTML, base64, 7-bit throughout.
 * Throws a TypeError when an address is not exactly one address, or a header value holds a control character (CR, LF).
 */
export const mime = async (mail: MimeInput): Promise<Uint8Array> => {
  const message = new MimeNode('multipart/alternative', { disableFileAccess: true, disableUrlAccess: true, newline: 'win' });
  for (const [name, value] of Object.entries(headersOf(mail))) message.setHeader(name, value);
  const part = (type: string, content: string): void => {
    const canonical = content.replace(/\r\n|\r|\n/g, '\r\n');
    message.createChild(`${type}; charset=utf-8`).setHeader('Content-Transfer-Encoding', 'base64').setContent(canonical);
  };
  part('text/plain', mail.text);
  part('text/html', mail.html);
  return new Promise((resolve, reject) => {
    message.build((error, built) => (error || !built ? reject(error) : resolve(built)));
  });
};
