import type { Instant } from './time.ts';

/** One version of rules that an admin edits as one document. It never changes: what was done by it keeps its number. */
export interface Book<Rules> {
  readonly version: number;
  /** From when it counts. */
  readonly at: Instant;
  /** User name of the admin; absent for version 0, which came with the software. */
  readonly by?: string | undefined;
  readonly note?: string | undefined;
  readonly rules: Rules;
  /** Hashes of the Idempotency-Key and the body of the request that made it. */
  readonly command?: { readonly key: string; readonly body: string } | undefined;
}
