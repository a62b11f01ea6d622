import type { Block, Body } from '../letter.ts';
import { eventOf, needed, timerAt, type Writer } from '../writer.ts';
import { isAnswer, offerFacts, rejectionLeadsTo } from './offer.ts';

const routes = ({ t }: Writer): Block => ({
  type: 'list',
  items: [t('route.hotline'), t('route.association'), t('route.settlement'), t('route.court')],
});

const wanted = ({ state, fact }: Writer): Block => ({ type: 'facts', facts: fact('label.wanted', state.opening.desiredRemedy) });

/** How a letter ends after which we have nothing more to offer. */
const ending = (writer: Writer): readonly Block[] => [
  { type: 'heading', text: writer.t('decision.elsewhere') },
  routes(writer),
  { type: 'small', text: writer.t('decision.keep') },
  { type: 'buttons', buttons: [writer.toCase('button.case')] },
];

const reasons = (writer: Writer): readonly Block[] => {
  const refusal = needed(writer.state.refusal, 'a refusal', writer);
  return [
    wanted(writer),
    { type: 'quote', label: writer.t('label.decisionReasons'), text: refusal.reasons },
    { type: 'quote', label: writer.t('label.rule'), text: refusal.rule },
  ];
};

const refused = (writer: Writer): Body => {
  const { t, moment, paragraph, toCase } = writer;
  const by = { date: moment(needed(timerAt(writer, 'expire'), 'a closing time', writer)) };
  const inside: readonly Block[] =
    rejectionLeadsTo(writer) === 'investigation'
      ? [paragraph('decision.inside.investigation', by), paragraph('decision.inside.then')]
      : [paragraph('decision.inside.review', by)];
  return {
    title: t('decision.title.refused'),
    preview: t('decision.lead.refused'),
    blocks: [
      paragraph('decision.lead.refused'),
      ...reasons(writer),
      { type: 'heading', text: t('decision.inside') },
      ...inside,
      { type: 'buttons', buttons: [toCase('button.decision')] },
      { type: 'heading', text: t('decision.outside') },
      paragraph('decision.outside.any'),
      routes(writer),
      paragraph('decision.accept', by),
      { type: 'small', text: t('decision.keep') },
    ],
  };
};

const finallyRefused = (writer: Writer): Body => ({
  title: writer.t('decision.title.final'),
  preview: writer.t('decision.lead.final'),
  blocks: [writer.paragraph('decision.lead.final'), ...reasons(writer), ...ending(writer)],
});

const unresolved = (writer: Writer): Body => {
  const { t, state, paragraph } = writer;
  const { reasons: why } = needed(state.offer, 'the last offer', writer);
  return {
    title: t('decision.title.unresolved'),
    preview: t('decision.lead.unresolved'),
    blocks: [
      paragraph('decision.lead.unresolved'),
      wanted(writer),
      { type: 'facts', facts: offerFacts(writer, 'label.lastOffer') },
      { type: 'quote', label: t('label.decisionReasons'), text: why },
      ...ending(writer),
    ],
  };
};

/** The decision letter (F35): reasons, rule, and how to go against it, with us and outside. */
export const decision = (writer: Writer): Body => {
  if (writer.event.type === 'rejected') return unresolved(writer);
  return writer.state.step === 'decision' ? refused(writer) : finallyRefused(writer);
};

/** Tells that the accepted remedy was carried out. */
export const fulfilment = (writer: Writer): Body => {
  const { t, state, fact, when, paragraph, toCase } = writer;
  const offer = needed(state.offer, 'an offer', writer);
  const { data, at } = eventOf(writer, 'fulfilled');
  const answer = isAnswer(offer);
  const lead = answer ? 'fulfilment.lead.information' : 'fulfilment.lead';
  return {
    title: t(answer ? 'fulfilment.title.information' : 'fulfilment.title'),
    preview: t(lead),
    blocks: [
      paragraph(lead),
      {
        type: 'facts',
        facts: [
          ...(answer ? [] : offerFacts(writer, 'label.agreed')),
          ...fact('label.reference', data.reference),
          ...when('label.done', at),
        ],
      },
      paragraph(answer ? 'fulfilment.open' : 'fulfilment.wrong'),
      ...(timerAt(writer, 'survey') ? [paragraph('fulfilment.survey')] : []),
      { type: 'buttons', buttons: [toCase('button.case')] },
    ],
  };
};
