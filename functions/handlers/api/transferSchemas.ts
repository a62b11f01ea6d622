import * as z from 'zod/mini';
import { contractsQuery } from './contractSchemas.ts';
import { scale } from './fields.ts';

/** Contracts in one part of an export: about 0.4 MB, and a second of reading. */
const MOST_IN_PART = 1000;

/** What an export is asked by: as a list is, but for its size. */
export const contractsExport = z.extend(contractsQuery, {
  limit: z._default(z.pipe(z.transform(Number), scale(1, MOST_IN_PART)), MOST_IN_PART),
});
