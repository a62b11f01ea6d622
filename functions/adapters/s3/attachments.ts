import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { AttachmentStore } from '../../usecases/ports.ts';

/** Files of cases, under the case id and a hash of the content: the same file twice is one object. */
export const attachmentStore = (bucket: string): AttachmentStore => {
  const s3 = new S3Client({});
  return {
    async put(caseId, id, contentType, bytes) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${caseId}/${id}`, Body: bytes, ContentType: contentType }));
    },
    async get(caseId, id) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: `${caseId}/${id}` }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
};
