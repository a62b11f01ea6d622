import * as z from 'zod/mini';
import { GROUPS, type Actor } from '../../domain/case/model.ts';
import type { Money } from '../../domain/kernel/money.ts';

/** A type without its names and modifiers, so that two of them can be compared. */
type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : T;
type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? unknown : never;

/** The schema itself. Does not compile unless it describes exactly `View`: a field that a view gains, loses or changes is one here too. */
export const showing =
  <View>() =>
  <Schema extends z.ZodMiniType>(schema: Schema & Same<z.output<Schema>, View>): Schema =>
    schema;

/** ISO 8601 in UTC. */
export const instant = z.iso.datetime();
/** `YYYY-MM-DD`. */
export const date = z.iso.date();
export const optionalText = z.optional(z.string());

export const money = showing<Money>()(z.strictObject({ amount: z.string(), currency: z.string() }));
export const actor = showing<Actor>()(
  z.strictObject({ role: z.enum(['customer', 'staff', 'system']), id: optionalText, group: z.optional(z.enum(GROUPS)) }),
);
