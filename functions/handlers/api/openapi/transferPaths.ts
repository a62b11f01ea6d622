import { COLUMNS, ALL_COLUMNS } from '../../../domain/contract/import/columns.ts';
import { contractCells, headerCells } from '../../../domain/contract/import/cells.ts';
import { MOST_BYTES, MOST_ROWS } from '../../../domain/contract/import/file.ts';
import { OUTCOMES } from '../../../domain/contract/import/outcome.ts';
import type { Terms } from '../../../domain/contract/model.ts';
import type { Content, OpenApi, Operation, Parameter } from '../../../web/docs/openapi.ts';
import { mistakes } from '../mistakes.ts';
import { BODY_PROBLEMS } from './customerPaths.ts';
import { CONTRACT_FILTERS } from './contractPaths.ts';
import { DESK, signedIn } from './deskPaths.ts';
import { CONTRACT_ID } from './exampleContract.ts';
import { example, headers, json, parameter } from './parts.ts';

const IMPORT_ID = 'hX2kq8pWQb0nJm5s1dTzAg';

const EXAMPLE_TERMS: Terms = {
  customer: { name: '李娜', email: 'li.na@example.com', phone: '138 0013 8000', locale: 'zh-CN' },
  owner: 'lin',
  product: '安心家庭保障',
  signedOn: '2026-03-01',
  premium: { amount: '1200.00', currency: 'CNY' },
  everyMonths: 12,
  paymentMethod: 'direct-debit',
};

const csv = (...rows: readonly (readonly string[])[]): string => rows.map((cells) => `${cells.join(',')}\r\n`).join('');

const EXAMPLE_FILE = csv(headerCells('zh-CN'), contractCells(CONTRACT_ID, EXAMPLE_TERMS));

const wrongRow = (line: number, contractId: string, column: string, pointer: string, code: 'date-ambiguous' | 'not-staff') => ({
  line,
  contractId,
  outcome: 'refused',
  errors: mistakes('en', [{ pointer, code }]).map((error) => ({ ...error, column })),
});

const WRONG = [
  wrongRow(17, 'P-2026-00017', 'Signed on', '/signedOn', 'date-ambiguous'),
  wrongRow(42, 'P-2026-00042', 'Owner', '/owner', 'not-staff'),
];

const FILE_FACTS = {
  startedAt: '2026-03-02T01:10:00.000Z',
  fileName: 'contracts.csv',
  encoding: 'gb18030',
  rows: 812,
  unknownColumns: ['Shoe size'],
  absentColumns: ['Time zone'],
};
const ALL_DONE = { done: 812, counts: { created: 700, changed: 10, unchanged: 100, refused: 2 }, wrong: WRONG };
const DRY = { ...FILE_FACTS, ...ALL_DONE, dryRun: true, state: 'done' };
const REAL = { ...FILE_FACTS, importId: IMPORT_ID, dryRun: false, by: 'chen' };

const importId: Parameter = {
  name: 'importId',
  in: 'path',
  required: true,
  description: 'Id of the import, from its start.',
  schema: { type: 'string' },
  example: IMPORT_ID,
};

const FILE: Content = {
  'text/csv': { schema: { type: 'string' }, examples: { file: { summary: 'One contract', value: EXAMPLE_FILE } } },
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: {
        file: {
          type: 'string',
          contentMediaType: 'text/csv',
          description: 'The file. Those in GB18030 come this way: gateways pass texts on in UTF-8.',
        },
      },
      required: ['file'],
    },
    encoding: { file: { contentType: 'text/csv' } },
  },
};

const columnList = ALL_COLUMNS.map((column) => {
  const names = COLUMNS[column].names;
  return `- \`${column}\`: ${names.en[0]}, ${names['zh-CN'][0]}, ${names['zh-TW'][0]}${'isRequired' in COLUMNS[column] ? ' (required)' : ''}`;
}).join('\n');

