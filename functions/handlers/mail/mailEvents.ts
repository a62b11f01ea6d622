import * as z from 'zod/mini';
import { MAILS } from '../../domain/case/consequences.ts';
import { now } from '../../runtime/now.ts';
import { storage } from '../../runtime/wiring.ts';
import { recordMailEvent, type MailEvent } from '../../usecases/recordMailEvent.ts';

const record = recordMailEvent(storage());

const tag = z.array(z.string()).check(z.minLength(1));

/** SES's report on a mail, as EventBridge hands it on. */
const report = z.object({
  detail: z.object({
    eventType: z.enum(['Send', 'Delivery', 'Bounce', 'Complaint']),
    mail: z.object({
      destination: z.array(z.string()).check(z.minLength(1)),
      tags: z.object({ case: tag, kind: z.array(z.enum([...MAILS, 'clock'])).check(z.minLength(1)), message: tag }),
    }),
    bounce: z.optional(z.object({ bounceType: z.string() })),
  }),
});

const TYPES = { Send: 'sent', Delivery: 'delivered', Bounce: 'bounced', Complaint: 'complained' } as const satisfies Record<
  string,
  MailEvent['type']
>;

/** Takes down what became of mails. A bounce that may pass (a full mailbox) is no reason to give an address up. */
export const handler = async (event: unknown): Promise<void> => {
  const { eventType, mail, bounce } = z.parse(report, event).detail;
  if (bounce && bounce.bounceType !== 'Permanent') return;
  const [caseId = ''] = mail.tags.case;
  const [kind = 'acknowledgement'] = mail.tags.kind;
  const messageId = Buffer.from(mail.tags.message[0] ?? '', 'base64url').toString();
  for (const email of mail.destination) await record({ type: TYPES[eventType], email, messageId, caseId, kind, at: now() });
};
