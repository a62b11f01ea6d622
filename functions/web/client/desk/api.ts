import type { ContractAnswer, DueAnswer, ElapsedAnswer, LegalAnswer } from '../../../domain/clocks/preview.ts';
import type { HolidayYear, Region } from '../../../domain/clocks/regions/holidayYear.ts';
import type { ClockRules } from '../../../domain/clocks/rules.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Locale } from '../../../domain/case/model.ts';
import type { PreviewKind } from '../../desk/previewForm.ts';
import type {
  AttainmentAnswer,
  CaseList,
  DeskCaseAnswer,
  Me,
  NoticeAnswer,
  OpenedCase,
  ProblemAnswer,
  Queue,
  QueueCounts,
  RulesAnswer,
  RulesVersions,
  StaffList,
  WrongField,
} from '../../desk/answers.ts';
import type { Session } from './session.ts';

/** Why the API did not do what was asked, in the kinds that the desk treats differently. */
export interface Failure {
  readonly kind: 'offline' | 'server' | 'busy' | 'signed-out' | 'forbidden' | 'not-found' | 'not-now' | 'stale' | 'invalid' | 'other';
  /** Seconds to wait, when the API named them. */
  readonly seconds?: number | undefined;
  readonly errors: readonly WrongField[];
  readonly detail?: string | undefined;
}

/** What came of a request. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A change of a case: what the person saw, and a key that makes a second try harmless. */
export interface Change {
  readonly caseId: string;
  readonly action: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly key: string;
}

/** What a preview answers, by what was asked. */
export interface PreviewAnswers {
  readonly due: DueAnswer;
  readonly elapsed: ElapsedAnswer;
  readonly legal: LegalAnswer;
  readonly contract: ContractAnswer;
}

/** The desk API. */
export interface Api {
  /** For parts of the desk that know their own addresses below `/api/desk`. */
  readonly get: <T extends object>(path: string) => Promise<Answer<T>>;
  readonly send: <T extends object>(
    method: string,
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer<T>>;
  readonly request: <T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>) => Promise<Answer<T>>;
  readonly me: () => Promise<Answer<Me>>;
  readonly counts: () => Promise<Answer<QueueCounts>>;
  readonly staff: () => Promise<Answer<StaffList>>;
  readonly cases: (queue: Queue, stage: string | undefined, cursor: string | undefined) => Promise<Answer<CaseList>>;
  readonly oneCase: (caseId: string) => Promise<Answer<DeskCaseAnswer>>;
  readonly open: (body: Readonly<Record<string, unknown>>, key: string) => Promise<Answer<OpenedCase>>;
  readonly change: (change: Change) => Promise<Answer<DeskCaseAnswer>>;
  readonly attachment: (caseId: string, id: string) => Promise<Answer<Blob>>;
  readonly preview: <Kind extends PreviewKind>(
    kind: Kind,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<Answer<PreviewAnswers[Kind]>>;
  readonly rules: () => Promise<Answer<RulesAnswer>>;
  /** Writes the next version of the rules over `version`, the one that the person saw. */
  readonly saveRules: (version: number, body: { readonly note: string; readonly rules: ClockRules }) => Promise<Answer<RulesAnswer>>;
  readonly rulesVersions: () => Promise<Answer<RulesVersions>>;
  readonly holidays: (region: Region, year: number) => Promise<Answer<HolidayYear>>;
  readonly readNotice: (body: Readonly<Record<string, unknown>>) => Promise<Answer<NoticeAnswer>>;
  /** Months `YYYY-MM`, both included. */
  readonly attainment: (from: string, to: string) => Promise<Answer<AttainmentAnswer>>;
  /** The time of the service: a clock of a workplace may be wrong. */
  readonly now: () => Instant;
}

const PAGE_SIZE = 25;
/** A date header has whole seconds and the way takes time: less than this is no wrong clock. */
const CLOCK_TOLERANCE_MS = 60_000;

const KIND_OF: Readonly<Record<number, Failure['kind']>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'not-now',
  412: 'stale',
  422: 'invalid',
  429: 'busy',
  503: 'busy',
};

