import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { ACTIONS } from '../../../functions/domain/case/permissions.ts';
import { KINDS, LOCALES } from '../../../functions/domain/case/model.ts';
import * as schemas from '../../../functions/handlers/api/schemas.ts';
import * as careSchemas from '../../../functions/handlers/api/careSchemas.ts';
import * as clockSchemas from '../../../functions/handlers/api/clockSchemas.ts';
import { openApiDocument } from '../../../functions/handlers/api/openapi/document.ts';
import { formToBody } from '../../../functions/handlers/api/forms.ts';
import { parse } from '../../../functions/handlers/api/parse.ts';
import { nameOf, operationsOf, resolved, type Operation, type Schema } from '../../../functions/web/docs/openapi.ts';
import { allRoutes, SITE } from './doors.ts';

const document = openApiDocument(SITE);
const operations = operationsOf(document);
const named = (id: string): Operation => {
  const found = operations.find(({ operation }) => operation.operationId === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found.operation;
};

/** Pages, and what belongs to them, are no part of the API. */
const isApi = (path: string): boolean => path.startsWith('/api/') && !path.startsWith('/api/problems/');

const addresses = allRoutes()
  .filter(({ path }) => isApi(path))
  .flatMap(({ method, path }) =>
    path.includes('{action}') ? ACTIONS.map((action) => `${method} ${path.replace('{action}', action)}`) : [`${method} ${path}`],
  );

test('the operations of the document are the addresses that are served, and no others', () => {
  expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(addresses.sort());
});

test('it names this version and this site', () => {
  const { version } = z.parse(z.object({ version: z.string() }), JSON.parse(readFileSync('package.json', 'utf8')));
  expect(document.info.version).toBe(version);
  expect(document.servers).toEqual([{ url: SITE, description: 'This site' }]);
});

test('every operation has its own name, a summary, a description and a way in', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations) {
    expect(operation.summary.length).toBeGreaterThan(5);
    expect(operation.description.length).toBeGreaterThan(10);
    const keys = operation.security.flatMap((one) => Object.keys(one));
    if (path.startsWith('/api/desk/')) expect(keys).toEqual(['desk']);
    else if (path.includes('{caseId}')) expect(keys).toContain('trackingToken');
    else expect(keys).toEqual([]);
  }
});

const parametersOf = ({ parameters = [] }: Operation): readonly string[] =>
  parameters.map((one) => ('$ref' in one ? resolved(document.components.parameters, one) : one).name);

test('what is in a path is a parameter', () => {
  for (const { path, operation } of operations)
    expect(parametersOf(operation)).toEqual(expect.arrayContaining([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)));
});

/** Questions that are too long for an address: they write nothing. The survey's token counts once. */
const WITHOUT_KEY = ['answerSurvey', 'previewClocks', 'readNotice'];

/** Reports of staff on a contract that they see before them. */
const OF_STAFF = ['reportTask', 'recordConsent'];

test('writes take Idempotency-Key, changes of what others change too If-Match; lists take limit and cursor', () => {
  for (const { method, operation } of operations) {
    const names = parametersOf(operation);
    expect([operation.operationId, names.includes('Idempotency-Key')]).toEqual([
      operation.operationId,
      method !== 'get' && !WITHOUT_KEY.includes(operation.operationId),
    ]);
    expect(names.includes('If-Match')).toBe(
      operation.tags.includes('Desk actions') || method === 'put' || OF_STAFF.includes(operation.operationId),
    );
  }
  expect(parametersOf(named('listCases'))).toEqual(expect.arrayContaining(['queue', 'stage', 'limit', 'cursor']));
});

/** Every schema in the document with the way to it. */
const walk = (schema: Schema, way: string): readonly (readonly [string, Schema])[] => [
  [way, schema],
  ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => walk(property, `${way}.${name}`)),
  ...(schema.items ? walk(schema.items, `${way}[]`) : []),
  ...(typeof schema.additionalProperties === 'object' ? walk(schema.additionalProperties, `${way}.*`) : []),
  ...(schema.oneOf ?? []).flatMap((option, n) => walk(option, `${way}|${option.title ?? n}`)),
];

test('every field of every body is described', () => {
  const silent = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    walk(schema, name).flatMap(([way, { properties = {} }]) =>
      Object.entries(properties).flatMap(([field, { description }]) => (description ? [] : [`${way}.${field}`])),
    ),
  );
  expect(silent).toEqual([]);
});

test('no union is without variants', () => {
  const empty = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    walk(schema, name).flatMap(([way, { oneOf }]) => (oneOf?.length === 0 ? [way] : [])),
  );
  expect(empty).toEqual([]);
});

