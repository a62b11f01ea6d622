import { customerRoutes } from '../../../functions/handlers/customer/routes.ts';
import type { CustomerDeps } from '../../../functions/handlers/customer/context.ts';
import { docsRoutes } from '../../../functions/handlers/api/openapi/routes.ts';
import { problemJson } from '../../../functions/handlers/http.ts';
import type { DeskDeps } from '../../../functions/handlers/staff/context.ts';
import { deskRoutes } from '../../../functions/handlers/staff/routes.ts';
import { transferRoutes } from '../../../functions/handlers/staff/transfer/routes.ts';
import type { Route } from '../../../functions/http/app.ts';
import type { Answer, Request } from '../../../functions/http/message.ts';
import { Problem } from '../../../functions/http/problem.ts';
import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import type { CaseEvent, Group } from '../../../functions/domain/case/model.ts';
import type { RuleBook } from '../../../functions/domain/clocks/rules.ts';
import type { RulesStore } from '../../../functions/usecases/ports.ts';
import { bookShelf } from '../../support/builders/bookShelf.ts';
import { ContractRegister } from '../../support/builders/contractRegister.ts';
import { ImportRoom } from '../../support/builders/importRoom.ts';
import { BOOKS, POLICY } from '../../support/builders/policy.ts';
import { chen, lin } from '../../support/builders/staff.ts';

export const SITE = 'https://aftercare.example';
export const NOW = '2026-03-02T12:00:00.000Z';

const notAsked = (): never => {
  throw new Error('a test of answers does not come by here');
};

/** Versions of the rules that are kept in memory. */
export const rulesShelf = (books: readonly RuleBook[] = BOOKS): RulesStore => bookShelf(books);

/** Rules that count, where they are not the usual ones. */
type Shelves = Partial<Pick<DeskDeps, 'rules' | 'care'>>;

/** Everything behind the doors for one case, as it is: what is written is forgotten. The tracking token is the case's number. */
const depsAround = (
  events: readonly CaseEvent[],
  { rules = rulesShelf(), care = bookShelf([FIRST_CARE_BOOK]) }: Shelves,
  now: () => string,
): CustomerDeps & DeskDeps => ({
  rules,
  care,
  targets: { ofMonth: async () => [] },
  figures: { ofMonth: async () => [] },
  customers: { consents: async () => [], keepConsent: notAsked },
  contracts: new ContractRegister(),
  cases: {
    load: async (caseId) => ({ events: events.filter((event) => event.caseId === caseId) }),
    open: async () => 'written',
    append: async () => 'written',
    countOpenings: async () => 0,
    index: notAsked,
    listOpen: async ({ cursor }) =>
      cursor ? { caseIds: [] } : { caseIds: events.slice(0, 1).map(({ caseId }) => caseId), nextCursor: 'next' },
    countOpen: async () => 1,
  },
  addresses: {
    mailRecord: notAsked,
    mailsOfCase: async (_email, caseId) => [
      { messageId: `${caseId}.1.acknowledgement`, caseId, kind: 'acknowledgement', status: 'sent', at: NOW },
    ],
    standing: notAsked,
    surveyedSince: notAsked,
    record: notAsked,
    suppress: notAsked,
    unsubscribe: notAsked,
  },
  hashes: { hash: async (purpose, text) => (purpose === 'case' ? '0123456789abcdef0123456789' : `${purpose} ${text}`) },
  links: {
    sign: async (_purpose, subject) => subject,
    verify: async (_purpose, token) => (token === 'expired' ? 'expired' : { subject: token }),
  },
  attachments: { put: async () => {}, get: async () => new Uint8Array([1]) },
  directory: { list: async () => [lin, chen] },
  policy: POLICY,
  now,
  siteUrl: SITE,
  clientId: 'client',
  consoleUrl: 'https://console.example/{execution}',
  executionArn: (name) => `arn:aws:states:cn:1:execution:case-lifecycle:${name}`,
});

/** The lists of addresses, around the events of one case. */
export const allRoutes = (events: readonly CaseEvent[] = [], shelves: Shelves = {}, now = () => NOW): readonly Route[] => {
  const deps = depsAround(events, shelves, now);
  const room = new ImportRoom();
  return [
    ...customerRoutes(deps, { getDeskPage: notAsked, getAsset: notAsked }),
    ...deskRoutes(deps),
    ...transferRoutes({ ...deps, imports: room, files: room, queue: room, known: async () => new Set(), stopwatch: () => 0 }),
    ...docsRoutes(SITE),
  ];
};

interface Ask extends Shelves {
  readonly body?: unknown;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who asks at the desk. */
  readonly as?: { readonly id: string; readonly groups: readonly Group[] };
  readonly now?: string;
}

/** Asks one address around a case; a problem is answered as programs get it. */
export const ask = async (events: readonly CaseEvent[], method: string, path: string, question: Ask = {}): Promise<Answer> => {
  const { body, params = {}, query = {}, headers = {}, as, now = NOW, ...shelves } = question;
  const route = allRoutes(events, shelves, () => now).find((one) => one.method === method && one.path === path);
  if (!route) throw new Error(`no route ${method} ${path}`);
  const request: Request = {
    method,
    path,
    params,
    query,
    headers,
    cookies: {},
    source: '192.0.2.1',
    domain: 'aftercare.example',
    claims: as ? { token_use: 'access', client_id: 'client', username: as.id, 'cognito:groups': `[${as.groups.join(' ')}]` } : {},
    body: async () => (body === undefined ? { kind: 'none' } : { kind: 'json', value: body }),
  };
  try {
    return await route.endpoint(request);
  } catch (error) {
    if (error instanceof Problem) return problemJson(error);
    throw error;
  }
};

/** The body of an answer as it travelled. */
export const bodyOf = ({ body }: Answer): unknown => {
  const value: unknown = JSON.parse(typeof body === 'string' ? body : '');
  return value;
};
