import type { Locator } from 'playwright-core';
import { eventually } from '../stack/eventually.ts';

/** Waits until somebody can read all these words in a part of a page. */
export const reads = (part: Locator, ...texts: readonly string[]): Promise<true> =>
  eventually(async () => {
    const shown = await part.innerText();
    const missing = texts.filter((text) => !shown.includes(text));
    if (missing.length > 0) throw new Error(`Not to be read: ${missing.map((text) => `“${text}”`).join(', ')} in:\n${shown}`);
    return true;
  });

/** The texts of some parts, each in one line. */
export const textsOf = async (parts: Locator): Promise<readonly string[]> =>
  (await parts.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
