import { renderNotice } from '../content/mails/notice.ts';
import { clocksOf, rulesNeededSince } from '../domain/case/clocks.ts';
import type { NoticeOrder } from '../domain/case/consequences.ts';
import { fold } from '../domain/case/evolve.ts';
import { noticesReached } from '../domain/case/notices.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { AddressBook, CaseStore, Mailer, MailStatus, RulesStore } from './ports.ts';

export interface SendNoticeDeps {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly addresses: AddressBook;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly mailer: Mailer;
  readonly siteUrl: string;
}

/** Tells a member of staff, once, how a clock of a case stands (F23); not at all when somebody has met it in the meantime. */
export const sendNotice =
  ({ cases, addresses, rules, mailer, siteUrl }: SendNoticeDeps) =>
  async ({ messageId, caseId, kind, notice, to }: NoticeOrder, now: Instant): Promise<MailStatus | 'known' | 'out-of-date'> => {
    if (await addresses.mailRecord(to.email, messageId)) return 'known';
    const state = fold((await cases.load(caseId)).events);
    const books = await rules.since(rulesNeededSince(state, now));
    const reached = noticesReached(state, books, now).filter(({ clock }) => clock === notice.clock);
    const current = reached.find(({ to: recipient }) => recipient === notice.to);
    if (current?.level !== notice.level || current.run !== notice.run) return 'out-of-date';
    const { suppressed } = await addresses.standing(to.email);
    const status = suppressed ? 'suppressed' : 'sent';
    if (!suppressed) {
      const told = reached.map((one) => one.to).filter((recipient) => recipient !== notice.to);
      const mail = renderNotice({ state, notice, clocks: clocksOf(state, books, now), told, name: to.name, locale: to.locale, siteUrl });
      await mailer.send({ ...mail, messageId, caseId, kind, at: now, to: { ...to, locale: mail.locale } });
    }
    await addresses.record(to.email, { messageId, caseId, kind, status, at: now });
    return status;
  };
