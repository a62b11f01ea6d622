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
  'instant',
  'time',
  'time-zone',
  'window-order',
  'windows-overlap',
  'never-open',
  'no-hours',
  'repeated',
  'pause-order',
  'end-before-start',
  'years',
  'unreachable',
  'calendar-unknown',
  'no-catch-all',
  'never-reached',
] as const;
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];
