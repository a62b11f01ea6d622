import type { Body, Block } from '../letter.ts';
import { eventOf, needed, reopenUntil, timerAt, type Writer } from '../writer.ts';
import { offerFacts } from './offer.ts';

/** What we told the customer, by itself or when we put the case on hold for somebody else. */
const messageText = (writer: Writer): string => {
  const { event } = writer;
  return event.type === 'held' ? needed(event.data.message, 'a message', writer) : eventOf(writer, 'replied').data.message;
};

/** A message of ours to the customer. */
export const reply = (writer: Writer): Body => {
  const { t, paragraph, toCase } = writer;
  return {
    title: t('reply.title'),
    preview: t('reply.lead'),
    blocks: [
      paragraph('reply.lead'),
      { type: 'quote', label: t('label.message'), text: messageText(writer) },
      { type: 'buttons', buttons: [toCase('button.reply')] },
    ],
  };
};

/** A question without whose answer the case does not go on. */
export const question = (writer: Writer): Body => {
  const { t, when, moment, paragraph, toCase } = writer;
  const closes = needed(timerAt(writer, 'expire'), 'a closing time', writer);
  return {
    title: t('question.title'),
    preview: t('question.lead'),
    blocks: [
      paragraph('question.lead'),
      { type: 'quote', label: t('label.question'), text: needed(eventOf(writer, 'held').data.message, 'the question', writer) },
      { type: 'facts', facts: when('label.answerBy', closes) },
      { type: 'buttons', buttons: [toCase('button.answer')] },
      { type: 'small', text: t('question.silence', { date: moment(closes) }) },
    ],
  };
};

/** What the customer was asked, once more; where that was said elsewhere, by telephone for example, there is nothing to quote. */
const recap = (writer: Writer): { readonly about: 'question' | 'offer' | 'refusal'; readonly blocks: readonly Block[] } => {
  const { state, t } = writer;
  if (state.hold) {
    const { message } = eventOf(writer, 'held').data;
    return { about: 'question', blocks: message ? [{ type: 'quote', label: t('label.question'), text: message }] : [] };
  }
  if (state.offer) return { about: 'offer', blocks: [{ type: 'facts', facts: offerFacts(writer, 'label.remedy') }] };
  const { reasons } = needed(state.refusal, 'an offer or a refusal', writer);
  return { about: 'refusal', blocks: [{ type: 'quote', label: t('label.decisionReasons'), text: reasons }] };
};

const warning = (writer: Writer, kind: 'warning-1' | 'warning-2'): Body => {
  const { t, moment, fullMoment, paragraph, toCase } = writer;
  const closes = needed(timerAt(writer, 'expire'), 'a closing time', writer);
  const { about, blocks } = recap(writer);
  return {
    title: t(`${kind}.title`),
    preview: t('warning.closes', { date: fullMoment(closes) }),
    blocks: [
      paragraph(`warning.lead.${about}`),
      { type: 'notice', text: t('warning.closes', { date: fullMoment(closes) }) },
      ...blocks,
      { type: 'buttons', buttons: [toCase(about === 'question' ? 'button.answer' : 'button.decide')] },
      ...(kind === 'warning-2' ? [paragraph('warning.last')] : []),
      { type: 'small', text: t('warning.reopen', { date: moment(reopenUntil(closes, writer)) }) },
    ],
  };
};

/** The first of two warnings before a case closes for want of an answer (F39). */
export const firstWarning = (writer: Writer): Body => warning(writer, 'warning-1');

/** The second and last warning. */
export const secondWarning = (writer: Writer): Body => warning(writer, 'warning-2');
