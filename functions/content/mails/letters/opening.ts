import { between } from '../../../domain/kernel/time.ts';
import type { Body, Block, Fact } from '../letter.ts';
import { type Writer } from '../writer.ts';

const understood = ({ state, fact, t, words }: Writer): readonly Fact[] => {
  const { kind, request, subject, product, items, desiredRemedy, followUpOf } = state.opening;
  return [
    ...fact('label.earlierCase', followUpOf),
    ...fact('label.kind', request ? words(`request.${request}`) : words(`kind.${kind}`)),
    ...fact('label.subject', subject),
    ...fact('label.product', product?.name),
    ...fact('label.order', product?.orderNo),
    ...fact('label.items', items?.map((item) => t('itemLine', { name: item.name, quantity: item.quantity })).join('\n')),
    ...fact('label.wanted', desiredRemedy),
  ];
};

const isFollowUp = ({ state: { opening } }: Writer): boolean => opening.channel === 'follow-up' && opening.followUpOf !== undefined;

const hints = (writer: Writer): readonly Block[] => {
  const { state, t, words, paragraph } = writer;
  const { channel, request } = state.opening;
  const sendsBack = request === 'return' || request === 'exchange' || request === 'repair';
  return [
    ...(state.classification.safety ? [{ type: 'notice', text: t('acknowledgement.safety') } as const] : []),
    ...(channel === 'web' || isFollowUp(writer) ? [] : [paragraph('acknowledgement.recorded', { channel: words(`channel.${channel}`) })]),
    ...(sendsBack ? [paragraph('acknowledgement.noSending')] : []),
  ];
};

/** False where day and night count: then a time is simply so many hours away. No clock stood still yet. */
const countsWorkingTime = ({ clocks: { resolution } }: Writer): boolean =>
  between(resolution.startedAt, resolution.due) !== resolution.targetSeconds * 1000;

/** What moves the times that a letter names, and where they are explained. */
const counting = (writer: Writer): readonly Block[] => {
  const { t, toCase, links } = writer;
  const sentences = [...(countsWorkingTime(writer) ? [t('clock.work')] : []), t('acknowledgement.clock')];
  const how = { label: t('button.clock'), url: `${links.tracking}#promises` };
  return [
    { type: 'small', text: sentences.join(writer.locale === 'en' ? ' ' : '') },
    { type: 'buttons', buttons: [toCase('button.case'), how] },
  ];
};

/** The acknowledgement (F48): number, what we understood, what happens by when. A follow-up case has words of its own. */
export const acknowledgement = (writer: Writer): Body => {
  const { t, when, fact, state } = writer;
  const { firstResponse, resolution } = writer.clocks;
  const variant = isFollowUp(writer) ? 'follow-up' : state.opening.kind;
  const lead = t(`acknowledgement.lead.${variant}`, { caseId: state.caseId, earlier: state.opening.followUpOf ?? '' });
  const inquiry = state.opening.kind === 'inquiry';
  return {
    title: t(`acknowledgement.title.${variant}`),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      ...hints(writer),
      {
        type: 'facts',
        facts: [
          ...fact('label.case', state.caseId),
          ...when('label.firstResponse', firstResponse.due),
          ...when('label.resolution', resolution.due),
        ],
      },
      ...counting(writer),
      { type: 'heading', text: t('acknowledgement.next') },
      {
        type: 'steps',
        items: [
          t('acknowledgement.next.answer'),
          t('acknowledgement.next.investigation'),
          t(inquiry ? 'acknowledgement.next.reply' : 'acknowledgement.next.resolution'),
        ],
      },
      { type: 'heading', text: t('acknowledgement.understood') },
      { type: 'facts', facts: understood(writer) },
      { type: 'small', text: t('acknowledgement.check') },
    ],
  };
};

/** Tells that a closed case is worked on again (F38). */
export const reopening = (writer: Writer): Body => {
  const { t, when, event, paragraph, toCase } = writer;
  const { resolution } = writer.clocks;
  const due = resolution.due > event.at ? resolution.due : undefined;
  return {
    title: t('reopening.title'),
    preview: t('reopening.lead'),
    blocks: [
      paragraph('reopening.lead'),
      { type: 'facts', facts: when('label.resolution', due) },
      ...(due ? counting(writer) : [{ type: 'buttons', buttons: [toCase('button.case')] } as const]),
    ],
  };
};
