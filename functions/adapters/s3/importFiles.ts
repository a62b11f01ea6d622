import type { ImportRow } from '../../domain/contract/import/file.ts';
import type { ImportFiles } from '../../usecases/importPorts.ts';
import type { Objects } from './objects.ts';

const isRows = (value: unknown): value is readonly ImportRow[] => Array.isArray(value);

const chunkPath = (importId: string, chunk: number): string => `${importId}/${String(chunk).padStart(4, '0')}.json`;

/** Files of imports, in a folder for each. */
export const importFiles = (objects: Objects): ImportFiles => ({
  keep: (importId, bytes) => objects.put(`${importId}/file.csv`, 'text/csv', bytes),

  putChunk: (importId, chunk, rows) =>
    objects.put(chunkPath(importId, chunk), 'application/json', new TextEncoder().encode(JSON.stringify(rows))),

  async getChunk(importId, chunk) {
    const bytes = await objects.get(chunkPath(importId, chunk));
    const rows: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    if (!isRows(rows)) throw new Error(`chunk ${chunk} of import ${importId} is not there`);
    return rows;
  },
});
