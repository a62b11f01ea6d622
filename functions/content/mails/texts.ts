import { translator } from '../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the words of mails. */
export type MailKey = keyof typeof en;

/** Translator of the words of mails. */
export const mailTexts = translator<MailKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
