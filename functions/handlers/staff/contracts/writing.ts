import { mayKeepContracts } from '../../../domain/contract/permissions.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { Answer, Endpoint, Request } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import type { ChangeContractInput, ChangeContractRefusal, ChangedContract } from '../../../usecases/changeContract.ts';
import { idempotencyKey, localeOf } from '../../api/context.ts';
import { jsonBody } from '../../api/jsonBody.ts';
import { invalidInput } from '../../api/parse.ts';
import { actorOf, staffOf } from '../context.ts';
import { contractAnswer, refusalProblem, type ContractDeps } from './answers.ts';

/** The version in `If-Match: "7"`, if it was sent; anything but one of our tags matches nothing. */
const expectedVersion = ({ headers }: Request): number | undefined => {
  const tag = headers['if-match'];
  return tag === undefined ? undefined : Number(/^(?:W\/)?"(\d{1,6})"$/.exec(tag.trim())?.[1] ?? 0);
};

const changedAnswer = (deps: ContractDeps, { state, events, outcome }: ChangedContract, isNew: boolean): Promise<Answer> =>
  contractAnswer(deps, events, isNew ? 201 : 200, {
    ...(isNew && { location: `${deps.siteUrl}/api/desk/contracts/${state.contractId}` }),
    ...(outcome === 'replayed' && { 'idempotency-replayed': 'true' }),
  });

/** A way to change a contract. */
export interface ContractWrite<Body> {
  /** Tells a command from others under the same Idempotency-Key. */
  readonly action: (params: Request['params']) => string;
  /** What the body says, or every wrong field. */
  readonly read: (body: unknown, params: Request['params']) => Promise<Result<Body, Parameters<typeof invalidInput>[1]>>;
  readonly carryOut: (input: ChangeContractInput, body: Body) => Promise<Result<ChangedContract, ChangeContractRefusal>>;
  /** True when the contract was not there before. */
  readonly isNew?: (changed: ChangedContract) => boolean;
}

/** An endpoint that changes a contract, for whoever may. Honours `Idempotency-Key` and `If-Match`; answers with the contract as it is afterwards. */
export const contractWrite =
  <Body>(deps: ContractDeps, { action, read, carryOut, isNew = () => false }: ContractWrite<Body>): Endpoint =>
  async (request) => {
    const staff = staffOf(deps, request);
    if (!mayKeepContracts(staff)) throw new Problem('forbidden');
    const locale = localeOf(request);
    const body = await jsonBody(request);
    const parsed = await read(body, request.params);
    if (!parsed.ok) throw await invalidInput(locale, parsed.refusal);
    const { contractId = '' } = request.params;
    const key = idempotencyKey(request);
    const version = expectedVersion(request);
    const changed = await carryOut(
      {
        contractId,
        by: actorOf(staff),
        now: deps.now(),
        expectedVersion: version,
        command: key ? { key: `${staff.id} ${contractId} ${key}`, body: { action: action(request.params), body } } : undefined,
      },
      parsed.value,
    );
    if (!changed.ok) throw await refusalProblem(deps, locale, changed.refusal, version);
    return changedAnswer(deps, changed.value, isNew(changed.value));
  };
