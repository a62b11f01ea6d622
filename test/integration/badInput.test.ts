import { describe, expect, test } from '@jest/globals';
import { lin } from '../support/stack/desk.ts';
import { call, expectProblem, pointersOf, type Call, type Reply } from '../support/stack/http.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { aComplaint, complaintBody, expectNothingWritten, inquiryBody, opened, returnBody } from '../support/stack/steps.ts';

const open = (options: Call): Promise<Reply> => call('POST', '/api/cases', options);

const JSON_TYPE = { 'content-type': 'application/json' };
const customerWith = (changes: object) => ({ customer: { ...complaintBody().customer, ...changes } });
const consentWith = (consent: object) => ({ consent });

/** `{"a":{"a":… }}`, as text: building it as a value would be our own problem. */
const nested = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

describe('a body that is no case', () => {
  test.each<[string, Call, Parameters<typeof expectProblem>[1]]>([
    ['not JSON', { body: 'kind=complaint', headers: JSON_TYPE }, 'malformed-body'],
    ['half of JSON', { body: '{"kind":"complaint"', headers: JSON_TYPE }, 'malformed-body'],
    ['another content type', { body: '<case/>', headers: { 'content-type': 'application/xml' } }, 'unsupported-media-type'],
    ['plain text', { body: 'Hello' }, 'unsupported-media-type'],
    ['a megabyte', { json: complaintBody({ description: 'x'.repeat(1_000_000) }) }, 'body-too-large'],
  ])('%s', async (_, options, type) => {
    await expectNothingWritten(async () => expectProblem(await open(options), type));
  });

  test('eleven megabytes are refused before they reach us', async () => {
    await expectNothingWritten(async () => {
      const reply = await open({ body: 'x'.repeat(11 * 1024 * 1024), headers: JSON_TYPE });
      expect(reply.status).toBe(413);
      expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    });
  });

  test.each<[string, Call]>([
    ['nothing', { headers: JSON_TYPE }],
    ['an empty object', { json: {} }],
    ['a list', { json: [] }],
    ['null', { json: null }],
    ['a number', { json: 7 }],
    ['a kind that does not exist', { json: complaintBody({ kind: 'wish' }) }],
    ['bytes that are not UTF-8', { body: new Uint8Array([0x22, 0x61, 0xe4, 0x22]), headers: JSON_TYPE }], // the gateway may have replaced them
    ['ten thousand levels', { body: nested(10_000), headers: JSON_TYPE }],
    ['ten thousand levels inside a field', { body: `{"kind":"complaint","customer":${nested(10_000)}}`, headers: JSON_TYPE }],
  ])('%s', async (_, options) => {
    await expectNothingWritten(async () => expect(pointersOf(await open(options)).length).toBeGreaterThan(0));
  });
});

