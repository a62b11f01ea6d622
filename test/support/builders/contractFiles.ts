import { readCsv } from '../../../functions/adapters/csv/readCsv.ts';
import { writeCsv } from '../../../functions/adapters/csv/writeCsv.ts';
import type { Locale } from '../../../functions/domain/case/model.ts';
import { contractCells, headerCells } from '../../../functions/domain/contract/import/cells.ts';
import { readContractFile, type ContractFile, type ReadingTools } from '../../../functions/domain/contract/import/file.ts';
import type { Terms } from '../../../functions/domain/contract/model.ts';
import type { FieldError } from '../../../functions/domain/kernel/fieldError.ts';
import type { Result } from '../../../functions/domain/kernel/result.ts';
import { toTerms } from '../../../functions/handlers/api/contractTerms.ts';

const TOOLS: ReadingTools = { readCsv, parseTerms: toTerms, locale: 'en' };

/** A file as the desk's API reads it. */
export const fileOf = (content: string | Uint8Array): Result<ContractFile, readonly FieldError[]> =>
  readContractFile(typeof content === 'string' ? new TextEncoder().encode(content) : content, TOOLS);

/** A file as the desk's API writes it. */
export const exportOf = (contracts: readonly (readonly [string, Terms])[], locale: Locale = 'en'): string =>
  writeCsv([headerCells(locale), ...contracts.map(([contractId, terms]) => contractCells(contractId, terms))], { isFirst: true });
