import type { Block, Button, Letter } from './letter.ts';
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

/** Buttons that lead to one place share its address. */
const links = (buttons: readonly Button[]): string => {
  const urls = [...new Set(buttons.map(({ url }) => url))];
  const labels = (url: string): string =>
    buttons
      .filter((button) => button.url === url)
      .map(({ label }) => `[${label}]`)
      .join(' / ');
  return urls.map((url) => `${labels(url)}\n${url}`).join('\n\n');
};

const block = (part: Block, { labelled }: Letter): string => {
  switch (part.type) {
    case 'paragraph':
    case 'small':
      return linesOf(part.text).join('\n');
    case 'notice':
      return indented(part.text, '* ', '  ');
    case 'heading':
      return underlined(part.text, '-');
    case 'facts':
      return part.facts.map(({ label, value }) => labelled(label, indented(value, '', '    '))).join('\n');
    case 'quote':
      return `${labelled(part.label, '').trimEnd()}\n${quoted(part.text)}`;
    case 'list':
      return part.items.map((item) => indented(item, '- ', '  ')).join('\n');
    case 'steps':
      return part.items.map((item, at) => indented(item, `${at + 1}. `, '   ')).join('\n');
    case 'buttons':
      return links(part.buttons);
  }
};

/** The letter as plain text, laid out for a reader without HTML. */
export const textOf = (letter: Letter): string => {
  const { unsubscribe } = letter;
  const parts = [
    [underlined(letter.title, '='), ...(letter.reference ? [letter.reference] : [])].join('\n'),
    ...(letter.progress ? [letter.progress.text] : []),
    letter.greeting,
    ...letter.blocks.map((part) => block(part, letter)),
    `${letter.signOff}\n${letter.team}`,
    RULE,
    [...letter.footer, ...(unsubscribe ? [`${unsubscribe.text} ${unsubscribe.link.label}:\n${unsubscribe.link.url}`] : [])].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
};
