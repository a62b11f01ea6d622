import type * as z from 'zod/mini';

/** A schema with what readers need to know about it beyond its form. */
export interface Described {
  readonly schema: z.ZodMiniType;
  readonly description: string;
  /** A sentence for each field. */
  readonly fields: Readonly<Record<string, string>>;
  /** A sentence for each field of objects inside that have no name of their own. */
  readonly inner?: Readonly<Record<string, string>>;
  /** The field that tells the variants of a union apart. */
  readonly discriminator?: string;
}

/** An object with a sentence for every field of it, and for those of objects inside. Does not compile while one of its own is missing. */
export const object = <Schema extends z.ZodMiniObject>(
  schema: Schema,
  description: string,
  fields: Readonly<Record<Extract<keyof Schema['shape'], string>, string>>,
  inner: Readonly<Record<string, string>> = {},
): Described => ({ schema, description, fields, inner });

/** A union, whose variants are told apart by one field. Fields that all variants have may be described here, and those of objects inside. */
export const union = (
  schema: z.ZodMiniType,
  description: string,
  discriminator: string,
  fields: Readonly<Record<string, string>> = {},
  inner: Readonly<Record<string, string>> = {},
): Described => ({ schema, description, discriminator, fields, inner });

/** A union whose variants are told apart by which fields they have. */
export const variants = (schema: z.ZodMiniType, description: string): Described => ({ schema, description, fields: {} });
