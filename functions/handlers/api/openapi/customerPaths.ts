import type { Content, Example, OpenApi, Operation, Reference, Response } from '../../../web/docs/openapi.ts';
import type { ProblemType } from '../../../http/problem.ts';
import { ATTACHMENT_BYTES, ATTACHMENT_TYPES } from '../attachments.ts';
import { COMPLAINT, DECISIONS, MESSAGES, OPENINGS, REOPENINGS, SURVEYS, UPLOADS, WITHDRAWALS } from './exampleBodies.ts';
import { CASE_ID, exampleCustomerCase, OFFERED, TOKEN } from './exampleCase.ts';
import { example, form, headers, json, PAGE, parameter, responseRef } from './parts.ts';
import { problemResponses } from './problems.ts';

/** Answers that the gateway may give to any request, and what breaks. */
export const ALWAYS: Readonly<Record<string, Reference>> = {
  '429': responseRef('Throttled'),
  ...problemResponses(['internal']),
  '503': responseRef('Unavailable'),
};

/** What can be wrong with any body. */
export const BODY_PROBLEMS: readonly ProblemType[] = ['malformed-body', 'body-too-large', 'unsupported-media-type', 'invalid-input'];

/** What is wrong when a link is not the key. */
const LINK_PROBLEMS: readonly ProblemType[] = ['not-found', 'gone'];

/** Answers of the customer's side, and of both sides, that more than one operation gives. */
export const customerResponses = (siteUrl: string): Readonly<Record<string, Response>> => ({
  OpenedCase: {
    description: 'The case is open, and the acknowledgement is on its way.',
    headers: headers('Location', 'Idempotency-Replayed'),
    content: json(
      'OpenedCase',
      example('A new complaint', {
        caseId: CASE_ID,
        stage: 'intake',
        trackingUrl: `${siteUrl}/track/${CASE_ID}?t=${TOKEN}`,
        firstResponseDue: exampleCustomerCase(1).clocks.firstResponse.due,
        resolutionDue: exampleCustomerCase(1).clocks.resolution.due,
      }),
    ),
  },
  CustomerCase: {
    description: 'The case as it is now.',
    headers: headers('ETag', 'Idempotency-Replayed'),
    content: json('CustomerCase', example('A complaint with an offer to decide on', exampleCustomerCase(OFFERED))),
  },
  SeeOther: { description: 'To a form: the browser goes on to the tracking page.', headers: headers('Location') },
  File: {
    description: 'The file as it was sent.',
    headers: headers('Content-Disposition'),
    content: Object.fromEntries(ATTACHMENT_TYPES.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }])),
  },
});

const TRACKING = [{ trackingToken: [] }];

const FILE: Content = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: {
        file: {
          type: 'string',
          contentMediaType: 'application/octet-stream',
          description: `The file, up to ${ATTACHMENT_BYTES / 1_000_000} MB: ${ATTACHMENT_TYPES.join(', ')}. The first bytes decide, not the name.`,
        },
        key: { type: 'string', description: 'The Idempotency-Key of a form.' },
        t: { type: 'string', description: 'The tracking token of a form; takes the place of `Authorization`.' },
      },
      required: ['file'],
    },
    encoding: { file: { contentType: ATTACHMENT_TYPES.join(', ') } },
  },
};

interface Act {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly schema: string;
  readonly examples: Readonly<Record<string, Example>>;
  readonly isBodyRequired?: boolean;
  /** What a browser sends instead of JSON. */
  readonly asForm?: Content;
}

/** Something that a customer does with a case: JSON with a bearer token, or a form that carries its token. */
const act = ({ operationId, summary, description, schema, examples, isBodyRequired = true, asForm }: Act): Operation => ({
  operationId,
  tags: ['Cases'],
  summary,
  description,
  security: TRACKING,
  parameters: [parameter('CaseId'), parameter('IdempotencyKey'), parameter('AcceptLanguage')],
  requestBody: { required: isBodyRequired, content: { ...json(schema, examples), ...(asForm ?? form(schema, examples, 'key', 't')) } },
  responses: {
    '200': responseRef('CustomerCase'),
    '303': responseRef('SeeOther'),
    ...problemResponses([...BODY_PROBLEMS, ...LINK_PROBLEMS, 'not-allowed-now', 'key-reused'], true),
    ...ALWAYS,
  },
});

