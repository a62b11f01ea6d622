import { expect } from '@jest/globals';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { parse } from 'zod/mini';
import type { Group } from '../../../functions/domain/case/model.ts';
import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import type { Assignee } from '../../../functions/domain/case/decideStaff.ts';
import type { ConsentEntry } from '../../../functions/domain/contract/model.ts';
import { problems } from '../../../functions/handlers/api/answers.ts';
import { deskContract } from '../../../functions/handlers/api/contractAnswers.ts';
import { problemJson } from '../../../functions/handlers/http.ts';
import type { ContractDeps } from '../../../functions/handlers/staff/contracts/answers.ts';
import { getContract, postPayment, putDeskContract } from '../../../functions/handlers/staff/contracts/contract.ts';
import { getContracts } from '../../../functions/handlers/staff/contracts/list.ts';
import { postConsent, postTask } from '../../../functions/handlers/staff/contracts/reports.ts';
import { getTasks } from '../../../functions/handlers/staff/tasks/list.ts';
import { httpApp } from '../../../functions/http/app.ts';
import type { Answer } from '../../../functions/http/message.ts';
import { PROBLEMS, type ProblemType } from '../../../functions/http/problem.ts';
import { bookShelf } from '../../support/builders/bookShelf.ts';
import { CareRoom } from '../../support/builders/careRoom.ts';
import type { ContractRegister } from '../../support/builders/contractRegister.ts';
import { auditor, chen, depot, lin, wang } from '../../support/builders/staff.ts';
import { bodyOf } from './doors.ts';

export const SITE = 'https://aftercare.example';

interface Ask {
  readonly id?: string;
  readonly task?: string;
  /** Sent as JSON; `text` as it is. */
  readonly body?: unknown;
  readonly text?: string;
  readonly type?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: readonly Group[];
  readonly now?: string;
  readonly known?: Known;
}

const PATH = '/api/desk/contracts';
const ONE = `${PATH}/{contractId}`;

/** What can be asked, with its method and address. */
const QUESTIONS = {
  LIST: ['GET', () => PATH],
  GET: ['GET', (id: string) => `${PATH}/${id}`],
  PUT: ['PUT', (id: string) => `${PATH}/${id}`],
  POST: ['POST', (id: string) => `${PATH}/${id}/payments`],
  TASK: ['POST', (id: string, task: string) => `${PATH}/${id}/tasks/${task}`],
  CONSENT: ['POST', (id: string) => `${PATH}/${id}/consents`],
  TASKS: ['GET', () => '/api/desk/tasks'],
} as const;

const NOON = '2026-03-02T04:00:00.000Z';

/** What is known beyond the register; nothing unless a test says so. */
interface Known {
  readonly consents?: readonly ConsentEntry[];
  readonly suppressed?: boolean;
  readonly staff?: readonly Assignee[];
}

const depsAround = (contracts: ContractRegister, now: string, known: Known): ContractDeps => ({
  contracts,
  addresses: { standing: async () => ({ suppressed: known.suppressed ?? false, unsubscribed: false }) },
  customers: { consents: async () => known.consents ?? [] },
  directory: { list: async () => known.staff ?? [lin, wang, chen, depot, auditor] },
  rules: bookShelf([FIRST_BOOK]),
  care: bookShelf([FIRST_CARE_BOOK]),
  hashes: { hash: async (purpose, value) => `${purpose} ${value}` },
  now: () => now,
  siteUrl: SITE,
  clientId: 'client',
});

const appAround = (deps: ContractDeps) =>
  httpApp({
    routes: [
      { method: 'GET', path: PATH, endpoint: getContracts(deps) },
      { method: 'GET', path: ONE, endpoint: getContract(deps) },
      { method: 'PUT', path: ONE, endpoint: putDeskContract(deps) },
      { method: 'POST', path: `${ONE}/payments`, endpoint: postPayment(deps) },
      { method: 'POST', path: `${ONE}/tasks/{taskId}`, endpoint: postTask(deps) },
      { method: 'POST', path: `${ONE}/consents`, endpoint: postConsent(deps) },
      { method: 'GET', path: '/api/desk/tasks', endpoint: getTasks(deps) },
    ],
    headers: {},
    onProblem: async (problem) => problemJson(problem),
    onBreakage: async (error) => {
      throw error;
    },
  });

