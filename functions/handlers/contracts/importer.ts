import * as z from 'zod/mini';
import { staffDirectory } from '../../adapters/cognito/staffDirectory.ts';
import { importStore } from '../../adapters/dynamodb/importStore.ts';
import { knownContracts } from '../../adapters/dynamodb/knownContracts.ts';
import { importFiles } from '../../adapters/s3/importFiles.ts';
import { logBreakage } from '../../runtime/breakage.ts';
import { bucket } from '../../runtime/bucket.ts';
import { env } from '../../runtime/env.ts';
import { logger } from '../../runtime/logger.ts';
import { now } from '../../runtime/now.ts';
import { storage } from '../../runtime/wiring.ts';
import { importChunk } from '../../usecases/importChunk.ts';
import { queueHandler } from '../queue.ts';

const run = importChunk({
  ...storage(),
  directory: staffDirectory(env('USER_POOL_ID')),
  imports: importStore(env('TABLE_NAME')),
  known: knownContracts(env('TABLE_NAME')),
  files: importFiles(bucket(env('IMPORTS_URL'))),
});

const order = z.object({ importId: z.string(), chunk: z.int() });

/** Imports the chunks of files of contracts, one after the other. */
export const handler = queueHandler(order, async ({ importId, chunk }) => {
  const broken = await run(importId, chunk, now());
  for (const error of broken) await logBreakage('a row of an import failed', error, { importId, chunk });
  logger.info('imported', { importId, chunk, broken: broken.length });
});
