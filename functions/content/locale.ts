import { match } from '@formatjs/intl-localematcher';
import { LOCALES, type Locale } from '../domain/case/model.ts';

const DEFAULT: Locale = 'en';

/** A real reader has a handful of languages; more is somebody feeding the matcher. */
const MOST_LANGUAGES = 12;

/** The tag in canonical form, or nothing when it is none: the header may hold anything. */
const canonical = (tag: string): readonly string[] => {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'));
  } catch {
    return [];
  }
};

const bestOf = (tags: readonly string[]): Locale | undefined => {
  const found = match(tags.flatMap(canonical), LOCALES, 'und');
  return LOCALES.find((locale) => locale === found);
};

/** Language tags of an Accept-Language header, most wanted first; those with q=0 are not wanted at all. */
const wanted = (acceptLanguage: string): readonly string[] =>
  acceptLanguage
    .split(',', MOST_LANGUAGES)
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const q = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);

/**
 * The language to answer in: the customer's own choice, else the best of Accept-Language, else English.
 * Chinese goes by script: Traditional, Taiwan, Hong Kong and Macau read zh-TW, the rest zh-CN.
 */
export const chooseLocale = (explicit: string | undefined, acceptLanguage: string | undefined): Locale =>
  bestOf(explicit ? [explicit] : []) ?? bestOf(wanted(acceptLanguage ?? '')) ?? DEFAULT;
