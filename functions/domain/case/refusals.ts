/** One wrong field: RFC 6901 pointer into the body, and a stable code that content turns into a sentence. */
export interface FieldError {
  readonly pointer: string;
  readonly code: FieldErrorCode;
  /** Numbers and names for the sentence, such as the limit. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export const FIELD_ERROR_CODES = [
  'required',
  'type',
  'too-short',
  'too-long',
  'too-small',
  'too-big',
  'choice',
  'email',
  'date',
  'date-in-future',
  'money',
  'control-characters',
  'unknown-field',
  'consent',
  'not-staff',
  'former-owner',
  'needs-supervisor',
  'attachment-type',
  'attachment-size',
  'attachment-count',
] as const;
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];

/** Why a command on a case is not carried out. */
export type CaseRefusal =
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
  /** The person may never do this. */
  | { readonly kind: 'forbidden' }
  /** Not at this point of the case's life: what is allowed instead. */
  | { readonly kind: 'not-now'; readonly allowed: readonly string[] };
