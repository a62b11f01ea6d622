import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { CaseEvent } from '../../domain/case/model.ts';
import type { OpenIndex, Waiting } from '../../usecases/ports.ts';
import { CASE, openKey, WAIT } from './keys.ts';

export type Item = Record<string, AttributeValue>;

/** What DynamoDB stores of an object; absent fields are left out. */
export const toItem = (value: object): Item => marshall(value, { removeUndefinedValues: true });

/** The fields of an event as it was stored, whatever it happened to. */
export const storedEvent = (item: Item): object => {
  const { sk, type, at, by, data, command } = unmarshall(item);
  return { version: Number(String(sk).slice('EVENT#'.length)), type, at, by, data, command };
};

/** Attributes that put a case into the lists of its team. */
export const indexAttributes = (index: OpenIndex): object => ({
  open: openKey(index.team),
  due: index.due,
  owner: index.owner,
});

const isEvent = (value: object): value is CaseEvent =>
  'caseId' in value && 'version' in value && 'type' in value && 'at' in value && 'by' in value && 'data' in value;

/** Reads an event back. Throws on an item that is none: then something else writes to the table. */
export const toEvent = (item: Item): CaseEvent => {
  const event: object = { caseId: (item['pk']?.S ?? '').slice(CASE.length), ...storedEvent(item) };
  if (!isEvent(event)) throw new Error(`item ${item['pk']?.S} ${item['sk']?.S} is not an event`);
  return event;
};

/** The index attributes that an opening event carries, if any. */
export const toIndex = (item: Item): OpenIndex | undefined => {
  const team = item['open']?.S?.slice('OPEN#'.length);
  const due = item['due']?.S;
  return team && due ? { team, due, owner: item['owner']?.S } : undefined;
};

const isWaiting = <Step extends string>(value: object): value is Waiting<Step> =>
  'position' in value && 'version' in value && 'token' in value && 'execution' in value;

/** The waiting step that the state machine stored among items of one thing. */
export const waitingIn = <Step extends string>(items: readonly Item[]): Waiting<Step> | undefined => {
  const item = items.find(({ sk }) => sk?.S === WAIT);
  if (!item) return undefined;
  const { step: position, version, token, execution } = unmarshall(item);
  const waiting: object = { position, version, token, execution };
  return isWaiting<Step>(waiting) ? waiting : undefined;
};