/** The service that made this page answers in the shapes of `answers.ts`; anything between it and us may answer anything. */
const isAnswer = <T extends object>(value: unknown): value is T => typeof value === 'object' && value !== null;

const jsonOf = async <T extends object>(response: Response): Promise<T> => {
  const value: unknown = await response.json();
  if (!isAnswer<T>(value)) throw new TypeError('the answer is no JSON object');
  return value;
};

const problemOf = async (response: Response): Promise<ProblemAnswer> => {
  try {
    return await jsonOf<ProblemAnswer>(response);
  } catch {
    return {};
  }
};

const failureOf = async (response: Response): Promise<Failure> => {
  const problem = await problemOf(response);
  const wait = Number(response.headers.get('retry-after'));
  return {
    kind: KIND_OF[response.status] ?? (response.status >= 500 ? 'server' : 'other'),
    seconds: wait > 0 ? wait : undefined,
    errors: problem.errors ?? [],
    detail: problem.detail ?? problem.title,
  };
};

/** Makes the client of the desk API. `onSignedOut` is called when the session ended and cannot be renewed. */
export const deskApi = (session: Session, locale: Locale, onSignedOut: () => void): Api => {
  let clockOff = 0;

  const keepTime = (response: Response): void => {
    const told = Date.parse(response.headers.get('date') ?? '');
    const off = told - Date.now();
    if (Number.isFinite(off)) clockOff = Math.abs(off) > CLOCK_TOLERANCE_MS ? off : 0;
  };

  const call = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${(await session.accessToken()) ?? ''}`);
    headers.set('accept-language', locale);
    return fetch(`/api/desk${path}`, { ...init, headers });
  };

  const request = async <T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>): Promise<Answer<T>> => {
    try {
      let response = await call(path, init);
      if (response.status === 401 && (await session.renew())) response = await call(path, init);
      if (response.status === 401) onSignedOut();
      keepTime(response);
      return response.ok ? { ok: true, value: await read(response) } : { ok: false, failure: await failureOf(response) };
    } catch {
      return { ok: false, failure: { kind: 'offline', errors: [] } };
    }
  };

  const get = <T extends object>(path: string): Promise<Answer<T>> => request<T>(path, {}, jsonOf);
  const send = <T extends object>(method: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    request<T>(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }, jsonOf);
  const post = <T extends object>(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>> =>
    send<T>('POST', path, body, headers);
  const casePath = (caseId: string): string => `/cases/${encodeURIComponent(caseId)}`;

  return {
    get,
    send,
    request,
    me: () => get('/me'),
    counts: () => get('/queues'),
    staff: () => get('/staff'),
    cases: (queue, stage, cursor) => {
      const query = new URLSearchParams({ queue, limit: String(PAGE_SIZE), ...(stage ? { stage } : {}), ...(cursor ? { cursor } : {}) });
      return get(`/cases?${query}`);
    },
    oneCase: (caseId) => get(casePath(caseId)),
    open: (body, key) => post('/cases', body, { 'idempotency-key': key }),
    change: ({ caseId, action, body, version, key }) =>
      post(`${casePath(caseId)}/${action}`, body, { 'if-match': `"${version}"`, 'idempotency-key': key }),
    attachment: (caseId, id) => request(`${casePath(caseId)}/attachments/${encodeURIComponent(id)}`, {}, (response) => response.blob()),
    preview: (_, body) => post('/clocks/preview', body),
    rules: () => get('/clocks/rules'),
    saveRules: (version, body) =>
      send('PUT', '/clocks/rules', body, { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() }),
    rulesVersions: () => get('/clocks/rules/versions'),
    holidays: (region, year) => get(`/clocks/holidays?${new URLSearchParams({ region, year: String(year) })}`),
    readNotice: (body) => post('/clocks/notice', body),
    attainment: (from, to) => get(`/attainment?${new URLSearchParams({ from, to })}`),
    now: () => new Date(Date.now() + clockOff).toISOString(),
  };
};
