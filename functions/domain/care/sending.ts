import type { Contract, HeldReason, StepRecord, TakenStep } from '../contract/model.ts';
import { between, plus, type CalendarDate, type Instant } from '../kernel/time.ts';
import { holdReason, type CareFacts } from './decideCare.ts';
import { planOf, type PlannedStep } from './plan.ts';
import { customerDay, isQuiet, nextMorning, type CareSetting } from './setting.ts';

/** Why a mail that was ordered is not sent after all. */
export interface Hold {
  readonly held: HeldReason;
  /** The day on which the contract is looked at again for it. */
  readonly again?: CalendarDate | undefined;
  readonly gaveUp?: true | undefined;
}

/** The time that counts for a mail: that for which it was ordered, and as much later as it is now. A drill may order for any day. */
export const sendingTime = ({ asOf, at }: { readonly asOf: Instant; readonly at: Instant }, now: Instant): Instant =>
  plus(asOf, Math.max(0, between(at, now)));

/** The step as it would be planned if it had not been taken; undefined when there is no reason for it any more. */
const plannedAnew = (state: Contract, setting: CareSetting, { id, kind }: TakenStep, day: CalendarDate): PlannedStep | undefined => {
  const steps: Readonly<Record<string, StepRecord>> = Object.fromEntries(Object.entries(state.steps).filter(([other]) => other !== id));
  const before = { ...state, steps, ...(kind === 'lapse' && { lapsedOn: undefined }) };
  return planOf(before, setting, day, day).find((step) => step.id === id);
};

/**
 * Why a mail must not go out at `at`, by what has become of the contract and of its customer since it was ordered: what it was about is settled, the customer may not or cannot
 * be written to, or it is night. Undefined when it may go out. Where a task takes the place of a mail that is held for good, the contract is looked at again the same day; so it is
 * where another customer has it since event `version` ordered the mail.
 */
export const holdAtSending = (
  state: Contract,
  { version, ...step }: TakenStep & { readonly version: number },
  setting: CareSetting,
  facts: CareFacts,
  at: Instant,
): Hold | undefined => {
  const day = customerDay(setting, at);
  const planned = plannedAnew(state, setting, step, day);
  if (!planned) return { held: 'settled' };
  if (version < state.customerSince.version) return { held: 'settled', again: day };
  const held = holdReason(state, [], planned, { setting, facts, day, asOf: at });
  if (held)
    return {
      held,
      ...(planned.task?.instead && held !== 'late' && { again: day }),
      ...(held === 'suppressed' && { gaveUp: true }),
    };
  return isQuiet(setting, at) ? { held: 'night', again: nextMorning(setting, at) } : undefined;
};
