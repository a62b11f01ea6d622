import type * as z from 'zod/mini';
import { parse } from 'zod/mini';
import type { ClockRules } from '../../../functions/domain/clocks/rules.ts';
import { dueAnswer, elapsedAnswer, legalAnswer, problems, ruleBook } from '../../../functions/handlers/api/answers.ts';
import { huang, lin, type Person } from './desk.ts';
import { answerOf, expectProblem, jsonOf, type Reply } from './http.ts';
import { quiet } from './time.ts';

export type RuleBook = z.infer<typeof ruleBook>;
/** Asks the clocks (`POST /api/desk/clocks/preview`); the answer may be a problem. */
export const asksClocks = (question: unknown, person: Person = lin): Promise<Reply> =>
  person.call('POST', '/api/desk/clocks/preview', { json: question });

/** When targets are due, with their receipts. */
export const dueBy = async (question: object): Promise<z.infer<typeof dueAnswer>> => answerOf(dueAnswer, await asksClocks(question));

/** How much open time lies in a span. */
export const openTimeIn = async (question: object): Promise<z.infer<typeof elapsedAnswer>> =>
  answerOf(elapsedAnswer, await asksClocks(question));

/** When a statutory period ends. */
export const periodOf = async (legal: object): Promise<z.infer<typeof legalAnswer>> => answerOf(legalAnswer, await asksClocks({ legal }));

/** The rules by which the clocks of the stack count now. */
export const rulesInForce = async (person: Person = huang): Promise<RuleBook> =>
  answerOf(ruleBook, await person.call('GET', '/api/desk/clocks/rules'));

/** Tries to put new rules into force; the answer may be a problem. Without a version those in force are replaced. */
export async function putsRules(
  rules: unknown,
  { person = huang, version, note, key }: { person?: Person; version?: number; note?: string; key?: string } = {},
): Promise<Reply> {
  const seen = version ?? (await rulesInForce()).version;
  return person.call('PUT', '/api/desk/clocks/rules', {
    json: { rules, ...(note && { note }) },
    headers: { 'if-match': `"${seen}"`, 'idempotency-key': key },
  });
}

/** Puts rules into force, and waits until every open case was brought to them. */
export async function rule(rules: ClockRules, note?: string): Promise<RuleBook> {
  const book = answerOf(ruleBook, await putsRules(rules, note ? { note } : {}));
  await quiet();
  return book;
}

/** Runs `meanwhile` under other rules. Those of before come back as a new version. */
export async function underRules<T>(change: (rules: ClockRules) => ClockRules, meanwhile: (book: RuleBook) => Promise<T>): Promise<T> {
  const before = await rulesInForce();
  const book = await rule(change(before.rules), 'For a test');
  try {
    return await meanwhile(book);
  } finally {
    await rule(before.rules, 'After a test');
  }
}

/** Rules with another policy for some cases, before all others. */
export const withPolicy =
  (policy: ClockRules['policies'][number]) =>
  (rules: ClockRules): ClockRules => ({ ...rules, policies: [policy, ...rules.policies] });

/** The rules that a stale change was refused with. */
export const rulesInstead = (reply: Reply): RuleBook => {
  expectProblem(reply, 'stale-rules');
  return parse(problems['stale-rules'], jsonOf(reply)).current;
};

interface Line {
  readonly from: string;
  readonly to: string;
  readonly counted: boolean;
}

/** Seconds that a receipt counts. Throws when its lines leave a gap, overlap, or do not go exactly from one instant to the other. */
export function counted(lines: readonly Line[] | undefined, from: string, to: string): number {
  let at = from;
  let sum = 0;
  for (const line of lines ?? []) {
    if (line.from !== at || line.to <= line.from) throw new Error(`The receipt does not go on at ${at}: ${JSON.stringify(line)}`);
    at = line.to;
    if (line.counted) sum += Date.parse(line.to) - Date.parse(line.from);
  }
  if (at !== to) throw new Error(`The receipt ends at ${at}, not at ${to}.`);
  return sum / 1000;
}

/** An instant some seconds later. */
export const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
