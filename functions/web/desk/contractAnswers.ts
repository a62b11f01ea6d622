import type { ContractRow, DeskContract, TaskRow } from '../../domain/contract/deskView.ts';
import type { ReportedRow } from '../../domain/contract/import/report.ts';

/** What the desk API answers about contracts, as the browser reads it (contract.md, desk). */

/** `GET /api/desk/contracts` */
export interface ContractList {
  readonly items: readonly ContractRow[];
  readonly nextCursor?: string | undefined;
}

/** `GET` and `PUT /api/desk/contracts/{contractId}`, and the answers to what is reported of a contract */
export type ContractAnswer = DeskContract;

/** `GET /api/desk/tasks` */
export interface TaskList {
  readonly items: readonly TaskRow[];
  readonly nextCursor?: string | undefined;
}

/** `GET /api/desk/contracts/imports/{importId}/rows` */
export interface ReportedRows {
  readonly items: readonly ReportedRow[];
  readonly nextCursor?: string | undefined;
}

/** One part of an export, and the cursor of the next. */
export interface ExportPart {
  readonly part: Blob;
  readonly nextCursor?: string | undefined;
}
