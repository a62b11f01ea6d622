import { keptTargets } from '../domain/case/attainment.ts';
import { rulesNeededSince } from '../domain/case/clocks.ts';
import { clockTimer, mailFor, needsFollowUp, timersOf, type MailOrder, type Timer } from '../domain/case/consequences.ts';
import { fold } from '../domain/case/evolve.ts';
import { answerFor } from '../domain/case/flow.ts';
import type { Case, CaseEvent } from '../domain/case/model.ts';
import { nextLookAt } from '../domain/case/notices.ts';
import type { RuleBook } from '../domain/clocks/rules.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { Policy } from '../domain/policy.ts';
import { all } from './all.ts';
import type { CustomerBook } from './carePorts.ts';
import { startExecution, startSuccessor } from './executions.ts';
import { fireTimer, type FireTimerDeps } from './fireTimer.ts';
import { keepConsentOfCase } from './keepConsents.ts';
import { openCase, openIndex } from './openCase.ts';
import { openLowScoreFollowUp } from './openFollowUp.ts';
import { noticeOrders } from './noticeOrders.ts';
import type { CaseRecord, CaseStore, RulesStore, Scheduler, StaffDirectory, TargetsLog, Workflow } from './ports.ts';
import { TEAM } from './team.ts';

export interface ReconcileDeps extends FireTimerDeps {
  readonly cases: CaseStore;
  readonly workflow: Workflow;
  readonly scheduler: Scheduler;
  readonly rules: RulesStore;
  readonly targets: Pick<TargetsLog, 'keep'>;
  readonly customers: Pick<CustomerBook, 'consents' | 'keepConsent' | 'pointCase'>;
  readonly directory: StaffDirectory;
  readonly policy: Policy;
}

/** Starts the execution of the case, answers the step that waits, or starts a successor when the execution is gone. */
const carryWorkflow = async ({ workflow }: ReconcileDeps, state: Case, { events, waiting }: CaseRecord, check: boolean): Promise<void> => {
  const { caseId } = state;
  const course = state.step === 'closed' ? undefined : { name: caseId, input: { caseId, version: 1 } };
  if (!waiting) {
    // Every event up to the first WAIT comes by here; starting twice is harmless, asking twice is not free.
    if (course) await startExecution(workflow, course);
    return;
  }
  const answer = answerFor(events, waiting.position, waiting.version);
  const gone = answer ? (await workflow.answer(waiting.token, answer)) === 'gone' : check;
  if (gone && course) await startSuccessor(workflow, course, waiting.execution);
};

/** Comes last: a closed case leaves the lists, and with them the reach of the sweep, only when all else was done. */
const carryIndex = async (
  { cases }: ReconcileDeps,
  state: Case,
  { index }: CaseRecord,
  books: readonly RuleBook[],
  now: Instant,
): Promise<void> => {
  const wanted = state.step === 'closed' ? undefined : openIndex(state, books, now);
  if (wanted?.due === index?.due && wanted?.owner === index?.owner) return;
  await cases.index(state.caseId, state.version, wanted);
};

/** The timer for the next look at the clocks; none when the events before were followed by the same one. */
const clockTimers = (state: Case, before: readonly CaseEvent[], books: readonly RuleBook[], now: Instant): readonly Timer[] => {
  const at = nextLookAt(state, books, now);
  const known = before.length > 0 ? nextLookAt(fold(before), books, now) : undefined;
  return at && at !== known ? [clockTimer(state, at)] : [];
};

const carryTargets = async ({ targets }: ReconcileDeps, state: Case, books: readonly RuleBook[]): Promise<void> => {
  const kept = keptTargets(state, books);
  if (kept) await targets.keep(TEAM, kept);
};

/** Lets the customer's contracts know that a case is open, or is no longer: while there is a complaint, they hold back what is no service (F63). */
const carryPointer = async ({ customers }: ReconcileDeps, { caseId, opening, step }: Case, before?: Case): Promise<void> => {
  const isOpen = step !== 'closed';
  if (before && isOpen === (before.step !== 'closed')) return;
  await customers.pointCase(opening.customer.email, caseId, isOpen);
};

const mailsOf = (events: readonly CaseEvent[]): readonly MailOrder[] => events.flatMap((event) => mailFor(event) ?? []);

/**
 * Makes everything follow from events that were just written (`versions`; none for a workflow step that began to wait): workflow, mails, timers, lists,
 * follow-up case. Every part is idempotent, so a replay is harmless, and a failure of one part throws only after the others were tried.
 */
export const reconcileEvents =
  (deps: ReconcileDeps) =>
  async (caseId: string, versions: readonly number[], now: Instant): Promise<void> => {
    const record = await deps.cases.load(caseId);
    if (record.events.length === 0) return;
    const state = fold(record.events);
    const fresh = record.events.filter((event) => versions.includes(event.version));
    const began = versions.includes(state.sinceVersion);
    const books = await deps.rules.since(rulesNeededSince(state, now));
    const before = record.events.slice(0, Math.min(...versions, state.version + 1) - 1);
    await all([
      // A reopened case may find the step of its ended execution still written down as waiting.
      () =>
        carryWorkflow(
          deps,
          state,
          record,
          fresh.some((event) => event.type === 'reopened'),
        ),
      () => deps.outbox.put(mailsOf(fresh)),
      () => deps.scheduler.set([...(began ? timersOf(state, deps.policy) : []), ...clockTimers(state, before, books, now)]),
      () => (fresh.some((event) => event.at === state.resolvedAt) ? carryTargets(deps, state, books) : Promise.resolve()),
      () => (fresh.some(needsFollowUp) ? openLowScoreFollowUp(openCase(deps), state, now) : Promise.resolve()),
      () => (fresh.length > 0 ? carryPointer(deps, state, before.length > 0 ? fold(before) : undefined) : Promise.resolve()),
      () => (versions.includes(1) ? keepConsentOfCase(deps.customers, state) : Promise.resolve()),
    ]);
    if (fresh.length > 0) await carryIndex(deps, state, record, books, now);
  };

/**
 * Goes over a whole case and mends what is missing as of `now`: execution, unsent mails, timers that should have fired, lists, follow-up case (the net
 * under everything that can fail between two steps). Safe to run at any time, as often as wanted.
 */
export const repairCase =
  (deps: ReconcileDeps) =>
  async (caseId: string, now: Instant): Promise<void> => {
    const record = await deps.cases.load(caseId);
    if (record.events.length === 0) return;
    const state = fold(record.events);
    const sent = new Set((await deps.addresses.mailsOfCase(state.opening.customer.email, caseId)).map((mail) => mail.messageId));
    const timers = timersOf(state, deps.policy);
    const books = await deps.rules.since(rulesNeededSince(state, now));
    await all([
      () => carryWorkflow(deps, state, record, true),
      () => deps.outbox.put(mailsOf(record.events).filter((order) => !sent.has(order.messageId))),
      () => deps.scheduler.set([...timers.filter((timer) => timer.at > now), ...clockTimers(state, [], books, now)]),
      async () => deps.outbox.put(await noticeOrders(deps, state, books, now)),
      () => carryTargets(deps, state, books),
      () => (record.events.some(needsFollowUp) ? openLowScoreFollowUp(openCase(deps), state, now) : Promise.resolve()),
      () => carryPointer(deps, state),
      () => keepConsentOfCase(deps.customers, state),
    ]);
    await carryIndex(deps, state, record, books, now);
    for (const timer of timers) if (timer.at <= now) await fireTimer(deps)(timer, now);
  };
