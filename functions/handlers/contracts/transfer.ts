import { staffDirectory } from '../../adapters/cognito/staffDirectory.ts';
import { importStore } from '../../adapters/dynamodb/importStore.ts';
import { knownContracts } from '../../adapters/dynamodb/knownContracts.ts';
import { importFiles } from '../../adapters/s3/importFiles.ts';
import { importQueue } from '../../adapters/sqs/queues.ts';
import { httpApp } from '../../http/app.ts';
import { bucket } from '../../runtime/bucket.ts';
import { env } from '../../runtime/env.ts';
import { now } from '../../runtime/now.ts';
import { storage } from '../../runtime/wiring.ts';
import { HEADERS, onBreakage, problemJson } from '../http.ts';
import { transferRoutes } from '../staff/transfer/routes.ts';

/** Imports and exports of contracts, for staff: apart from the rest of the desk, as they need more memory, more time and other grants. */
export const handler = httpApp({
  routes: transferRoutes({
    ...storage(),
    directory: staffDirectory(env('USER_POOL_ID')),
    imports: importStore(env('TABLE_NAME')),
    known: knownContracts(env('TABLE_NAME')),
    files: importFiles(bucket(env('IMPORTS_URL'))),
    queue: importQueue(env('IMPORTS_QUEUE_URL')),
    now,
    stopwatch: () => performance.now(),
    siteUrl: env('SITE_URL'),
    clientId: env('USER_POOL_CLIENT_ID'),
  }),
  headers: HEADERS,
  onProblem: async (problem) => problemJson(problem),
  onBreakage,
});
