import type { Block, Body } from '../letter.ts';
import { eventOf, needed, timerAt, type Writer } from '../writer.ts';
import { isAnswer, offerFacts, rejectionLeadsTo } from './offer.ts';

const outside = ({ t, paragraph }: Writer, intro: 'any' | 'final'): readonly Block[] => [
  { type: 'heading', text: t('decision.outside') },
  paragraph(`decision.outside.${intro}`),
  { type: 'list', items: [t('route.hotline'), t('route.association'), t('route.settlement'), t('route.court')] },
];

const caseFacts = ({ state, fact }: Writer): Block => ({
  type: 'facts',
  facts: [
    ...fact('label.case', state.caseId),
    ...fact('label.subject', state.opening.subject),
    ...fact('label.wanted', state.opening.desiredRemedy),
  ],
});

const reasons = (writer: Writer): readonly Block[] => {
  const refusal = needed(writer.state.refusal, 'a refusal', writer);
  return [
    caseFacts(writer),
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
      ...outside(writer, 'any'),
      paragraph('decision.accept', by),
      { type: 'small', text: t('decision.keep') },
    ],
  };
};

const finallyRefused = (writer: Writer): Body => ({
  title: writer.t('decision.title.final'),
  preview: writer.t('decision.lead.final'),
  blocks: [
    writer.paragraph('decision.lead.final'),
    ...reasons(writer),
    ...outside(writer, 'final'),
    { type: 'small', text: writer.t('decision.keep') },
    { type: 'buttons', buttons: [writer.toCase('button.case')] },
  ],
});

const unresolved = (writer: Writer): Body => {
  const { t, state, paragraph, toCase } = writer;
  const { reasons: why } = needed(state.offer, 'the last offer', writer);
  return {
    title: t('decision.title.unresolved'),
    preview: t('decision.lead.unresolved'),
    blocks: [
      paragraph('decision.lead.unresolved'),
      caseFacts(writer),
      { type: 'facts', facts: offerFacts(writer, 'label.lastOffer') },
      { type: 'quote', label: t('label.offerReasons'), text: why },
      ...outside(writer, 'final'),
      { type: 'small', text: t('decision.keep') },
      { type: 'buttons', buttons: [toCase('button.case')] },
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
  const lead = isAnswer(offer) ? 'fulfilment.lead.information' : 'fulfilment.lead';
  return {
    title: t(isAnswer(offer) ? 'fulfilment.title.information' : 'fulfilment.title'),
    preview: t(lead),
    blocks: [
      paragraph(lead),
      {
        type: 'facts',
        facts: [
          ...fact('label.case', state.caseId),
          ...offerFacts(writer, 'label.agreed'),
          ...fact('label.reference', data.reference),
          ...when('label.done', at),
        ],
      },
      paragraph('fulfilment.wrong'),
      ...(timerAt(writer, 'survey') ? [paragraph('fulfilment.survey')] : []),
      { type: 'buttons', buttons: [toCase('button.case')] },
    ],
  };
};
