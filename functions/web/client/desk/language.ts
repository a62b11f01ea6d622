import { LOCALES, type Locale } from '../../../domain/case/model.ts';

/** The language of the page as the server made it. The desk speaks it too: header, footer and desk never differ. */
export const pageLocale = (): Locale => LOCALES.find((locale) => locale === document.documentElement.lang) ?? 'en';

/** Lets the language links of the page lead to the screen that is shown. The server keeps the choice in a cookie; drafts are kept in the tab. */
export const keepScreenInLanguageLinks = (): void => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]'))
    link.addEventListener('click', () => {
      link.hash = location.hash;
    });
};
