import { addDays, graceEnd, reinstatementEnd } from '../../../domain/contract/grace.ts';
import { remindersFor } from '../../../domain/care/reminders.ts';
import { addMonths } from '../../../domain/clocks/months.ts';
import { dayNumber, type CalendarDate } from '../../../domain/kernel/time.ts';
import type { Body } from '../letter.ts';
import { amountFact, dueOnOf, help, howToPay, methodFact, openFact } from './premium.ts';
import { needed, type Writer } from './writer.ts';

/** Days before the due date from which a reminder says how many are left. */
const SOON_DAYS = 14;

const reminderTitle = ({ t, date }: Writer, dueOn: CalendarDate, days: number): string => {
  if (days <= 1) return t('reminder.title.tomorrow');
  return days <= SOON_DAYS ? t('reminder.title.soon', { days }) : t('reminder.title', { date: date(dueOn) });
};

/** A reminder that a premium will be due (F59): how much, when, how it is paid, and what to do for it. */
export const reminder = (writer: Writer): Body => {
  const { t, state, setting, step, today, when, paragraph } = writer;
  const dueOn = dueOnOf(writer);
  const days = dayNumber(dueOn) - dayNumber(today);
  const n = Number(/\d+$/.exec(step.id)?.[0] ?? 1);
  const count = Math.max(n, remindersFor(state, setting, dueOn).length);
  const lead = t(n === 1 ? 'reminder.lead' : 'reminder.lead.again', { days });
  return {
    title: reminderTitle(writer, dueOn, days),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      { type: 'facts', facts: [...amountFact(writer), ...when('label.due', dueOn), ...methodFact(writer)] },
      { type: 'heading', text: t('heading.do') },
      paragraph(`do.${state.terms.paymentMethod}`),
      ...help(writer),
      { type: 'small', text: `${t('crossed')}\n${t('reminder.count', { n, count })}` },
    ],
  };
};

/** The last day to pay if the demand is delivered (rules.md 4). */
const payBy = ({ setting: { plan }, cared }: Writer, dueOn: CalendarDate): CalendarDate => {
  const { graceDays, graceDaysAfterDemand } = plan.lapse;
  const [byDemand, byDueDate] = [addDays(cared.day, graceDaysAfterDemand), addDays(dueOn, graceDays)];
  return byDemand < byDueDate ? byDemand : byDueDate;
};

/** The demand for a premium that is overdue (F61): until when it can be paid, and what happens otherwise. */
export const grace = (writer: Writer): Body => {
  const { t, setting, when, date, paragraph } = writer;
  const dueOn = dueOnOf(writer);
  const until = payBy(writer, dueOn);
  const { reinstatementMonths: months } = setting.plan.lapse;
  const lead = t('grace.lead', { due: date(dueOn) });
  return {
    title: t('grace.title'),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      {
        type: 'facts',
        facts: [...openFact(writer, writer.today), ...when('label.dueSince', dueOn), ...when('label.payBy', until), ...methodFact(writer)],
      },
      { type: 'heading', text: t('heading.do') },
      ...howToPay(writer, dueOn),
      ...help(writer),
      { type: 'heading', text: t('heading.otherwise') },
      paragraph('grace.otherwise', { date: date(addDays(until, 1)), months }),
      { type: 'small', text: t('crossed') },
    ],
  };
};

/** Tells that cover is suspended (F61): what that means, what to confirm, and how it comes back. */
export const suspension = (writer: Writer): Body => {
  const { t, state, setting, cared, owner, when, date, paragraph } = writer;
  const dueOn = dueOnOf(writer);
  const { lapse } = setting.plan;
  const on = state.suspension?.dueOn === dueOn ? state.suspension.on : cared.day;
  const confirmBy = addMonths(on, lapse.confirmationMonths);
  const backUntil = reinstatementEnd(on, lapse);
  const lead = t('suspension.lead', { due: date(dueOn), date: date(on) });
  return {
    title: t('suspension.title'),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      paragraph('suspension.means', { date: date(on) }),
      {
        type: 'facts',
        facts: [
          ...when('label.suspendedOn', on),
          ...openFact(writer, writer.today),
          ...when('label.confirmBy', confirmBy),
          ...when('label.backUntil', backUntil),
        ],
      },
      { type: 'heading', text: t('heading.back') },
      paragraph('suspension.back', { date: date(backUntil) }),
      paragraph(`pay.${state.terms.paymentMethod}`),
      { type: 'heading', text: t('heading.next') },
      owner === undefined
        ? paragraph('suspension.confirm', { date: date(confirmBy) })
        : paragraph('suspension.confirm.owner', { date: date(confirmBy), owner }),
      ...help(writer),
      { type: 'small', text: t('crossed') },
    ],
  };
};

/** Tells that the contract ended, as nobody brought its cover back (F61). */
export const lapse = (writer: Writer): Body => {
  const { t, state, owner, when, date, paragraph } = writer;
  const dueOn = dueOnOf(writer);
  const suspendedOn = state.suspension?.on ?? addDays(graceEnd(state, dueOn, writer.setting.plan.lapse), 1);
  const lapsedOn = needed(state.lapsedOn, 'the day of the end', writer);
  const lead = t('lapse.lead', { date: date(suspendedOn), contract: state.contractId });
  return {
    title: t('lapse.title'),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      { type: 'facts', facts: [...when('label.suspendedOn', suspendedOn), ...when('label.endedOn', lapsedOn)] },
      paragraph('lapse.claims'),
      owner === undefined ? paragraph('lapse.new') : paragraph('lapse.new.owner', { owner }),
    ],
  };
};
