import { translator } from '../../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the words about clocks. */
export type ClockKey = keyof typeof en;

/** Words of receipts and of the pages about clocks, rules and attainment. Apart from the desk's own: they are loaded with those pages. */
export const clockWords = translator<ClockKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
