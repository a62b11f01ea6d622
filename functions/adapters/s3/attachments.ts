import type { AttachmentStore } from '../../usecases/ports.ts';
import type { Objects } from './objects.ts';

/** Files of cases, under the case id and a hash of the content: the same file twice is one object. */
export const attachmentStore = (objects: Objects): AttachmentStore => ({
  put: (caseId, id, contentType, bytes) => objects.put(`${caseId}/${id}`, contentType, bytes),
  get: (caseId, id) => objects.get(`${caseId}/${id}`),
});
