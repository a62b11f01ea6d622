import type { Route } from '../../../http/app.ts';
import type { TransferDeps } from './context.ts';
import { getExport } from './export.ts';
import { getImport, getImportRows } from './progress.ts';
import { postImport } from './start.ts';

/** Addresses of imports and exports of contracts. */
export const transferRoutes = (deps: TransferDeps): readonly Route[] => [
  { method: 'POST', path: '/api/desk/contracts/imports', endpoint: postImport(deps), takesCsv: true },
  { method: 'GET', path: '/api/desk/contracts/imports/{importId}', endpoint: getImport(deps) },
  { method: 'GET', path: '/api/desk/contracts/imports/{importId}/rows', endpoint: getImportRows(deps) },
  { method: 'GET', path: '/api/desk/contracts/export', endpoint: getExport(deps) },
];
