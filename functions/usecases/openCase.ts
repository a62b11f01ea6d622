import { clocksOf } from '../domain/case/clocks.ts';
import type { RuleBook } from '../domain/clocks/rules.ts';
import { classify } from '../domain/intake/classify.ts';
import { caseNumber } from '../domain/intake/number.ts';
import type { Actor, Case, CaseEvent, Opening } from '../domain/case/model.ts';
import { fold } from '../domain/case/evolve.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import { plus, type Instant } from '../domain/kernel/time.ts';
import type { Policy } from '../domain/policy.ts';
import type { CaseStore, Hashes, OpenIndex, RulesStore } from './ports.ts';
import { TEAM } from './team.ts';

export interface OpenCaseDeps {
  readonly cases: CaseStore;
  readonly hashes: Hashes;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly policy: Policy;
}

export interface OpenCaseInput {
  readonly opening: Omit<Opening, 'classification'>;
  /** Idempotency-Key, or any text that only this request has. */
  readonly key: string;
  readonly by: Actor;
  /** Network address of the sender for the flood limit; absent for staff and the system, who have none. */
  readonly source?: string | undefined;
  readonly now: Instant;
}

export type OpenCaseRefusal = { readonly kind: 'key-reused' } | { readonly kind: 'too-many'; readonly retryAfterSeconds: number };

export interface OpenedCase {
  readonly state: Case;
  readonly books: readonly RuleBook[];
  readonly event: CaseEvent;
  readonly replayed: boolean;
}

/** Where an open case stands in the lists of its team. */
export const openIndex = (state: Case, books: readonly RuleBook[], now: Instant): OpenIndex => {
  const { firstResponse, nextResponse, resolution } = clocksOf(state, books, now);
  const late = [firstResponse, nextResponse, resolution].flatMap((clock) => (clock?.state === 'late' ? [clock.due] : []));
  const withoutPauses = clocksOf({ ...state, pauses: [] }, books, now).resolution.due;
  return { team: TEAM, due: late.sort()[0] ?? withoutPauses, owner: state.owner };
};

const WINDOW_SECONDS = 60;

/**
 * Opens a case with one write (F2, F6). The number comes from the key, so the same request finds its own case again: same body, same case;
 * other body, `key-reused`. `too-many` when the source opened its fill within the last minute: nothing is written then.
 */
export const openCase =
  ({ cases, hashes, rules, policy }: OpenCaseDeps) =>
  async ({ opening, key, by, source, now }: OpenCaseInput): Promise<Result<OpenedCase, OpenCaseRefusal>> => {
    const command = { key: await hashes.hash('command', key), body: await hashes.hash('body', JSON.stringify(opening)) };
    const books = await rules.since(now);
    const from = await hashes.hash('source', source ?? by.role);
    if (source) {
      const count = await cases.countOpenings(from, plus(now, -WINDOW_SECONDS * 1000), policy.openingsPerMinute);
      if (count >= policy.openingsPerMinute) {
        const replay = await findReplay({ cases, rules }, caseNumber(await hashes.hash('case', key)), command);
        return replay ?? refuse({ kind: 'too-many', retryAfterSeconds: WINDOW_SECONDS });
      }
    }
    // Another case can have the number by chance, about once in a million million: then the key is tried with a suffix.
    for (const suffix of ['', '.2', '.3']) {
      const event: CaseEvent = {
        caseId: caseNumber(await hashes.hash('case', key + suffix)),
        version: 1,
        at: now,
        by,
        command,
        type: 'opened',
        data: { ...opening, classification: classify(opening.kind, opening.subject, opening.description) },
      };
      const state = fold([event]);
      if ((await cases.open(event, openIndex(state, books, now), from)) === 'written') return ok({ state, books, event, replayed: false });
      const replay = await findReplay({ cases, rules }, event.caseId, command);
      if (replay) return replay;
    }
    throw new Error('no free case number');
  };

const findReplay = async (
  { cases, rules }: Pick<OpenCaseDeps, 'cases' | 'rules'>,
  caseId: string,
  command: { readonly key: string; readonly body: string },
): Promise<Result<OpenedCase, OpenCaseRefusal> | undefined> => {
  const [first] = (await cases.load(caseId)).events;
  if (first?.command?.key !== command.key) return undefined;
  if (first.command.body !== command.body) return refuse({ kind: 'key-reused' });
  return ok({ state: fold([first]), books: await rules.since(first.at), event: first, replayed: true });
};
