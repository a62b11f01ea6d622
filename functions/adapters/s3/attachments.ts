import { createHash } from 'node:crypto';
import type { AwsClient } from 'aws4fetch';
import type { AttachmentStore } from '../../usecases/ports.ts';

/** Who calls AWS. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/** Tries after a first one that S3 could not serve; the pauses between them come to half a second at most. */
const RETRIES = 3;

/**
 * Files of cases, under the case id and a hash of the content: the same file twice is one object. `bucketUrl` is the bucket's address without a slash
 * at the end. Signed requests instead of the SDK's S3 client, which would be 150 KB of a package, for two calls.
 */
export const attachmentStore = (bucketUrl: string, { sessionToken, ...keys }: Credentials): AttachmentStore => {
  let client: Promise<AwsClient> | undefined;
  const connected = async (): Promise<AwsClient> => {
    const { AwsClient } = await import('aws4fetch'); // few requests carry a file
    return new AwsClient({ ...keys, ...(sessionToken && { sessionToken }), service: 's3', retries: RETRIES });
  };
  const call = async (method: string, caseId: string, id: string, sent: RequestInit = {}): Promise<Response> => {
    const s3 = await (client ??= connected());
    const attempt = () => s3.fetch(`${bucketUrl}/${encodeURIComponent(caseId)}/${encodeURIComponent(id)}`, { method, ...sent });
    return attempt().catch(attempt); // a kept connection may have died while the function slept; both calls may be repeated
  };
  const failure = (method: string, { status }: Response): Error => new Error(`S3 answered ${status} to a ${method}`);

  return {
    async put(caseId, id, contentType, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const answer = await call('PUT', caseId, id, {
        headers: { 'content-type': contentType, 'x-amz-content-sha256': hash },
        body: new Uint8Array(bytes),
      });
      if (!answer.ok) throw failure('PUT', answer);
    },
    async get(caseId, id) {
      const answer = await call('GET', caseId, id);
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw failure('GET', answer);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
};