describe('every field that is parsed is in the document', () => {
  const bodyOf = ({ requestBody }: Operation): Schema => {
    const $ref = requestBody?.content['application/json']?.schema.$ref;
    if (!$ref) throw new Error('no JSON body');
    return resolved(document.components.schemas, { $ref });
  };
  const fieldsOf = (schema: Schema): readonly string[] => Object.keys(schema.properties ?? {}).sort();
  const shapeOf = ({ shape }: z.ZodMiniObject): readonly string[] => Object.keys(shape).sort();

  const bodies: readonly (readonly [string, z.ZodMiniObject])[] = [
    ['writeMessage', schemas.message],
    ['decide', schemas.decision],
    ['withdraw', schemas.withdrawal],
    ['reopen', schemas.reopening],
    ['attachFile', schemas.attachment],
    ['answerSurvey', schemas.survey],
    ...ACTIONS.map((action) => [`${action}Case`, schemas.actions[action]] as const),
    ['changeRules', clockSchemas.rulesChange],
    ['changeCareRules', careSchemas.careRulesChange],
    ['readNotice', clockSchemas.noticeQuestion],
  ];

  test.each(bodies)('%s', (id, schema) => {
    expect(fieldsOf(bodyOf(named(id)))).toEqual(shapeOf(schema));
    expect(bodyOf(named(id)).additionalProperties).toBe(false);
  });

  test.each(['openCase', 'openDeskCase'])('%s', (id) => {
    const variants = (bodyOf(named(id)).oneOf ?? []).map(({ $ref = '' }) => resolved(document.components.schemas, { $ref }));
    expect(variants.map(fieldsOf)).toEqual(schemas.opening._zod.def.options.map(shapeOf));
    const [{ properties = {} } = {}] = variants;
    const inner = (name: string): Schema => resolved(document.components.schemas, { $ref: properties[name]?.$ref ?? '' });
    const { shape } = schemas.opening._zod.def.options[1];
    expect(fieldsOf(inner('customer'))).toEqual(shapeOf(shape.customer));
    expect(fieldsOf(inner('product'))).toEqual(shapeOf(shape.product));
    expect(fieldsOf(inner('consent'))).toEqual(shapeOf(shape.consent));
  });

  test('previewClocks, in four shapes', () => {
    const shown = (bodyOf(named('previewClocks')).oneOf ?? []).map(({ $ref = '' }) => resolved(document.components.schemas, { $ref }));
    expect(shown.map(fieldsOf)).toEqual(clockSchemas.clockQuestion._zod.def.options.map(shapeOf));
  });

  test('limits are those of the parser', () => {
    const { subject, desiredRemedy } = document.components.schemas['Complaint']?.properties ?? {};
    expect(subject).toMatchObject({ type: 'string', minLength: 1, maxLength: 200 });
    expect(desiredRemedy).toMatchObject({ maxLength: 1000 });
    expect(document.components.schemas['Complaint']?.required).toContain('desiredRemedy');
    expect(document.components.schemas['Inquiry']?.required).not.toContain('desiredRemedy');
  });
});

describe('examples', () => {
  const parsers: Readonly<Record<string, z.ZodMiniType>> = {
    openCase: schemas.opening,
    openDeskCase: schemas.opening,
    writeMessage: schemas.message,
    decide: schemas.decision,
    withdraw: schemas.withdrawal,
    reopen: schemas.reopening,
    attachFile: schemas.attachment,
    answerSurvey: schemas.survey,
    ...Object.fromEntries(ACTIONS.map((action) => [`${action}Case`, schemas.actions[action]])),
    previewClocks: clockSchemas.clockQuestion,
    changeRules: clockSchemas.rulesChange,
    changeCareRules: careSchemas.careRulesChange,
    readNotice: clockSchemas.noticeQuestion,
  };
  const examplesOf = (id: string, type: string): readonly unknown[] =>
    Object.values(named(id).requestBody?.content[type]?.examples ?? {}).map(({ value }) => value);

  test.each(Object.entries(parsers))('of %s are taken by its parser, as JSON and as a form', (id, parser) => {
    const values = examplesOf(id, 'application/json');
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(parse(parser, value)).toMatchObject({ ok: true });
    for (const value of examplesOf(id, 'application/x-www-form-urlencoded')) {
      const sent = z.parse(z.record(z.string(), z.unknown()), value);
      const fields = Object.fromEntries(Object.entries(sent).map(([name, field]) => [name, String(field)]));
      expect(parse(parser, formToBody(fields))).toMatchObject({ ok: true });
    }
  });

  test('show every kind of case, in Chinese and English', () => {
    const shown = examplesOf('openCase', 'application/json').map((value) => {
      const parsed = parse(schemas.opening, value);
      if (!parsed.ok) throw new Error('an example is wrong');
      return { kind: parsed.value.kind, locale: parsed.value.customer.locale };
    });
    for (const kind of KINDS) {
      const locales = shown.filter((one) => one.kind === kind).map(({ locale }) => locale);
      expect(locales).toContain('en');
      expect(locales.some((locale) => locale?.startsWith('zh'))).toBe(true);
    }
    expect(new Set(shown.map(({ locale }) => locale))).toEqual(new Set(LOCALES));
  });
});

describe('answers', () => {
  const headersOf = (id: string, status: string): readonly string[] => {
    const one = named(id).responses[status];
    const response = one && '$ref' in one ? resolved(document.components.responses, one) : one;
    return Object.keys(response?.headers ?? {});
  };

  test.each([
    ['openCase', '201', ['Location', 'Idempotency-Replayed']],
    ['openCase', '303', ['Location']],
    ['openCase', '429', ['Retry-After']],
    ['getCase', '200', ['ETag']],
    ['offerCase', '200', ['ETag', 'Idempotency-Replayed']],
    ['offerCase', '412', ['ETag']],
    ['reopenCase', '201', ['Location']],
    ['readRules', '200', ['ETag']],
    ['changeRules', '412', ['ETag']],
    ['readCareRules', '200', ['ETag']],
    ['changeCareRules', '412', ['ETag']],
  ])('%s %s brings its headers', (id, status, headers) => {
    expect(headersOf(id, status)).toEqual(expect.arrayContaining(headers));
  });

  test('every problem is described, and each is named by its stable type', () => {
    for (const { operation } of operations)
      for (const [status, one] of Object.entries(operation.responses)) {
        if (Number(status) < 400 || ['429', '503'].includes(status)) continue;
        const response = '$ref' in one ? resolved(document.components.responses, one) : one;
        const schema = response.content?.['application/problem+json']?.schema;
        const types = (schema?.oneOf ?? [schema]).map(
          (option) => document.components.schemas[nameOf(option?.$ref ?? '')]?.properties?.['type']?.const,
        );
        for (const type of types) expect(type).toMatch(/^\/api\/problems\/[a-z-]+$/);
      }
  });
});
