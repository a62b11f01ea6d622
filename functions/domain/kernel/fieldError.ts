/** One wrong field: RFC 6901 pointer into the body, and a stable code that content turns into a sentence. */
export interface FieldError {
  readonly pointer: string;
  readonly code: FieldErrorCode;
  /** Numbers and names for the sentence, such as the limit. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** What in a long text is wrong, word for word, where the pointer only says which text. */
  readonly about?: string;
}

export const FIELD_ERROR_CODES = [
  'required',
  'type',
  'too-short',
  'too-long',
  'too-small',
  'too-big',
  'too-few',
  'too-many',
  'choice',
  'one-of',
  'id',
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
  'month',
  'unreachable',
  'open-too-little',
  'receipt-too-long',
  'calendar-unknown',
  'no-catch-all',
  'never-reached',
  'holiday-year',
  'holiday-length',
  'holidays-overlap',
  'holiday-missing',
  'holiday-elsewhere',
  'workday-not-weekend',
  'workday-in-holiday',
  'workday-far',
  'notice-unreadable',
  'notice-weekday',
  'notice-count',
  'notice-make-up',
  'notice-year',
  'notice-source',
] as const;
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];
