import { translator } from '../../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the words about tasks. */
export type TaskKey = keyof typeof en;

/** Words of the page of tasks. Apart from the desk's own: they are loaded with that page. */
export const taskWords = translator<TaskKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
