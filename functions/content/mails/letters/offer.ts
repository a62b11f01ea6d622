import { decideCustomer } from '../../../domain/case/decideCustomer.ts';
import type { Offer } from '../../../domain/case/model.ts';
import type { Body, Fact } from '../letter.ts';
import type { MailKey } from '../texts.ts';
import { listed } from '../../common/index.ts';
import { needed, timerAt, type Writer } from '../writer.ts';

/** The remedy and its amount. */
export const offerFacts = ({ state, fact, locale, money }: Writer, label: MailKey): readonly Fact[] =>
  state.offer
    ? [
        ...fact(label, listed(locale, 'remedy', state.offer.remedy)),
        ...fact('label.amount', state.offer.amount && money(state.offer.amount)),
      ]
    : [];

/** Where a rejection would take the case: the domain is asked, so that the letter promises what will happen. */
export const rejectionLeadsTo = (writer: Writer): 'investigation' | 'review' | 'feedback' => {
  const decided = decideCustomer(writer.state, { action: 'decision', accept: false }, writer.policy);
  if (!decided.ok || decided.value.type !== 'rejected') throw new Error(`mail ${writer.kind} is written while there is nothing to decide`);
  return decided.value.data.to;
};

/** True when what is offered is an answer and nothing else. */
export const isAnswer = (offer: Pick<Offer, 'remedy' | 'amount'>): boolean => offer.remedy === 'information' && !offer.amount;

/** The offer with its reasons, and what accepting and rejecting lead to. */
export const offer = (writer: Writer): Body => {
  const { t, state, when, moment, paragraph, toCase } = writer;
  const offered = needed(state.offer, 'an offer', writer);
  const closes = needed(timerAt(writer, 'expire'), 'a closing time', writer);
  const answer = isAnswer(offered);
  const lead = answer ? 'offer.lead.information' : 'offer.lead';
  return {
    title: t(answer ? 'offer.title.information' : 'offer.title'),
    preview: t(lead),
    blocks: [
      paragraph(lead),
      ...(answer ? [] : [{ type: 'facts', facts: offerFacts(writer, 'label.remedy') } as const]),
      { type: 'quote', label: t(answer ? 'label.answer' : 'label.offerReasons'), text: offered.reasons },
      paragraph(answer ? 'offer.accept.information' : 'offer.accept'),
      paragraph(`reject.${rejectionLeadsTo(writer)}`),
      { type: 'facts', facts: when('label.answerBy', closes) },
      {
        type: 'buttons',
        buttons: [toCase(answer ? 'button.acceptAnswer' : 'button.accept'), toCase(answer ? 'button.rejectAnswer' : 'button.reject')],
      },
      { type: 'small', text: `${t('offer.confirm')}\n${t('offer.silence', { date: moment(closes) })}` },
    ],
  };
};
