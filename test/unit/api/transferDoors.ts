import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Group } from '../../../functions/domain/case/model.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import { problemJson } from '../../../functions/handlers/http.ts';
import type { TransferDeps } from '../../../functions/handlers/staff/transfer/context.ts';
import { transferRoutes } from '../../../functions/handlers/staff/transfer/routes.ts';
import { httpApp } from '../../../functions/http/app.ts';
import type { Answer } from '../../../functions/http/message.ts';
import type { ContractRegister } from '../../support/builders/contractRegister.ts';
import type { ImportRoom } from '../../support/builders/importRoom.ts';
import { auditor, chen, depot, lin, wang } from '../../support/builders/staff.ts';
import { CONTEXT, SITE } from './contractDoors.ts';

export const NOON = '2026-03-02T04:00:00.000Z';

/** What imports and exports need, around a register and a room in memory. */
export const transferDeps = (contracts: ContractRegister, room: ImportRoom): TransferDeps => ({
  contracts,
  known: async (contractIds) => new Set(contractIds.filter((contractId) => contracts.events.has(contractId))),
  imports: room,
  files: room,
  queue: room,
  directory: { list: async () => [lin, wang, chen, depot, auditor] },
  rules: { since: async () => [FIRST_BOOK] },
  hashes: { hash: async (purpose, value) => createHash('sha256').update(`${purpose} ${value}`).digest('base64url') },
  now: () => NOON,
  stopwatch: () => 0,
  siteUrl: SITE,
  clientId: 'client',
});

interface Ask {
  /** A file as it is, or a form with one. */
  readonly file?: string | Uint8Array | FormData | undefined;
  readonly type?: string | undefined;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: readonly Group[];
}

/** Asks as the gateway would: texts come as they are, everything else in base64. */
export const askTransfer = async (deps: TransferDeps, method: string, path: string, question: Ask = {}): Promise<Answer> => {
  const { file, type = 'text/csv', query = {}, headers = {}, as = ['supervisor'] } = question;
  const sent = file instanceof FormData ? new Response(file) : undefined;
  const bytes = file instanceof FormData ? new Uint8Array((await sent?.arrayBuffer()) ?? new ArrayBuffer()) : file;
  const handler = httpApp({
    routes: transferRoutes(deps),
    headers: {},
    onProblem: async (problem) => problemJson(problem),
    onBreakage: async (error) => {
      throw error;
    },
  });
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { 'content-type': sent?.headers.get('content-type') ?? type, ...headers },
    queryStringParameters: query,
    requestContext: {
      ...{ accountId: '1', apiId: '1', domainName: 'aftercare.example', domainPrefix: 'a', requestId: '1', routeKey: '', stage: '' },
      ...{ time: '', timeEpoch: 0 },
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
    },
    ...(typeof bytes === 'string' ? { body: bytes } : bytes && { body: Buffer.from(bytes).toString('base64') }),
    isBase64Encoded: bytes instanceof Uint8Array,
  };
  const claims = { token_use: 'access', client_id: 'client', username: 'chen', 'cognito:groups': `[${as.join(' ')}]` };
  Object.assign(event.requestContext, { authorizer: { jwt: { claims } } });
  const { statusCode = 0, headers: answered = {}, body } = await handler(event, CONTEXT);
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(answered).map(([name, value]) => [name, String(value)])),
    body,
  };
};
