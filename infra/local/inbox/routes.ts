import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mailbox } from './mailbox.ts';
import type { Message } from './message.ts';
import { listPage, mailPage, notFoundPage } from './pages.ts';

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
}

const HTML = 'text/html; charset=utf-8';
const STYLE = readFileSync(join(import.meta.dirname, 'style.css'));

/** The inbox's answer to a request: pages at `/` and `/mail/{id}`, data at `/messages…`. Read-only. */
export function answer(mailbox: Mailbox, method: string, target: string): Answer {
  if (method !== 'GET' && method !== 'HEAD') return json(405, { title: 'The inbox is read-only' });
  const url = URL.parse(target, 'http://localhost');
  if (!url) return json(400, { title: 'Not an address' });
  const [room = '', id = '', part = '', ...rest] = url.pathname.slice(1).split('/');
  const mails = mailbox.all();
  if (room === '' || (room === 'messages' && id === '')) {
    const found = sentTo(mails, url.searchParams.get('to'));
    return room === '' ? page(listPage(found, url.searchParams.get('to') ?? '')) : json(200, { items: found });
  }
  if (room === 'style.css') return { status: 200, type: 'text/css; charset=utf-8', body: STYLE };
  const mail = mailbox.find(id);
  if (room === 'mail' && part === '') return mail ? page(mailPage(mail, mails)) : { ...page(notFoundPage()), status: 404 };
  const found =
    room === 'messages' && rest.length === 0 && mail ? messagePart(mailbox, mail, part, url.searchParams.get('colours')) : undefined;
  return found ?? json(404, { title: 'No such mail' });
}

function messagePart(mailbox: Mailbox, mail: Message, part: string, colours: string | null): Answer | undefined {
  switch (part) {
    case '':
      return json(200, mail);
    case 'html':
      return mail.html === null ? undefined : { status: 200, type: HTML, body: opening(inColours(mail.html, colours)) };
    case 'source':
      return { status: 200, type: 'text/plain; charset=utf-8', body: mailbox.source(mail.id) ?? '' };
    default:
      return undefined;
  }
}

/** The mail as in a reader with light or dark colours: its media queries answer for that, not for this browser. */
function inColours(html: string, colours: string | null): string {
  if (colours !== 'light' && colours !== 'dark') return html;
  const always = '(min-width: 0)';
  const never = '(max-width: 0)';
  return html.replaceAll(/\(\s*prefers-color-scheme\s*:\s*(\w+)\s*\)/gi, (_, wanted: string) =>
    wanted.toLowerCase() === colours ? always : never,
  );
}

/** Links open a window of their own, as in any mail reader: the frame that shows the mail may show nothing else. */
const opening = (html: string): string => html.replace(/<head[^>]*>/i, '$&<base target="_blank" />');

const sentTo = (mails: Message[], address: string | null): Message[] =>
  address ? mails.filter(({ to }) => to.some((each) => each.toLowerCase() === address.trim().toLowerCase())) : mails;

const page = (body: string): Answer => ({ status: 200, type: HTML, body });

const json = (status: number, body: unknown): Answer => ({
  status,
  type: status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
  body: JSON.stringify(body),
});
