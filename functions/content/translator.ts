import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../domain/case/model.ts';

/** Texts of one locale: ICU messages by key. English is the key list; the others are checked against it by type. */
export type Catalogue<Key extends string> = Readonly<Record<Key, string>>;

/** Values for the placeholders of a message. */
export type Values = Readonly<Record<string, string | number | Date>>;

/** Gives the text of a key, as plain text: whoever puts it into HTML escapes it. */
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** Makes translators from catalogues; compiled messages are kept. */
export const translator = <Key extends string>(
  catalogues: Readonly<Record<Locale, Catalogue<Key>>>,
): ((locale: Locale) => Translate<Key>) => {
  const compiled = new Map<string, IntlMessageFormat>();
  return (locale) => (key, values) => {
    const id = `${locale} ${key}`;
    const message = compiled.get(id) ?? new IntlMessageFormat(catalogues[locale][key], locale, undefined, { ignoreTag: true });
    compiled.set(id, message);
    return String(message.format({ ...values }));
  };
};
