// Controls cannot be shown, and directional overrides turn the text around them.
const UNSHOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The lines of what somebody wrote, without characters that cannot be shown. */
export const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNSHOWN, '')
    .split('\n')
    .map((line) => line.trimEnd());

/** A text on one line, for subjects and sentences. */
export const oneLine = (text: string): string => linesOf(text).join(' ').replace(/\s+/g, ' ').trim();

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/u;

/** Columns that a text takes in a fixed-width font: Chinese characters take two. */
export const columns = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

/** Cuts back to the last word end when that costs little; Chinese has none. */
const wholeWords = (text: string): string => (text.lastIndexOf(' ') > text.length * 0.6 ? text.slice(0, text.lastIndexOf(' ')) : text);

/** The beginning of a text in at most `most` columns, cut between whole characters, and words where possible. */
export const shorten = (text: string, most: number): string => {
  if (columns(text) <= most) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    width += columns(segment);
    if (width > most - 1) break;
    kept += segment;
  }
  return `${wholeWords(kept).trimEnd()}…`;
};
