import type { Terms } from '../../domain/contract/model.ts';
import { isContractNumber } from '../../domain/contract/number.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { refuse, type Result } from '../../domain/kernel/result.ts';
import { terms as schema } from './contractSchemas.ts';
import { parse } from './parse.ts';

/** What `PUT /api/desk/contracts/{contractId}` makes of a number and a body: terms, or every wrong field. */
export const toTerms = (contractId: string, body: unknown): Result<Terms, readonly FieldError[]> => {
  const terms = parse(schema, body);
  if (isContractNumber(contractId)) return terms;
  const error: FieldError = { pointer: '/contractId', code: contractId === '' ? 'required' : 'contract-number' };
  return refuse([error, ...(terms.ok ? [] : terms.refusal)]);
};
