import { attachmentStore } from '../adapters/s3/attachments.ts';
import { bucket } from './bucket.ts';
import { env } from './env.ts';

/** The files of cases. */
export const attachments = () => attachmentStore(bucket(env('ATTACHMENTS_URL')));
