import { SendRawEmailCommand, SESClient, type MessageTag } from '@aws-sdk/client-ses';
import type { CaseMail, ContractMail, Mailer } from '../../usecases/ports.ts';
import { mime, replyAddress, type About } from './mime.ts';

export interface SesSettings {
  /** The address that mails come from. */
  readonly sender: string;
  readonly senderName: string;
  readonly configurationSet: string;
  /** Mails a second that this process may send. */
  readonly perSecond: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const aboutOf = (mail: CaseMail | ContractMail): About =>
  'caseId' in mail ? { thing: 'case', id: mail.caseId } : { thing: 'contract', id: mail.contractId };

/** What SES's reports say of a mail. Tags take no dots: ids are encoded, and the number of a contract is read from that of the message. */
const tagsOf = (mail: CaseMail | ContractMail): MessageTag[] => [
  'caseId' in mail ? { Name: 'case', Value: mail.caseId } : { Name: 'about', Value: 'contract' },
  { Name: 'kind', Value: mail.kind },
  { Name: 'message', Value: Buffer.from(mail.messageId).toString('base64url') },
];

/** Sends through SES, no faster than allowed; its reports carry which mail they are about in tags. */
export const mailer = ({ sender, senderName, configurationSet, perSecond }: SesSettings): Mailer => {
  const ses = new SESClient({});
  const from = { name: senderName, address: sender };
  let next = 0;
  return {
    async send(mail) {
      const { messageId, at, to, subject, html, text, unsubscribe } = mail;
      const wait = next - performance.now();
      if (wait > 0) await pause(wait);
      next = performance.now() + 1000 / perSecond;
      const about = aboutOf(mail);
      const data = await mime({
        from,
        to: { name: to.name, address: to.email },
        replyTo: { name: senderName, address: replyAddress(about, sender.slice(sender.indexOf('@') + 1)) },
        about,
        messageId,
        locale: to.locale,
        subject,
        html,
        text,
        unsubscribe,
        at,
      });
      await ses.send(
        new SendRawEmailCommand({
          Source: sender,
          Destinations: [to.email],
          RawMessage: { Data: data },
          ConfigurationSetName: configurationSet,
          Tags: tagsOf(mail),
        }),
      );
    },
  };
};
