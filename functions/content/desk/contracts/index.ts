import { translator } from '../../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the words about contracts. */
export type ContractKey = keyof typeof en;

/** Words of the pages about contracts. Apart from the desk's own: they are loaded with those pages. */
export const contractWords = translator<ContractKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
