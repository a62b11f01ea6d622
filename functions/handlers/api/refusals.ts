import type { Locale } from '../../domain/case/model.ts';
import { Problem } from '../../http/problem.ts';
import type { ChangeCaseRefusal } from '../../usecases/changeCase.ts';
import type { OpenCaseRefusal } from '../../usecases/openCase.ts';
import { invalidInput } from './parse.ts';

/** The problem that tells a program why a command was not carried out. */
export const refusalProblem = async (
  locale: Locale,
  refusal: Exclude<ChangeCaseRefusal, { readonly kind: 'stale' }> | OpenCaseRefusal,
): Promise<Problem> => {
  switch (refusal.kind) {
    case 'invalid':
      return invalidInput(locale, refusal.errors);
    case 'forbidden':
      return new Problem('forbidden');
    case 'not-now':
      return new Problem('not-allowed-now', { members: { allowed: refusal.allowed } });
    case 'unknown':
      return new Problem('not-found');
    case 'key-reused':
      return new Problem('key-reused');
    case 'too-many':
      return new Problem('too-many-requests', { headers: { 'retry-after': String(refusal.retryAfterSeconds) } });
  }
};
