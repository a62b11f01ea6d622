import { nextCareAt } from '../domain/care/decideCare.ts';
import { customerDay, type CareSetting } from '../domain/care/setting.ts';
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

/** Where a contract stands in the lists by the rules of care. */
export const indexByRules = (state: Contract, setting: CareSetting, now: Instant): ContractIndex =>
  contractIndex(state, nextCareAt(state, setting, customerDay(setting, now)));

/** True when the lists say what they should. */
export const sameIndex = (a: ContractIndex, b: ContractIndex | undefined): boolean =>
  a.dueOn === b?.dueOn && a.owner === b.owner && a.careAt === b.careAt && a.tasks?.due === b.tasks?.due;
