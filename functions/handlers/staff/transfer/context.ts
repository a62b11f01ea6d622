import { mayTransferContracts } from '../../../domain/contract/permissions.ts';
import type { Staff } from '../../../domain/case/permissions.ts';
import type { Request } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import type { ContractStore } from '../../../usecases/contractPorts.ts';
import type { ImportFiles, ImportQueue, ImportStore, KnownContracts } from '../../../usecases/importPorts.ts';
import type { Hashes, Now, RulesStore, StaffDirectory } from '../../../usecases/ports.ts';
import { staffOf } from '../context.ts';

/** What the endpoints of imports and exports need. */
export interface TransferDeps {
  readonly contracts: ContractStore;
  readonly known: KnownContracts;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly directory: StaffDirectory;
  readonly hashes: Hashes;
  readonly imports: ImportStore;
  readonly files: ImportFiles;
  readonly queue: ImportQueue;
  readonly now: Now;
  /** Milliseconds since some moment, for what must not take too long. */
  readonly stopwatch: () => number;
  readonly siteUrl: string;
  readonly clientId: string;
}

/** The signed-in person. Throws `forbidden` unless they may import and export contracts. */
export const transferStaff = (deps: Pick<TransferDeps, 'clientId' | 'directory'>, request: Request): Staff => {
  const staff = staffOf(deps, request);
  if (!mayTransferContracts(staff)) throw new Problem('forbidden');
  return staff;
};
