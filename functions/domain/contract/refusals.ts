import type { FieldError, FieldErrorCode } from '../kernel/fieldError.ts';
import { refuse, type Result } from '../kernel/result.ts';
import type { CalendarDate } from '../kernel/time.ts';

/** Why a command on a contract is not carried out. */
export type ContractRefusal =
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
  /** The cover had ended before. */
  | { readonly kind: 'ended'; readonly endsOn: CalendarDate };

/** A refusal for one field. */
export const wrong = (pointer: string, code: FieldErrorCode, values?: FieldError['values']): Result<never, ContractRefusal> =>
  refuse({ kind: 'invalid', errors: [{ pointer, code, ...(values && { values }) }] });
