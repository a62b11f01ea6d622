import { translator } from '../../translator.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Keys of the words of mails about contracts. */
export type ContractMailKey = keyof typeof en;

/** Translator of the words of mails about contracts. */
export const contractTexts = translator<ContractMailKey>({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
