import MimeNode from 'nodemailer/lib/mime-node';
import type { Locale } from '../../domain/case/model.ts';
import type { Instant } from '../../domain/kernel/time.ts';

/** Somebody who sends or gets mail. */
export interface Mailbox {
  readonly name?: string | undefined;
  readonly address: string;
}

/** One mail, ready to be written down as a MIME message. */
export interface MimeInput {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo: Mailbox;
  readonly caseId: string;
  /** Our own id of the mail, `<caseId>.<version>.<kind>`. */
  readonly messageId: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Address of the one-click unsubscription (RFC 8058); for surveys. */
  readonly unsubscribe?: string | undefined;
  readonly at: Instant;
}

/** The address to which the customer's answers go: it carries the case. */
export const replyAddress = (caseId: string, domain: string): string => `case+${caseId}@${domain}`;

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

/** Headers of a mail. Throws a TypeError, without the value, when one could break out of its line. */
const headersOf = (mail: MimeInput): Readonly<Record<string, string | { name: string; address: string } | Date>> => {
  const caseId = check('case id', mail.caseId, ID);
  const domain = domainOf(mailbox('from', mail.from));
  // SES puts its own Message-ID in place of ours, so the mails of a case thread by a root that none of them has.
  const thread = `<${caseId}@${domain}>`;
  return {
    From: mailbox('from', mail.from),
    To: mailbox('to', mail.to),
    'Reply-To': mailbox('reply-to', mail.replyTo),
    Subject: check('subject', mail.subject),
    Date: new Date(mail.at),
    'Message-ID': `<${check('message id', mail.messageId, ID)}@${domain}>`,
    'In-Reply-To': thread,
    References: thread,
    'Content-Language': mail.locale,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    'X-Aftercare-Case': caseId,
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
