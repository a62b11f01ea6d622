import type { ImportReport } from '../../../../domain/contract/import/report.ts';
import type { ContractAnswer, ContractList, ExportPart, ReportedRows, TaskList } from '../../../desk/contractAnswers.ts';
import type { Answer, Api } from '../api.ts';

type Query = Readonly<Record<string, string>>;
type Body = Readonly<Record<string, unknown>>;

/** Contracts in the desk API. */
export interface ContractApi {
  readonly list: (query: Query, cursor: string | undefined) => Promise<Answer<ContractList>>;
  readonly one: (contractId: string) => Promise<Answer<ContractAnswer>>;
  /** Writes terms over the version that the person saw; 0 where there was none. */
  readonly put: (contractId: string, body: Body, version: number, key: string) => Promise<Answer<ContractAnswer>>;
  readonly pay: (contractId: string, body: Body, key: string) => Promise<Answer<ContractAnswer>>;
  /** Reports what came of a task. */
  readonly report: (contractId: string, task: string, body: Body, key: string) => Promise<Answer<ContractAnswer>>;
  /** Keeps what the customer said about messages. */
  readonly consent: (contractId: string, body: Body, key: string) => Promise<Answer<ContractAnswer>>;
  readonly tasks: (query: Query, cursor: string | undefined) => Promise<Answer<TaskList>>;
  readonly exportPart: (query: Query, cursor: string | undefined) => Promise<Answer<ExportPart>>;
  readonly check: (file: File) => Promise<Answer<ImportReport>>;
  readonly start: (file: File, key: string) => Promise<Answer<ImportReport>>;
  readonly progress: (importId: string) => Promise<Answer<ImportReport>>;
  /** Lines that were refused, page by page. */
  readonly refused: (importId: string, cursor: string | undefined) => Promise<Answer<ReportedRows>>;
}

const PAGE_SIZE = 25;
const ROWS_AT_ONCE = 200;

const withCursor = (query: Query, cursor: string | undefined): string =>
  new URLSearchParams({ ...query, ...(cursor !== undefined && { cursor }) }).toString();

/** The cursor in `Link: </…?cursor=…>; rel="next"`. */
const nextCursor = (response: Response): string | undefined => {
  const address = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  return address === undefined ? undefined : (new URL(address, location.origin).searchParams.get('cursor') ?? undefined);
};

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.set('file', file, file.name);
  return form;
};

/** The part of the desk API that is about contracts. */
export const contractApi = ({ get, send, request }: Api): ContractApi => {
  const path = (contractId: string): string => `/contracts/${encodeURIComponent(contractId)}`;
  const importPath = (importId: string): string => `/contracts/imports/${encodeURIComponent(importId)}`;
  const upload = (query: string, file: File, headers: Readonly<Record<string, string>>): Promise<Answer<ImportReport>> =>
    request<ImportReport>(`/contracts/imports${query}`, { method: 'POST', body: formOf(file), headers }, (response) => response.json());
  return {
    list: (query, cursor) => get(`/contracts?${withCursor({ ...query, limit: String(PAGE_SIZE) }, cursor)}`),
    one: (contractId) => get(path(contractId)),
    put: (contractId, body, version, key) => send('PUT', path(contractId), body, { 'if-match': `"${version}"`, 'idempotency-key': key }),
    pay: (contractId, body, key) => send('POST', `${path(contractId)}/payments`, body, { 'idempotency-key': key }),
    report: (contractId, task, body, key) =>
      send('POST', `${path(contractId)}/tasks/${encodeURIComponent(task)}`, body, { 'idempotency-key': key }),
    consent: (contractId, body, key) => send('POST', `${path(contractId)}/consents`, body, { 'idempotency-key': key }),
    tasks: (query, cursor) => get(`/tasks?${withCursor({ ...query, limit: String(PAGE_SIZE) }, cursor)}`),
    exportPart: (query, cursor) =>
      request(`/contracts/export?${withCursor(query, cursor)}`, {}, async (response) => ({
        part: await response.blob(),
        nextCursor: nextCursor(response),
      })),
    check: (file) => upload('?dryRun=true', file, {}),
    start: (file, key) => upload('', file, { 'idempotency-key': key }),
    progress: (importId) => get(importPath(importId)),
    refused: (importId, cursor) =>
      get(`${importPath(importId)}/rows?${withCursor({ outcome: 'refused', limit: String(ROWS_AT_ONCE) }, cursor)}`),
  };
};
