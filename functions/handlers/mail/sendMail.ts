import * as z from 'zod/mini';
import { staffDirectory } from '../../adapters/cognito/staffDirectory.ts';
import { mailer } from '../../adapters/ses/mailer.ts';
import { LEGAL_CLOCKS } from '../../domain/clocks/legalRules.ts';
import { RECIPIENTS, SERVICE_CLOCKS } from '../../domain/clocks/rules.ts';
import { MAILS } from '../../domain/case/consequences.ts';
import { LOCALES } from '../../domain/case/model.ts';
import { env } from '../../runtime/env.ts';
import { logger } from '../../runtime/logger.ts';
import { now } from '../../runtime/now.ts';
import { policy } from '../../runtime/settings.ts';
import { storage } from '../../runtime/wiring.ts';
import { sendContractMail } from '../../usecases/sendContractMail.ts';
import { sendMail } from '../../usecases/sendMail.ts';
import { sendNotice } from '../../usecases/sendNotice.ts';
import { queueHandler } from '../queue.ts';

/** Functions that send at the same time, as the queue is set up in `infra/stacks`: they share the rate that SES grants. */
const SENDERS = 2;

const settings = policy();
const deps = {
  ...storage(),
  policy: settings,
  siteUrl: env('SITE_URL'),
  directory: staffDirectory(env('USER_POOL_ID')),
  mailer: mailer({
    sender: env('SENDER'),
    senderName: 'Aftercare',
    configurationSet: env('CONFIGURATION_SET'),
    perSecond: settings.mailsPerSecond / SENDERS,
  }),
};
const toCustomer = sendMail(deps);
const toStaff = sendNotice(deps);
const toPolicyholder = sendContractMail(deps);

const order = z.union([
  z.object({ messageId: z.string(), caseId: z.string(), version: z.number(), kind: z.enum(MAILS) }),
  z.object({
    messageId: z.string(),
    caseId: z.string(),
    kind: z.literal('clock'),
    notice: z.object({
      clock: z.enum([...SERVICE_CLOCKS, ...LEGAL_CLOCKS]),
      run: z.iso.datetime(),
      level: z.union([z.number(), z.enum(['target-day', 'last-day'])]),
      to: z.enum(RECIPIENTS),
      at: z.iso.datetime(),
    }),
    to: z.object({ email: z.string(), name: z.string(), locale: z.optional(z.enum(LOCALES)) }),
  }),
  z.object({ messageId: z.string(), contractId: z.string(), version: z.number(), step: z.string() }),
]);

/** Sends the mails of the outbox: the only function that sends. */
export const handler = queueHandler(
  order,
  async (message) => {
    const { messageId } = message;
    if ('contractId' in message) {
      const status = await toPolicyholder(message, now());
      logger.info('mail', { messageId, contractId: message.contractId, status });
      return;
    }
    const status = message.kind === 'clock' ? await toStaff(message, now()) : await toCustomer(message, now());
    logger.info('mail', { messageId, caseId: message.caseId, status });
  },
  { fifo: true },
);
