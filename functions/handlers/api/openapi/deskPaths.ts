import { GROUPS, STAGES } from '../../../domain/case/model.ts';
import { ACTIONS, mayEver, type Action } from '../../../domain/case/permissions.ts';
import type { ProblemType } from '../../../http/problem.ts';
import { QUEUES } from '../../../usecases/listCases.ts';
import type { OpenApi, Operation, Reference, Response } from '../../../web/docs/openapi.ts';
import { ALWAYS, BODY_PROBLEMS } from './customerPaths.ts';
import { ACTION_EXAMPLES, DESK_OPENINGS } from './exampleBodies.ts';
import { CASE_ID, exampleDeskCase, exampleRow, OFFERED, TOKEN } from './exampleCase.ts';
import { example, headers, json, parameter, responseRef } from './parts.ts';
import { problemResponses } from './problems.ts';
import { SCHEMAS } from './schemas.ts';

/** Staff only. */
export const DESK = [{ desk: [] }];

/** Problems of an operation for staff, beside those that every operation has. */
export const signedIn = (...types: readonly ProblemType[]): Readonly<Record<string, Reference>> => ({
  '401': responseRef('Unauthorized'),
  ...problemResponses(['forbidden', ...types]),
  ...ALWAYS,
});

/** Answers of the desk that more than one operation gives. */
export const deskResponses = (siteUrl: string): Readonly<Record<string, Response>> => ({
  DeskCase: {
    description: 'The case as it is now.',
    headers: headers('ETag', 'Idempotency-Replayed'),
    content: json(
      'DeskCase',
      example('A complaint with an offer out, as its owner sees it', {
        ...exampleDeskCase(OFFERED),
        mails: [
          { kind: 'acknowledgement', status: 'sent', at: '2026-03-02T01:10:02.000Z' },
          { kind: 'offer', status: 'sent', at: '2026-03-02T06:20:02.000Z' },
        ],
        trackingUrl: `${siteUrl}/track/${CASE_ID}?t=${TOKEN}`,
        executionUrl: `https://console.aws.amazon.com/states/home#/v2/executions/details/${CASE_ID}`,
      }),
    ),
  },
});

interface ActionWords {
  readonly schema: string;
  readonly summary: string;
  readonly description: string;
}

/** What each action is for. Who may do it, and at which point, is added from the rules themselves. */
const ACTION_WORDS: Readonly<Record<Action, ActionWords>> = {
  assign: { schema: 'Assign', summary: 'Give a case to somebody', description: 'The first time ends Intake: somebody is accountable now.' },
  classify: {
    schema: 'Classify',
    summary: 'Sort a case',
    description: 'Corrects category, priority and safety; due times follow the priority.',
  },
  respond: {
    schema: 'Message',
    summary: 'Answer the customer',
    description: 'Goes out by mail. The first one stops the first-response clock.',
  },
  note: { schema: 'Note', summary: 'Leave a note', description: 'For colleagues only.' },
  hold: {
    schema: 'Hold',
    summary: 'Put a case on hold',
    description: 'The clocks stand still until `resume`, or until the customer answers the question.',
  },
  resume: { schema: 'Resume', summary: 'Go on with a case', description: 'Ends the hold; the clocks run again.' },
  findings: {
    schema: 'Findings',
    summary: 'Report what was found',
    description: 'Ends Investigation. No investigation ends without a root cause.',
  },
  offer: {
    schema: 'NewOffer',
    summary: 'Offer something to the customer',
    description: 'Goes out by mail, and waits for the customer. An amount above your limit waits for a supervisor first.',
  },
  approve: { schema: 'Approve', summary: 'Approve an offer', description: 'The offer goes out. Never by whoever made it.' },
  decline: { schema: 'Decline', summary: 'Send an offer back', description: 'The case goes back to its owner for another offer.' },
  refuse: {
    schema: 'Refuse',
    summary: 'Refuse with reasons',
    description: 'A reasoned no, with the rule that it rests on. The customer can accept it, or reject it like an offer.',
  },
  receive: {
    schema: 'Receive',
    summary: 'Note that goods came back',
    description: 'Before an exchange, a repair or a refund against return is fulfilled.',
  },
  fulfil: { schema: 'Fulfil', summary: 'Report what was promised as done', description: 'Ends Resolution, once the customer accepted.' },
  reopen: {
    schema: 'Reopen',
    summary: 'Go on with a case that ended',
    description:
      'Back to investigation. When the time for that is over, a linked follow-up case is opened instead: then the answer is 201 with the new case, and `If-Match` is not looked at.',
  },
  escalate: { schema: 'Escalate', summary: 'Ask a supervisor to look', description: 'Counts on the case and shows in the queues.' },
  extend: {
    schema: 'Extend',
    summary: 'Extend the statutory period of a complaint',
    description:
      'The customer gets the reasons and the new last day by mail; no other clock moves. `extendable` of the legal clock says what the law allows next. What needs approval is done by a supervisor or administrator who neither owns the case nor extended it before: that is the approval.',
  },
};

const groupsThatMay = (action: Action): string =>
  GROUPS.filter((group) => mayEver({ id: '', name: '', groups: [group] }, action))
    .map((group) => `\`${group}\``)
    .join(', ');

