import { isSurvey, renderMail } from '../content/mails/render.ts';
import { mailOrder, type MailKind, type MailOrder } from '../domain/case/consequences.ts';
import { fold } from '../domain/case/evolve.ts';
import type { Case, CaseEvent } from '../domain/case/model.ts';
import { plus, type Instant } from '../domain/kernel/time.ts';
import type { Policy } from '../domain/policy.ts';
import { trackingUrl } from './links.ts';
import { clocksOf, rulesNeededSince } from '../domain/case/clocks.ts';
import type { AddressBook, CaseStore, Links, Mailer, MailStatus, RulesStore } from './ports.ts';

export interface SendMailDeps {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly addresses: AddressBook;
  readonly links: Links;
  readonly mailer: Mailer;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly policy: Policy;
  readonly siteUrl: string;
}

/** Mails that mean something only while the case still waits for them: a reminder after the answer, or a warning after it, would be wrong. */
const TIMED: readonly MailKind[] = ['survey', 'survey-reminder', 'warning-1', 'warning-2'];

/** Why a mail must not go out to this address, if so. */
const heldBack = async (
  { addresses, policy }: SendMailDeps,
  kind: MailKind,
  state: Case,
  now: Instant,
): Promise<MailStatus | undefined> => {
  const { email } = state.opening.customer;
  const { suppressed, unsubscribed } = await addresses.standing(email);
  if (suppressed) return 'suppressed';
  if (!isSurvey(kind)) return undefined;
  if (unsubscribed) return 'unsubscribed';
  const rest = policy.survey.customerRestSeconds * 1000;
  return kind === 'survey' && rest > 0 && (await addresses.surveyedSince(email, plus(now, -rest))) ? 'surveyed-lately' : undefined;
};

const send = async (deps: SendMailDeps, { messageId, kind }: MailOrder, state: Case, event: CaseEvent, now: Instant): Promise<void> => {
  const { links, mailer, policy, rules, siteUrl } = deps;
  const books = await rules.since(rulesNeededSince(state, event.at));
  const { caseId, opening } = state;
  const until = plus(now, policy.links.surveySeconds * 1000);
  const unsubscribe = isSurvey(kind) ? `${siteUrl}/unsubscribe/${await links.sign('unsubscribe', caseId, until)}` : undefined;
  const mail = renderMail({
    kind,
    state,
    event,
    clocks: clocksOf(state, books, event.at),
    policy,
    siteUrl,
    links: {
      tracking: await trackingUrl(siteUrl, links, policy, state),
      survey: isSurvey(kind) ? `${siteUrl}/survey/${await links.sign('survey', caseId, until)}` : undefined,
      unsubscribe,
    },
  });
  await mailer.send({ ...mail, messageId, caseId, kind, at: now, to: opening.customer, unsubscribe });
};

/**
 * Sends one ordered mail, once (F48): what was sent stands in the address book. It is written down after SES took the mail, so nothing is lost; should the function
 * die in between, SES's own report of the sending writes it down before the queue hands the order out again.
 */
export const sendMail =
  (deps: SendMailDeps) =>
  async (order: MailOrder, now: Instant): Promise<MailStatus | 'known' | 'out-of-date'> => {
    const { events } = await deps.cases.load(order.caseId);
    const event = events[order.version - 1];
    if (!event) throw new Error(`mail ${order.messageId} is of a version that does not exist`);
    const state = fold(events.slice(0, order.version));
    const { email } = state.opening.customer;
    if (await deps.addresses.mailRecord(email, order.messageId)) return 'known';
    if (TIMED.includes(order.kind) && fold(events).sinceVersion !== state.sinceVersion) return 'out-of-date';
    if (order.kind === 'survey-reminder') {
      const invitation = await deps.addresses.mailRecord(email, mailOrder(order.caseId, order.version, 'survey').messageId);
      if (invitation?.status !== 'sent') return 'out-of-date';
    }
    const status = (await heldBack(deps, order.kind, state, now)) ?? 'sent';
    if (status === 'sent') await send(deps, order, state, event, now);
    const { messageId, caseId, kind } = order;
    await deps.addresses.record(email, { messageId, caseId, kind, status, at: now });
    return status;
  };
