import type { WrongField } from './answers.ts';

const isUnder = (pointer: string, above: string): boolean => pointer.startsWith(`${above}/`);

/** What is wrong at a pointer; with `deep` also at everything below it. */
export const wrongAt = (wrongs: readonly WrongField[], pointer: string, deep = false): readonly WrongField[] =>
  wrongs.filter((wrong) => wrong.pointer === pointer || (deep && isUnder(wrong.pointer, pointer)));

/** Of the pointers that a page shows, the one where a mistake can be mended: itself, the nearest above it, or the first below it. */
export const nearest = (shown: readonly string[], pointer: string): string | undefined => {
  const above = shown.filter((one) => one === pointer || isUnder(pointer, one)).sort((a, b) => b.length - a.length);
  return above[0] ?? shown.find((one) => isUnder(one, pointer));
};
