import { translator } from '../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the customer's pages. */
export type PageKey = keyof typeof en;

/** Translator of the customer's pages. */
export const pages = translator<PageKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
