import type { OpenApi, Operation, Parameter, Response } from '../../../web/docs/openapi.ts';
import { BODY_PROBLEMS } from './customerPaths.ts';
import { DESK, signedIn } from './deskPaths.ts';
import {
  CONSENT_EXAMPLES,
  EXAMPLE_CONTRACT,
  EXAMPLE_ROW,
  EXAMPLE_TASKS,
  PAYMENT_EXAMPLES,
  TASK_EXAMPLES,
  TERMS_EXAMPLES,
} from './exampleContract.ts';
import { example, headers, json, parameter, responseRef, type HeaderName } from './parts.ts';

const answered = (description: string, ...names: readonly HeaderName[]): Response => ({
  description,
  headers: headers('ETag', ...names),
  content: json('Contract', example('A premium was paid at the second attempt', EXAMPLE_CONTRACT)),
});

const filter = (name: string, description: string, one: string, format?: string): Parameter => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', ...(format && { format }) },
  example: one,
});

const pageSize = (description: string): Parameter => ({
  name: 'limit',
  in: 'query',
  description,
  schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
});

const CURSOR: Parameter = {
  name: 'cursor',
  in: 'query',
  description: '`nextCursor` of the page before. Opaque, and only good for the same list.',
  schema: { type: 'string' },
};

/** Answers about contracts that more than one operation gives. */
export const CONTRACT_RESPONSES: Readonly<Record<string, Response>> = {
  Contract: answered('The contract as it is now.', 'Idempotency-Replayed'),
};

/** Filters of a list of contracts. */
export const CONTRACT_FILTERS: readonly Parameter[] = [
  filter('customer', 'Contracts of the customer with this e-mail address.', 'li.na@example.com', 'email'),
  filter('number', 'Contracts whose number is this, or begins with it.', 'P-2026-'),
  filter('owner', 'Contracts of this owner, by staff id.', 'lin'),
  filter('dueFrom', 'Contracts whose oldest unpaid due date is this day or later.', '2027-03-01', 'date'),
  filter('dueTo', 'Contracts whose oldest unpaid due date is this day or earlier.', '2027-05-31', 'date'),
];

const listContracts: Operation = {
  operationId: 'listContracts',
  tags: ['Contracts'],
  summary: 'List contracts',
  description:
    'The register, a page at a time: all contracts, or those that fit all that is asked for. What was written is in the list within a second.',
  security: DESK,
  parameters: [...CONTRACT_FILTERS, pageSize('Contracts on a page at most.'), CURSOR, parameter('AcceptLanguage')],
  responses: {
    '200': { description: 'A page.', content: json('ContractsPage', example('The last page', { items: [EXAMPLE_ROW] })) },
    ...signedIn('bad-cursor', 'invalid-input'),
  },
};

const getContract: Operation = {
  operationId: 'getContract',
  tags: ['Contracts'],
  summary: 'Read a contract',
  description:
    'Its terms, its due dates of the next two years, payments, what was done for it and what is to come, everything sent, which messages the customer wants, and every event.',
  security: DESK,
  parameters: [parameter('ContractId')],
  responses: { '200': responseRef('Contract'), ...signedIn('not-found') },
};

const putContract: Operation = {
  operationId: 'putContract',
  tags: ['Contracts'],
  summary: 'Register or change a contract',
  description: [
    'For `agent`, `supervisor` and `admin`: the contract as your own system has it, as often as you like.',
    '- A number that is new registers a contract: 201.',
    '- The same terms again are not written: 200, with the contract as it is, whatever `If-Match` says.',
    '- Other terms change the contract: 200. Premiums that are paid stay paid; a new rhythm starts where the old one was paid up to.',
    '',
    '`If-Match` is up to you. With it, nothing is changed that you have not seen. Without it the terms replace whatever is there, unless they are of another customer: if neither name, e-mail nor phone is the same, the number was most likely mistaken, and the answer is 422 (`another-customer`). A contract that did change hands is sent with `If-Match`. What the old customer agreed to then counts no more, and the reminders of the unpaid premium begin anew.',
  ].join('\n'),
  security: DESK,
  parameters: [parameter('ContractId'), parameter('ContractIfMatch'), parameter('IdempotencyKey'), parameter('AcceptLanguage')],
  requestBody: { required: true, content: json('NewTerms', TERMS_EXAMPLES) },
  responses: {
    '200': responseRef('Contract'),
    '201': answered('The contract is in the register.', 'Location', 'Idempotency-Replayed'),
    ...signedIn(...BODY_PROBLEMS, 'stale-contract', 'key-reused'),
  },
};

