import { translator } from '../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the desk's words. */
export type DeskKey = keyof typeof en;

/** Translator of the desk's words: its screens, forms, results and the history as staff read it. */
export const desk = translator<DeskKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
