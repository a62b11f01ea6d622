import type { Actor } from '../domain/case/model.ts';
import { fold } from '../domain/contract/evolve.ts';
import type { Contract, ContractEvent, Happening } from '../domain/contract/model.ts';
import type { ContractRefusal } from '../domain/contract/refusals.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import type { Instant } from '../domain/kernel/time.ts';
import { commandOf, madeBefore } from './command.ts';
import { contractIndex } from './contractIndex.ts';
import type { ContractStore } from './contractPorts.ts';
import type { Hashes } from './ports.ts';

export interface ChangeContractDeps {
  readonly contracts: Pick<ContractStore, 'load' | 'register' | 'append'>;
  readonly hashes: Hashes;
}

export interface ChangeContractInput {
  readonly contractId: string;
  readonly by: Actor;
  readonly now: Instant;
  /** The version that the sender saw; without it the change applies to whatever the contract is by now. */
  readonly expectedVersion?: number | undefined;
  /** Idempotency-Key with the request that it stands for. */
  readonly command?: { readonly key: string; readonly body: unknown } | undefined;
}

/** What a command comes to: an event, or an earlier version that says it all: the present one, or the one that this very command made. */
export type Decision =
  { readonly happening: Happening } | { readonly version: number; readonly outcome: Exclude<ChangedContract['outcome'], 'written'> };

export interface ChangedContract {
  readonly state: Contract;
  readonly events: readonly ContractEvent[];
  readonly outcome: 'written' | 'unchanged' | 'replayed';
}

export type ChangeContractRefusal =
  | ContractRefusal
  | { readonly kind: 'unknown' }
  /** The task was closed before: the contract as it is. */
  | { readonly kind: 'task-closed'; readonly events: readonly ContractEvent[] }
  | { readonly kind: 'key-reused' }
  /** Somebody was faster: the contract as it is; empty when there is none. */
  | { readonly kind: 'stale'; readonly events: readonly ContractEvent[] };

type Decide = (
  state: Contract | undefined,
  events: readonly ContractEvent[],
) => Promise<Result<Decision, Exclude<ChangeContractRefusal, { readonly kind: 'key-reused' | 'stale' }>>>;

/** Tries of a change, when others write at the same time. */
const TRIES = 5;

const asOf = (events: readonly ContractEvent[], version: number, outcome: ChangedContract['outcome']): ChangedContract => {
  const then = events.slice(0, version);
  return { state: fold(then), events: then, outcome };
};

/**
 * Loads a contract, lets the domain decide, and writes the one event that it decided on. What is so already is not written again, whichever version the sender
 * saw; a replayed command gives the contract as it was after the first time.
 */
export const changeContract =
  ({ contracts, hashes }: ChangeContractDeps) =>
  async (input: ChangeContractInput, decide: Decide): Promise<Result<ChangedContract, ChangeContractRefusal>> => {
    const { contractId, by, now, expectedVersion } = input;
    const command = input.command && (await commandOf(hashes, input.command));
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { events } = await contracts.load(contractId);
      const made = madeBefore(events, command);
      if (made === 'other') return refuse({ kind: 'key-reused' });
      if (made !== undefined) return ok(asOf(events, made, 'replayed'));
      const decided = await decide(events.length > 0 ? fold(events) : undefined, events);
      const isStale = expectedVersion !== undefined && expectedVersion !== events.length;
      if (!decided.ok) return isStale ? refuse({ kind: 'stale', events }) : decided;
      const { value } = decided;
      if ('version' in value) return ok(asOf(events, value.version, value.outcome));
      if (isStale) return refuse({ kind: 'stale', events });
      const event: ContractEvent = { ...value.happening, contractId, version: events.length + 1, at: now, by, command };
      const after = [...events, event];
      // Until its stream record is carried on it counts as one to be looked at, so that no lost record loses the contract.
      const write = event.version === 1 ? contracts.register(event, contractIndex(fold(after), now)) : contracts.append(event);
      if ((await write) === 'written') return ok(asOf(after, event.version, 'written'));
    }
    throw new Error(`contract ${contractId} is written to by too many at once`);
  };
