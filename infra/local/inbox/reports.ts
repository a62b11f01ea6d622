import { AwsClient } from 'aws4fetch';
import { parseContractMailId } from '../../../functions/domain/contract/contractMail.ts';
import { MAILS } from '../../../functions/domain/case/consequences.ts';
import { REGION } from '../options.ts';
import type { Message } from './message.ts';

/** What SES would tell of a mail. */
export type EventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

/** A report on a mail, as SES hands it to EventBridge. */
export interface Report {
  eventType: EventType;
  mail: { timestamp: string; messageId: string; destination: string[]; tags: Record<string, string[]> };
  delivery?: object;
  bounce?: { bounceType: 'Permanent'; bounceSubType: 'General'; bouncedRecipients: { emailAddress: string }[]; timestamp: string };
  complaint?: { complainedRecipients: { emailAddress: string }[]; timestamp: string };
}

/** SES's mailbox simulator: what comes of mails to its addresses, which may carry a label (`bounce+42@…`). */
const SIMULATOR = 'simulator.amazonses.com';

/** A mail that bounces is never delivered; one that somebody complains about was. */
const OUTCOMES: Readonly<Record<string, readonly EventType[]>> = { bounce: ['Bounce'], complaint: ['Delivery', 'Complaint'] };

const simulated = (address: string): readonly EventType[] | undefined => {
  const [, mailbox = '', domain] = /^([^+@]*)[^@]*@(.+)$/.exec(address.toLowerCase()) ?? [];
  return domain === SIMULATOR ? OUTCOMES[mailbox] : undefined;
};

/** The tags that the sender gave to SES: the emulator does not hand them on, but the headers of our mails say the same. */
function tagsOf({ headers }: Message): Record<string, string[]> | undefined {
  const id = headers['x-aftercare-mail'];
  if (id === undefined) return undefined;
  const message = [Buffer.from(id).toString('base64url')];
  const about = headers['x-aftercare-contract'] === undefined ? undefined : parseContractMailId(id);
  if (about) return { about: ['contract'], kind: [about.kind], message };
  const caseId = headers['x-aftercare-case'];
  return caseId === undefined ? undefined : { case: [caseId], kind: [MAILS.find((kind) => id.endsWith(`.${kind}`)) ?? 'clock'], message };
}

const detailOf = (eventType: EventType, message: Message, timestamp: string): Pick<Report, 'delivery' | 'bounce' | 'complaint'> => {
  const recipients = message.to.map((emailAddress) => ({ emailAddress }));
  switch (eventType) {
    case 'Send':
      return {};
    case 'Delivery':
      return { delivery: { timestamp, recipients: message.to, smtpResponse: '250 OK' } };
    case 'Bounce':
      return { bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: recipients, timestamp } };
    case 'Complaint':
      return { complaint: { complainedRecipients: recipients, timestamp } };
  }
};

/**
 * What SES would report on a mail of ours that came in: that it was sent and delivered, or what its mailbox simulator makes of it. Of mails about cases only the latter: nothing follows
 * from the delivery of one, and each report is a call of a function.
 */
export function reportsOn(message: Message, configurationSet: string): Report[] {
  const tags = tagsOf(message);
  const outcome = message.to.map(simulated).find((found) => found !== undefined);
  if (!tags || (tags['case'] && !outcome)) return [];
  const eventTypes: readonly EventType[] = ['Send', ...(outcome ?? (['Delivery'] as const))];
  return eventTypes.map((eventType) => ({
    eventType,
    mail: {
      timestamp: message.receivedAt,
      messageId: message.messageId ?? message.id,
      destination: message.to,
      tags: { ...tags, 'ses:configuration-set': [configurationSet] },
    },
    ...detailOf(eventType, message, message.receivedAt),
  }));
}

/** How a report is called on the bus. */
const NAMES: Readonly<Record<EventType, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

/** Puts reports on the bus of the local cloud, as `drill.ses`: nobody but AWS may speak as `aws.…`. */
export function reporter(endpoint: string, configurationSet: string): (message: Message) => Promise<void> {
  const client = new AwsClient({ accessKeyId: 'test', secretAccessKey: 'test', region: REGION, service: 'events', retries: 0 });
  return async (message) => {
    const Entries = reportsOn(message, configurationSet).map((report) => ({
      Source: 'drill.ses',
      DetailType: NAMES[report.eventType],
      Detail: JSON.stringify(report),
    }));
    if (Entries.length === 0) return;
    const answer = await client.fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body: JSON.stringify({ Entries }),
    });
    if (!answer.ok) throw new Error(`the local cloud took no report on a mail: ${answer.status}`);
  };
}
