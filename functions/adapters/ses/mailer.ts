import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import type { Mailer } from '../../usecases/ports.ts';
import { mime, replyAddress } from './mime.ts';

export interface SesSettings {
  /** The address that mails come from. */
  readonly sender: string;
  readonly senderName: string;
  readonly configurationSet: string;
  /** Mails a second that this process may send. */
  readonly perSecond: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends through SES, no faster than allowed; its reports carry which mail they are about in tags. */
export const mailer = ({ sender, senderName, configurationSet, perSecond }: SesSettings): Mailer => {
  const ses = new SESClient({});
  const from = { name: senderName, address: sender };
  let next = 0;
  return {
    async send({ messageId, caseId, kind, at, to, subject, html, text, unsubscribe }) {
      const wait = next - performance.now();
      if (wait > 0) await pause(wait);
      next = performance.now() + 1000 / perSecond;
      const data = await mime({
        from,
        to: { name: to.name, address: to.email },
        replyTo: { name: senderName, address: replyAddress(caseId, sender.slice(sender.indexOf('@') + 1)) },
        caseId,
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
          Tags: [
            { Name: 'case', Value: caseId },
            { Name: 'kind', Value: kind },
            { Name: 'message', Value: Buffer.from(messageId).toString('base64url') }, // tags take no dots
          ],
        }),
      );
    },
  };
};
