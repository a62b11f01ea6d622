import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { RULES } from '../../adapters/dynamodb/keys.ts';
import { carrying } from '../../runtime/carrying.ts';
import { logBreakage } from '../../runtime/breakage.ts';
import { countEvents } from '../../runtime/metrics.ts';
import { now } from '../../runtime/now.ts';
import { reconcileEvents } from '../../usecases/reconcile.ts';
import { sweep } from '../../usecases/sweep.ts';

const deps = carrying();
const reconcile = reconcileEvents(deps);
const repairAll = sweep(deps);

/** The case and, for an event, its version; a waiting step has none. */
const keysOf = (record: DynamoDBRecord): { readonly caseId: string; readonly version: number | undefined } | undefined => {
  const pk = record.dynamodb?.Keys?.['pk']?.S ?? '';
  const sk = record.dynamodb?.Keys?.['sk']?.S ?? '';
  if (!pk.startsWith('CASE#')) return undefined;
  const caseId = pk.slice('CASE#'.length);
  if (sk.startsWith('EVENT#') && record.eventName === 'INSERT') return { caseId, version: Number(sk.slice('EVENT#'.length)) };
  return sk === 'WAIT' ? { caseId, version: undefined } : undefined;
};

const isNewRules = ({ eventName, dynamodb }: DynamoDBRecord): boolean => eventName === 'INSERT' && dynamodb?.Keys?.['pk']?.S === RULES;

/**
 * Carries on from the table's stream what follows from each write. A case whose turn fails goes to the repair queue, so that it holds up no other;
 * only when that fails too is the batch given back. New rules send every open case there: due times, warnings and lists follow them (F24).
 */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
  const versions = new Map<string, number[]>();
  for (const record of Records) {
    const keys = keysOf(record);
    if (!keys) continue;
    const known = versions.get(keys.caseId) ?? [];
    versions.set(keys.caseId, keys.version === undefined ? known : [...known, keys.version]);
  }
  countEvents(Records.flatMap(({ eventName, dynamodb }) => (eventName === 'INSERT' && dynamodb?.NewImage?.['type']?.S) || []));
  const at = now();
  const failed: string[] = [];
  await Promise.all(
    [...versions].map(async ([caseId, fresh]) => {
      try {
        await reconcile(caseId, fresh, at);
      } catch (error) {
        failed.push(caseId);
        await logBreakage('what follows from an event failed', error, { caseId });
      }
    }),
  );
  await deps.repairs.put(failed, at);
  if (Records.some(isNewRules)) await repairAll(at);
};
