/** What of an RFC 9457 problem goes beyond `type`, `title`, `status` and `detail`. */
export interface ProblemExtras {
  readonly detail?: string | undefined;
  readonly members?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Problem types: stable names, each with its HTTP status and title. */
export const PROBLEMS = {
  'malformed-body': [400, 'The body cannot be read'],
  'bad-cursor': [400, 'The cursor was not given out here'],
  unauthenticated: [401, 'Sign in first'],
  forbidden: [403, 'Not for your role'],
  'not-found': [404, 'Nothing is here'],
  'not-allowed-now': [409, 'Not possible at this point of the case'],
  'already-answered': [409, 'Answered already'],
  'contract-ended': [409, 'The contract had ended'],
  'task-closed': [409, 'The task is closed'],
  gone: [410, 'This link has expired'],
  stale: [412, 'Somebody else changed the case'],
  'stale-rules': [412, 'Somebody else changed the rules'],
  'stale-care-rules': [412, 'Somebody else changed the service plans'],
  'stale-contract': [412, 'Somebody else changed the contract'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'This content type is not taken here'],
  'invalid-input': [422, 'Something in the input is wrong'],
  'key-reused': [422, 'The Idempotency-Key was used for another request'],
  'precondition-required': [428, 'If-Match is missing'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemType = keyof typeof PROBLEMS;

/** Ends a request with a problem. Thrown anywhere behind the door, answered by the door. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType;
  readonly status: number;
  readonly extras: ProblemExtras;

  constructor(type: ProblemType, extras: ProblemExtras = {}, cause?: unknown) {
    super(PROBLEMS[type][1], { cause });
    this.type = type;
    this.status = PROBLEMS[type][0];
    this.extras = extras;
  }

  /** The body of `application/problem+json`; `type` is an address where the OpenAPI page explains it. */
  toJSON(): object {
    return {
      type: `/api/problems/${this.type}`,
      title: this.message,
      status: this.status,
      ...(this.extras.detail ? { detail: this.extras.detail } : {}),
      ...this.extras.members,
    };
  }
}
