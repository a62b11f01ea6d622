import * as z from 'zod/mini';
import { MAILS } from '../../domain/case/consequences.ts';
import { now } from '../../runtime/now.ts';
import { parseContractMailId } from '../../domain/contract/contractMail.ts';
import { storage } from '../../runtime/wiring.ts';
import type { CaseMail, ContractMail } from '../../usecases/ports.ts';
import { recordMailEvent, type MailEvent } from '../../usecases/recordMailEvent.ts';

const record = recordMailEvent(storage());

const tag = z.array(z.string()).check(z.minLength(1));
const message = z.pipe(
  tag,
  z.transform(([id = '']) => Buffer.from(id, 'base64url').toString()),
);

const aboutCase = z.object({ case: tag, kind: z.array(z.enum([...MAILS, 'clock'])).check(z.minLength(1)), message });
const aboutContract = z.object({ about: z.tuple([z.literal('contract')]), message });

/** SES's report on a mail, as EventBridge hands it on. */
const report = z.object({
  detail: z.object({
    eventType: z.enum(['Send', 'Delivery', 'Bounce', 'Complaint']),
    mail: z.object({
      destination: z.array(z.string()).check(z.minLength(1)),
      tags: z.union([aboutCase, aboutContract]),
    }),
    bounce: z.optional(z.object({ bounceType: z.string() })),
  }),
});

const TYPES = { Send: 'sent', Delivery: 'delivered', Bounce: 'bounced', Complaint: 'complained' } as const satisfies Record<
  string,
  MailEvent['type']
>;

/** Which mail it is. Undefined for one about a contract whose id is none of ours. */
const mailOf = (tags: z.infer<typeof report>['detail']['mail']['tags']): CaseMail | ContractMail | undefined => {
  const { message: messageId } = tags;
  if ('case' in tags) return { messageId, caseId: tags.case[0] ?? '', kind: tags.kind[0] ?? 'acknowledgement' };
  const ref = parseContractMailId(messageId);
  return ref && { messageId, contractId: ref.contractId, kind: ref.kind };
};

/** Takes down what became of mails. A bounce that may pass (a full mailbox) is no reason to give an address up. */
export const handler = async (event: unknown): Promise<void> => {
  const { eventType, mail, bounce } = z.parse(report, event).detail;
  const about = mailOf(mail.tags);
  if (!about) return;
  const transient = bounce !== undefined && bounce.bounceType !== 'Permanent';
  for (const email of mail.destination) await record({ ...about, type: TYPES[eventType], transient, email, at: now() });
};
