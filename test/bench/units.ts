import type { AttributeValue, GlobalSecondaryIndexDescription } from '@aws-sdk/client-dynamodb';

export type Item = Record<string, AttributeValue>;

/** An index as far as its costs go: which attributes its entries hold. */
export interface Index {
  readonly name: string;
  readonly keys: readonly string[];
  readonly projected: readonly string[];
}

/** One write of the table or of an index, with its size in bytes and what it costs. */
export interface Write {
  readonly what: string;
  readonly bytes: number;
  readonly units: number;
}

const KILOBYTE = 1024;

const bytes = (text: string): number => Buffer.byteLength(text);

/** Digits two by two and a byte; leading and trailing zeroes do not count. */
const numberSize = (text: string): number => {
  const digits = text
    .replace(/e.*$/i, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
};

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

const valueSize = (value: AttributeValue): number => {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return value.B.byteLength;
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.L !== undefined) return 3 + sum(value.L.map((element) => 1 + valueSize(element)));
  if (value.M !== undefined) return 3 + sum(Object.entries(value.M).map(([name, element]) => 1 + bytes(name) + valueSize(element)));
  if (value.SS !== undefined) return sum(value.SS.map(bytes));
  if (value.NS !== undefined) return sum(value.NS.map(numberSize));
  throw new Error('An attribute of a type that the table does not use.');
};

/** Size of an item by DynamoDB's rules: names and values in UTF-8, 3 bytes for a list or map and 1 for each of its elements. */
export const sizeOf = (item: Item): number => sum(Object.entries(item).map(([name, value]) => bytes(name) + valueSize(value)));

/** Write units of so many bytes: one for each kilobyte begun. */
const unitsOf = (size: number): number => Math.max(1, Math.ceil(size / KILOBYTE));

/** The indexes of a table as DynamoDB describes them. `tableKeys` are in every entry. */
export const indexesOf = (described: readonly GlobalSecondaryIndexDescription[], tableKeys: readonly string[]): readonly Index[] =>
  described.map(({ IndexName = '', KeySchema = [], Projection }) => {
    if (Projection?.ProjectionType === 'ALL') throw new Error(`The index ${IndexName} holds everything: count that first.`);
    const keys = KeySchema.flatMap(({ AttributeName }) => AttributeName ?? []);
    return { name: IndexName, keys, projected: [...new Set([...tableKeys, ...keys, ...(Projection?.NonKeyAttributes ?? [])])] };
  });

const entryOf = ({ keys, projected }: Index, item: Item | undefined): Item | undefined =>
  item && keys.every((key) => item[key])
    ? Object.fromEntries(Object.entries(item).filter(([name]) => projected.includes(name)))
    : undefined;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const onIndex = (index: Index, before: Item | undefined, after: Item | undefined): Write[] => {
  const [old, fresh] = [entryOf(index, before), entryOf(index, after)];
  const write = (what: string, entry: Item): Write => ({
    what: `index ${index.name}: ${what}`,
    bytes: sizeOf(entry),
    units: unitsOf(sizeOf(entry)),
  });
  if (!old) return fresh ? [write('entry added', fresh)] : [];
  if (!fresh) return [write('entry removed', old)];
  if (index.keys.some((key) => !same(old[key], fresh[key]))) return [write('entry removed', old), write('entry added', fresh)];
  return index.projected.some((name) => !same(old[name], fresh[name])) ? [write('entry changed', fresh)] : [];
};

/** What a write costs that turned `before` into `after`: the larger of both on the table, and what follows on each index. */
export function writesOf(what: string, before: Item | undefined, after: Item, indexes: readonly Index[]): readonly Write[] {
  const size = Math.max(before ? sizeOf(before) : 0, sizeOf(after));
  return [{ what, bytes: size, units: unitsOf(size) }, ...indexes.flatMap((index) => onIndex(index, before, after))];
}
