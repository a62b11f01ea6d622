import { html, type Markup, type Part } from '../markup.ts';

/** Inline Markdown: `code` and **bold**; everything else is text. */
const inline = (text: string): readonly Part[] =>
  text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (piece.startsWith('`') && piece.length > 1) return html`<code>${piece.slice(1, -1)}</code>`;
    return piece.startsWith('**') && piece.length > 2 ? html`<strong>${piece.slice(2, -2)}</strong>` : piece;
  });

/** Markdown as the descriptions use it: paragraphs, lists with `-`, `code`, **bold**. Headings are left out; the page has its own. */
export const prose = (text: string): Markup => {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const blocks = lines.reduce<readonly (readonly string[])[]>((made, line) => {
    const last = made.at(-1);
    return line.startsWith('- ') && last?.[0]?.startsWith('- ') ? [...made.slice(0, -1), [...last, line]] : [...made, [line]];
  }, []);
  return html`${blocks.map((block) =>
    block[0]?.startsWith('- ')
      ? html`<ul>
          ${block.map((line) => html`<li>${inline(line.slice(2))}</li>`)}
        </ul>`
      : html`<p>${inline(block.join(' '))}</p>`,
  )}`;
};