describe('a wrong field is told by its pointer', () => {
  test.each<[string, object, readonly string[]]>([
    [
      'everything is empty',
      complaintBody({ subject: '', description: ' \n ', desiredRemedy: '' }),
      ['/description', '/desiredRemedy', '/subject'],
    ],
    ['required fields are missing', { kind: 'complaint' }, ['/consent', '/customer', '/description', '/desiredRemedy', '/subject']],
    ['wrong types', complaintBody({ subject: 7, description: ['a'], desiredRemedy: {} }), ['/description', '/desiredRemedy', '/subject']],
    ['201 characters of subject', complaintBody({ subject: '题'.repeat(201) }), ['/subject']],
    ['5,001 characters', complaintBody({ description: '字'.repeat(5001) }), ['/description']],
    ['5,001 emoji', complaintBody({ description: '😀'.repeat(5001) }), ['/description']],
    ['unknown fields', { ...complaintBody(), admin: true, 'a/b~c': 1 }, ['/admin', '/a~1b~0c']],
    [
      'unknown fields deeper',
      complaintBody({ ...customerWith({ vip: true }), product: { name: 'X1', price: 1 } }),
      ['/customer/vip', '/product/price'],
    ],
    ['NUL', complaintBody({ subject: 'a\u0000b', description: 'a\u0000b' }), ['/description', '/subject']],
    [
      'an override of the reading direction',
      complaintBody({ subject: 'gpj.\u202Eexe', ...customerWith({ name: '\u2067abc' }) }),
      ['/customer/name', '/subject'],
    ],
    ['half an emoji', complaintBody({ description: 'a\ud83d' }), ['/description']],
    [
      'a line break in a line',
      complaintBody({ subject: 'a\r\nBcc: b@example.com', ...customerWith({ name: 'a\nb' }) }),
      ['/customer/name', '/subject'],
    ],
    ['CR and LF in the address', complaintBody(customerWith({ email: 'a@example.com\r\nBcc: b@example.com' })), ['/customer/email']],
    ['two addresses', complaintBody(customerWith({ email: 'a@example.com,b@example.com' })), ['/customer/email']],
    ['two addresses with a space', complaintBody(customerWith({ email: 'a@example.com b@example.com' })), ['/customer/email']],
    ['an address with a name', complaintBody(customerWith({ email: 'Li Na <a@example.com>' })), ['/customer/email']],
    ['no address', complaintBody(customerWith({ email: 'customer' })), ['/customer/email']],
    ['no consent', complaintBody(consentWith({ service: false })), ['/consent/service']],
    ['a day in the future', complaintBody({ product: { name: 'X1', purchasedOn: '2999-01-01' } }), ['/product/purchasedOn']],
    ['a day that does not exist', complaintBody({ product: { name: 'X1', purchasedOn: '2026-02-30' } }), ['/product/purchasedOn']],
    ['a return without product and request', { ...returnBody(), request: undefined, product: undefined }, ['/product', '/request']],
    ['a request in a complaint', complaintBody({ request: 'return' }), ['/request']],
    ['no item, and no pieces', returnBody({ items: [{ name: 'X1', quantity: 0 }] }), ['/items/0/quantity']],
    ['a channel of our own', inquiryBody({ channel: 'follow-up' }), ['/channel']],
  ])('%s', async (_, body, pointers) => {
    await expectNothingWritten(async () => expect(pointersOf(await open({ json: body }))).toEqual(pointers));
  });

  test('__proto__, constructor and prototype', async () => {
    const body = JSON.stringify(complaintBody());
    for (const name of ['__proto__', 'constructor', 'prototype'])
      await expectNothingWritten(async () => {
        const top = await open({ body: `{"${name}":{"isAdmin":true},${body.slice(1)}`, headers: JSON_TYPE });
        expect(pointersOf(top)).toEqual([`/${name}`]);
        const deep = await open({ body: body.replace('"customer":{', `"customer":{"${name}":{"isAdmin":true},`), headers: JSON_TYPE });
        expect(pointersOf(deep)).toEqual([`/customer/${name}`]);
      });
  });

  test('in the language of the reader', async () => {
    const chinese = await open({ json: {}, headers: { 'accept-language': 'zh-TW,zh;q=0.9' } });
    const english = await open({ json: {}, headers: { 'accept-language': 'en-GB' } });
    expect(chinese.text).toMatch(/[一-鿿]/);
    expect(english.text).not.toMatch(/[一-鿿]/);
  });

  test('an Idempotency-Key that is empty or endless', async () => {
    await expectNothingWritten(async () => {
      expectProblem(await open({ json: complaintBody(), headers: { 'idempotency-key': 'k'.repeat(256) } }), 'invalid-input');
      expectProblem(await open({ json: complaintBody(), headers: { 'idempotency-key': ' ' } }), 'invalid-input');
    });
  });
});

