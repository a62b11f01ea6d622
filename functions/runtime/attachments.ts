import { attachmentStore } from '../adapters/s3/attachments.ts';
import { env } from './env.ts';

/** The files of cases, by the credentials that Lambda gives to the process. */
export const attachments = () =>
  attachmentStore(env('ATTACHMENTS_URL'), {
    accessKeyId: env('AWS_ACCESS_KEY_ID'),
    secretAccessKey: env('AWS_SECRET_ACCESS_KEY'),
    sessionToken: process.env['AWS_SESSION_TOKEN'],
  });
