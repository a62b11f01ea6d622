import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { BadCursor } from '../../usecases/badCursor.ts';
import type { Item } from './items.ts';

/** An opaque, signed cursor: what a list ended at. */
export const encodeCursor = async (key: Item, sign: (text: string) => Promise<string>): Promise<string> => {
  const text = Buffer.from(JSON.stringify(unmarshall(key))).toString('base64url');
  return `${text}.${await sign(text)}`;
};

/** Reads a cursor back. Throws `BadCursor` when it was changed. */
export const decodeCursor = async (cursor: string, sign: (text: string) => Promise<string>): Promise<Item> => {
  const [text = '', signature = ''] = cursor.split('.');
  if ((await sign(text)) !== signature) throw new BadCursor('cursor was not given out here');
  return marshall(JSON.parse(Buffer.from(text, 'base64url').toString()));
};
