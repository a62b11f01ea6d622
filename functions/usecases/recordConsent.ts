import { decideConsent, type SaidConsent } from '../domain/contract/decideConsent.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import {
  changeContract,
  type ChangeContractDeps,
  type ChangeContractInput,
  type ChangeContractRefusal,
  type ChangedContract,
} from './changeContract.ts';

/** Takes down what a customer said to staff about messages, with one write (F78). */
export const recordConsent =
  (deps: ChangeContractDeps) =>
  (input: ChangeContractInput, said: SaidConsent): Promise<Result<ChangedContract, ChangeContractRefusal>> =>
    changeContract(deps)(input, async (state) => (state ? ok({ happening: decideConsent(said) }) : refuse({ kind: 'unknown' })));
