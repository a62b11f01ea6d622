import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { sizeOf, type Item } from './units.ts';

/** What requests cost, in units of DynamoDB's on-demand mode. */
export interface Units {
  readonly reads: number;
  readonly writes: number;
}

export const NO_UNITS: Units = { reads: 0, writes: 0 };

export const sum = (a: Units, b: Units): Units => ({ reads: a.reads + b.reads, writes: a.writes + b.writes });

export const minus = (a: Units, b: Units): Units => ({ reads: a.reads - b.reads, writes: a.writes - b.writes });

const BLOCK = 4096;

/** One unit for each 4 KB begun, half of one where the read need not be consistent; nothing found costs as much as 4 KB. */
const readUnits = (bytes: number, isConsistent: boolean): number => Math.max(1, Math.ceil(bytes / BLOCK)) * (isConsistent ? 1 : 0.5);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isItem = (value: unknown): value is Item => isObject(value);

const itemsIn = (value: unknown): readonly Item[] => (Array.isArray(value) ? value.filter(isItem) : []);

const capacityIn = (value: unknown): number => {
  const all = Array.isArray(value) ? value : [value];
  return all.reduce(
    (total: number, one: unknown) => total + (isObject(one) && typeof one['CapacityUnits'] === 'number' ? one['CapacityUnits'] : 0),
    0,
  );
};

const readsOf = (command: string, input: Readonly<Record<string, unknown>>, output: Readonly<Record<string, unknown>>): number => {
  const isConsistent = input['ConsistentRead'] === true;
  if (command === 'GetItemCommand') return readUnits(isItem(output['Item']) ? sizeOf(output['Item']) : 0, isConsistent);
  if (command === 'QueryCommand')
    return readUnits(
      itemsIn(output['Items']).reduce((bytes, item) => bytes + sizeOf(item), 0),
      isConsistent,
    );
  if (command !== 'BatchGetItemCommand') return 0;
  const asked = Object.values(isObject(input['RequestItems']) ? input['RequestItems'] : {}).flatMap((one) =>
    isObject(one) ? itemsIn(one['Keys']) : [],
  );
  const found = Object.values(isObject(output['Responses']) ? output['Responses'] : {}).flatMap(itemsIn);
  return found.reduce((units, item) => units + readUnits(sizeOf(item), false), (asked.length - found.length) * readUnits(0, false));
};

/**
 * Counts the units of every request of a client from now on; `read()` gives what was counted so far. Writes are what the local cloud charges, which follows DynamoDB's rules with all indexes; its reads are flat, so
 * these are computed from what was read. A write whose condition fails costs one unit: no item that we write so is larger than a kilobyte.
 */
export const meter = (client: DynamoDBClient): (() => Units) => {
  let units = NO_UNITS;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input: unknown = args.input;
        if (isObject(input)) Object.assign(input, { ReturnConsumedCapacity: 'TOTAL' });
        const isRead = /^(Get|Query|BatchGet)/.test(commandName);
        try {
          const result = await next(args);
          const output: unknown = result.output;
          if (isObject(input) && isObject(output))
            units = sum(
              units,
              isRead
                ? { reads: readsOf(commandName, input, output), writes: 0 }
                : { reads: 0, writes: capacityIn(output['ConsumedCapacity']) },
            );
          return result;
        } catch (error) {
          if (!isRead) units = sum(units, { reads: 0, writes: 1 });
          throw error;
        }
      },
    { step: 'initialize' },
  );
  return () => units;
};
