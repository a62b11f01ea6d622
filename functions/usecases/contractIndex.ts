import { nextCareAt } from '../domain/care/decideCare.ts';
import { customerDay, isQuiet, nextMorning, nightEnd, type CareSetting } from '../domain/care/setting.ts';
import { oldestUnpaid } from '../domain/contract/dueDates.ts';
import type { Contract } from '../domain/contract/model.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { ContractIndex } from './contractPorts.ts';

/** A day that never comes: contracts with nothing left to pay are listed last. */
const NEVER = '9999-12-31';

/** Where a contract stands in the lists, when it is to be looked at next at an instant. */
export const contractIndex = (state: Contract, careAt: Instant | undefined): ContractIndex => {
  const [due] = state.tasks
    .filter((task) => task.state === 'open')
    .map((task) => task.due)
    .sort();
  return { dueOn: oldestUnpaid(state) ?? NEVER, owner: state.terms.owner, careAt, tasks: due === undefined ? undefined : { due } };
};

/** Where a contract stands in the lists by the rules of care. What came up in the customer's night waits for its end: no sweep until then needs to ask. */
export const indexByRules = (state: Contract, setting: CareSetting, now: Instant): ContractIndex => {
  const careAt = nextCareAt(state, setting, customerDay(setting, now));
  const isAsleep = careAt !== undefined && careAt <= now && isQuiet(setting, now);
  return contractIndex(state, isAsleep ? nightEnd(setting, nextMorning(setting, now)) : careAt);
};

/** True when the lists say what they should. */
export const sameIndex = (a: ContractIndex, b: ContractIndex | undefined): boolean =>
  a.dueOn === b?.dueOn && a.owner === b.owner && a.careAt === b.careAt && a.tasks?.due === b.tasks?.due;
