import type { ImportRow } from '../../../functions/domain/contract/import/file.ts';
import { countsOf, type ImportedRow } from '../../../functions/domain/contract/import/outcome.ts';
import type { ImportFiles, ImportQueue, ImportRecord, ImportStore } from '../../../functions/usecases/importPorts.ts';

/** Imports in memory: records, files and the queue of chunks. What travels is copied, as it would be by the network. */
export class ImportRoom implements ImportStore, ImportFiles, ImportQueue {
  readonly records = new Map<string, ImportRecord>();
  readonly done = new Map<string, readonly ImportedRow[]>();
  readonly kept = new Map<string, Uint8Array>();
  readonly chunks = new Map<string, string>();
  /** What the queue holds. */
  readonly orders: { readonly importId: string; readonly chunk: number }[] = [];

  begin = async (record: ImportRecord): Promise<'written' | 'conflict'> => {
    if (this.records.has(record.importId)) return 'conflict';
    this.records.set(record.importId, structuredClone(record));
    return 'written';
  };

  load = async (importId: string) => this.records.get(importId);

  finish = async (importId: string, chunk: number, _at: string, rows: readonly ImportedRow[]): Promise<void> => {
    this.done.set(`${importId} ${chunk}`, structuredClone(rows));
  };

  finished = async (importId: string) =>
    new Map([...this.done].flatMap(([key, rows]) => (key.startsWith(`${importId} `) ? [[Number(key.split(' ')[1]), countsOf(rows)]] : [])));

  rows = async (importId: string, chunk: number) => this.done.get(`${importId} ${chunk}`) ?? [];

  keep = async (importId: string, bytes: Uint8Array): Promise<void> => {
    this.kept.set(importId, bytes);
  };

  putChunk = async (importId: string, chunk: number, rows: readonly ImportRow[]): Promise<void> => {
    this.chunks.set(`${importId} ${chunk}`, JSON.stringify(rows));
  };

  getChunk = async (importId: string, chunk: number): Promise<readonly ImportRow[]> => {
    const rows: unknown = JSON.parse(this.chunks.get(`${importId} ${chunk}`) ?? '');
    if (!Array.isArray(rows)) throw new Error('no such chunk');
    return rows;
  };

  put = async (importId: string, chunks: readonly number[]): Promise<void> => {
    for (const chunk of chunks) this.orders.push({ importId, chunk });
  };
}
