import type { OpenApi, Operation, Response } from '../../../web/docs/openapi.ts';
import { BODY_PROBLEMS } from './customerPaths.ts';
import { DESK, signedIn } from './deskPaths.ts';
import { CARE_RULES_CHANGE, CARE_RULES_VERSIONS, EXAMPLE_CARE_BOOK } from './exampleCare.ts';
import { example, headers, json, parameter, type HeaderName } from './parts.ts';

const rulesResponse = (...names: readonly HeaderName[]): Response => ({
  description: 'The rules with their version.',
  headers: headers(...names),
  content: json('CareBook', example('The first version that was made at the desk', EXAMPLE_CARE_BOOK)),
});

const readCareRules: Operation = {
  operationId: 'readCareRules',
  tags: ['Contracts'],
  summary: 'Read the service plans',
  description:
    'Touchpoints, reminders, lapse and quiet hours in force, by product. For everybody at the desk. Its ETag is what a change needs as `If-Match`.',
  security: DESK,
  responses: { '200': rulesResponse('ETag'), ...signedIn() },
};

const changeCareRules: Operation = {
  operationId: 'changeCareRules',
  tags: ['Contracts'],
  summary: 'Change the service plans',
  description: [
    'Makes the next version, in force at once for every contract. For `admin`.',
    'What was done stays done: it is remembered by the ids of touchpoints, so that an id is for one thing. A step that was taken is not taken again because its days or words changed; what is still to come follows the new version.',
    'The same content as in force is not written again: the answer is the version in force.',
    'Refused with the field: a plan that no product can reach (`never-reached`), no plan for all at the end (`no-catch-all`), reminders in the wrong order (`not-later`), a greeting by mail without consent (`needs-consent`), a word in braces that stands for nothing (`placeholder`), quiet hours that leave too little day (`day-too-short`), and whatever else is wrong with a field.',
  ].join('\n\n'),
  security: DESK,
  parameters: [parameter('RulesIfMatch'), parameter('IdempotencyKey'), parameter('AcceptLanguage')],
  requestBody: { required: true, content: json('CareRulesChange', example('A visit every four months', CARE_RULES_CHANGE)) },
  responses: {
    '200': rulesResponse('ETag', 'Idempotency-Replayed'),
    ...signedIn(...BODY_PROBLEMS, 'stale-care-rules', 'key-reused', 'precondition-required'),
  },
};

const listCareRulesVersions: Operation = {
  operationId: 'listCareRulesVersions',
  tags: ['Contracts'],
  summary: 'List the versions of the service plans',
  description: 'Who changed them, when and why.',
  security: DESK,
  responses: {
    '200': { description: 'All versions.', content: json('RulesVersions', example('One change', CARE_RULES_VERSIONS)) },
    ...signedIn(),
  },
};

/** How staff read the service plans, and how admins set them, by address. */
export const CARE_PATHS: OpenApi['paths'] = {
  '/api/desk/care/rules': { get: readCareRules, put: changeCareRules },
  '/api/desk/care/rules/versions': { get: listCareRulesVersions },
};
