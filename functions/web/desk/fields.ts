import type { CommonKey } from '../../content/common/index.ts';
import type { DeskKey } from '../../content/desk/index.ts';
import type { FieldErrorCode } from '../../domain/kernel/fieldError.ts';
import { minorUnits } from '../../domain/kernel/money.ts';

/** What a form holds while somebody fills it in: text by field name, `yes` for a ticked box. */
export type Values = Readonly<Record<string, string>>;

/** What parts of the desk with words of their own say. */
export interface Worded {
  readonly text: string;
}

/** A word of the desk, or of a part of it. */
export type Word = DeskKey | Worded;

/** A choice: the value that is sent, and the word for it, shared or of the desk. */
export type Choice = { readonly value: string } & ({ readonly label: CommonKey } | { readonly word: Word });

/** One field of a form of the desk. */
export interface Field {
  readonly name: string;
  readonly label: Word;
  readonly hint?: Word | undefined;
  readonly kind: 'line' | 'text' | 'choice' | 'check' | 'amount' | 'currency' | 'email' | 'phone' | 'date' | 'staff';
  readonly required?: boolean | ((values: Values) => boolean) | undefined;
  readonly max?: number | undefined;
  readonly choices?: readonly Choice[] | undefined;
  /** What it means to choose none, where that is a choice. */
  readonly none?: Word | undefined;
  /** A date that may still be to come. */
  readonly mayBeAhead?: boolean | undefined;
  /** Fields that do not count for the values at hand are neither shown nor sent. */
  readonly when?: ((values: Values) => boolean) | undefined;
  /** Where the API finds the field in the body, when not under its name. */
  readonly pointer?: string | undefined;
}

/** A wrong field, as the browser found it. */
export interface Mistake {
  readonly name: string;
  readonly code: FieldErrorCode;
  readonly values?: Readonly<Record<string, number>>;
}

/** Limits of the API (contract.md), in characters as people count them. */
export const MAX_LINE = 200;
export const MAX_TEXT = 5000;
export const MAX_REASON = 2000;

/** Characters as people count them: an emoji is one. */
export const lengthOf = (text: string): number => Array.from(text).length;

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** The fields that count for these values. */
export const shownFields = (fields: readonly Field[], values: Values): readonly Field[] =>
  fields.filter((field) => field.when?.(values) ?? true);

/** True when the field must not stay empty. */
export const isRequired = ({ required }: Field, values: Values): boolean =>
  typeof required === 'function' ? required(values) : Boolean(required);

const isMoney = (amount: string): boolean => {
  try {
    return minorUnits(amount) > 0;
  } catch {
    return false;
  }
};

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;

const dateMistake = ({ mayBeAhead }: Field, value: string, today: string): FieldErrorCode | undefined => {
  if (!isDate(value)) return 'date';
  return value > today && !mayBeAhead ? 'date-in-future' : undefined;
};

const formMistake = (field: Field, value: string, today: string): FieldErrorCode | undefined => {
  switch (field.kind) {
    case 'amount':
      return isMoney(value) ? undefined : 'money';
    case 'email':
      return EMAIL.test(value) ? undefined : 'email';
    case 'date':
      return dateMistake(field, value, today);
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) ? undefined : 'choice';
    default:
      return undefined;
  }
};

/** What is wrong with one field, if anything. `today` is a calendar date `YYYY-MM-DD`. */
export const mistakeIn = (field: Field, values: Values, today: string): Mistake | undefined => {
  const value = (values[field.name] ?? '').trim();
  if (value === '') {
    if (!isRequired(field, values)) return undefined;
    return { name: field.name, code: field.kind === 'check' ? 'consent' : field.choices ? 'choice' : 'required' };
  }
  if (field.max !== undefined && lengthOf(value) > field.max) return { name: field.name, code: 'too-long', values: { max: field.max } };
  const code = formMistake(field, value, today);
  return code && { name: field.name, code };
};

/** Everything that is wrong with a form, in the order of its fields. */
export const mistakesIn = (fields: readonly Field[], values: Values, today: string): readonly Mistake[] =>
  shownFields(fields, values).flatMap((field) => mistakeIn(field, values, today) ?? []);

/** The field that a JSON pointer of the API means: its own pointer, or the one above it (`/amount/currency` of `/amount`). */
export const fieldAt = (fields: readonly Field[], pointer: string): Field | undefined => {
  const own = ({ name, pointer: at }: Field): string => at ?? `/${name}`;
  return (
    fields.find((field) => own(field) === pointer) ??
    fields.find((field) => pointer.startsWith(`${own(field)}/`) || own(field).startsWith(`${pointer}/`))
  );
};
