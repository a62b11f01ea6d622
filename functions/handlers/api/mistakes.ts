import { errorSentence } from '../../content/common/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { FieldError, FieldErrorCode } from '../../domain/kernel/fieldError.ts';

/** Field errors as programs get them, with sentences in the reader's language. */
export const mistakes = (
  locale: Locale,
  errors: readonly FieldError[],
): readonly { readonly pointer: string; readonly detail: string; readonly code: FieldErrorCode; readonly about?: string }[] =>
  errors.map((error) => ({
    pointer: error.pointer,
    detail: errorSentence(locale, error),
    code: error.code,
    ...(error.about && { about: error.about }),
  }));
