import { translator } from '../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the words around the description of the API. */
export type DocsKey = keyof typeof en;

/** Translator of the words around the description of the API. */
export const docs = translator<DocsKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
