import { translator } from '../../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the words about the measures of care. */
export type FigureKey = keyof typeof en;

/** Words of the page of measures. Apart from the desk's own: they are loaded with that page. */
export const figureWords = translator<FigureKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
