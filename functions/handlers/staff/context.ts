import { GROUPS, type Actor, type Group } from '../../domain/case/model.ts';
import type { Staff } from '../../domain/case/permissions.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Request } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import type { CareRulesStore, CustomerBook } from '../../usecases/carePorts.ts';
import type { ContractStore } from '../../usecases/contractPorts.ts';
import type { FiguresLog } from '../../usecases/figuresPorts.ts';
import type {
  AddressBook,
  AttachmentStore,
  CaseStore,
  Hashes,
  Links,
  Now,
  RulesStore,
  StaffDirectory,
  TargetsLog,
} from '../../usecases/ports.ts';

/** What the desk's endpoints need. */
export interface DeskDeps {
  readonly cases: CaseStore;
  readonly contracts: ContractStore;
  readonly addresses: AddressBook;
  readonly customers: Pick<CustomerBook, 'consents'>;
  readonly rules: RulesStore;
  readonly care: CareRulesStore;
  readonly targets: Pick<TargetsLog, 'ofMonth'>;
  readonly figures: Pick<FiguresLog, 'ofMonth'>;
  readonly hashes: Hashes;
  readonly links: Links;
  readonly attachments: AttachmentStore;
  readonly directory: StaffDirectory;
  readonly policy: Policy;
  readonly now: Now;
  readonly siteUrl: string;
  readonly clientId: string;
  /** Link to an execution in the console, with `{execution}` where its ARN goes. */
  readonly consoleUrl: string;
  /** ARN of an execution by its name. */
  readonly executionArn: (name: string) => string;
}

/** Groups reach a Lambda as `[agent supervisor]`, one string: that is how an HTTP API flattens a claim that is a list. */
const groupsOf = (claim: unknown): readonly Group[] => {
  const names = Array.isArray(claim) ? claim.map(String) : typeof claim === 'string' ? claim.replace(/^\[|\]$/g, '').split(/[\s,]+/) : [];
  return GROUPS.filter((group) => names.includes(group));
};

/** The signed-in person. The gateway has checked signature, issuer, expiry and client; this checks that it is an access token of somebody with a role. */
export const staffOf = (deps: Pick<DeskDeps, 'clientId' | 'directory'>, { claims }: Request): Staff => {
  const id = claims['username'];
  if (claims['token_use'] !== 'access' || claims['client_id'] !== deps.clientId || typeof id !== 'string')
    throw new Problem('unauthenticated');
  const groups = groupsOf(claims['cognito:groups']);
  if (groups.length === 0) throw new Problem('forbidden');
  return { id, name: id, groups };
};

/** Groups from most to least say: an event names the one in which a person acted. */
const BY_SAY: readonly Group[] = ['admin', 'supervisor', 'agent', 'department', 'auditor'];

/** The person as the author of an event. */
export const actorOf = (staff: Staff): Actor => ({
  role: 'staff',
  id: staff.id,
  group: BY_SAY.find((group) => staff.groups.includes(group)),
});
