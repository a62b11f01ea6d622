import { objectsIn, type Objects } from '../adapters/s3/objects.ts';
import { env } from './env.ts';

/** The bucket at an address, by the credentials that Lambda gives to the process. */
export const bucket = (url: string): Objects =>
  objectsIn(url, {
    accessKeyId: env('AWS_ACCESS_KEY_ID'),
    secretAccessKey: env('AWS_SECRET_ACCESS_KEY'),
    sessionToken: process.env['AWS_SESSION_TOKEN'],
  });
