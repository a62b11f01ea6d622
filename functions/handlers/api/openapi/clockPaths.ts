import { FIRST_YEAR, LAST_YEAR } from '../../../domain/clocks/calendar.ts';
import { MOST_LINES } from '../../../domain/clocks/preview.ts';
import { REGIONS } from '../../../domain/clocks/regions/holidayYear.ts';
import type { OpenApi, Operation, Parameter, Response } from '../../../web/docs/openapi.ts';
import { BODY_PROBLEMS } from './customerPaths.ts';
import { DESK, signedIn } from './deskPaths.ts';
import {
  ATTAINMENTS,
  CLOCK_ANSWERS,
  CLOCK_QUESTIONS,
  EXAMPLE_BOOK,
  HOLIDAY_YEAR,
  NOTICE,
  NOTICE_ANSWER,
  NOTICE_YEAR,
  RULES_CHANGE,
  RULES_VERSIONS,
} from './exampleClocks.ts';
import { example, headers, json, parameter, type HeaderName } from './parts.ts';

const previewClocks: Operation = {
  operationId: 'previewClocks',
  tags: ['Clocks'],
  summary: 'Ask the clocks',
  description: [
    'What the clocks would say, by the rules in force and the same code that runs on cases. For everybody at the desk. Nothing is written.',
    '- `targets`: when is it due? A target ends at closing time where it fits exactly, and is pushed out by every pause in open time.',
    '- `end`: how much open time has passed?',
    '- `legal`: when does a statutory period end?',
    '- `contract`: on which days of a contract is something due?',
    `Times are moments with an offset or \`Z\`, from ${FIRST_YEAR} to ${LAST_YEAR}. A start outside of open time, or in an hour that the zone skips, is a moment like any other: the clock waits for the next opening. The receipts of one answer have ${MOST_LINES.toLocaleString('en')} lines at most, some 25 years of office hours; what would have more is refused.`,
  ].join('\n'),
  security: DESK,
  parameters: [parameter('AcceptLanguage')],
  requestBody: { required: true, content: json('ClockQuestion', CLOCK_QUESTIONS) },
  responses: {
    '200': { description: 'The answer, in the shape that fits the question.', content: json('ClockAnswer', CLOCK_ANSWERS) },
    ...signedIn(...BODY_PROBLEMS),
  },
};

const rulesResponse = (...names: readonly HeaderName[]): Response => ({
  description: 'The rules with their version.',
  headers: headers(...names),
  content: json('RuleBook', example('The first version that was made at the desk', EXAMPLE_BOOK)),
});

const readRules: Operation = {
  operationId: 'readRules',
  tags: ['Clocks'],
  summary: 'Read the rules',
  description:
    'The calendars, policies, milestones, statutory periods and statutory days in force. Its ETag is what a change needs as `If-Match`.',
  security: DESK,
  responses: { '200': rulesResponse('ETag'), ...signedIn() },
};

const changeRules: Operation = {
  operationId: 'changeRules',
  tags: ['Clocks'],
  summary: 'Change the rules',
  description: [
    'Makes the next version, in force at once. For `admin`.',
    'Clocks that were met keep the version of that moment; those that run follow the new one, with the pauses that they had. Open cases are gone over at once: due times, warnings and lists.',
    'The same content as in force is not written again: the answer is the version in force.',
    'Refused with the field: a policy that no case can reach (`never-reached`), no policy for all at the end (`no-catch-all`), calendars that are wrong or missing, and whatever else is wrong with a field.',
  ].join('\n\n'),
  security: DESK,
  parameters: [parameter('RulesIfMatch'), parameter('IdempotencyKey'), parameter('AcceptLanguage')],
  requestBody: { required: true, content: json('RulesChange', example('More time for a first response', RULES_CHANGE)) },
  responses: {
    '200': rulesResponse('ETag', 'Idempotency-Replayed'),
    ...signedIn(...BODY_PROBLEMS, 'stale-rules', 'key-reused', 'precondition-required'),
  },
};

const listRulesVersions: Operation = {
  operationId: 'listRulesVersions',
  tags: ['Clocks'],
  summary: 'List the versions of the rules',
  description: 'Who changed the rules, when and why.',
  security: DESK,
  responses: {
    '200': { description: 'All versions.', content: json('RulesVersions', example('One change', RULES_VERSIONS)) },
    ...signedIn(),
  },
};

const month = (name: string, description: string): Parameter => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' },
  example: '2026-02',
});

const getHolidays: Operation = {
  operationId: 'getHolidays',
  tags: ['Clocks'],
  summary: 'Read the statutory days of a year',
  description:
    'As they count now: those that were entered here, else those that came with the software, else what the law alone says, with `confirmed: false`.',
  security: DESK,
  parameters: [
    { name: 'region', in: 'query', required: true, description: 'The region.', schema: { type: 'string', enum: REGIONS }, example: 'CN' },
    {
      name: 'year',
      in: 'query',
      required: true,
      description: 'The year.',
      schema: { type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR },
      example: NOTICE_YEAR,
    },
    parameter('AcceptLanguage'),
  ],
  responses: {
    '200': { description: 'The days.', content: json('HolidayYear', example('Mainland China', HOLIDAY_YEAR)) },
    ...signedIn('invalid-input'),
  },
};

const readNotice: Operation = {
  operationId: 'readNotice',
  tags: ['Clocks'],
  summary: 'Read a notice of the State Council',
  description:
    'Reads the notice on the holidays of a year as it was published, and says which dates would count otherwise. For `admin`. Nothing is guessed and nothing is written: a sentence that is not understood is an error, with its words in `about`. To put the days into force, send the rules with `holidayYear` added to their `holidayYears`.',
  security: DESK,
  parameters: [parameter('AcceptLanguage')],
  requestBody: { required: true, content: json('NoticeQuestion', example('The notice of 2026', NOTICE)) },
  responses: {
    '200': { description: 'What it says.', content: json('NoticeAnswer', example('These days were known', NOTICE_ANSWER)) },
    ...signedIn(...BODY_PROBLEMS),
  },
};

const getAttainment: Operation = {
  operationId: 'getAttainment',
  tags: ['Clocks'],
  summary: 'Read how targets were kept',
  description:
    'By month, policy and clock. A case counts in the month in which it was first resolved, by the policy that counted for it. Twelve months at most.',
  security: DESK,
  parameters: [
    month('from', 'The first month; the last one when missing.'),
    month('to', 'The last month; the running one when missing.'),
    parameter('AcceptLanguage'),
  ],
  responses: {
    '200': { description: 'The months.', content: json('Attainments', example('A month with three cases, one of them late', ATTAINMENTS)) },
    ...signedIn('invalid-input'),
  },
};

/** What staff ask the clocks, and how admins set them, by address. */
export const CLOCK_PATHS: OpenApi['paths'] = {
  '/api/desk/attainment': { get: getAttainment },
  '/api/desk/clocks/preview': { post: previewClocks },
  '/api/desk/clocks/rules': { get: readRules, put: changeRules },
  '/api/desk/clocks/rules/versions': { get: listRulesVersions },
  '/api/desk/clocks/holidays': { get: getHolidays },
  '/api/desk/clocks/notice': { post: readNotice },
};
