import type { Locale } from '../../domain/case/model.ts';

const CHINESE_FONTS: Readonly<Record<Locale, string>> = {
  en: 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC',
  'zh-CN': 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC',
  'zh-TW': 'PingFang TC, Microsoft JhengHei, Noto Sans CJK TC',
};

// Unquoted, so that they can stand in a style attribute.
const fonts = (locale: Locale): string => `-apple-system, Segoe UI, Roboto, Helvetica, Arial, ${CHINESE_FONTS[locale]}, sans-serif`;

const LIGHT = {
  ink: '#1d2330',
  soft: '#5b6475',
  line: '#e1e5ec',
  paper: '#ffffff',
  ground: '#f4f6f9',
  accent: '#0f6b5c',
  tint: '#eef6f4',
  onAccent: '#ffffff',
};
const DARK = {
  ink: '#e6e9ef',
  soft: '#a3adbd',
  line: '#2c3340',
  paper: '#171b23',
  ground: '#10131a',
  accent: '#5fd0bb',
  tint: '#17312d',
  onAccent: '#0b1f1b',
};

/**
 * Inline styles by class, in light colours: readers that drop the style sheet (some of Gmail) still show a whole mail.
 * Each element of the frame takes its class and this style of the same name.
 */
export const styles = (locale: Locale): Readonly<Record<StyleName, string>> => {
  const text = `font-family:${fonts(locale)};color:${LIGHT.ink};font-size:16px;line-height:1.6;`;
  const small = `font-family:${fonts(locale)};color:${LIGHT.soft};font-size:13px;line-height:1.6;`;
  const button = `display:inline-block;font-family:${fonts(locale)};font-size:16px;line-height:20px;font-weight:600;text-decoration:none;padding:13px 26px;border-radius:8px;`;
  return {
    body: 'word-break:break-word;overflow-wrap:anywhere;',
    ground: `margin:0;padding:0;width:100%;background-color:${LIGHT.ground};`,
    hidden: 'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px;color:transparent;',
    head: `padding:24px 32px 16px;${small}`,
    brand: `color:${LIGHT.accent};font-size:20px;line-height:1.3;font-weight:700;text-decoration:none;letter-spacing:-0.01em;`,
    card: `background-color:${LIGHT.paper};border:1px solid ${LIGHT.line};border-radius:14px;padding:32px;`,
    bar: `height:4px;line-height:4px;font-size:4px;border-radius:2px;background-color:${LIGHT.line};`,
    done: `height:4px;line-height:4px;font-size:4px;border-radius:2px;background-color:${LIGHT.accent};`,
    stage: `margin:8px 0 22px;${small}`,
    title: `margin:0 0 6px;font-family:${fonts(locale)};color:${LIGHT.ink};font-size:25px;line-height:1.3;font-weight:700;letter-spacing:-0.01em;`,
    reference: `margin:0 0 24px;${small}`,
    paragraph: `margin:0 0 16px;${text}`,
    notice: `margin:0 0 20px;padding:14px 16px;background-color:${LIGHT.tint};border-radius:8px;font-weight:600;${text}`,
    small: `margin:0 0 16px;${small}`,
    heading: `margin:28px 0 10px;font-family:${fonts(locale)};color:${LIGHT.ink};font-size:17px;line-height:1.4;font-weight:700;`,
    facts: `width:100%;margin:0 0 20px;border-top:1px solid ${LIGHT.line};`,
    label: `width:34%;padding:9px 16px 9px 0;border-bottom:1px solid ${LIGHT.line};vertical-align:top;text-align:left;font-weight:400;font-family:${fonts(locale)};color:${LIGHT.soft};font-size:14px;line-height:1.5;`,
    value: `padding:9px 0;border-bottom:1px solid ${LIGHT.line};vertical-align:top;text-align:left;font-family:${fonts(locale)};color:${LIGHT.ink};font-size:15px;line-height:1.5;font-weight:600;`,
    quote: `margin:0 0 20px;padding:14px 18px;background-color:${LIGHT.tint};border-left:4px solid ${LIGHT.accent};border-radius:4px;`,
    quoteLabel: `margin:0 0 6px;font-weight:600;${small}`,
    quoteText: `margin:0;${text}`,
    list: `margin:0 0 16px;padding:0 0 0 24px;${text}`,
    item: 'margin:0 0 8px;padding:0;',
    buttons: 'margin:24px 0 12px;',
    button: `${button}background-color:${LIGHT.accent};border:1px solid ${LIGHT.accent};color:${LIGHT.onAccent};`,
    plainButton: `${button}background-color:${LIGHT.paper};border:1px solid ${LIGHT.accent};color:${LIGHT.accent};`,
    signOff: `margin:28px 0 0;${text}`,
    foot: `padding:20px 32px 40px;${small}`,
    footLine: `margin:0 0 6px;${small}`,
    link: `color:${LIGHT.accent};text-decoration:underline;`,
  };
};

