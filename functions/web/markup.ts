import { html as tag, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of HTML in which every foreign text is already escaped. */
export type Markup = HtmlEscapedString;

/** What may stand in a template: text and numbers are escaped, markup is not, nothing shows as nothing. */
export type Part = Markup | string | number | false | undefined | readonly Part[];

/** Template tag that escapes every value, in text and in quoted attributes alike. */
export const html = (strings: TemplateStringsArray, ...values: readonly Part[]): Markup => {
  const made = tag(strings, ...values);
  if (made instanceof Promise) throw new TypeError('a page holds no promises');
  return made;
};

/** Markup that we wrote ourselves as text, such as a drawing. Never for anything that came from outside. */
export const ownMarkup = (text: string): Markup => raw(text);
