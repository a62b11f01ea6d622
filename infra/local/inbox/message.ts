import PostalMime, { decodeWords, type Address, type Attachment, type Email } from 'postal-mime';

/** One mail as the inbox tells of it; `to` are the addresses that it was delivered to. */
export interface Message {
  id: string;
  /** When it arrived, by the local cloud's clock. ISO 8601. */
  receivedAt: string;
  from: string;
  to: string[];
  replyTo: string | null;
  subject: string;
  /** The Date header as ISO 8601, or null. */
  date: string | null;
  messageId: string | null;
  /** Every header in order, as sent, encoded words decoded. Names in lower case; a repeated one has its values joined by a line break. */
  headers: Record<string, string>;
  text: string | null;
  html: string | null;
  attachments: { filename: string | null; mimeType: string; size: number }[];
}

/** What the mail server knew about a mail, beside its source. */
export interface Envelope {
  to: string[];
  receivedAt: string;
}

/** Reads the source of a mail. Pictures inside the mail become data URLs in `html`. */
export async function readMessage(id: string, source: Buffer, envelope: Envelope): Promise<Message> {
  const mail = await PostalMime.parse(source);
  return {
    id,
    receivedAt: envelope.receivedAt,
    from: written(mail.from),
    to: envelope.to,
    replyTo: mail.replyTo?.length ? mail.replyTo.map(written).join(', ') : null,
    subject: mail.subject ?? '',
    date: mail.date ?? null,
    messageId: mail.messageId ?? null,
    headers: headersOf(mail),
    text: mail.text ?? null,
    html: mail.html === undefined ? null : withInnerPictures(mail.html, mail.attachments),
    attachments: mail.attachments.map((each) => ({ filename: each.filename, mimeType: each.mimeType, size: bytesOf(each).length })),
  };
}

function headersOf(mail: Email): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, value } of mail.headers) {
    const decoded = decodeWords(value);
    headers[key] = key in headers ? `${headers[key]}\n${decoded}` : decoded;
  }
  return headers;
}

function written(address: Address | undefined): string {
  if (!address) return '';
  return address.name && address.address ? `${address.name} <${address.address}>` : (address.address ?? address.name);
}

const withInnerPictures = (html: string, attachments: Attachment[]): string =>
  attachments.reduce((text, each) => {
    const id = each.contentId?.replace(/^<|>$/g, '');
    return id ? text.replaceAll(`cid:${id}`, `data:${each.mimeType};base64,${bytesOf(each).toString('base64')}`) : text;
  }, html);

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
