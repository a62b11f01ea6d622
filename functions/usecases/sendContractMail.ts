import { renderContractMail } from '../content/mails/contracts/render.ts';
import { holdAtSending, sendingTime, type Hold } from '../domain/care/sending.ts';
import { careSetting, customerDay, type CareSetting } from '../domain/care/setting.ts';
import { mailStep } from '../domain/contract/contractMail.ts';
import { fold } from '../domain/contract/evolve.ts';
import type { Contract, ContractEvent, TakenStep } from '../domain/contract/model.ts';
import { ok, refuse } from '../domain/kernel/result.ts';
import { DAY, plus, type Instant } from '../domain/kernel/time.ts';
import { careFacts, type CareFactsDeps } from './careFacts.ts';
import type { CareRulesStore, ContractMailOrder } from './carePorts.ts';
import { changeContract, type ChangeContractDeps } from './changeContract.ts';
import { emailsOf } from './contractMails.ts';
import { marketingSubject } from './marketingLink.ts';
import type { AddressBook, Links, Mailer, RulesStore, StaffDirectory } from './ports.ts';
import { staffNames } from './staffNames.ts';
import { teamRegion } from './teamRegion.ts';

export interface SendContractMailDeps extends CareFactsDeps, ChangeContractDeps {
  readonly addresses: AddressBook;
  readonly care: Pick<CareRulesStore, 'version'>;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly directory: StaffDirectory;
  readonly links: Links;
  readonly mailer: Mailer;
  readonly siteUrl: string;
}

/** How long consent can be taken back with a link: mails are kept for years. */
const WITHDRAWAL_DAYS = 5 * 365;

/** The step whose mail was ordered, and the event that ordered it. Throws when there is none: then somebody else writes to the queue. */
const ordered = (events: readonly ContractEvent[], { messageId, version, step: id }: ContractMailOrder) => {
  const event = events[version - 1];
  const step = mailStep(event);
  if (event?.type !== 'cared' || step?.id !== id) throw new Error(`mail ${messageId} was never ordered`);
  return { event, step };
};

const isReported = (events: readonly ContractEvent[], { version, step }: ContractMailOrder): boolean =>
  events.some((event) => event.type === 'mailed' && event.data.version === version && event.data.step === step);

const wasSent = async (
  { addresses }: SendContractMailDeps,
  events: readonly ContractEvent[],
  order: ContractMailOrder,
): Promise<boolean> => {
  const records = await Promise.all(emailsOf(events).map((email) => addresses.mailRecord(email, order.messageId)));
  return records.some((record) => record !== undefined);
};

const writeHeld = async (deps: SendContractMailDeps, order: ContractMailOrder, hold: Hold, now: Instant): Promise<void> => {
  const { contractId, version, step } = order;
  await changeContract(deps)({ contractId, by: { role: 'system' }, now }, async (state, events) => {
    if (!state) return refuse({ kind: 'unknown' });
    if (isReported(events, order)) return ok({ version: state.version, outcome: 'unchanged' });
    return ok({ happening: { type: 'mailed', data: { version, step, outcome: 'held', ...hold } } });
  });
};

interface Sending {
  readonly state: Contract;
  readonly event: Extract<ContractEvent, { readonly type: 'cared' }>;
  readonly step: TakenStep;
  readonly setting: CareSetting;
  readonly email: string;
  readonly now: Instant;
}

const send = async (deps: SendContractMailDeps, messageId: string, { state, event, step, setting, email, now }: Sending): Promise<void> => {
  const { links, mailer, directory, siteUrl } = deps;
  const { contractId, terms } = state;
  const withdrawal =
    step.purpose === 'marketing'
      ? `${siteUrl}/withdraw/${await links.sign('withdraw', marketingSubject(state), plus(now, WITHDRAWAL_DAYS * DAY))}`
      : undefined;
  const { locale, ...mail } = renderContractMail({
    state,
    cared: event.data,
    step,
    setting,
    today: customerDay(setting, sendingTime({ asOf: event.data.asOf, at: event.at }, now)),
    ownerName: (await staffNames(directory)).get(terms.owner),
    withdrawal,
    siteUrl,
  });
  const to = { name: terms.customer.name, email, locale };
  await mailer.send({ ...mail, messageId, contractId, kind: step.kind, at: now, to, unsubscribe: withdrawal });
  await deps.addresses.record(email, { messageId, contractId, kind: step.kind, status: 'sent', at: now });
};

/**
 * Sends one mail about a contract, once, unless something came in between: then the contract says so instead, with the day on which it is looked at again (F63, X8). What was sent
 * stands in the address book, written down after SES took it, as with the mails of cases.
 */
export const sendContractMail =
  (deps: SendContractMailDeps) =>
  async (order: ContractMailOrder, now: Instant): Promise<'sent' | 'known' | Hold['held']> => {
    const { events } = await deps.contracts.load(order.contractId);
    const { event, step } = ordered(events, order);
    if (isReported(events, order) || (await wasSent(deps, events, order))) return 'known';
    const state = fold(events);
    const [book, region] = await Promise.all([deps.care.version(event.data.rules), teamRegion(deps.rules, now)]);
    const setting = careSetting(book, state.terms, region);
    const at = sendingTime({ asOf: event.data.asOf, at: event.at }, now);
    const hold = holdAtSending(state, { ...step, version: event.version }, setting, await careFacts(deps)(state), at);
    if (hold) await writeHeld(deps, order, hold, now);
    const { email } = state.terms.customer;
    if (hold || email === undefined) return hold?.held ?? 'no-address';
    await send(deps, order.messageId, { state, event, step, setting, email, now });
    return 'sent';
  };
