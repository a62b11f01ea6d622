import type { FieldError } from '../../domain/kernel/fieldError.ts';
import type { Locale } from '../../domain/case/model.ts';
import { translator } from '../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the shared words. */
export type CommonKey = keyof typeof en;

/** Translator of the shared words: labels of every domain list, history lines, sentences for wrong fields. */
export const common = translator<CommonKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });

/** What a sentence names besides words, such as the limit. */
const namedIn = (sentence: string): readonly (string | undefined)[] => [...sentence.matchAll(/\{(\w+)/gu)].map(([, name]) => name);

/** The sentence for one wrong field, for example `Please use at most 200 characters.` The general one where what it names is not at hand. */
export const errorSentence = (locale: Locale, { code, values = {} }: Pick<FieldError, 'code' | 'values'>): string => {
  const known = namedIn(en[`error.${code}`]).every((name) => name !== undefined && values[name] !== undefined);
  return common(locale)(known ? `error.${code}` : 'error.type', values);
};

const isKey = (key: string): key is CommonKey => key in en;

/** The word for a remedy or root cause: translated when it is one of the list, else as somebody wrote it. */
export const listed = (locale: Locale, list: 'remedy' | 'rootCause', value: string): string => {
  const key = `${list}.${value}`;
  return isKey(key) ? common(locale)(key) : value;
};
