import { createHash } from 'node:crypto';
import type { Attachment, Case } from '../../domain/case/model.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { ok, refuse, type Result } from '../../domain/kernel/result.ts';
import type { UploadedFile } from '../../http/body.ts';
import type { Answer } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import type { AttachmentStore } from '../../usecases/ports.ts';

/** What may be attached, and how such a file begins: the name and the claimed type prove nothing. */
const TYPES: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  'image/jpeg': (bytes) => starts(bytes, [0xff, 0xd8, 0xff]),
  'image/png': (bytes) => starts(bytes, [0x89, 0x50, 0x4e, 0x47]),
  'image/webp': (bytes) => starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]),
  'application/pdf': (bytes) => starts(bytes, [0x25, 0x50, 0x44, 0x46]),
};

/** Content types that are taken, for pages and the API description. */
export const ATTACHMENT_TYPES = Object.keys(TYPES);

/** Bytes of one file: what fits, base64 encoded, into one request to a Lambda. */
export const ATTACHMENT_BYTES = 4_000_000;

const starts = (bytes: Uint8Array, with_: readonly number[]): boolean => with_.every((byte, n) => bytes[n] === byte);

const NAME_LENGTH = 200;

/** What is stored of an uploaded file; its id is the hash of its content, so the same file twice is one file. */
export const toAttachment = (file: UploadedFile): Result<Attachment, readonly FieldError[]> => {
  const contentType = Object.keys(TYPES).find((type) => TYPES[type]?.(file.bytes));
  if (!contentType) return refuse([{ pointer: '/file', code: 'attachment-type' }]);
  if (file.bytes.length > ATTACHMENT_BYTES) return refuse([{ pointer: '/file', code: 'attachment-size' }]);
  const name =
    file.name
      .replace(/[\p{Cc}\p{Cf}\\/]/gu, '')
      .trim()
      .slice(0, NAME_LENGTH) || 'file';
  return ok({ id: createHash('sha256').update(file.bytes).digest('hex').slice(0, 32), name, contentType, size: file.bytes.length });
};

/** The bytes of an attached file, always as a download and never as a page of ours. */
export const attachmentAnswer = async (
  { attachments }: { readonly attachments: AttachmentStore },
  state: Case,
  id: string,
): Promise<Answer> => {
  const file = state.attachments.find((one) => one.id === id);
  const bytes = file && (await attachments.get(state.caseId, id));
  if (!file || !bytes) throw new Problem('not-found');
  return {
    status: 200,
    headers: { 'content-type': file.contentType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` },
    body: bytes,
  };
};
