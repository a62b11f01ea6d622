import { mailStep, parseContractMailId } from '../domain/contract/contractMail.ts';
import {
  MAIL_OUTCOMES,
  type Contract,
  type ContractEvent,
  type Happening,
  type Mailed,
  type MailOutcome,
} from '../domain/contract/model.ts';
import { ok, refuse } from '../domain/kernel/result.ts';
import type { Instant } from '../domain/kernel/time.ts';
import { changeContract, type ChangeContractDeps } from './changeContract.ts';
import type { AddressBook, CaseMail, ContractMail, MailRecord } from './ports.ts';

/** What SES reports about a mail of ours. */
export type MailEvent = (CaseMail | ContractMail) & {
  readonly type: 'sent' | 'delivered' | 'bounced' | 'complained';
  /** A bounce that may pass, as of a full mailbox: no reason to give the address up. */
  readonly transient: boolean;
  readonly email: string;
  readonly at: Instant;
};

export interface RecordMailEventDeps extends ChangeContractDeps {
  readonly addresses: AddressBook;
}

const sameAddress = (a: string, b: string | undefined): boolean => a.trim().toLowerCase() === b?.trim().toLowerCase();

const rank = (outcome: Mailed['outcome']): number => MAIL_OUTCOMES.findIndex((one) => one === outcome);

/** What a report adds to a contract; nothing when the contract knows as much already, or knows nothing of the mail. */
const addition = (
  state: Contract,
  events: readonly ContractEvent[],
  version: number,
  outcome: MailOutcome,
  { email, transient }: MailEvent,
): Happening | undefined => {
  const step = mailStep(events[version - 1]);
  if (!step) return undefined;
  const told = events.flatMap((event) => (event.type === 'mailed' && event.data.version === version ? [event.data] : []));
  const gaveUp = outcome !== 'delivered' && !transient && sameAddress(email, state.terms.customer.email) ? true : undefined;
  const isNews = told.every((one) => rank(one.outcome) < rank(outcome)) || (gaveUp && !told.some((one) => one.gaveUp));
  return isNews ? { type: 'mailed', data: { version, step: step.id, outcome, gaveUp } } : undefined;
};

const tellContract = async (deps: RecordMailEventDeps, event: MailEvent, outcome: MailOutcome): Promise<void> => {
  const ref = parseContractMailId(event.messageId);
  if (!ref) return;
  const { contractId, version } = ref;
  await changeContract(deps)({ contractId, by: { role: 'system' }, now: event.at }, async (state, events) => {
    if (!state) return refuse({ kind: 'unknown' });
    const happening = addition(state, events, version, outcome, event);
    return ok(happening ? { happening } : { version: state.version, outcome: 'unchanged' });
  });
};

const recordOf = ({ messageId, at, ...mail }: MailEvent): MailRecord =>
  'caseId' in mail
    ? { messageId, caseId: mail.caseId, kind: mail.kind, status: 'sent', at }
    : { messageId, contractId: mail.contractId, kind: mail.kind, status: 'sent', at };

/**
 * Takes down what became of a mail: one that was sent without being written down is written down now; an address that bounced for good or complained gets no more; a contract learns
 * what its mail came to (X7). Reports may come twice and in any order.
 */
export const recordMailEvent =
  (deps: RecordMailEventDeps) =>
  async (event: MailEvent): Promise<void> => {
    const { addresses } = deps;
    const { type, email, messageId, transient, at } = event;
    const isRefused = type === 'bounced' || type === 'complained';
    if (isRefused && !transient) await addresses.suppress(email, type, at);
    // Nearly always it is written down already: reading costs a fifth of a write that is refused.
    if (!isRefused && !(await addresses.mailRecord(email, messageId))) await addresses.record(email, recordOf(event));
    if ('contractId' in event && type !== 'sent') await tellContract(deps, event, type);
  };
