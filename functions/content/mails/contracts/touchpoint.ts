import { PLACEHOLDERS } from '../../../domain/care/rules.ts';
import type { Body } from '../letter.ts';
import { linesOf, oneLine } from '../plain.ts';
import { needed, touchpointOf, type Writer } from './writer.ts';

type Values = Readonly<Record<(typeof PLACEHOLDERS)[number], string>>;

const HAN = /[\u2e80-\u9fff\uf900-\ufaff]/u;

const isPlaceholder = (text: string): text is keyof Values => PLACEHOLDERS.some((one) => one === text);

/**
 * Puts the values where they are asked for, in one pass, so that a name with braces stays a name. Spaces around a placeholder are for names in Latin letters: beside Chinese
 * ones they go, where the text around is Chinese too.
 */
const filled = (text: string, values: Values): string =>
  text.replace(/(.?)( ?)(\{\w+\})( ?)(.?)/gsu, (whole, before: string, gap: string, name: string, gapAfter: string, after: string) => {
    if (!isPlaceholder(name)) return whole;
    const value = values[name];
    const left = HAN.test(before) && HAN.test(value.slice(0, 1)) ? '' : gap;
    const right = HAN.test(after) && HAN.test(value.slice(-1)) ? '' : gapAfter;
    return `${before}${left}${value}${right}${after}`;
  });

/** A mail of the service plan (F58, F62): its words are an admin's. */
export const touchpoint = (writer: Writer): Body => {
  const { state, locale, owner, t, words } = writer;
  const { subject, text } = needed(touchpointOf(writer).mail, 'its words', writer);
  const { customer, product } = state.terms;
  const values: Values = {
    '{name}': oneLine(customer.name),
    '{product}': oneLine(product),
    '{contract}': state.contractId,
    '{owner}': owner ?? t('owner.unnamed', { brand: words('brand') }),
  };
  const paragraphs = linesOf(filled(text[locale], values))
    .join('\n')
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return {
    title: oneLine(filled(subject[locale], values)),
    preview: oneLine(paragraphs[0] ?? ''),
    blocks: paragraphs.map((one) => ({ type: 'paragraph', text: one })),
  };
};
