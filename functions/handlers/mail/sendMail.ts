import * as z from 'zod/mini';
import { mailer } from '../../adapters/ses/mailer.ts';
import { MAILS } from '../../domain/case/consequences.ts';
import { env } from '../../runtime/env.ts';
import { logger } from '../../runtime/logger.ts';
import { now } from '../../runtime/now.ts';
import { policy } from '../../runtime/settings.ts';
import { storage } from '../../runtime/wiring.ts';
import { sendMail } from '../../usecases/sendMail.ts';
import { queueHandler } from '../queue.ts';

/** Functions that send at the same time, as the queue is set up in `infra/stacks`: they share the rate that SES grants. */
const SENDERS = 2;

const settings = policy();
const send = sendMail({
  ...storage(),
  policy: settings,
  siteUrl: env('SITE_URL'),
  mailer: mailer({
    sender: env('SENDER'),
    senderName: 'Aftercare',
    configurationSet: env('CONFIGURATION_SET'),
    perSecond: settings.mailsPerSecond / SENDERS,
  }),
});

const order = z.object({ messageId: z.string(), caseId: z.string(), version: z.number(), kind: z.enum(MAILS) });

/** Sends the mails of the outbox: the only function that sends. */
export const handler = queueHandler(
  order,
  async (message) => {
    const { messageId, caseId } = message;
    logger.info('mail', { messageId, caseId, status: await send(message, now()) });
  },
  { fifo: true },
);
