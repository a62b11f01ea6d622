import { checkCareRules, type CareRules } from '../domain/care/rules.ts';
import { checkRules, type ClockRules } from '../domain/clocks/rules.ts';
import type { Book } from '../domain/kernel/book.ts';
import { canonical } from '../domain/kernel/canonical.ts';
import type { FieldError } from '../domain/kernel/fieldError.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import { plus, type Instant } from '../domain/kernel/time.ts';
import type { CareRulesStore } from './carePorts.ts';
import type { BookStore, Hashes, RulesStore } from './ports.ts';

export interface ChangeBookInput<Rules> {
  readonly rules: Rules;
  readonly note?: string | undefined;
  /** User name of the admin. */
  readonly by: string;
  readonly now: Instant;
  /** The version that the admin changed. */
  readonly expectedVersion: number;
  /** Idempotency-Key of the request. */
  readonly key?: string | undefined;
}

export interface ChangedBook<Rules> {
  readonly book: Book<Rules>;
  /** The request had been carried out before, and this is what came of it. */
  readonly replayed: boolean;
}

export type ChangeBookRefusal<Rules> =
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'key-reused' }
  /** Somebody was faster: the rules as they are. */
  | { readonly kind: 'stale'; readonly current: Book<Rules> };

/** Changes rules, or says why not. */
export type ChangeBook<Rules> = (input: ChangeBookInput<Rules>) => Promise<Result<ChangedBook<Rules>, ChangeBookRefusal<Rules>>>;

/** Bytes of rules as JSON; an item of the table holds 400 KB. */
const MOST_BYTES = 300_000;

/** Tries when others write at the same time: the second finds the version of whoever was faster. */
const TRIES = 2;

interface Changing<Rules> {
  readonly books: BookStore<Rules>;
  readonly hashes: Hashes;
  readonly check: (rules: Rules) => readonly FieldError[];
  /** What the rules are called in the hash of a key: a key counts once for each. */
  readonly name: string;
}

/**
 * Makes the next version of rules (F24). What is in force already is not written again, whichever version the admin saw: a request that is sent twice makes one
 * version.
 */
const changeBook =
  <Rules>({ books: store, hashes, check, name }: Changing<Rules>): ChangeBook<Rules> =>
  async (input) => {
    const { rules, note, by, now, expectedVersion } = input;
    const errors = check(rules);
    if (errors.length > 0) return refuse({ kind: 'invalid', errors });
    const text = canonical(rules);
    if (Buffer.byteLength(text) > MOST_BYTES) return refuse({ kind: 'too-large' });
    const command = input.key && {
      key: await hashes.hash('command', `${by} ${name} ${input.key}`),
      body: await hashes.hash('body', canonical({ rules, note })),
    };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const books = command ? await store.versions() : [await store.current()];
      const current = books.at(-1);
      if (!current) throw new Error('there is always a first book of rules');
      const earlier = command && books.find((book) => book.command?.key === command.key);
      if (earlier) return earlier.command?.body === command.body ? ok({ book: earlier, replayed: true }) : refuse({ kind: 'key-reused' });
      if (canonical(current.rules) === text) return ok({ book: current, replayed: false });
      if (current.version !== expectedVersion) return refuse({ kind: 'stale', current });
      const book: Book<Rules> = {
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

/** Makes the next version of the rules by which clocks count. */
export const changeRules = ({ rules, hashes }: { readonly rules: RulesStore; readonly hashes: Hashes }): ChangeBook<ClockRules> =>
  changeBook({ books: rules, hashes, check: checkRules, name: 'rules' });

/** Makes the next version of the rules by which we care for contracts. */
export const changeCareRules = ({ care, hashes }: { readonly care: CareRulesStore; readonly hashes: Hashes }): ChangeBook<CareRules> =>
  changeBook({ books: care, hashes, check: checkCareRules, name: 'care' });
