import { hashes } from '../adapters/crypto/hashes.ts';
import { links } from '../adapters/crypto/links.ts';
import { addressBook } from '../adapters/dynamodb/addressBook.ts';
import { caseStore } from '../adapters/dynamodb/caseStore.ts';
import { attachmentStore } from '../adapters/s3/attachments.ts';
import { secret } from '../adapters/secrets/secret.ts';
import { env } from './env.ts';

/** What nearly every function needs: the store and the keyed things around it. */
export const storage = () => {
  const key = secret(env('SECRET_ID'));
  const keyed = hashes(key);
  const tableName = env('TABLE_NAME');
  return {
    cases: caseStore(tableName, (text) => keyed.hash('cursor', text)),
    addresses: addressBook(tableName, (email) => keyed.hash('address', email)),
    hashes: keyed,
    links: links(key),
  };
};

/** The files of cases, by the credentials that Lambda gives to the process. */
export const attachments = () =>
  attachmentStore(env('ATTACHMENTS_URL'), {
    accessKeyId: env('AWS_ACCESS_KEY_ID'),
    secretAccessKey: env('AWS_SECRET_ACCESS_KEY'),
    sessionToken: process.env['AWS_SESSION_TOKEN'],
  });
