import type { Instant } from '../domain/kernel/time.ts';
import type { AddressBook, MailRecord } from './ports.ts';

/** What SES reports about a mail of ours. */
export interface MailEvent extends Pick<MailRecord, 'messageId' | 'caseId' | 'kind'> {
  readonly type: 'sent' | 'delivered' | 'bounced' | 'complained';
  readonly email: string;
  readonly at: Instant;
}

/** Takes down what became of a mail: one that was sent without being written down is written down now; an address that bounced for good or complained gets no more. */
export const recordMailEvent =
  ({ addresses }: { readonly addresses: AddressBook }) =>
  async ({ type, email, messageId, caseId, kind, at }: MailEvent): Promise<void> => {
    if (type === 'bounced' || type === 'complained') return addresses.suppress(email, type, at);
    // Nearly always it is written down already: reading costs a fifth of a write that is refused.
    if (!(await addresses.mailRecord(email, messageId))) await addresses.record(email, { messageId, caseId, kind, status: 'sent', at });
  };