const reportPayment: Operation = {
  operationId: 'reportPayment',
  tags: ['Contracts'],
  summary: 'Report a payment',
  description: [
    'For `agent`, `supervisor` and `admin`: what the billing system knows of a premium, in any order and as often as it likes. The same report again, known by its `reference`, gets the same answer and changes nothing.',
    'It counts for `dueOn`, or for the oldest unpaid due date. An amount that is not the premium is refused, with the amount that is due. After the grace period it reinstates the cover.',
    'A payment that was made after the last day of cover is refused (`contract-ended`); one that was made before it counts, however late it is reported.',
  ].join('\n\n'),
  security: DESK,
  parameters: [parameter('ContractId'), parameter('IdempotencyKey'), parameter('AcceptLanguage')],
  requestBody: { required: true, content: json('Payment', PAYMENT_EXAMPLES) },
  responses: {
    '200': responseRef('Contract'),
    ...signedIn(...BODY_PROBLEMS, 'not-found', 'contract-ended', 'key-reused'),
  },
};

const REPORT_PARAMETERS = [parameter('ContractIfMatch'), parameter('IdempotencyKey'), parameter('AcceptLanguage')];

const reportTask: Operation = {
  operationId: 'reportTask',
  tags: ['Contracts'],
  summary: 'Report on a task',
  description: [
    'For `agent`, `supervisor` and `admin`: what became of a visit or a call.',
    '- `done`: it is closed.',
    '- `postponed`: it stays open until another day, after today of the customer and at the latest on `postponeTo` of the task.',
    '- `impossible`: it is closed, with the reason in `notes`.',
    '',
    'A task that is closed already is not reported on again (`task-closed`): the answer has the contract as it is.',
  ].join('\n'),
  security: DESK,
  parameters: [parameter('ContractId'), parameter('TaskId'), ...REPORT_PARAMETERS],
  requestBody: { required: true, content: json('TaskReport', TASK_EXAMPLES) },
  responses: {
    '200': responseRef('Contract'),
    ...signedIn(...BODY_PROBLEMS, 'not-found', 'task-closed', 'stale-contract', 'key-reused'),
  },
};

const recordConsent: Operation = {
  operationId: 'recordConsent',
  tags: ['Contracts'],
  summary: 'Record a consent, or its withdrawal',
  description:
    'For `agent`, `supervisor` and `admin`: what a customer said to staff about messages. It counts for all contracts of the same e-mail address, from the next message on; the newest word counts. Word on `service` messages is kept, but these go out without consent: they belong to the contract.',
  security: DESK,
  parameters: [parameter('ContractId'), ...REPORT_PARAMETERS],
  requestBody: { required: true, content: json('SaidConsent', CONSENT_EXAMPLES) },
  responses: {
    '200': responseRef('Contract'),
    ...signedIn(...BODY_PROBLEMS, 'not-found', 'stale-contract', 'key-reused'),
  },
};

const listTasks: Operation = {
  operationId: 'listTasks',
  tags: ['Contracts'],
  summary: 'List open tasks',
  description:
    'Visits and calls that are to be done, a page at a time: the contract with the most urgent task first, with all of its tasks that fit. What was written is in the list within a second.',
  security: DESK,
  parameters: [
    filter(
      'owner',
      'Tasks of this owner, by staff id; `me` for your own, `nobody` for those whose owner has left. All when missing.',
      'me',
    ),
    filter('dueTo', 'Tasks to be done by this day or earlier.', '2026-05-31', 'date'),
    pageSize('Contracts on a page at most; one with several tasks has several lines.'),
    CURSOR,
    parameter('AcceptLanguage'),
  ],
  responses: {
    '200': { description: 'A page.', content: json('TasksPage', example('The last page', { items: EXAMPLE_TASKS })) },
    ...signedIn('bad-cursor', 'invalid-input'),
  },
};

/** The register of contracts, by address. */
export const CONTRACT_PATHS: OpenApi['paths'] = {
  '/api/desk/contracts': { get: listContracts },
  '/api/desk/contracts/{contractId}': { get: getContract, put: putContract },
  '/api/desk/contracts/{contractId}/payments': { post: reportPayment },
  '/api/desk/contracts/{contractId}/tasks/{taskId}': { post: reportTask },
  '/api/desk/contracts/{contractId}/consents': { post: recordConsent },
  '/api/desk/tasks': { get: listTasks },
};
