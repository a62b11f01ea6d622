import type { Endpoint } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { putContract } from '../../../usecases/putContract.ts';
import { recordPayment } from '../../../usecases/recordPayment.ts';
import { contractBodies, contractTerms } from '../../api/bodies.ts';
import { parse } from '../../api/parse.ts';
import { staffOf } from '../context.ts';
import { contractAnswer, type ContractDeps } from './answers.ts';
import { contractWrite } from './writing.ts';

/** `GET /api/desk/contracts/{contractId}`. */
export const getContract =
  (deps: ContractDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const { events } = await deps.contracts.load(request.params['contractId'] ?? '');
    if (events.length === 0) throw new Problem('not-found');
    return contractAnswer(deps, events);
  };

/** `PUT /api/desk/contracts/{contractId}` (contract.md): 201 for a new contract, 200 for one that is known, changed or not. */
export const putDeskContract = (deps: ContractDeps): Endpoint =>
  contractWrite(deps, {
    action: () => 'put',
    read: async (body, { contractId = '' }) => (await contractTerms()).toTerms(contractId, body),
    carryOut: putContract(deps),
    isNew: ({ state, outcome }) => state.version === 1 && outcome !== 'unchanged',
  });

/** `POST /api/desk/contracts/{contractId}/payments` (contract.md): what the billing system reports. What it saw of the contract before does not matter. */
export const postPayment = (deps: ContractDeps): Endpoint =>
  contractWrite(deps, {
    action: () => 'payment',
    read: async (body) => parse((await contractBodies()).payment, body),
    carryOut: (input, report) => recordPayment(deps)({ ...input, expectedVersion: undefined }, report),
  });
