import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Envelope } from './message.ts';

/** A mail server on a free port of this machine that puts everything into the mailbox. */
export interface SmtpDoor {
  port: number;
  stop(): Promise<void>;
}

/** Starts it. `now` says when a mail arrived. */
export async function startSmtp(mailbox: { add(source: Buffer, envelope: Envelope): Promise<void> }, now: () => Date): Promise<SmtpDoor> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const envelope = { to: session.envelope.rcptTo.map(({ address }) => address), receivedAt: now().toISOString() };
      buffer(stream)
        .then((source) => mailbox.add(source, envelope))
        .then(
          () => done(),
          (problem: unknown) => done(problem instanceof Error ? problem : new Error(String(problem))),
        );
    },
  });
  server.on('error', (problem) => console.error(`Inbox: ${problem.message}`)); // one broken connection must not end us
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return { port: address.port, stop: () => new Promise((resolve) => server.close(resolve)) };
}
