import { translator } from '../../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the words about service plans. */
export type CareKey = keyof typeof en;

/** Words of the page about service plans. Apart from the desk's own: they are loaded with that page. */
export const careWords = translator<CareKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
