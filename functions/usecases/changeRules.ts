import { checkRules, type ClockRules, type RuleBook } from '../domain/clocks/rules.ts';
import type { FieldError } from '../domain/kernel/fieldError.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import { plus, type Instant } from '../domain/kernel/time.ts';
import type { Hashes, RulesStore } from './ports.ts';

export interface ChangeRulesInput {
  readonly rules: ClockRules;
  readonly note?: string | undefined;
  /** User name of the admin. */
  readonly by: string;
  readonly now: Instant;
  /** The version that the admin changed. */
  readonly expectedVersion: number;
  /** Idempotency-Key of the request. */
  readonly key?: string | undefined;
}

export interface ChangedRules {
  readonly book: RuleBook;
  /** The request had been carried out before, and this is what came of it. */
  readonly replayed: boolean;
}

export type ChangeRulesRefusal =
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'key-reused' }
  /** Somebody was faster: the rules as they are. */
  | { readonly kind: 'stale'; readonly current: RuleBook };

/** Bytes of rules as JSON; an item of the table holds 400 KB. */
const MOST_BYTES = 300_000;

/** Tries when others write at the same time: the second finds the version of whoever was faster. */
const TRIES = 2;

/** Everything there ever was. */
const ALWAYS = '1970-01-01T00:00:00.000Z';

/** Rules as text that is the same for the same content, in whatever order fields come back from the table. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * Makes the next version of the rules (F24). What is in force already is not written again, whichever version the admin saw: a request that is sent twice makes
 * one version.
 */
export const changeRules =
  ({ rules: store, hashes }: { readonly rules: RulesStore; readonly hashes: Hashes }) =>
  async (input: ChangeRulesInput): Promise<Result<ChangedRules, ChangeRulesRefusal>> => {
    const { rules, note, by, now, expectedVersion } = input;
    const errors = checkRules(rules);
    if (errors.length > 0) return refuse({ kind: 'invalid', errors });
    const text = canonical(rules);
    if (Buffer.byteLength(text) > MOST_BYTES) return refuse({ kind: 'too-large' });
    const command = input.key && {
      key: await hashes.hash('command', `${by} rules ${input.key}`),
      body: await hashes.hash('body', canonical({ rules, note })),
    };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const books = await store.since(command ? ALWAYS : now);
      const current = books.at(-1);
      if (!current) throw new Error('there is always a first book of rules');
      const earlier = command && books.find((book) => book.command?.key === command.key);
      if (earlier) return earlier.command?.body === command.body ? ok({ book: earlier, replayed: true }) : refuse({ kind: 'key-reused' });
      if (canonical(current.rules) === text) return ok({ book: current, replayed: false });
      if (current.version !== expectedVersion) return refuse({ kind: 'stale', current });
      const book: RuleBook = {
        version: current.version + 1,
        at: now > current.at ? now : plus(current.at, 1), // the order of versions is that of their times, whatever a clock says
        by,
        ...(note && { note }),
        rules,
        ...(command && { command }),
      };
      if ((await store.append(book)) === 'written') return ok({ book, replayed: false });
    }
    throw new Error('the rules are written to by too many at once');
  };
