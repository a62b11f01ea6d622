import type { Locale } from '../../../domain/case/model.ts';
import type { FieldError } from '../../../domain/kernel/fieldError.ts';
import { Problem, PROBLEMS, type ProblemType } from '../../../http/problem.ts';
import type { Content, Example, Reference, Response } from '../../../web/docs/openapi.ts';
import { mistakes } from '../mistakes.ts';
import { exampleRow, exampleSince, OFFERED } from './exampleCase.ts';
import { EXAMPLE_CARE_BOOK } from './exampleCare.ts';
import { EXAMPLE_BOOK } from './exampleClocks.ts';
import { EXAMPLE_CHANGED, EXAMPLE_CONTRACT } from './exampleContract.ts';
import { example, headers, PAGE, responseRef, travelled, type HeaderName } from './parts.ts';
import { oneOf, SCHEMAS } from './schemas.ts';

/** True for the name of a problem. */
const isProblemType = (name: string): name is ProblemType => Object.hasOwn(PROBLEMS, name);

const PROBLEM_TYPES = Object.keys(PROBLEMS).filter(isProblemType);

/** Name of the schema of a problem: `not-found` is `NotFound`. */
export const problemSchema = (type: ProblemType): string => type.replace(/(^|-)./g, (start) => start.slice(-1).toUpperCase());

const invalid = (locale: Locale, errors: readonly FieldError[]): Problem =>
  new Problem('invalid-input', { members: { errors: mistakes(locale, errors) } });

const EXAMPLES: Readonly<Partial<Record<ProblemType, Readonly<Record<string, Problem>>>>> = {
  'malformed-body': { example: new Problem('malformed-body', { detail: 'The body is not JSON in UTF-8.' }) },
  'invalid-input': {
    'invalid-zh': invalid('zh-CN', [
      { pointer: '/desiredRemedy', code: 'required' },
      { pointer: '/customer/email', code: 'email' },
    ]),
    'invalid-en': invalid('en', [
      { pointer: '/subject', code: 'too-long', values: { max: 200 } },
      { pointer: '/colour', code: 'unknown-field' },
    ]),
  },
  'not-allowed-now': { example: new Problem('not-allowed-now', { members: { allowed: ['message', 'attachment', 'withdrawal'] } }) },
  'precondition-required': {
    example: new Problem('precondition-required', { detail: 'Send If-Match with the ETag of the case as you saw it.' }),
  },
  stale: { example: new Problem('stale', { members: { current: { ...exampleRow(OFFERED), since: exampleSince(OFFERED) } } }) },
  'stale-contract': { example: new Problem('stale-contract', { members: { current: EXAMPLE_CHANGED } }) },
  'task-closed': { example: new Problem('task-closed', { members: { current: EXAMPLE_CONTRACT } }) },
  'contract-ended': { example: new Problem('contract-ended', { members: { endsOn: '2028-02-28' } }) },
  'stale-care-rules': { example: new Problem('stale-care-rules', { members: { current: EXAMPLE_CARE_BOOK } }) },
  'stale-rules': { example: new Problem('stale-rules', { members: { current: EXAMPLE_BOOK } }) },
};

const HEADERS_OF: Readonly<Partial<Record<ProblemType, HeaderName>>> = {
  stale: 'ETag',
  'stale-contract': 'ETag',
  'task-closed': 'ETag',
  'stale-rules': 'ETag',
  'stale-care-rules': 'ETag',
  'too-many-requests': 'Retry-After',
};

const examplesOf = (type: ProblemType): readonly (readonly [string, Example])[] =>
  Object.entries(EXAMPLES[type] ?? { example: new Problem(type) }).map(([name, problem]) => [
    name === 'example' ? type : name,
    { summary: problem.message, value: travelled(problem) },
  ]);

const sentence = (type: ProblemType): string => `\`${type}\`: ${SCHEMAS[problemSchema(type)]?.description ?? ''}`;

const responseTo = (types: readonly ProblemType[], forPeople: boolean): Response => {
  const names = types.flatMap((type) => HEADERS_OF[type] ?? []);
  return {
    description: types.map(sentence).join('\n\n'),
    ...(names.length > 0 && { headers: headers(...names) }),
    content: {
      'application/problem+json': {
        schema: oneOf(types.map(problemSchema), 'type'),
        examples: Object.fromEntries(types.flatMap(examplesOf)),
      },
      ...(forPeople && PAGE),
    },
  };
};

/** Problems that share a status within one operation, in the order in which they are written down. */
const TOGETHER: readonly (readonly ProblemType[])[] = [['invalid-input', 'key-reused']];

const responseName = (types: readonly ProblemType[], forPeople: boolean): string =>
  types.map(problemSchema).join('Or') + (forPeople ? 'OrPage' : '');

/** Answers for problems by status, as references. To a form they are pages (`forPeople`). */
export const problemResponses = (types: readonly ProblemType[], forPeople = false): Readonly<Record<string, Reference>> => {
  const byStatus = Map.groupBy(types, (type) => String(PROBLEMS[type][0]));
  return Object.fromEntries([...byStatus].map(([status, same]) => [status, responseRef(responseName(same, forPeople))]));
};

/** Every answer that `problemResponses` refers to, by name. */
export const PROBLEM_RESPONSES: Readonly<Record<string, Response>> = Object.fromEntries(
  [...PROBLEM_TYPES.map((type) => [type]), ...TOGETHER].flatMap((types) =>
    [false, true].map((forPeople) => [responseName(types, forPeople), responseTo(types, forPeople)]),
  ),
);

const gatewayContent = (message: string): Content => ({
  'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } }, examples: example(message, { message }) },
});

/** What the gateway in front answers before any code of ours runs. */
export const GATEWAY_RESPONSES: Readonly<Record<string, Response>> = {
  Unauthorized: {
    description:
      'The gateway: the token is missing, expired, or not from this desk. `unauthenticated`: the token is genuine, but not an access token of this desk.',
    content: { ...gatewayContent('Unauthorized'), ...responseTo(['unauthenticated'], false).content },
  },
  Throttled: {
    description: 'Too many requests at once from everybody together. Wait a second and send it again with the same Idempotency-Key.',
    content: gatewayContent('Too Many Requests'),
  },
  Unavailable: {
    description: 'No answer within 30 seconds. Send it again with the same Idempotency-Key.',
    content: gatewayContent('Service Unavailable'),
  },
};
