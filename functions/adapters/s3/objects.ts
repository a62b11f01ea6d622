import { createHash } from 'node:crypto';
import type { AwsClient } from 'aws4fetch';

/** Who calls AWS. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/** Objects of a bucket by their path, without a slash at its begin. */
export interface Objects {
  put(path: string, contentType: string, bytes: Uint8Array): Promise<void>;
  get(path: string): Promise<Uint8Array | undefined>;
}

/** Tries after a first one that S3 could not serve; the pauses between them come to half a second at most. */
const RETRIES = 3;

/**
 * The bucket at `bucketUrl`, an address without a slash at the end. Signed requests instead of the SDK's S3 client, which would be 150 KB of a package, for two
 * calls.
 */
export const objectsIn = (bucketUrl: string, { sessionToken, ...keys }: Credentials): Objects => {
  let client: Promise<AwsClient> | undefined;
  const connected = async (): Promise<AwsClient> => {
    const { AwsClient } = await import('aws4fetch'); // few requests carry a file
    return new AwsClient({ ...keys, ...(sessionToken && { sessionToken }), service: 's3', retries: RETRIES });
  };
  const call = async (method: string, path: string, sent: RequestInit = {}): Promise<Response> => {
    const s3 = await (client ??= connected());
    const attempt = () => s3.fetch(`${bucketUrl}/${path.split('/').map(encodeURIComponent).join('/')}`, { method, ...sent });
    return attempt().catch(attempt); // a kept connection may have died while the function slept; both calls may be repeated
  };
  const failure = (method: string, { status }: Response): Error => new Error(`S3 answered ${status} to a ${method}`);

  return {
    async put(path, contentType, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const answer = await call('PUT', path, {
        headers: { 'content-type': contentType, 'x-amz-content-sha256': hash },
        body: new Uint8Array(bytes),
      });
      if (!answer.ok) throw failure('PUT', answer);
    },
    async get(path) {
      const answer = await call('GET', path);
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw failure('GET', answer);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
};