const startImport: Operation = {
  operationId: 'startImport',
  tags: ['Contracts'],
  summary: 'Import contracts',
  description: [
    'For `supervisor` and `admin`: a file of contracts, one in each line. Every row is what `PUT /api/desk/contracts/{contractId}` would get, and has the same outcome: `created`, `changed`, `unchanged` or `refused`. The same file can be imported as often as you like.',
    `CSV with a header, its cells parted by comma, semicolon or tab, in UTF-8 or GB18030; at most ${MOST_ROWS.toLocaleString('en')} contracts and ${MOST_BYTES / 1_000_000} MB. Columns in any order, by these names and others that mean the same:`,
    columnList,
    'Dates: `2026-03-01`, `2026/3/1`, `2026年3月1日`, `1-Mar-2026`, and the serial numbers of spreadsheets. `03/04/2026` can be read in two ways and is refused. Amounts may have thousands separators and a currency sign. A contract that is in the file twice is refused in both lines.',
    'With `dryRun=true` nothing is written, and the answer says what would happen. Else the file is stored, and worked through in the background: look at `Location` for how far it is.',
  ].join('\n\n'),
  security: DESK,
  parameters: [
    {
      name: 'dryRun',
      in: 'query',
      description: 'Whether only to say what would happen.',
      schema: { type: 'boolean', default: false },
      example: true,
    },
    parameter('IdempotencyKey'),
    parameter('AcceptLanguage'),
  ],
  requestBody: { required: true, content: FILE },
  responses: {
    '200': { description: 'What the import would come to.', content: json('ImportReport', example('A dry run', DRY)) },
    '202': {
      description: 'The import has begun.',
      headers: headers('Location', 'Idempotency-Replayed'),
      content: json(
        'ImportReport',
        example('Just begun', {
          ...REAL,
          state: 'running',
          done: 0,
          counts: { created: 0, changed: 0, unchanged: 0, refused: 0 },
          wrong: [],
        }),
      ),
    },
    ...signedIn(...BODY_PROBLEMS, 'key-reused'),
  },
};

const getImport: Operation = {
  operationId: 'getImport',
  tags: ['Contracts'],
  summary: 'Look how an import goes',
  description: 'For `supervisor` and `admin`: how far it is, and what was refused. An import can be looked at for 30 days.',
  security: DESK,
  parameters: [importId, parameter('AcceptLanguage')],
  responses: {
    '200': {
      description: 'The import as it stands.',
      content: json('ImportReport', example('Done', { ...REAL, ...ALL_DONE, state: 'done' })),
    },
    ...signedIn('not-found'),
  },
};

const listImportRows: Operation = {
  operationId: 'listImportRows',
  tags: ['Contracts'],
  summary: 'List what became of the rows of an import',
  description: 'For `supervisor` and `admin`: every row that has an outcome, in the order of the file, a page at a time.',
  security: DESK,
  parameters: [
    importId,
    { name: 'outcome', in: 'query', description: 'Only rows with this outcome.', schema: { type: 'string', enum: OUTCOMES } },
    {
      name: 'limit',
      in: 'query',
      description: 'Rows on a page at most.',
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 100 },
    },
    { name: 'cursor', in: 'query', description: '`nextCursor` of the page before.', schema: { type: 'string' } },
    parameter('AcceptLanguage'),
  ],
  responses: {
    '200': {
      description: 'A page.',
      content: json('ImportRows', example('Two rows', { items: [{ line: 2, contractId: CONTRACT_ID, outcome: 'created' }, WRONG[0]] })),
    },
    ...signedIn('bad-cursor', 'invalid-input', 'not-found'),
  },
};

const exportContracts: Operation = {
  operationId: 'exportContracts',
  tags: ['Contracts'],
  summary: 'Export contracts',
  description: [
    'For `supervisor` and `admin`: the contracts that a list with the same filters has, as a file that an import takes, in UTF-8 with the mark by which spreadsheets know it. What a spreadsheet would run as a formula has an apostrophe in front. Headers are in the language of the request.',
    'A file comes in parts: `Link` with `rel="next"` leads from each to the next, and the parts one after the other, as they are, make the file.',
  ].join('\n\n'),
  security: DESK,
  parameters: [
    ...CONTRACT_FILTERS,
    {
      name: 'limit',
      in: 'query',
      description: 'Contracts in a part at most.',
      schema: { type: 'integer', minimum: 1, maximum: 1000, default: 1000 },
    },
    { name: 'cursor', in: 'query', description: 'From the `Link` of the part before.', schema: { type: 'string' } },
    parameter('AcceptLanguage'),
  ],
  responses: {
    '200': {
      description: 'A part.',
      headers: headers('Content-Disposition', 'Link'),
      content: {
        'text/csv': { schema: { type: 'string' }, examples: { file: { summary: 'The only part', value: `\uFEFF${EXAMPLE_FILE}` } } },
      },
    },
    ...signedIn('bad-cursor', 'invalid-input'),
  },
};

/** Imports and exports of contracts, by address. */
export const TRANSFER_PATHS: OpenApi['paths'] = {
  '/api/desk/contracts/imports': { post: startImport },
  '/api/desk/contracts/imports/{importId}': { get: getImport },
  '/api/desk/contracts/imports/{importId}/rows': { get: listImportRows },
  '/api/desk/contracts/export': { get: exportContracts },
};
