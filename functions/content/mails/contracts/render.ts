import type { Locale } from '../../../domain/case/model.ts';
import type { StepKind } from '../../../domain/contract/model.ts';
import { htmlOf } from '../html.ts';
import type { Body, Letter } from '../letter.ts';
import { oneLine } from '../plain.ts';
import type { RenderedMail } from '../render.ts';
import { textOf } from '../text.ts';
import { debitFailed, feedback, reinstated } from './payment.ts';
import { grace, lapse, reminder, suspension } from './renewal.ts';
import { touchpoint } from './touchpoint.ts';
import { needed, writerOf, type ContractMailInput, type Writer } from './writer.ts';

export type { ContractMailInput };

/** Kinds of steps that a customer is written to about; the others are for staff alone. */
const BODIES: Readonly<Partial<Record<StepKind, (writer: Writer) => Body>>> = {
  touchpoint,
  reminder,
  feedback,
  'debit-failed': debitFailed,
  grace,
  suspension,
  reinstated,
  lapse,
};

const unsubscribeOf = (writer: Writer): Letter['unsubscribe'] => {
  if (writer.step.purpose !== 'marketing') return undefined;
  const url = needed(writer.withdrawal, 'the link to withdraw', writer);
  return { text: writer.t('footer.withdraw'), link: { label: writer.t('footer.withdrawLink'), url } };
};

const letterOf = (writer: Writer): Letter => {
  const { state, step, t, shared, words, locale, owner, siteUrl } = writer;
  const { contractId, terms } = state;
  const body = needed(BODIES[step.kind], 'words: no customer is written to about it', writer)(writer);
  const brand = words('brand');
  return {
    ...body,
    blocks: body.blocks.filter((part) => part.type !== 'facts' || part.facts.length > 0),
    locale,
    // A greeting is no letter to be filed by its number.
    subject: step.kind === 'touchpoint' ? body.title : t('subjectLine', { title: body.title, contract: contractId }),
    brand: { name: brand, line: words('brandLine'), url: siteUrl },
    reference: step.purpose === 'marketing' ? undefined : t('reference', { contract: contractId, product: oneLine(terms.product) }),
    greeting: shared('greeting', { name: oneLine(terms.customer.name) }),
    signOff: shared('signOff'),
    team: owner === undefined ? shared('team', { brand }) : t('team.owner', { owner, brand }),
    labelled: (label, value) => shared('labelled', { label, value }),
    footer: [
      owner === undefined ? t('footer.reply', { brand }) : t('footer.reply.owner', { owner }),
      step.purpose === 'marketing' ? t('footer.why.marketing') : t('footer.why', { contract: contractId }),
    ],
    unsubscribe: unsubscribeOf(writer),
  };
};

/**
 * Writes one mail about a contract. Pure: the same input gives the same mail.
 * Throws when the order is wrong: a step that no customer is written to about, or marketing without its link.
 */
export const renderContractMail = (input: ContractMailInput): RenderedMail & { readonly locale: Locale } => {
  const letter = letterOf(writerOf(input));
  return { locale: letter.locale, subject: letter.subject, html: htmlOf(letter), text: textOf(letter) };
};
