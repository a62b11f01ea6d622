import type { Route } from '../../http/app.ts';
import { later } from '../../http/message.ts';
import type { DeskDeps } from './context.ts';

/** Every address of the desk's API (contract.md). */
export const deskRoutes = (deps: DeskDeps): readonly Route[] => [
  { method: 'GET', path: '/api/desk/me', endpoint: later(async () => (await import('./lists.ts')).getMe(deps)) },
  { method: 'GET', path: '/api/desk/staff', endpoint: later(async () => (await import('./lists.ts')).getStaff(deps)) },
  { method: 'GET', path: '/api/desk/queues', endpoint: later(async () => (await import('./lists.ts')).getQueues(deps)) },
  { method: 'GET', path: '/api/desk/attainment', endpoint: later(async () => (await import('./attainment.ts')).getAttainment(deps)) },
  {
    method: 'GET',
    path: '/api/desk/care/figures',
    endpoint: later(async () => (await import('./care/figures.ts')).getCareFigures(deps)),
  },
  { method: 'GET', path: '/api/desk/cases', endpoint: later(async () => (await import('./lists.ts')).getCases(deps)) },
  { method: 'POST', path: '/api/desk/cases', endpoint: later(async () => (await import('./actions.ts')).postDeskCase(deps)) },
  { method: 'GET', path: '/api/desk/cases/{caseId}', endpoint: later(async () => (await import('./case.ts')).getDeskCase(deps)) },
  {
    method: 'GET',
    path: '/api/desk/cases/{caseId}/attachments/{id}',
    endpoint: later(async () => (await import('./case.ts')).getDeskAttachment(deps)),
  },
  {
    method: 'POST',
    path: '/api/desk/cases/{caseId}/{action}',
    endpoint: later(async () => (await import('./actions.ts')).postAction(deps)),
  },
  { method: 'GET', path: '/api/desk/contracts', endpoint: later(async () => (await import('./contracts/list.ts')).getContracts(deps)) },
  {
    method: 'GET',
    path: '/api/desk/contracts/{contractId}',
    endpoint: later(async () => (await import('./contracts/contract.ts')).getContract(deps)),
  },
  {
    method: 'PUT',
    path: '/api/desk/contracts/{contractId}',
    endpoint: later(async () => (await import('./contracts/contract.ts')).putDeskContract(deps)),
  },
  {
    method: 'POST',
    path: '/api/desk/contracts/{contractId}/payments',
    endpoint: later(async () => (await import('./contracts/contract.ts')).postPayment(deps)),
  },
  {
    method: 'POST',
    path: '/api/desk/contracts/{contractId}/tasks/{taskId}',
    endpoint: later(async () => (await import('./contracts/reports.ts')).postTask(deps)),
  },
  {
    method: 'POST',
    path: '/api/desk/contracts/{contractId}/consents',
    endpoint: later(async () => (await import('./contracts/reports.ts')).postConsent(deps)),
  },
  { method: 'GET', path: '/api/desk/tasks', endpoint: later(async () => (await import('./tasks/list.ts')).getTasks(deps)) },
  {
    method: 'POST',
    path: '/api/desk/clocks/preview',
    endpoint: later(async () => (await import('./clocks/preview.ts')).postPreview(deps)),
  },
  { method: 'GET', path: '/api/desk/clocks/rules', endpoint: later(async () => (await import('./clocks/rules.ts')).getRules(deps)) },
  { method: 'PUT', path: '/api/desk/clocks/rules', endpoint: later(async () => (await import('./clocks/rules.ts')).putRules(deps)) },
  {
    method: 'GET',
    path: '/api/desk/clocks/rules/versions',
    endpoint: later(async () => (await import('./clocks/rules.ts')).getRulesVersions(deps)),
  },
  { method: 'GET', path: '/api/desk/care/rules', endpoint: later(async () => (await import('./care/rules.ts')).getCareRules(deps)) },
  { method: 'PUT', path: '/api/desk/care/rules', endpoint: later(async () => (await import('./care/rules.ts')).putCareRules(deps)) },
  {
    method: 'GET',
    path: '/api/desk/care/rules/versions',
    endpoint: later(async () => (await import('./care/rules.ts')).getCareRulesVersions(deps)),
  },
  {
    method: 'GET',
    path: '/api/desk/clocks/holidays',
    endpoint: later(async () => (await import('./clocks/holidays.ts')).getHolidays(deps)),
  },
  { method: 'POST', path: '/api/desk/clocks/notice', endpoint: later(async () => (await import('./clocks/holidays.ts')).postNotice(deps)) },
];
