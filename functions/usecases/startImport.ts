import type { Actor } from '../domain/case/model.ts';
import type { ContractFile } from '../domain/contract/import/file.ts';
import { chunkOf, chunksOf } from '../domain/contract/import/outcome.ts';
import { ok, refuse, type Result } from '../domain/kernel/result.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { ImportFiles, ImportQueue, ImportRecord, ImportStore } from './importPorts.ts';
import { inParallel } from './inParallel.ts';
import type { Hashes } from './ports.ts';

export interface StartImportDeps {
  readonly imports: Pick<ImportStore, 'begin' | 'load' | 'finished'>;
  readonly files: Pick<ImportFiles, 'keep' | 'putChunk'>;
  readonly queue: ImportQueue;
  readonly hashes: Hashes;
}

export interface StartImportInput {
  readonly bytes: Uint8Array;
  readonly file: ContractFile;
  readonly fileName?: string | undefined;
  readonly by: Actor;
  readonly now: Instant;
  /** Idempotency-Key, or any text that only this request has. */
  readonly key: string;
}

export interface StartedImport {
  readonly record: ImportRecord;
  readonly replayed: boolean;
}

/** Chunks that are stored at the same time. */
const AT_ONCE = 10;

/**
 * Takes a file to be imported (F89): stores it, then asks for its chunks one by one. The number of the import comes from the key: the same request again finds it,
 * and asks for what is not finished, so that a start which broke off half-way is mended by repeating it.
 */
export const startImport =
  ({ imports, files, queue, hashes }: StartImportDeps) =>
  async ({ bytes, file, fileName, by, now, key }: StartImportInput): Promise<Result<StartedImport, { readonly kind: 'key-reused' }>> => {
    const importId = await hashes.hash('command', `import ${by.id ?? by.role} ${key}`);
    const hash = await hashes.hash('body', Buffer.from(bytes).toString('base64'));
    const known = await imports.load(importId);
    if (known && known.hash !== hash) return refuse({ kind: 'key-reused' });
    const { encoding, header, rows } = file;
    const { columns, unknown, absent } = header;
    const record = known ?? { importId, at: now, by, fileName, encoding, header: { columns, unknown, absent }, rows: rows.length, hash };
    const chunks = Array.from({ length: chunksOf(record.rows) }, (_, chunk) => chunk);
    if (!known) {
      await files.keep(importId, bytes);
      await inParallel(chunks, AT_ONCE, (chunk) => files.putChunk(importId, chunk, chunkOf(rows, chunk)));
      await imports.begin(record);
    }
    const finished = known ? await imports.finished(importId) : new Map();
    await queue.put(
      importId,
      chunks.filter((chunk) => !finished.has(chunk)),
    );
    return ok({ record, replayed: known !== undefined });
  };
