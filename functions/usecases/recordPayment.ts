import { decidePayment, reportedBefore, type PaymentReport } from '../domain/contract/decidePayment.ts';
import type { ContractEvent } from '../domain/contract/model.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import {
  changeContract,
  type ChangeContractDeps,
  type ChangeContractInput,
  type ChangeContractRefusal,
  type ChangedContract,
} from './changeContract.ts';

const versionOf = (events: readonly ContractEvent[], reference: string): number =>
  events.find((event) => (event.type === 'paid' || event.type === 'failed') && event.data.reference === reference)?.version ?? 0;

/** Takes down a payment, or a debit that failed, with one write (F60, X8). The same report again, known by its reference, writes nothing. */
export const recordPayment =
  (deps: ChangeContractDeps) =>
  (input: ChangeContractInput, report: PaymentReport): Promise<Result<ChangedContract, ChangeContractRefusal>> =>
    changeContract(deps)(input, async (state, events) => {
      if (!state) return refuse({ kind: 'unknown' });
      if (reportedBefore(state, report) === 'same') return ok({ version: versionOf(events, report.reference), outcome: 'replayed' });
      const decided = decidePayment(state, report);
      return decided.ok ? ok({ happening: decided.value }) : decided;
    });
