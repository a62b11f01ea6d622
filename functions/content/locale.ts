import { LOCALES, type Locale } from '../domain/case/model.ts';

const DEFAULT: Locale = 'en';

/** A real reader has a handful of languages; more is somebody feeding us. */
const MOST_LANGUAGES = 12;

/** Languages that are read in Chinese characters: Mandarin and Cantonese are often named by themselves. */
const CHINESE = ['zh', 'yue'];

/** The locale that a reader of a language tag can read, if any. The script decides for Chinese, and `maximize` knows it: zh-HK is written in Traditional. */
const readable = (tag: string): Locale | undefined => {
  try {
    const { language, script } = new Intl.Locale(tag.trim().replaceAll('_', '-')).maximize();
    if (CHINESE.includes(language)) return script === 'Hant' ? 'zh-TW' : 'zh-CN';
    return LOCALES.find((locale) => locale === language);
  } catch {
    return undefined; // no tag: the header may hold anything
  }
};

const bestOf = (tags: readonly string[]): Locale | undefined => tags.map(readable).find((locale) => locale !== undefined);

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
