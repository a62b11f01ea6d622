import { mayKeepContracts } from '../../../domain/contract/permissions.ts';
import type { Answer, Endpoint, Request } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import type { ChangeContractInput, ChangedContract } from '../../../usecases/changeContract.ts';
import { putContract } from '../../../usecases/putContract.ts';
import { recordPayment } from '../../../usecases/recordPayment.ts';
import { contractBodies, contractTerms } from '../../api/bodies.ts';
import { idempotencyKey, localeOf } from '../../api/context.ts';
import { jsonBody } from '../../api/jsonBody.ts';
import { invalidInput, parse } from '../../api/parse.ts';
import { actorOf, staffOf } from '../context.ts';
import { contractAnswer, refusalProblem, type ContractDeps } from './answers.ts';

/** `GET /api/desk/contracts/{contractId}`. */
export const getContract =
  (deps: ContractDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const { events } = await deps.contracts.load(request.params['contractId'] ?? '');
    if (events.length === 0) throw new Problem('not-found');
    return contractAnswer(deps, events);
  };

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

/** What a write is done with, whatever it says. */
const asked = (deps: ContractDeps, request: Request, action: string, body: unknown): ChangeContractInput => {
  const staff = staffOf(deps, request);
  const { contractId = '' } = request.params;
  const key = idempotencyKey(request);
  return {
    contractId,
    by: actorOf(staff),
    now: deps.now(),
    command: key ? { key: `${staff.id} ${contractId} ${key}`, body: { action, body } } : undefined,
  };
};

const checkMayWrite = (deps: ContractDeps, request: Request): void => {
  if (!mayKeepContracts(staffOf(deps, request))) throw new Problem('forbidden');
};

/** `PUT /api/desk/contracts/{contractId}` (contract.md): 201 for a new contract, 200 for one that is known, changed or not. */
export const putDeskContract =
  (deps: ContractDeps): Endpoint =>
  async (request) => {
    checkMayWrite(deps, request);
    const locale = localeOf(request);
    const body = await jsonBody(request);
    const { toTerms } = await contractTerms();
    const parsed = toTerms(request.params['contractId'] ?? '', body);
    if (!parsed.ok) throw await invalidInput(locale, parsed.refusal);
    const version = expectedVersion(request);
    const changed = await putContract(deps)({ ...asked(deps, request, 'put', body), expectedVersion: version }, parsed.value);
    if (!changed.ok) throw await refusalProblem(deps, locale, changed.refusal, version);
    return changedAnswer(deps, changed.value, changed.value.state.version === 1 && changed.value.outcome !== 'unchanged');
  };

/** `POST /api/desk/contracts/{contractId}/payments` (contract.md): what the billing system reports. */
export const postPayment =
  (deps: ContractDeps): Endpoint =>
  async (request) => {
    checkMayWrite(deps, request);
    const locale = localeOf(request);
    const body = await jsonBody(request);
    const { payment } = await contractBodies();
    const parsed = parse(payment, body);
    if (!parsed.ok) throw await invalidInput(locale, parsed.refusal);
    const changed = await recordPayment(deps)(asked(deps, request, 'payment', body), parsed.value);
    if (!changed.ok) throw await refusalProblem(deps, locale, changed.refusal, undefined);
    return changedAnswer(deps, changed.value, false);
  };
