import type { OpenApi, Operation } from '../../../web/docs/openapi.ts';
import { DESK, signedIn } from './deskPaths.ts';
import { CARE_FIGURES } from './exampleFigures.ts';
import { example, json, parameter } from './parts.ts';

const getCareFigures: Operation = {
  operationId: 'getCareFigures',
  tags: ['Contracts'],
  summary: 'Read how contracts were cared for',
  description:
    'Renewals paid in time, reminders delivered, tasks done in time and 13-month persistency of a month: together, by owner, by product, and beside the eleven months before. For everybody at the desk.',
  security: DESK,
  parameters: [
    {
      name: 'month',
      in: 'query',
      description: 'The month; the running one when missing.',
      schema: { type: 'string', pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' },
      example: '2027-03',
    },
    parameter('AcceptLanguage'),
  ],
  responses: {
    '200': { description: 'The figures.', content: json('CareFigures', example('A month with two renewals', CARE_FIGURES)) },
    ...signedIn('invalid-input'),
  },
};

/** The measures of the care for contracts, by address. */
export const FIGURE_PATHS: OpenApi['paths'] = { '/api/desk/care/figures': { get: getCareFigures } };
