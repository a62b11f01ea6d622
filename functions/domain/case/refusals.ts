import type { FieldError } from '../kernel/fieldError.ts';

/** Why a command on a case is not carried out. */
export type CaseRefusal =
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
  /** The person may never do this. */
  | { readonly kind: 'forbidden' }
  /** Not at this point of the case's life: what is allowed instead. */
  | { readonly kind: 'not-now'; readonly allowed: readonly string[] };
