import { mailOrder, type Timer } from '../domain/case/consequences.ts';
import { fold } from '../domain/case/evolve.ts';
import type { Case, Happening } from '../domain/case/model.ts';
import { ok, refuse } from '../domain/kernel/result.ts';
import { between, type Instant } from '../domain/kernel/time.ts';
import type { Policy } from '../domain/policy.ts';
import { changeCase, type ChangeCaseDeps } from './changeCase.ts';
import type { AddressBook, Outbox, RepairQueue } from './ports.ts';

export interface FireTimerDeps extends ChangeCaseDeps {
  readonly outbox: Outbox;
  readonly repairs: RepairQueue;
  readonly addresses: AddressBook;
  readonly policy: Policy;
}

/** A case closes only when its last warning has been out for at least half the time that lies between them: a late warning is no warning. */
const wasWarned = async ({ addresses, policy }: FireTimerDeps, state: Case, now: Instant): Promise<boolean> => {
  const { secondWarningSeconds, closeSeconds } = policy.customerWait;
  const { messageId } = mailOrder(state.caseId, state.sinceVersion, 'warning-2');
  const record = await addresses.mailRecord(state.opening.customer.email, messageId);
  return record !== undefined && between(record.at, now) >= ((closeSeconds - secondWarningSeconds) * 1000) / 2;
};

/** Carries out a timer, unless the case has moved on since it was set. Firing twice changes nothing. */
export const fireTimer =
  (deps: FireTimerDeps) =>
  async (timer: Timer, now: Instant): Promise<void> => {
    const { caseId, version, purpose } = timer;
    if (purpose === 'clock') return deps.repairs.put([caseId], now);
    const { events } = await deps.cases.load(caseId);
    if (events.length === 0) return;
    const state = fold(events);
    if (state.sinceVersion !== version) return;
    const close = async (happening: Happening): Promise<void> => {
      await changeCase(deps)({
        caseId,
        by: { role: 'system' },
        now,
        decide: (current) => (current.sinceVersion === version ? ok(happening) : refuse({ kind: 'not-now', allowed: [] })),
      });
    };
    switch (purpose) {
      case 'expire':
        return (await wasWarned(deps, state, now)) ? close({ type: 'expired', data: {} }) : undefined;
      case 'finish':
        return close({ type: 'finished', data: {} });
      default:
        return deps.outbox.put([mailOrder(caseId, state.sinceVersion, purpose)]);
    }
  };
