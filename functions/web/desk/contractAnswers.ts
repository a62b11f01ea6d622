import type { ContractRow, DeskContract } from '../../domain/contract/deskView.ts';
import type { Encoding } from '../../domain/contract/import/decode.ts';
import type { Counts, Outcome } from '../../domain/contract/import/outcome.ts';
import type { Instant } from '../../domain/kernel/time.ts';

/** What the desk API answers about contracts, as the browser reads it (contract.md, desk). */

/** `GET /api/desk/contracts` */
export interface ContractList {
  readonly items: readonly ContractRow[];
  readonly nextCursor?: string | undefined;
}

/** `GET` and `PUT /api/desk/contracts/{contractId}`, and the answer to a payment */
export type ContractAnswer = DeskContract;

/** One line of a file that was imported. */
export interface ReportedRow {
  readonly line: number;
  readonly contractId?: string | undefined;
  readonly outcome: Outcome;
  readonly errors?:
    | readonly {
        readonly pointer: string;
        /** Header of the column, as the file writes it; missing where the whole line is meant. */
        readonly column?: string | undefined;
        readonly detail: string;
      }[]
    | undefined;
}

/** `GET /api/desk/contracts/imports/{importId}/rows` */
export interface ReportedRows {
  readonly items: readonly ReportedRow[];
  readonly nextCursor?: string | undefined;
}

/** `POST /api/desk/contracts/imports` and `GET /api/desk/contracts/imports/{importId}` */
export interface ImportReport {
  /** Missing on a dry run. */
  readonly importId?: string | undefined;
  readonly dryRun: boolean;
  readonly state: 'running' | 'done';
  readonly startedAt: Instant;
  readonly by?: string | undefined;
  readonly fileName?: string | undefined;
  readonly encoding: Encoding;
  readonly rows: number;
  readonly done: number;
  readonly counts: Counts;
  readonly unknownColumns: readonly string[];
  readonly absentColumns: readonly string[];
  /** The first lines that are refused. */
  readonly wrong: readonly ReportedRow[];
}

/** One part of an export, and the cursor of the next. */
export interface ExportPart {
  readonly part: Blob;
  readonly nextCursor?: string | undefined;
}
