import type { MailKind } from '../../domain/case/consequences.ts';
import type { Body, Letter } from './letter.ts';
import { question, reply, firstWarning, secondWarning } from './letters/conversation.ts';
import { closing, survey, surveyReminder } from './letters/ending.ts';
import { extension } from './letters/extension.ts';
import { offer } from './letters/offer.ts';
import { acknowledgement, reopening } from './letters/opening.ts';
import { decision, fulfilment } from './letters/resolution.ts';
import { htmlOf } from './html.ts';
import { progressOf, referenceOf, subjectLine } from './frame.ts';
import { oneLine } from './plain.ts';
import { textOf } from './text.ts';
import { needed, writerOf, type MailInput, type Writer } from './writer.ts';

export type { MailInput };

/** A mail in the customer's language. */
export interface RenderedMail {
  /** One line, without control characters. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const BODIES: Readonly<Record<MailKind, (writer: Writer) => Body>> = {
  acknowledgement,
  reply,
  question,
  extension,
  offer,
  decision,
  fulfilment,
  'warning-1': firstWarning,
  'warning-2': secondWarning,
  reopening,
  survey,
  'survey-reminder': surveyReminder,
  closing,
};

/** Kinds of mail that can be unsubscribed from, and carry the link for it. */
export const isSurvey = (kind: MailKind): boolean => kind === 'survey' || kind === 'survey-reminder';

const letterOf = (writer: Writer): Letter => {
  const { kind, state, t, words, links, locale } = writer;
  const body = BODIES[kind](writer);
  return {
    ...body,
    // Facts are left out where a case has none: an inquiry wants no remedy.
    blocks: body.blocks.filter((part) => part.type !== 'facts' || part.facts.length > 0),
    locale,
    subject: subjectLine(body.title, state, t),
    brand: { name: words('brand'), line: words('brandLine'), url: writer.siteUrl },
    progress: progressOf(writer),
    reference: referenceOf(state, t),
    greeting: t('greeting', { name: oneLine(state.opening.customer.name) }),
    signOff: t('signOff'),
    team: t('team', { brand: words('brand') }),
    labelled: (label, value) => t('labelled', { label, value }),
    footer: [t('footer.reply'), t('footer.link'), t('footer.why', { caseId: state.caseId })],
    unsubscribe: isSurvey(kind)
      ? {
          text: t('footer.unsubscribe'),
          link: { label: t('footer.unsubscribeLink'), url: needed(links.unsubscribe, 'the unsubscribe link', writer) },
        }
      : undefined,
  };
};

/**
 * Writes one mail of a case. Pure: the same input gives the same mail.
 * Throws when the order is wrong: an event that this kind of mail is not written from, or a survey without its links.
 */
export const renderMail = (input: MailInput): RenderedMail => {
  const letter = letterOf(writerOf(input));
  return { subject: letter.subject, html: htmlOf(letter), text: textOf(letter) };
};