const actionOperation = (action: Action): Operation => {
  const { schema, summary, description } = ACTION_WORDS[action];
  return {
    operationId: `${action}Case`,
    tags: ['Desk actions'],
    summary,
    description: `${description}\n\nFor ${groupsThatMay(action)}, while \`actions\` of the case names \`${action}\`.`,
    security: DESK,
    parameters: [parameter('CaseId'), parameter('IfMatch'), parameter('IdempotencyKey'), parameter('AcceptLanguage')],
    requestBody: { required: (SCHEMAS[schema]?.required ?? []).length > 0, content: json(schema, ACTION_EXAMPLES[action]) },
    responses: {
      '200': responseRef('DeskCase'),
      ...(action === 'reopen' && { '201': responseRef('OpenedCase') }),
      ...signedIn(...BODY_PROBLEMS, 'not-found', 'not-allowed-now', 'stale', 'key-reused', 'precondition-required'),
    },
  };
};

const getMe: Operation = {
  operationId: 'getMe',
  tags: ['Desk'],
  summary: 'Read who you are',
  description: 'The signed-in person with their groups.',
  security: DESK,
  responses: {
    '200': { description: 'You.', content: json('Me', example('An agent', { id: 'lin', name: 'Lin Xiaoyu', groups: ['agent'] })) },
    ...signedIn(),
  },
};

const listStaff: Operation = {
  operationId: 'listStaff',
  tags: ['Desk'],
  summary: 'List to whom a case can be given',
  description: 'Agents, supervisors and administrators. Somebody who joined shows up within a minute.',
  security: DESK,
  responses: {
    '200': {
      description: 'All of them.',
      content: json(
        'StaffList',
        example('Two people', {
          items: [
            { id: 'lin', name: 'Lin Xiaoyu', groups: ['agent'] },
            { id: 'chen', name: 'Chen Wei', groups: ['supervisor'] },
          ],
        }),
      ),
    },
    ...signedIn(),
  },
};

const countQueues: Operation = {
  operationId: 'countQueues',
  tags: ['Desk'],
  summary: 'Count the queues',
  description: 'How many open cases each queue holds.',
  security: DESK,
  responses: {
    '200': {
      description: 'The counts.',
      content: json('QueueCounts', example('A quiet day', { mine: 3, team: 42, unassigned: 5, overdue: 1 })),
    },
    ...signedIn(),
  },
};

const listCases: Operation = {
  operationId: 'listCases',
  tags: ['Desk'],
  summary: 'List a queue',
  description: 'Open cases by the time of their resolution, a page at a time.',
  security: DESK,
  parameters: [
    {
      name: 'queue',
      in: 'query',
      description: '`mine`: yours. `team`: all. `unassigned`: without an owner. `overdue`: a promise was broken.',
      schema: { type: 'string', enum: QUEUES, default: 'team' },
      example: 'overdue',
    },
    {
      name: 'stage',
      in: 'query',
      description: 'Only cases at this stage.',
      schema: { type: 'string', enum: STAGES },
    },
    {
      name: 'limit',
      in: 'query',
      description: 'Cases on a page at most.',
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
    },
    {
      name: 'cursor',
      in: 'query',
      description: '`nextCursor` of the page before. Opaque, and only good for the same list.',
      schema: { type: 'string' },
    },
    parameter('AcceptLanguage'),
  ],
  responses: {
    '200': {
      description: 'A page.',
      content: json('CasesPage', example('The last page', { items: [exampleRow(OFFERED)] })),
    },
    ...signedIn('bad-cursor', 'invalid-input'),
  },
};

const openDeskCase: Operation = {
  operationId: 'openDeskCase',
  tags: ['Desk'],
  summary: 'Open a case for a customer',
  description:
    'For a customer who phoned, wrote or came by: `channel` says which. The customer gets the same mails as for a case of their own.',
  security: DESK,
  parameters: [parameter('IdempotencyKey'), parameter('AcceptLanguage')],
  requestBody: { required: true, content: json('Opening', DESK_OPENINGS) },
  responses: { '201': responseRef('OpenedCase'), ...signedIn(...BODY_PROBLEMS, 'key-reused') },
};

const getDeskCase: Operation = {
  operationId: 'getDeskCase',
  tags: ['Desk'],
  summary: 'Read a case at the desk',
  description:
    'Everything about it, every event, the mails that went out, and what you may do now. Its ETag is what actions need as `If-Match`.',
  security: DESK,
  parameters: [parameter('CaseId')],
  responses: { '200': responseRef('DeskCase'), ...signedIn('not-found') },
};

const getDeskAttachment: Operation = {
  operationId: 'getDeskAttachment',
  tags: ['Desk'],
  summary: 'Download a file at the desk',
  description: 'The file as it was sent, always as a download.',
  security: DESK,
  parameters: [parameter('CaseId'), parameter('AttachmentId')],
  responses: { '200': responseRef('File'), ...signedIn('not-found') },
};

/** What staff can do, by address. Each action has its own, so that each has its own body. */
export const DESK_PATHS: OpenApi['paths'] = {
  '/api/desk/me': { get: getMe },
  '/api/desk/staff': { get: listStaff },
  '/api/desk/queues': { get: countQueues },
  '/api/desk/cases': { get: listCases, post: openDeskCase },
  '/api/desk/cases/{caseId}': { get: getDeskCase },
  '/api/desk/cases/{caseId}/attachments/{id}': { get: getDeskAttachment },
  ...Object.fromEntries(ACTIONS.map((action) => [`/api/desk/cases/{caseId}/${action}`, { post: actionOperation(action) }])),
};
