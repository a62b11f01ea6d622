import type { Group } from '../../../functions/domain/case/model.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import { problemJson } from '../../../functions/handlers/http.ts';
import type { ContractDeps } from '../../../functions/handlers/staff/contracts/answers.ts';
import { getContract, postPayment, putDeskContract } from '../../../functions/handlers/staff/contracts/contract.ts';
import { getContracts } from '../../../functions/handlers/staff/contracts/list.ts';
import { readBody } from '../../../functions/http/body.ts';
import type { Answer, Request } from '../../../functions/http/message.ts';
import { Problem } from '../../../functions/http/problem.ts';
import { reconcileContract } from '../../../functions/usecases/reconcileContract.ts';
import type { ContractRegister } from '../../support/builders/contractRegister.ts';
import { auditor, chen, depot, lin, wang } from '../../support/builders/staff.ts';

export const SITE = 'https://aftercare.example';

interface Ask {
  readonly id?: string;
  /** Sent as JSON; `text` as it is. */
  readonly body?: unknown;
  readonly text?: string;
  readonly type?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: readonly Group[];
  readonly now?: string;
}

const ENDPOINTS = { GET: getContract, LIST: getContracts, PUT: putDeskContract, POST: postPayment };

/** Asks the desk about contracts of a register, at noon of 2 March 2026 in Shanghai unless told otherwise; a problem is answered as programs get it. */
export const askContracts = async (register: ContractRegister, method: keyof typeof ENDPOINTS, question: Ask = {}): Promise<Answer> => {
  const { id = 'P-1001', body, text, type = 'application/json', query = {}, headers = {}, as = ['agent'], now = NOON } = question;
  const deps: ContractDeps = {
    contracts: register,
    directory: { list: async () => [lin, wang, chen, depot, auditor] },
    rules: { since: async () => [FIRST_BOOK], append: async () => 'conflict' },
    hashes: { hash: async (purpose, value) => `${purpose} ${value}` },
    now: () => now,
    siteUrl: SITE,
    clientId: 'client',
  };
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const request: Request = {
    method,
    path: '/',
    params: { contractId: id },
    query,
    headers,
    cookies: {},
    source: '192.0.2.1',
    domain: 'aftercare.example',
    claims: { token_use: 'access', client_id: 'client', username: 'lin', 'cognito:groups': `[${as.join(' ')}]` },
    body: () => readBody(sent, false, type, false),
  };
  try {
    return await ENDPOINTS[method](deps)(request);
  } catch (error) {
    if (error instanceof Problem) return problemJson(error);
    throw error;
  }
};

const NOON = '2026-03-02T04:00:00.000Z';

/** What the stream does after every write, for all contracts of a register. */
export const carriedOn = async (register: ContractRegister): Promise<void> => {
  for (const [contractId, events] of register.events)
    await reconcileContract({ contracts: register })(
      contractId,
      events.map(({ version }) => version),
    );
};