const openCase: Operation = {
  operationId: 'openCase',
  tags: ['Cases'],
  summary: 'Open a case',
  description: [
    'Opens a complaint, an after-sales request or an inquiry. The answer holds the number, when to expect what, and the tracking link; the customer gets the same by mail.',
    'Fields that are not described are refused, with their pointer.',
    '- A **complaint** says that something went wrong and what would put it right: `desiredRemedy` is required.',
    '- An **after-sales** request names the product and whether it is to be returned, exchanged, repaired or refunded: `request` and `product` are required.',
    '- An **inquiry** asks a question: `subject` and `description` are enough.',
  ].join('\n'),
  security: [],
  parameters: [parameter('IdempotencyKey'), parameter('AcceptLanguage')],
  requestBody: {
    required: true,
    content: {
      ...json('Opening', OPENINGS),
      ...form('Opening', { complaint: { summary: 'Complaint, in Chinese', value: COMPLAINT } }, 'key'),
    },
  },
  responses: {
    '201': responseRef('OpenedCase'),
    '303': responseRef('SeeOther'),
    ...ALWAYS,
    ...problemResponses([...BODY_PROBLEMS, 'key-reused', 'too-many-requests'], true),
  },
};

const getCase: Operation = {
  operationId: 'getCase',
  tags: ['Cases'],
  summary: 'Read a case',
  description: 'Where the case stands, what happens next and by when, what happened so far, and the offer while the customer is to decide.',
  security: TRACKING,
  parameters: [parameter('CaseId')],
  responses: {
    '200': responseRef('CustomerCase'),
    ...problemResponses(LINK_PROBLEMS),
    ...ALWAYS,
  },
};

const getAttachment: Operation = {
  operationId: 'getAttachment',
  tags: ['Cases'],
  summary: 'Download a file of a case',
  description: 'The file as it was sent, always as a download.',
  security: [{ trackingToken: [] }, { trackingLink: [] }],
  parameters: [parameter('CaseId'), parameter('AttachmentId')],
  responses: { '200': responseRef('File'), ...problemResponses(LINK_PROBLEMS), ...ALWAYS },
};

const answerSurvey: Operation = {
  operationId: 'answerSurvey',
  tags: ['Surveys'],
  summary: 'Answer the survey',
  description:
    'Once for each case. The token is that of the link in the invitation. A low score, or a comment from somebody who would not recommend us, opens a follow-up case for a supervisor.',
  security: [],
  parameters: [parameter('SurveyToken'), parameter('AcceptLanguage')],
  requestBody: { required: true, content: { ...json('Survey', SURVEYS), ...form('Survey', SURVEYS) } },
  responses: {
    '200': {
      description: 'Thank you.',
      content: { ...json('AnsweredSurvey', example('Answered', { caseId: CASE_ID, answered: true })), ...PAGE },
    },
    ...problemResponses([...BODY_PROBLEMS, ...LINK_PROBLEMS, 'already-answered'], true),
    ...ALWAYS,
  },
};

/** What customers can do, by address. */
export const CUSTOMER_PATHS: OpenApi['paths'] = {
  '/api/cases': { post: openCase },
  '/api/cases/{caseId}': { get: getCase },
  '/api/cases/{caseId}/messages': {
    post: act({
      operationId: 'writeMessage',
      summary: 'Write to us',
      description: 'A message to the colleague in charge, or the answer to our question: then the case goes on.',
      schema: 'Message',
      examples: MESSAGES,
    }),
  },
  '/api/cases/{caseId}/decision': {
    post: act({
      operationId: 'decide',
      summary: 'Accept or reject an offer',
      description:
        'While `waitingFor` is `customer-decision`. A rejection sends the case back to investigation by somebody else, twice at most; then a supervisor decides.',
      schema: 'Decision',
      examples: DECISIONS,
    }),
  },
  '/api/cases/{caseId}/withdrawal': {
    post: act({
      operationId: 'withdraw',
      summary: 'Withdraw a case',
      description: 'Closes the case at once.',
      schema: 'Withdrawal',
      examples: WITHDRAWALS,
      isBodyRequired: false,
    }),
  },
  '/api/cases/{caseId}/reopening': {
    post: act({
      operationId: 'reopen',
      summary: 'Reopen a closed case',
      description: 'Until `reopenUntil` of the case. Afterwards a new case is the way.',
      schema: 'Reopening',
      examples: REOPENINGS,
    }),
  },
  '/api/cases/{caseId}/attachments': {
    post: act({
      operationId: 'attachFile',
      summary: 'Add a file',
      description: 'A photo of the fault, an invoice. Ten files a case at most.',
      schema: 'Upload',
      examples: UPLOADS,
      asForm: FILE,
    }),
  },
  '/api/cases/{caseId}/attachments/{id}': { get: getAttachment },
  '/api/surveys/{token}': { post: answerSurvey },
};
