/** One holiday of a notice, as it is written: 春节 and the sentences that follow its colon. */
export interface NoticeSection {
  readonly name: string;
  readonly sentences: readonly string[];
}

/** A notice taken apart. Nothing of it is understood yet. */
export interface NoticeText {
  /** What stands before the first holiday, without line breaks. */
  readonly head: string;
  readonly headSentences: readonly string[];
  readonly sections: readonly NoticeSection[];
}

/** Characters of a notice at most; one has about 800. */
export const LONGEST_NOTICE = 10_000;

const NAME = '(?:元旦|春节|清明节|劳动节|端午节|中秋节|国庆节)';
const NUMBER = '[一二三四五六七八九十]{1,3}';
/** 七、国庆节：  （七）国庆节：  国庆节、中秋节：  八、抗战胜利纪念日： */
const HEADING = new RegExp(
  `(?<=^|[\\n。；：“])(?:(?:${NUMBER}、|（${NUMBER}）)([\\u4e00-\\u9fff、]{2,20})|(${NAME}(?:、${NAME})*))：`,
  'gu',
);
/** Where a notice ends, whatever a page adds. */
const CLOSING = /节假日期间，|国务院办公厅\n*\d{4}年\d{1,2}月\d{1,2}日/u;

const FULL_WIDTH: Readonly<Record<string, string>> = { '(': '（', ')': '）', ':': '：', ',': '，', ';': '；' };

/** Takes a pasted notice apart, however its lines are broken and whichever width its punctuation has. */
export const noticeText = (text: string): NoticeText => {
  const plain = normal(text);
  const headings = [...plain.matchAll(HEADING)];
  const sections = headings.map((heading, index) => {
    const start = heading.index + heading[0].length;
    const next = headings[index + 1];
    const body = next ? plain.slice(start, next.index) : (plain.slice(start).split(CLOSING)[0] ?? '');
    return { name: heading[1] ?? heading[2] ?? '', sentences: sentences(joined(body)) };
  });
  const head = plain.slice(0, headings[0]?.index ?? plain.length);
  return { head: head.replaceAll('\n', ''), headSentences: sentences(head.replaceAll('\n', '。')), sections };
};

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/[^\S\n]+/gu, '')
    .replace(/\n+/gu, '\n')
    .replace(/[(),:;]/gu, (mark) => FULL_WIDTH[mark] ?? mark);

/** Lines belong together, unless the first one is complete and the next begins with a date or a number. */
const joined = (body: string): string =>
  body.replace(/(天|上班|放假|调休|连休)\n(?=\d|[一二三四五六七八九十]+、)/gu, '$1。').replaceAll('\n', '');

const sentences = (text: string): readonly string[] => text.split(/[。；]/u).filter((sentence) => sentence !== '');