/** Asks the desk about contracts of a register, at noon of 2 March 2026 in Shanghai unless told otherwise. */
export const askContracts = async (register: ContractRegister, what: keyof typeof QUESTIONS, question: Ask = {}): Promise<Answer> => {
  const { id = 'P-1001', task = '', body, type = 'application/json', query = {}, headers = {}, as = ['agent'], now = NOON } = question;
  const [method, pathOf] = QUESTIONS[what];
  const rawPath = pathOf(encodeURIComponent(id), encodeURIComponent(task));
  const sent = question.text ?? (body === undefined ? undefined : JSON.stringify(body));
  const claims = { token_use: 'access', client_id: 'client', username: 'lin', 'cognito:groups': `[${as.join(' ')}]` };
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' };
  const event: APIGatewayProxyEventV2 = {
    ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString: '', isBase64Encoded: false },
    headers: { 'content-type': type, ...headers },
    queryStringParameters: query,
    ...(sent !== undefined && { body: sent }),
    requestContext: Object.assign(
      {
        ...{ accountId: '', apiId: '', domainName: 'aftercare.example', domainPrefix: '', requestId: '', routeKey: '$default' },
        ...{ stage: '$default', time: '', timeEpoch: 0, http },
      },
      { authorizer: { jwt: { claims, scopes: [] } } },
    ),
  };
  const {
    statusCode = 0,
    headers: answered = {},
    body: text,
  } = await appAround(depsAround(register, now, question.known ?? {}))(event, CONTEXT);
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(answered).map(([name, value]) => [name, String(value)])),
    body: text,
  };
};

/** The contract in an answer. */
export const contractIn = (answer: Answer) => parse(deskContract, bodyOf(answer));

/** Expects an answer to be this problem, and gives it. */
export const expectProblem = (answer: Answer, type: ProblemType) => {
  expect([answer.status, answer.headers?.['content-type']]).toEqual([PROBLEMS[type][0], 'application/problem+json; charset=utf-8']);
  return parse(problems[type], bodyOf(answer));
};

/** The wrong fields in an answer, each as its pointer and code. */
export const errorsIn = (answer: Answer): readonly string[] => {
  expectProblem(answer, 'invalid-input');
  const { errors = [] } = parse(problems['invalid-input'], bodyOf(answer));
  for (const { detail } of errors) expect(detail).toMatch(/\S{3}/);
  return errors.map(({ pointer, code }) => `${pointer} ${code}`).sort();
};

/** Asks, and expects that nothing is written. */
export const askInVain = async (register: ContractRegister, what: keyof typeof QUESTIONS, question: Ask = {}): Promise<Answer> => {
  const before = register.written;
  const answer = await askContracts(register, what, question);
  expect(register.written).toBe(before);
  return answer;
};

const nothing = (): void => {};
/** What Lambda tells beside the event. */
export const CONTEXT: Context = {
  ...{ callbackWaitsForEmptyEventLoop: false, functionName: '', functionVersion: '', invokedFunctionArn: '', memoryLimitInMB: '' },
  ...{ awsRequestId: '', logGroupName: '', logStreamName: '', getRemainingTimeInMillis: () => 1000, done: nothing, fail: nothing },
  succeed: nothing,
};

/** What the stream does after every write, for all contracts of a register. */
export const carriedOn = async (register: ContractRegister): Promise<void> => {
  for (const [contractId, events] of register.events)
    await new CareRoom(register).dispatch(
      contractId,
      NOON,
      events.map(({ version }) => version),
    );
};
