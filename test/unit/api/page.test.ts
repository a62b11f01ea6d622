import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../../functions/domain/case/model.ts';
import { openApiDocument } from '../../../functions/handlers/api/openapi/document.ts';
import { PROBLEMS } from '../../../functions/http/problem.ts';
import { curl } from '../../../functions/web/docs/curl.ts';
import { docsPage } from '../../../functions/web/docs/docsPage.ts';
import { operationsOf, type Operation } from '../../../functions/web/docs/openapi.ts';
import { prose } from '../../../functions/web/docs/prose.ts';
import { ask, bodyOf, SITE } from './doors.ts';

const document = openApiDocument(SITE);
const calls = operationsOf(document);

describe('the page', () => {
  const idsOf = (page: string): readonly string[] => [...page.matchAll(/ id="([^"]+)"/g)].flatMap(([, id]) => id ?? []);

  test.each(LOCALES)('in %s shows every operation and problem, and every link within leads somewhere', (locale) => {
    const page = docsPage({ locale, document });
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(calls.map(({ operation }) => operation.operationId)));
    expect(ids).toEqual(expect.arrayContaining(Object.keys(PROBLEMS).map((type) => `problem-${type}`)));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].flatMap(([, id]) => id ?? []);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  test('needs no script and nothing from elsewhere', () => {
    const page = docsPage({ locale: 'en', document });
    expect(page).not.toMatch(/<script|<iframe|@import| style="/);
    for (const [, address = ''] of page.matchAll(/<(?:link|img)[^>]+(?:href|src)="([^"]+)"/g))
      expect(address).toMatch(/^(\/assets\/|data:)/);
  });

  test('is served with the reader’s language, the document to every site', async () => {
    const page = await ask([], 'GET', '/api', { headers: { 'accept-language': 'zh-TW' } });
    expect(page.body).toContain('<html lang="zh-TW">');
    const served = await ask([], 'GET', '/api/openapi.json');
    expect(bodyOf(served)).toEqual(JSON.parse(JSON.stringify(document)));
    expect(served.headers).toMatchObject({ 'access-control-allow-origin': '*' });
  });

  test('explains each problem at the address in its type', async () => {
    for (const type of Object.keys(PROBLEMS))
      expect(await ask([], 'GET', '/api/problems/{type}', { params: { type } })).toMatchObject({
        status: 303,
        headers: { location: `/api#problem-${type}` },
      });
    for (const type of ['nothing', 'constructor', '__proto__'])
      expect(await ask([], 'GET', '/api/problems/{type}', { params: { type } })).toMatchObject({ status: 404 });
  });
});

describe('lines for a terminal', () => {
  const lineFor = (id: string): string => {
    const call = calls.find(({ operation }) => operation.operationId === id);
    if (!call) throw new Error(`no operation ${id}`);
    return curl(document, call);
  };

  test('an opening', () => {
    expect(lineFor('openCase')).toMatch(/^curl 'https:\/\/aftercare\.example\/api\/cases' \\\n {2}-H "Idempotency-Key: /);
    expect(lineFor('openCase')).toContain('"kind": "complaint"');
  });

  test('an action, with the version that was seen', () => {
    expect(lineFor('offerCase').split(' \\\n  ').slice(0, 3)).toEqual([
      'curl "https://aftercare.example/api/desk/cases/$CASE_ID/offer"',
      '-H "Authorization: Bearer $DESK_TOKEN"',
      '-H "If-Match: \\"$VERSION\\""',
    ]);
  });

  test('a file', () => {
    expect(lineFor('attachFile')).toContain("-F 'file=@photo.png'");
    expect(lineFor('getAttachment')).toMatch(/^curl -OJ "/);
  });

  test('an apostrophe does not end the quotes', () => {
    const operation: Operation = {
      operationId: 'any',
      tags: ['any'],
      summary: '',
      description: '',
      security: [],
      responses: {},
      requestBody: {
        required: true,
        content: { 'application/json': { schema: {}, examples: { one: { summary: '', value: { subject: "It's $HOME" } } } } },
      },
    };
    expect(curl(document, { path: '/api/cases', method: 'post', operation })).toContain(`"subject": "It'\\''s $HOME"`);
  });
});

test('descriptions are escaped', () => {
  expect(String(prose('<b> & `<i>` **<u>**'))).toBe('<p>&lt;b&gt; &amp; <code>&lt;i&gt;</code> <strong>&lt;u&gt;</strong></p>');
});
