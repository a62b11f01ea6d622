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

/** Codes whose sentence names a limit. Without the limit at hand the general sentence is used. */
const LIMIT_OF: Readonly<Partial<Record<FieldError['code'], string>>> = {
  'too-short': 'min',
  'too-small': 'min',
  'too-long': 'max',
  'too-big': 'max',
};

/** The sentence for one wrong field, for example `Please use at most 200 characters.` */
export const errorSentence = (locale: Locale, { code, values }: Pick<FieldError, 'code' | 'values'>): string => {
  const limit = LIMIT_OF[code];
  const known = limit === undefined || typeof values?.[limit] === 'number';
  return common(locale)(known ? `error.${code}` : 'error.type', values);
};

const isKey = (key: string): key is CommonKey => key in en;

/** The word for a remedy or root cause: translated when it is one of the list, else as somebody wrote it. */
export const listed = (locale: Locale, list: 'remedy' | 'rootCause', value: string): string => {
  const key = `${list}.${value}`;
  return isKey(key) ? common(locale)(key) : value;
};
