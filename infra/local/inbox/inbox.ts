import { once } from 'node:events';
import { createServer } from 'node:http';
import { openMailbox, type Mailbox } from './mailbox.ts';
import type { Message } from './message.ts';
import { answer } from './routes.ts';
import { startSmtp } from './smtp.ts';

/** The running inbox: a page and a JSON API at `url`, a mail server at `smtpPort`. */
export interface Inbox {
  url: string;
  smtpPort: number;
  stop(): Promise<void>;
}

/** Starts the inbox over the mails in `folder`; `now` is the local cloud's clock, `report` tells senders of a mail that came in. */
export async function startInbox(
  port: number,
  folder: string,
  now: () => Date,
  report: (message: Message) => Promise<void> = async () => {},
): Promise<Inbox> {
  const mailbox = await openMailbox(folder);
  const reported = {
    add: async (...mail: Parameters<Mailbox['add']>) => {
      const message = await mailbox.add(...mail);
      report(message).catch((problem: unknown) => console.error(`Inbox: ${String(problem)}`)); // whoever sent it does not wait for that
    },
  };
  const smtp = await startSmtp(reported, now);
  const server = createServer((request, response) => {
    const { status, type, body } = answer(mailbox, request.method ?? 'GET', request.url ?? '/');
    response.writeHead(status, {
      'content-type': type,
      'content-security-policy': PICTURES_AND_STYLES,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${port}`,
    smtpPort: smtp.port,
    stop: async () => {
      await smtp.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** No mail may run a script or load anything from elsewhere here. */
const PICTURES_AND_STYLES =
  "default-src 'none'; img-src data: 'self' http://localhost:*; style-src 'unsafe-inline' 'self'; frame-src 'self'";
