import * as z from 'zod/mini';
import { isCountable } from '../../domain/clocks/calendar.ts';
import type { FieldErrorCode } from '../../domain/kernel/fieldError.ts';

/** A check of our own; its code becomes the code of the field error. */
export const check = <T>(code: FieldErrorCode, test: (value: T) => boolean, values?: Readonly<Record<string, number>>) =>
  z.refine<T>(test, { params: { code, values }, abort: true });

/** Control characters that no text needs, and marks that turn the reading direction of what follows. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;
const UNSEEN_OR_BREAK = /[\u0000-\u001F\u007F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

const length = (text: string): number => Array.from(text).length;

const sized = (min: number, max: number) => [
  check<string>(min === 1 ? 'required' : 'too-short', (text) => length(text) >= min, { min }),
  check<string>('too-long', (text) => length(text) <= max, { max }),
];

/** One line of text, trimmed; `min` to `max` characters as people count them. Unpaired surrogates and unseen characters are refused. */
export const line = (min: number, max: number) =>
  z
    .string()
    .check(
      z.trim(),
      check('control-characters', (text) => text.isWellFormed() && !UNSEEN_OR_BREAK.test(text)),
      ...sized(min, max),
    )
    .register(z.globalRegistry, { minLength: min, maxLength: max });

/** Text with line breaks, trimmed; `min` to `max` characters. */
export const text = (min: number, max: number) =>
  z
    .string()
    .check(
      z.overwrite((value) => value.replace(/\r\n?/g, '\n')),
      z.trim(),
      check('control-characters', (value) => value.isWellFormed() && !UNSEEN.test(value)),
      ...sized(min, max),
    )
    .register(z.globalRegistry, { minLength: min, maxLength: max });

/** One e-mail address, nothing else. */
export const email = () =>
  z
    .string()
    .check(z.trim(), z.maxLength(254), z.email({ abort: true }))
    .register(z.globalRegistry, { format: 'email', maxLength: 254 });

/** A calendar date that is not in the future anywhere on earth. */
export const pastDate = () =>
  z.iso
    .date({ abort: true })
    .check(check('date-in-future', (date) => date <= new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)));

/** A date in the years that can be counted. */
export const countableDate = () => z.iso.date({ abort: true }).check(check('years', isCountable));

/** Money above zero with at most two decimal places. */
export const money = () =>
  z.strictObject({
    amount: z
      .string()
      .check(check('money', (amount) => /^\d{1,9}(\.\d{1,2})?$/.test(amount) && Number(amount) > 0))
      .register(z.globalRegistry, { pattern: '^\\d{1,9}(\\.\\d{1,2})?$', examples: ['12.50'] }),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  });

/** A whole number on a scale. */
export const scale = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));

/** A list of at least `min` and at most `max` entries. */
export const list = <Item extends z.ZodMiniType>(item: Item, min: number, max: number) =>
  z.array(item).check(z.minLength(min), z.maxLength(max));

/** What an id of an admin's choice looks like. */
export const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** An id of an admin's choice: what is stored is known by it. */
export const id = (sample = 'cn-standard') =>
  z
    .string()
    .check(check('id', (value) => ID.test(value)))
    .register(z.globalRegistry, { pattern: ID.source, examples: [sample] });