describe('actions with wrong bodies', () => {
  test('of the customer', async () => {
    const life = await (await aComplaint()).handledBy(lin);
    const wrong = async (what: Parameters<LiveCase['customerTries']>[0], body: unknown) => pointersOf(await life.customerTries(what, body));
    await expectNothingWritten(async () => {
      expect(await wrong('decision', {})).toEqual(['/accept']);
      expect(await wrong('decision', { accept: 'yes' })).toEqual(['/accept']);
      expect(await wrong('decision', { accept: true, now: 1 })).toEqual(['/now']);
      expect(await wrong('messages', { message: '字'.repeat(5001) })).toEqual(['/message']);
      expect(await wrong('messages', { message: '\u202E' })).toEqual(['/message']);
      expect(await wrong('withdrawal', { reason: '' })).toEqual(['/reason']);
      expectProblem(await life.customerCalls('POST', '/messages', { body: '{', headers: JSON_TYPE }), 'malformed-body');
    });
  });

  test('of staff', async () => {
    const life = await aComplaint();
    await life.assignedTo(lin);
    await life.investigatedBy(lin);
    const wrong = async (action: 'assign' | 'offer' | 'hold' | 'refuse', body: unknown) =>
      pointersOf(await lin.tries(life.caseId, action, body));
    await expectNothingWritten(async () => {
      expect(await wrong('assign', { owner: 'nobody@aftercare.example' })).toEqual(['/owner']);
      expect(await wrong('assign', { owner: 'ida.berg@aftercare.example' })).toEqual(['/owner']);
      expect(await wrong('offer', { remedy: 'refund', reasons: 'x', amount: { amount: '-1', currency: 'CNY' } })).toEqual([
        '/amount/amount',
      ]);
      expect(await wrong('offer', { remedy: 'refund', reasons: 'x', amount: { amount: '1.005', currency: '¥' } })).toEqual([
        '/amount/amount',
        '/amount/currency',
      ]);
      expect(await wrong('offer', {})).toEqual(['/reasons', '/remedy']);
      expect(await wrong('refuse', { reasons: 'No.' })).toEqual(['/rule']);
      expect(await wrong('hold', { reason: '' })).toEqual(['/reason']);
      expect((await lin.call('POST', `/api/desk/cases/${life.caseId}/explode`, { json: {}, headers: { 'if-match': '"1"' } })).status).toBe(
        404,
      );
    });
  });
});

test('what is odd but right is taken as it is, in page and mail', async () => {
  const subject = '😀 <b>bold</b> {{ subject }} ${process.env} {name} %s';
  const description =
    'Zeile 1\r\n第二行 👩‍👩‍👧 <script>alert("x")</script> {{description}} ${7*7} {count, plural, other {#}}\n' + 'é'.normalize('NFD');
  const life = await opened(
    complaintBody({ subject, description, ...customerWith({ name: "O'Brien {{name}} <i>", email: complaintBody().customer.email }) }),
  );
  expect(await life.view()).toMatchObject({ subject, description: description.replace('\r\n', '\n') });

  const page = await life.page();
  expect(page).not.toContain('<b>bold</b>');
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('{{ subject }} ${process.env} {name} %s');
  expect(page).toContain('${7*7} {count, plural, other {#}}');
  expect(page).not.toContain('${49}');

  const mail = await life.mail('acknowledgement');
  expect(mail.text).toContain(subject);
  expect(mail.html).not.toContain('<b>bold</b>');
  expect(mail.html).toContain('{{ subject }} ${process.env} {name} %s');
  expect(mail.headers['to']).toContain('{{name}}');

  await life.assignedTo(lin);
  await life.investigatedBy(lin);
  const reasons = '<img src=x onerror=alert(1)> {{reasons}} ${reasons} 😀';
  await life.offeredBy(lin, { remedy: 'repair', reasons });
  const offer = await life.mail('offer');
  expect(offer.text).toContain(reasons);
  expect(offer.html).not.toContain('<img src=x');
  expect(offer.html).toContain('{{reasons}} ${reasons} 😀');
  expect(await life.page()).not.toContain('<img src=x');
});

test('5,000 characters are taken, whatever they weigh', async () => {
  const description = '😀'.repeat(5000);
  const life = await aComplaint({ description });
  expect((await life.view()).description).toBe(description);
  await life.mail('acknowledgement');
});

test('addresses that do not exist, and methods that nobody asked for, are 404 and never more', async () => {
  for (const [method, path] of [
    ['GET', '/no/such/page'],
    ['GET', '/api/no/such/thing'],
    ['DELETE', '/api/cases'],
    ['GET', '/assets/..%2f..%2findex.js'],
    ['GET', '/assets/%00'],
    ['GET', '/track/%E0%A4%A'],
    ['POST', '/api/surveys/x'],
  ] as const) {
    const reply = await call(method, path, method === 'POST' ? { json: {} } : {});
    expect([400, 404, 405].includes(reply.status) ? '' : `${method} ${path}: ${reply.status}`).toBe('');
    expect(reply.text).not.toMatch(/node_modules|at \w+ \(|Error:/);
  }
});
