import { fold } from '../domain/case/evolve.ts';
import type { Actor, Case, CaseEvent, Happening } from '../domain/case/model.ts';
import type { CaseRefusal } from '../domain/case/refusals.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import type { Instant } from '../domain/kernel/time.ts';
import { commandOf, madeBefore } from './command.ts';
import type { CaseStore, Hashes } from './ports.ts';

export interface ChangeCaseDeps {
  readonly cases: CaseStore;
  readonly hashes: Hashes;
}

type Decision = Result<Happening, CaseRefusal>;

export interface ChangeCaseInput {
  readonly caseId: string;
  readonly by: Actor;
  readonly now: Instant;
  /** The version that the person saw; without it the change applies to whatever the case is by now. */
  readonly expectedVersion?: number | undefined;
  /** Idempotency-Key with the request that it stands for. */
  readonly command?: { readonly key: string; readonly body: unknown } | undefined;
  readonly decide: (state: Case, events: readonly CaseEvent[]) => Decision | Promise<Decision>;
}

export interface ChangedCase {
  readonly state: Case;
  readonly events: readonly CaseEvent[];
  readonly replayed: boolean;
}

export type ChangeCaseRefusal =
  | CaseRefusal
  | { readonly kind: 'unknown' }
  | { readonly kind: 'key-reused' }
  /** Somebody was faster: the case as it is, for the person to look at. */
  | { readonly kind: 'stale'; readonly state: Case; readonly events: readonly CaseEvent[] };

/** Tries of a change that expects no version, when others write at the same time. */
const TRIES = 5;

/** Loads a case, lets the domain decide, and writes the one event that it decided on. A replayed command gives the case as it was after the first time. */
export const changeCase =
  ({ cases, hashes }: ChangeCaseDeps) =>
  async (input: ChangeCaseInput): Promise<Result<ChangedCase, ChangeCaseRefusal>> => {
    const { caseId, by, now, expectedVersion, decide } = input;
    const command = input.command && (await commandOf(hashes, input.command));
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { events } = await cases.load(caseId);
      if (events.length === 0) return refuse({ kind: 'unknown' });
      const made = madeBefore(events, command);
      if (made === 'other') return refuse({ kind: 'key-reused' });
      if (made !== undefined) {
        const then = events.slice(0, made);
        return ok({ state: fold(then), events: then, replayed: true });
      }
      const state = fold(events);
      if (expectedVersion !== undefined && expectedVersion !== state.version) return refuse({ kind: 'stale', state, events });
      const decided = await decide(state, events);
      if (!decided.ok) return decided;
      const event: CaseEvent = { ...decided.value, caseId, version: state.version + 1, at: now, by, command };
      if ((await cases.append(event)) === 'written') {
        const after = [...events, event];
        return ok({ state: fold(after), events: after, replayed: false });
      }
    }
    throw new Error(`case ${caseId} is written to by too many at once`);
  };
