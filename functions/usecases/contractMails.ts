import { contractMailId, mailStep } from '../domain/contract/contractMail.ts';
import type { Contract, ContractEvent } from '../domain/contract/model.ts';
import type { ContractMailOrder } from './carePorts.ts';

/** The mail that an event calls for, if it does. */
export const contractMailOf = (event: ContractEvent): ContractMailOrder | undefined => {
  const step = mailStep(event);
  const { contractId, version } = event;
  return step && { messageId: contractMailId({ contractId, version, kind: step.kind }), contractId, version, step: step.id };
};

/** The mail address that an event brings, if it does. */
export const emailIn = (event: ContractEvent): string | undefined => ('terms' in event.data ? event.data.terms.customer.email : undefined);

/** Every address that the customer ever had: a mail may have gone to any of them. */
export const emailsOf = (events: readonly ContractEvent[]): readonly string[] => [
  ...new Set(events.flatMap((event) => emailIn(event) ?? [])),
];

/** Mails that events ordered and of which nothing was heard: neither that they were held nor what SES says of them. */
export const unheardMails = (state: Contract, events: readonly ContractEvent[]): readonly ContractMailOrder[] =>
  events
    .flatMap((event) => contractMailOf(event) ?? [])
    .filter(({ step: id, version }) => {
      const step = state.steps[id];
      return step?.version === version && step.mail && step.outcome === undefined;
    });
