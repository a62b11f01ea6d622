import { nameOf, type OpenApi, type Operation, type Response } from '../../../web/docs/openapi.ts';
import { ALWAYS, CUSTOMER_PATHS, customerResponses } from './customerPaths.ts';
import { CARE_PATHS } from './carePaths.ts';
import { CLOCK_PATHS } from './clockPaths.ts';
import { CONTRACT_PATHS, CONTRACT_RESPONSES } from './contractPaths.ts';
import { FIGURE_PATHS } from './figurePaths.ts';
import { TRANSFER_PATHS } from './transferPaths.ts';
import { DESK_PATHS, deskResponses } from './deskPaths.ts';
import { HEADERS, PARAMETERS, SECURITY_SCHEMES } from './parts.ts';
import { GATEWAY_RESPONSES, PROBLEM_RESPONSES } from './problems.ts';
import { SCHEMAS } from './schemas.ts';

const DESCRIPTION = `Complaints, after-sales requests and inquiries, from the first word to the survey.

## Conventions
- JSON in camelCase. Times are ISO 8601 in UTC. Money is \`{ "amount": "12.50", "currency": "CNY" }\`. Ids are opaque.
- Errors are problems (RFC 9457, \`application/problem+json\`) with a stable \`type\`, which is also an address that explains it. Wrong input comes with \`errors\`: a pointer, a sentence and a code for each field.
- Writes take an \`Idempotency-Key\`: the same key and body get the same answer, with \`Idempotency-Replayed: true\`; the same key with another body is refused.
- Reads of one case carry an \`ETag\`. Actions of the desk need it as \`If-Match\`; whoever was slower gets 412 and the case as it is now.
- Lists take \`limit\` and \`cursor\`, and answer \`{ items, nextCursor }\`.
- 429 of ours carries \`Retry-After\`. What the gateway in front refuses (401 at the desk, 429, 503) is \`{ "message": … }\`.
- Sentences come in zh-CN, zh-TW or en by \`Accept-Language\`.
- Answers may get more fields: pass over those you do not know. Requests with fields that we do not know are refused.
- Customers’ addresses also take what browsers send without a script, \`application/x-www-form-urlencoded\` with dotted names (\`customer.email\`). Forms are answered with pages, and with a redirect after success.`;

const getOpenApi: Operation = {
  operationId: 'getOpenApi',
  tags: ['This description'],
  summary: 'Read this description',
  description: 'The OpenAPI 3.1 document, made from the schemas that parse the requests. `GET /api` is the same as a page.',
  security: [],
  responses: {
    '200': { description: 'The document.', content: { 'application/json': { schema: { type: 'object' } } } },
    ...ALWAYS,
  },
};

const PATHS: OpenApi['paths'] = {
  ...CUSTOMER_PATHS,
  ...DESK_PATHS,
  ...CONTRACT_PATHS,
  ...TRANSFER_PATHS,
  ...FIGURE_PATHS,
  ...CARE_PATHS,
  ...CLOCK_PATHS,
  '/api/openapi.json': { get: getOpenApi },
};

/** Names of the shared answers that some operation gives. */
const GIVEN = new Set(
  Object.values(PATHS).flatMap((item) =>
    Object.values(item).flatMap(({ responses }) => Object.values(responses).flatMap((one) => ('$ref' in one ? [nameOf(one.$ref)] : []))),
  ),
);

const responses = (siteUrl: string): Readonly<Record<string, Response>> => {
  const all = {
    ...customerResponses(siteUrl),
    ...deskResponses(siteUrl),
    ...CONTRACT_RESPONSES,
    ...PROBLEM_RESPONSES,
    ...GATEWAY_RESPONSES,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => GIVEN.has(name)));
};

/** The description of the whole API (contract.md) as OpenAPI 3.1. `siteUrl` has no slash at its end. */
export const openApiDocument = (siteUrl: string): OpenApi => ({
  openapi: '3.1.1',
  info: {
    title: 'Aftercare',
    version: '0.1.0',
    summary: 'Complaints, after-sales requests and inquiries from web form to survey.',
    description: DESCRIPTION,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: siteUrl, description: 'This site' }],
  tags: [
    { name: 'Cases', description: 'The customer’s side of a case. No account: the signed token of the tracking link is the key.' },
    { name: 'Surveys', description: 'What customers say afterwards.' },
    { name: 'Desk', description: 'Queues and cases for staff.' },
    { name: 'Desk actions', description: 'What staff do with a case. Every action answers with the case as it is afterwards.' },
    {
      name: 'Contracts',
      description:
        'The register of contracts with their premiums, what the billing system reports, what is done for customers without being asked, and what staff report of it.',
    },
    {
      name: 'Clocks',
      description:
        'What the clocks of cases count by: calendars, policies, statutory days. What they would say, and how targets were kept.',
    },
    { name: 'This description', description: 'The API in words.' },
  ],
  paths: PATHS,
  components: {
    schemas: SCHEMAS,
    parameters: PARAMETERS,
    headers: HEADERS,
    responses: responses(siteUrl),
    securitySchemes: SECURITY_SCHEMES,
  },
});
