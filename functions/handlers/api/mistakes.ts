import { errorSentence } from '../../content/common/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { FieldError } from '../../domain/case/refusals.ts';
import { Problem } from '../../http/problem.ts';

/** Field errors as a problem for programs, with sentences in the reader's language. */
export const mistakes = (locale: Locale, errors: readonly FieldError[]): Problem =>
  new Problem('invalid-input', {
    members: { errors: errors.map((error) => ({ pointer: error.pointer, detail: errorSentence(locale, error), code: error.code })) },
  });
