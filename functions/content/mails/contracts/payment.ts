import { oldestUnpaid, paymentFor } from '../../../domain/contract/dueDates.ts';
import { addDays, demandId, graceEnd } from '../../../domain/contract/grace.ts';
import type { Contract, Failed } from '../../../domain/contract/model.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import type { Body, Fact } from '../letter.ts';
import { dueOnOf, help, howToPay, nextAttempt } from './premium.ts';
import { needed, type Writer } from './writer.ts';

/** The next premium to pay, or the one that is overdue. */
const nextFact = ({ state, today, when }: Writer): readonly Fact[] => {
  const next = oldestUnpaid(state);
  return when(next !== undefined && next < today ? 'label.stillOpen' : 'label.nextDue', next);
};

const paidFacts = (writer: Writer): readonly Fact[] => {
  const { state, fact, money, when } = writer;
  const dueOn = dueOnOf(writer);
  const { amount, paidOn } = needed(paymentFor(state, dueOn), 'its payment', writer);
  return [...fact('label.amount', money(amount)), ...when('label.received', paidOn), ...when('label.forDue', dueOn), ...nextFact(writer)];
};

/** What a payment means first of all: that another is still open, that the suspension we told of is void, or that all is well. */
const leadOf = ({ state, today, ...writer }: Writer): 'feedback.lead.open' | 'feedback.lead.kept' | 'feedback.lead' => {
  const next = oldestUnpaid(state);
  if (next !== undefined && next < today) return 'feedback.lead.open';
  return state.suspension?.dueOn === dueOnOf({ state, today, ...writer }) ? 'feedback.lead.kept' : 'feedback.lead';
};

/** The word after a payment (F60): what came, for what, and when the next is due. */
export const feedback = (writer: Writer): Body => {
  const { t, state, paragraph } = writer;
  const next = oldestUnpaid(state);
  const lead = t(leadOf(writer));
  return {
    title: t('feedback.title'),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      { type: 'facts', facts: paidFacts(writer) },
      paragraph(next === undefined ? 'feedback.last' : 'feedback.next'),
      { type: 'small', text: t('feedback.wrong') },
    ],
  };
};

/** The word after a payment that brought the cover back (F61). */
export const reinstated = (writer: Writer): Body => {
  const { t, state, today, paragraph } = writer;
  const next = oldestUnpaid(state);
  const isOpen = next !== undefined && next < today;
  const lead = t(isOpen ? 'reinstated.lead.open' : 'reinstated.lead', { contract: state.contractId });
  return {
    title: t('reinstated.title'),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      { type: 'facts', facts: paidFacts(writer) },
      paragraph('reinstated.gap'),
      { type: 'small', text: t('feedback.wrong') },
    ],
  };
};

/** The attempt that a step is about: the nth that failed, as its id says. */
const attemptOf = (writer: Writer): Failed => {
  const n = Number(/\d+$/.exec(writer.step.id)?.[0] ?? 0);
  return needed(writer.state.failed[n - 1], 'the attempt that failed', writer);
};

/** The last day on which a payment keeps the cover for sure: also if the demand goes out today, or on the day after the due date. */
const coveredUntil = ({ state, setting: { plan }, today }: Writer, dueOn: CalendarDate): CalendarDate => {
  const end = graceEnd(state, dueOn, plan.lapse);
  if (state.steps[demandId(dueOn)]?.outcome === 'delivered') return end;
  const next = addDays(dueOn, 1);
  const byDemand = addDays(next > today ? next : today, plan.lapse.graceDaysAfterDemand);
  return byDemand < end ? byDemand : end;
};

const leadKey = ({ terms: { paymentMethod } }: Contract) => {
  if (paymentMethod === 'direct-debit') return 'debit-failed.lead';
  return paymentMethod === 'card' ? 'debit-failed.lead.card' : 'debit-failed.lead.other';
};

/** The word after a debit that failed (F60): what happened, when we try again, and how we help. */
export const debitFailed = (writer: Writer): Body => {
  const { t, state, today, fact, when, money, date, paragraph } = writer;
  const { dueOn, amount, paidOn, reason } = attemptOf(writer);
  const coverUntil = coveredUntil(writer, dueOn);
  const lead = t(leadKey(state), { date: date(paidOn) });
  return {
    title: t('debit-failed.title'),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      {
        type: 'facts',
        facts: [
          ...fact('label.amount', money(amount)),
          ...when('label.due', dueOn),
          ...fact('label.reason', reason),
          ...when('label.nextAttempt', nextAttempt(writer, dueOn)),
        ],
      },
      ...(today <= coverUntil ? [paragraph('debit-failed.cover', { date: date(coverUntil) })] : []),
      { type: 'heading', text: t('heading.do') },
      ...howToPay(writer, dueOn),
      ...help(writer),
      { type: 'small', text: t('crossed') },
    ],
  };
};
