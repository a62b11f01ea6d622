import type { Cared, Contract, Happening, HeldReason, StepKind, TakenStep } from '../contract/model.ts';
import { evolve } from '../contract/evolve.ts';
import { addDays } from '../contract/grace.ts';
import { hasEnded, statusOn } from '../contract/status.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import { planOf, type PlannedStep } from './plan.ts';
import type { Purpose } from './rules.ts';
import { isMailedOn, isReachable } from './reminders.ts';
import { nightEnd, type CareSetting } from './setting.ts';

/** What is known of the customer beyond the contract when we care for it. */
export interface CareFacts {
  /** The address gets nothing any more. */
  readonly suppressed: boolean;
  /** Purposes that the customer agreed to. */
  readonly consents: readonly Purpose[];
  /** Open complaints of the customer: about this contract, about something else, or none. */
  readonly complaint?: 'this-contract' | 'other' | undefined;
}

/** One day of one contract. */
export interface CareDay {
  readonly setting: CareSetting;
  readonly facts: CareFacts;
  readonly day: CalendarDate;
  readonly asOf: Instant;
}

/** Steps whose day has come. */
export const dueSteps = (state: Contract, setting: CareSetting, day: CalendarDate): readonly PlannedStep[] =>
  planOf(state, setting, day, day).filter(({ on }) => on <= day);

/** Why what is no service may not be done at all, neither by mail nor by a visit (rules.md 4). */
const marketingBar = ({ purpose }: PlannedStep, { consents, complaint }: CareFacts): HeldReason | undefined => {
  if (purpose !== 'marketing') return undefined;
  if (!consents.includes('marketing')) return 'no-consent';
  return complaint ? 'complaint' : undefined;
};

/** Why the mail of a step may not go out, whatever else goes out that day. */
export const holdReason = (
  state: Contract,
  due: readonly PlannedStep[],
  step: PlannedStep,
  { setting, facts, day }: CareDay,
): HeldReason | undefined => {
  if (step.kind === 'reminder' && due.some(({ kind, on }) => kind === 'reminder' && on > step.on)) return 'late';
  if (state.terms.customer.email === undefined) return 'no-address';
  if (facts.suppressed || !isReachable(state)) return 'suppressed';
  if (step.kind === 'touchpoint' && statusOn(state, day, setting.plan) === 'suspended') return 'suspended';
  const barred = marketingBar(step, facts);
  if (barred) return barred;
  if (facts.complaint === 'this-contract') return 'complaint';
  return step.until !== undefined && step.until < day ? 'late' : undefined;
};

const priority = ({ purpose, kind }: PlannedStep): number => (purpose === 'marketing' ? 2 : kind === 'touchpoint' ? 1 : 0);

/** The word about a payment or a failed debit belongs to the day after it (rules.md 4). */
const ANSWERS: readonly StepKind[] = ['feedback', 'reinstated', 'debit-failed'];

const canWait = ({ until }: PlannedStep, { day }: CareDay): boolean => until === undefined || until > day;

/**
 * Steps that are due and whose mail may go out, the most important first, and among equals those that cannot wait, then answers to payments: one of them does (rules.md 4: one message a day). None when a mail of the
 * contract went out that day.
 */
export const mailCandidates = (state: Contract, due: readonly PlannedStep[], today: CareDay): readonly PlannedStep[] =>
  isMailedOn(state, today.day)
    ? []
    : due
        .filter((step) => step.mail && holdReason(state, due, step, today) === undefined)
        .sort(
          (a, b) =>
            priority(a) - priority(b) ||
            Number(canWait(a, today)) - Number(canWait(b, today)) ||
            Number(ANSWERS.includes(b.kind)) - Number(ANSWERS.includes(a.kind)),
        );

/** What goes out today, as far as other contracts of the customer leave room. */
export interface Claimed {
  /** Id of the step whose mail goes out. */
  readonly mail?: string | undefined;
  /** Ids of steps that another contract of the customer carries. */
  readonly elsewhere: readonly string[];
}

const mailOf = (
  state: Contract,
  due: readonly PlannedStep[],
  step: PlannedStep,
  today: CareDay,
  { mail, elsewhere }: Claimed,
): Pick<TakenStep, 'mail' | 'held' | 'again'> => {
  const held = step.mail ? holdReason(state, due, step, today) : marketingBar(step, today.facts);
  if (held) return { held };
  if (!step.mail) return {};
  if (step.id === mail && !isMailedOn(state, today.day)) return { mail: true };
  if (elsewhere.includes(step.id)) return { held: 'another-contract' };
  const tomorrow = addDays(today.day, 1);
  return { held: 'one-a-day', ...((step.until === undefined || step.until >= tomorrow) && { again: tomorrow }) };
};

const taskOf = (
  state: Contract,
  planned: PlannedStep,
  { held, again }: Pick<TakenStep, 'held' | 'again'>,
  { day, facts }: CareDay,
): TakenStep['task'] => {
  const { id, kind, task } = planned;
  if (!task || state.tasks.some(({ step }) => step.id === id) || marketingBar(planned, facts)) return undefined;
  if (task.instead && (!held || again || held === 'late')) return undefined;
  // One visit speaks for all reminders that cannot be delivered; only those about a contract that is complained about go to the owner one by one (rules.md 4).
  if (kind === 'reminder' && held !== 'complaint') return undefined;
  const latest = addDays(day, task.days);
  const by = task.by !== undefined && task.by < latest ? task.by : latest;
  return { due: by < day ? day : by };
};

const stepsOf = (state: Contract, today: CareDay, claimed: Claimed): readonly TakenStep[] => {
  const due = dueSteps(state, today.setting, today.day);
  return due.map((step) => {
    const { id, kind, dueOn, touchpoint, purpose } = step;
    const on = step.on < today.day ? step.on : undefined;
    const mail = mailOf(state, due, step, today, claimed);
    return { id, kind, on, dueOn, touchpoint, purpose, ...mail, task: taskOf(state, step, mail, today) };
  });
};

/**
 * What one day brings for a contract: mails, tasks and what was held back, as one event. Undefined when nothing is due. Asked again after that event it brings nothing, so that a
 * sweep may run as often as it likes.
 */
export const decideCare = (state: Contract, today: CareDay, claimed: Claimed): Happening | undefined => {
  const { setting, day, asOf } = today;
  const steps = stepsOf(state, today, claimed);
  if (steps.length === 0) return undefined;
  const data: Cared = { day, asOf, rules: setting.version, steps };
  const { contractId, version } = state;
  const after = evolve(state, { type: 'cared', data, contractId, version: version + 1, at: asOf, by: { role: 'system' } });
  // A reminder that is held back, or gives way, can be the one too many: the visit for that comes with it.
  const more = stepsOf(after, today, { elsewhere: claimed.elsewhere });
  return { type: 'cared', data: { ...data, steps: [...steps, ...more] } };
};

/** Days that we look ahead; a contract with nothing to do until then is looked at again at their end. */
const AHEAD_DAYS = 365;

/** When a contract is to be looked at next: when its customer's night ends on the day of its next step. Undefined when nothing is to come. */
export const nextCareAt = (state: Contract, setting: CareSetting, today: CalendarDate): Instant | undefined => {
  const horizon = addDays(today, AHEAD_DAYS);
  const [next] = planOf(state, setting, today, horizon);
  if (!next) return hasEnded(state, today) ? undefined : nightEnd(setting, horizon);
  return nightEnd(setting, next.on > horizon ? horizon : next.on);
};
