import type { Actor } from '../domain/case/model.ts';
import type { Header } from '../domain/contract/import/columns.ts';
import type { Encoding } from '../domain/contract/import/decode.ts';
import type { ImportRow } from '../domain/contract/import/file.ts';
import type { Counts, ImportedRow } from '../domain/contract/import/outcome.ts';
import type { Instant } from '../domain/kernel/time.ts';

/** What is kept of an import besides its rows. It goes, as they do, after 30 days. */
export interface ImportRecord {
  readonly importId: string;
  readonly at: Instant;
  readonly by: Actor;
  readonly fileName?: string | undefined;
  readonly encoding: Encoding;
  readonly header: Pick<Header, 'columns' | 'unknown' | 'absent'>;
  readonly rows: number;
  /** Hash of the file, so that the same Idempotency-Key with another file is noticed. */
  readonly hash: string;
}

export interface ImportStore {
  /** Writes the record. `conflict` when it is there already. */
  begin(record: ImportRecord): Promise<'written' | 'conflict'>;
  load(importId: string): Promise<ImportRecord | undefined>;
  /** Writes what became of the rows of a chunk, the last thing that is done to it; the same again changes nothing. */
  finish(importId: string, chunk: number, at: Instant, rows: readonly ImportedRow[]): Promise<void>;
  /** Counts of the chunks that are finished, by number. */
  finished(importId: string): Promise<ReadonlyMap<number, Counts>>;
  /** Rows of a finished chunk. */
  rows(importId: string, chunk: number): Promise<readonly ImportedRow[]>;
}

/** The files of imports: each as it was sent, and its rows by chunk as they were read. */
export interface ImportFiles {
  keep(importId: string, bytes: Uint8Array): Promise<void>;
  putChunk(importId: string, chunk: number, rows: readonly ImportRow[]): Promise<void>;
  /** Throws when there is no such chunk. */
  getChunk(importId: string, chunk: number): Promise<readonly ImportRow[]>;
}

export interface ImportQueue {
  /** Asks for chunks to be imported. */
  put(importId: string, chunks: readonly number[]): Promise<void>;
}

/** Which of these contracts exist. */
export type KnownContracts = (contractIds: readonly string[]) => Promise<ReadonlySet<string>>;
