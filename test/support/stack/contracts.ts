import type * as z from 'zod/mini';
import { contractsPage, deskContract, tasksPage } from '../../../functions/handlers/api/contractAnswers.ts';
import { lin, type Person } from './desk.ts';
import { answerOf, type Reply } from './http.ts';
import { anAddress } from './steps.ts';
import { theClock } from './theStack.ts';

export type DeskContract = z.infer<typeof deskContract>;

/** A contract number that no other test uses. */
export const aNumber = (): string => `P-${crypto.randomUUID().slice(0, 13)}`;

/** A zone in which it is one at night now: customers there are left alone, so that nothing happens to their contracts by itself. */
export const asleep = (): string => {
  const ahead = (25 - theClock().now().getUTCHours()) % 24;
  const hours = ahead > 12 ? ahead - 24 : ahead;
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
};

/** A customer who is asleep. */
export const aHolder = (changes: object = {}) => ({
  name: '王小明',
  email: anAddress('holder'),
  locale: 'zh-CN',
  timeZone: asleep(),
  ...changes,
});

/** Terms as a house's own system sends them: 1,200 yuan a year, signed on the last day of February 2024, of a customer of their own. */
export const termsBody = (changes: object = {}) => ({
  customer: aHolder(),
  owner: lin.email,
  product: 'care-plus',
  signedOn: '2024-02-29',
  premium: { amount: '1200.00', currency: 'CNY' },
  everyMonths: 12,
  paymentMethod: 'direct-debit',
  nextDueOn: '2026-02-28',
  ...changes,
});

/** A report of a billing system: the premium due on 28 February 2026 was paid. */
export const paymentBody = (changes: object = {}) => ({
  reference: `PAY-${crypto.randomUUID()}`,
  status: 'succeeded',
  dueOn: '2026-02-28',
  amount: { amount: '1200', currency: 'CNY' },
  paidOn: '2026-02-20',
  ...changes,
});

/** Sends terms for a contract; the answer may be a problem. */
export const puts = (contractId: string, json: unknown, headers: Readonly<Record<string, string>> = {}, by: Person = lin): Promise<Reply> =>
  by.call('PUT', `/api/desk/contracts/${contractId}`, { json, headers });

/** Reports a payment; the answer may be a problem. */
export const pays = (contractId: string, json: unknown, headers: Readonly<Record<string, string>> = {}, by: Person = lin): Promise<Reply> =>
  by.call('POST', `/api/desk/contracts/${contractId}/payments`, { json, headers });

/** Reports on a task; the answer may be a problem. */
export const reports = (
  contractId: string,
  task: string,
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
  by: Person = lin,
): Promise<Reply> => by.call('POST', `/api/desk/contracts/${contractId}/tasks/${task}`, { json, headers });

/** Records what a customer said about messages; the answer may be a problem. */
export const says = (contractId: string, json: unknown, headers: Readonly<Record<string, string>> = {}, by: Person = lin): Promise<Reply> =>
  by.call('POST', `/api/desk/contracts/${contractId}/consents`, { json, headers });

/** A contract as staff see it. */
export const looked = async (contractId: string, by: Person = lin): Promise<DeskContract> =>
  answerOf(deskContract, await by.call('GET', `/api/desk/contracts/${contractId}`));

/** The open tasks that somebody sees, of these contracts only, as `number task`. */
export const tasksOf = async (
  contractIds: readonly string[],
  query: Readonly<Record<string, string>> = {},
  by: Person = lin,
): Promise<readonly string[]> => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const asked = new URLSearchParams({ limit: '100', ...query, ...(cursor && { cursor }) });
    const page = answerOf(tasksPage, await by.call('GET', `/api/desk/tasks?${asked.toString()}`));
    found.push(
      ...page.items.filter(({ contractId }) => contractIds.includes(contractId)).map(({ contractId, id }) => `${contractId} ${id}`),
    );
    cursor = page.nextCursor;
  } while (cursor);
  return found;
};

/** Given a contract, just registered. */
export const registered = async (changes: object = {}, contractId = aNumber()): Promise<DeskContract> =>
  answerOf(deskContract, await puts(contractId, termsBody(changes)));

/** A page of the register. */
export const listed = async (query: Readonly<Record<string, string>>): Promise<z.infer<typeof contractsPage>> =>
  answerOf(contractsPage, await lin.call('GET', `/api/desk/contracts?${new URLSearchParams(query).toString()}`));

/** Numbers on a page of the register. */
export const numbersIn = async (query: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await listed(query)).items.map(({ contractId }) => contractId);
