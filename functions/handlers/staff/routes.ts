import type { Route } from '../../http/app.ts';
import { getAttainment } from './attainment.ts';
import { postAction, postDeskCase } from './actions.ts';
import { getHolidays, postNotice } from './clocks/holidays.ts';
import { postPreview } from './clocks/preview.ts';
import { getRules, getRulesVersions, putRules } from './clocks/rules.ts';
import { getDeskAttachment, getDeskCase } from './case.ts';
import { getContract, postPayment, putDeskContract } from './contracts/contract.ts';
import { getContracts } from './contracts/list.ts';
import type { DeskDeps } from './context.ts';
import { getCases, getMe, getQueues, getStaff } from './lists.ts';

/** Every address of the desk's API (contract.md). */
export const deskRoutes = (deps: DeskDeps): readonly Route[] => [
  { method: 'GET', path: '/api/desk/me', endpoint: getMe(deps) },
  { method: 'GET', path: '/api/desk/staff', endpoint: getStaff(deps) },
  { method: 'GET', path: '/api/desk/queues', endpoint: getQueues(deps) },
  { method: 'GET', path: '/api/desk/attainment', endpoint: getAttainment(deps) },
  { method: 'GET', path: '/api/desk/cases', endpoint: getCases(deps) },
  { method: 'POST', path: '/api/desk/cases', endpoint: postDeskCase(deps) },
  { method: 'GET', path: '/api/desk/cases/{caseId}', endpoint: getDeskCase(deps) },
  { method: 'GET', path: '/api/desk/cases/{caseId}/attachments/{id}', endpoint: getDeskAttachment(deps) },
  { method: 'POST', path: '/api/desk/cases/{caseId}/{action}', endpoint: postAction(deps) },
  { method: 'GET', path: '/api/desk/contracts', endpoint: getContracts(deps) },
  { method: 'GET', path: '/api/desk/contracts/{contractId}', endpoint: getContract(deps) },
  { method: 'PUT', path: '/api/desk/contracts/{contractId}', endpoint: putDeskContract(deps) },
  { method: 'POST', path: '/api/desk/contracts/{contractId}/payments', endpoint: postPayment(deps) },
  { method: 'POST', path: '/api/desk/clocks/preview', endpoint: postPreview(deps) },
  { method: 'GET', path: '/api/desk/clocks/rules', endpoint: getRules(deps) },
  { method: 'PUT', path: '/api/desk/clocks/rules', endpoint: putRules(deps) },
  { method: 'GET', path: '/api/desk/clocks/rules/versions', endpoint: getRulesVersions(deps) },
  { method: 'GET', path: '/api/desk/clocks/holidays', endpoint: getHolidays(deps) },
  { method: 'POST', path: '/api/desk/clocks/notice', endpoint: postNotice(deps) },
];
