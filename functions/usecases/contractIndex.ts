import { oldestUnpaid } from '../domain/contract/dueDates.ts';
import type { Contract } from '../domain/contract/model.ts';
import type { ContractIndex } from './contractPorts.ts';

/** A day that never comes: contracts with nothing left to pay are listed last. */
const NEVER = '9999-12-31';

/** Where a contract stands in the lists. */
export const contractIndex = (state: Contract): ContractIndex => ({ dueOn: oldestUnpaid(state) ?? NEVER, owner: state.terms.owner });
