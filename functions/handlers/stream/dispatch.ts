import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { CARE_RULES, CASE, CONTRACT, RULES } from '../../adapters/dynamodb/keys.ts';
import { carrying } from '../../runtime/carrying.ts';
import { logBreakage } from '../../runtime/breakage.ts';
import { countEvents } from '../../runtime/metrics.ts';
import { now } from '../../runtime/now.ts';
import { reconcileEvents } from '../../usecases/reconcile.ts';
import { reconcileContract } from '../../usecases/reconcileContract.ts';
import { sweep } from '../../usecases/sweep.ts';

const deps = carrying();
const reconcileCase = reconcileEvents(deps);
const carryContract = reconcileContract(deps);
const repairAll = sweep(deps);

/** Versions that were written, by id of the case or contract; a step of a workflow that began to wait has none. */
type Written = ReadonlyMap<string, readonly number[]>;

/** What was written to things whose partitions begin with `prefix`. */
const writtenTo = (prefix: string, records: readonly DynamoDBRecord[]): Written => {
  const written = new Map<string, readonly number[]>();
  for (const { eventName, dynamodb } of records) {
    const pk = dynamodb?.Keys?.['pk']?.S ?? '';
    const sk = dynamodb?.Keys?.['sk']?.S ?? '';
    const isEvent = sk.startsWith('EVENT#') && eventName === 'INSERT';
    if (!pk.startsWith(prefix) || (!isEvent && sk !== 'WAIT')) continue;
    const id = pk.slice(prefix.length);
    written.set(id, [...(written.get(id) ?? []), ...(isEvent ? [Number(sk.slice('EVENT#'.length))] : [])]);
  }
  return written;
};

/** True for a new version of the rules in a partition. */
const isNew =
  (rules: string) =>
  ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
    eventName === 'INSERT' && dynamodb?.Keys?.['pk']?.S === rules;

/** Kinds of the events among these, for the metrics; those of contracts say so. */
const kindsOf = (records: readonly DynamoDBRecord[]): readonly string[] =>
  records.flatMap(({ eventName, dynamodb }) => {
    const type = dynamodb?.NewImage?.['type']?.S;
    if (eventName !== 'INSERT' || !type) return [];
    return dynamodb.Keys?.['pk']?.S?.startsWith(CONTRACT) ? `contract-${type}` : type;
  });

/** Carries on each; gives the ids of those that failed, so that none holds up another. */
const carryEach = async (
  what: 'caseId' | 'contractId',
  written: Written,
  carry: (id: string, versions: readonly number[]) => Promise<void>,
): Promise<readonly string[]> => {
  const failed: string[] = [];
  await Promise.all(
    [...written].map(async ([id, versions]) => {
      try {
        await carry(id, versions);
      } catch (error) {
        failed.push(id);
        await logBreakage('what follows from an event failed', error, { [what]: id });
      }
    }),
  );
  return failed;
};

/**
 * Carries on from the table's stream what follows from each write. A case or contract whose turn fails goes to the repair queue;
 * only when that fails too is the batch given back. New rules send everything there that goes by them: every open case, whose due times, warnings and lists follow the rules of the clocks
 * (F24), and every contract, whose next step follows the rules of care.
 */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
  countEvents(kindsOf(Records));
  const at = now();
  const [cases, contracts] = await Promise.all([
    carryEach('caseId', writtenTo(CASE, Records), (caseId, versions) => reconcileCase(caseId, versions, at)),
    carryEach('contractId', writtenTo(CONTRACT, Records), (contractId, versions) => carryContract(contractId, versions, at)),
  ]);
  await deps.repairs.put(cases, at);
  await deps.repairs.putContracts(contracts, at);
  if (Records.some(isNew(RULES))) await repairAll(at);
  if (Records.some(isNew(CARE_RULES))) await deps.repairs.putRegister(at);
};
