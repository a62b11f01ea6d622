import type { Block, Letter } from './letter.ts';
import { columns, linesOf } from './plain.ts';

// Lines are not wrapped: every reader wraps them to its own width, and a break inside Chinese text would show as a gap.
const RULE = '-'.repeat(60);

const underlined = (text: string, line: string): string => `${text}\n${line.repeat(Math.min(60, columns(text)))}`;

const indented = (text: string, first: string, rest: string): string =>
  linesOf(text)
    .map((line, at) => `${at === 0 ? first : rest}${line}`)
    .join('\n');

/** What somebody wrote is marked line by line, so that it cannot pass for our words. */
const quoted = (text: string): string =>
  linesOf(text)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const block = (part: Block): string => {
  switch (part.type) {
    case 'paragraph':
    case 'small':
      return linesOf(part.text).join('\n');
    case 'notice':
      return indented(part.text, '* ', '  ');
    case 'heading':
      return underlined(part.text, '-');
    case 'facts':
      return part.facts.map(({ label, value }) => indented(value, `${label}: `, '    ')).join('\n');
    case 'quote':
      return `${part.label}:\n${quoted(part.text)}`;
    case 'list':
      return part.items.map((item) => indented(item, '- ', '  ')).join('\n');
    case 'steps':
      return part.items.map((item, at) => indented(item, `${at + 1}. `, '   ')).join('\n');
    case 'buttons':
      return part.buttons.map(({ label, url }) => `[${label}]\n${url}`).join('\n\n');
  }
};

/** The letter as plain text, laid out for a reader without HTML. */
export const textOf = (letter: Letter): string => {
  const { unsubscribe } = letter;
  const parts = [
    underlined(letter.title, '='),
    ...(letter.progress ? [letter.progress.text] : []),
    letter.greeting,
    ...letter.blocks.map(block),
    `${letter.signOff}\n${letter.team}`,
    RULE,
    [...letter.footer, ...(unsubscribe ? [`${unsubscribe.text} ${unsubscribe.link.label}:\n${unsubscribe.link.url}`] : [])].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
};