/** Names of the styles, which are the class names too. */
export type StyleName =
  | 'body'
  | 'ground'
  | 'hidden'
  | 'head'
  | 'brand'
  | 'card'
  | 'bar'
  | 'done'
  | 'stage'
  | 'title'
  | 'reference'
  | 'paragraph'
  | 'notice'
  | 'small'
  | 'heading'
  | 'facts'
  | 'label'
  | 'value'
  | 'quote'
  | 'quoteLabel'
  | 'quoteText'
  | 'list'
  | 'item'
  | 'buttons'
  | 'button'
  | 'plainButton'
  | 'signOff'
  | 'foot'
  | 'footLine'
  | 'link';

const dark = (prefix: string): string => {
  const rule = (names: readonly StyleName[], declarations: string): string =>
    `${names.map((name) => `${prefix}.${name}`).join(',')}{${declarations}}`;
  return [
    rule(['ground'], `background-color:${DARK.ground}!important`),
    rule(['card'], `background-color:${DARK.paper}!important;border-color:${DARK.line}!important`),
    rule(['title', 'paragraph', 'notice', 'heading', 'value', 'quoteText', 'list', 'signOff'], `color:${DARK.ink}!important`),
    rule(['head', 'stage', 'reference', 'small', 'label', 'quoteLabel', 'foot', 'footLine'], `color:${DARK.soft}!important`),
    rule(['notice', 'quote'], `background-color:${DARK.tint}!important`),
    rule(['quote'], `border-left-color:${DARK.accent}!important`),
    rule(['facts', 'label', 'value'], `border-color:${DARK.line}!important`),
    rule(['bar'], `background-color:${DARK.line}!important`),
    rule(['done'], `background-color:${DARK.accent}!important`),
    rule(['brand', 'link'], `color:${DARK.accent}!important`),
    rule(['button'], `background-color:${DARK.accent}!important;border-color:${DARK.accent}!important;color:${DARK.onAccent}!important`),
    rule(['plainButton'], `background-color:${DARK.paper}!important;border-color:${DARK.accent}!important;color:${DARK.accent}!important`),
  ].join('');
};

/** The style sheet: dark colours (the second set is for Outlook on the web, which marks the body) and narrow readers. */
export const STYLE_SHEET = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  'body{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}table{border-collapse:separate;mso-table-lspace:0;mso-table-rspace:0}',
  `@media (prefers-color-scheme:dark){${dark('')}}`,
  dark('[data-ogsc] '),
  '@media (max-width:480px){.card{padding:24px 20px!important;border-radius:0!important;border-left:0!important;border-right:0!important}',
  '.head{padding:20px 20px 12px!important}.foot{padding:16px 20px 32px!important}.title{font-size:22px!important}',
  '.facts th,.facts td{display:block!important;width:auto!important}.label{padding:9px 0 0!important;border-bottom:0!important}.value{padding:0 0 9px!important}',
  '.button,.plainButton{display:block!important;text-align:center}.cell{display:block!important;margin-right:0!important}}',
].join('');
