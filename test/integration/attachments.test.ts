import { expect, test } from '@jest/globals';
import { customerCase } from '../../functions/handlers/api/answers.ts';
import { lin } from '../support/stack/desk.ts';
import { answerOf, call, expectProblem, pointersOf } from '../support/stack/http.ts';
import { theStack } from '../support/stack/theStack.ts';
import { aComplaint, expectNothingWritten } from '../support/stack/steps.ts';

const PNG = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
);
const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const multipart = (name: string, type: string, bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}): FormData => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([bytes], { type }), name);
  return form;
};

/** The bytes of a file that somebody may read. */
async function download(path: string, token: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const answer = await fetch(theStack().siteUrl + path, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test('a picture and a document go up, and come down byte by byte for the customer and for the desk', async () => {
  const life = await aComplaint();
  const sent = { name: '坏了的电饭煲 "1".png', contentType: 'image/png', data: Buffer.from(PNG).toString('base64') };
  answerOf(customerCase, await life.customerTries('attachments', sent));
  const { attachments } = answerOf(
    customerCase,
    await life.customerCalls('POST', '/attachments', { body: multipart('invoice.pdf', 'application/pdf', PDF) }),
  );
  expect(attachments.map(({ name, contentType, size }) => [name, contentType, size])).toEqual([
    ['坏了的电饭煲 "1".png', 'image/png', PNG.length],
    ['invoice.pdf', 'application/pdf', PDF.length],
  ]);
  for (const [n, bytes] of [PNG, PDF].entries()) {
    const id = attachments[n]?.id ?? '';
    const forCustomer = await download(`/api/cases/${life.caseId}/attachments/${id}`, life.token);
    const forDesk = await download(`/api/desk/cases/${life.caseId}/attachments/${id}`, await lin.accessToken());
    for (const file of [forCustomer, forDesk]) {
      expect(file.status).toBe(200);
      expect(file.bytes.equals(bytes)).toBe(true);
      expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    }
  }
  expectProblem(await call('GET', `/api/cases/${life.caseId}/attachments/${attachments[0]?.id}`), 'not-found');
  expect((await lin.look(life.caseId)).attachments).toHaveLength(2);
});

test('a form without script attaches a file and leads back to the page', async () => {
  const life = await aComplaint();
  const body = multipart('photo.png', 'image/png', PNG, { t: life.token, key: crypto.randomUUID() });
  const answer = await call('POST', `/api/cases/${life.caseId}/attachments`, { body });
  expect(answer.status).toBe(303);
  expect((await call('GET', answer.headers.get('location') ?? '')).text).toContain('photo.png');
});

test('what is no picture or document, is empty or too large is refused, and nothing is written', async () => {
  const life = await aComplaint();
  const large = new Uint8Array(4_100_000);
  large.set(PNG);
  const html = new TextEncoder().encode('<script>alert(1)</script>');
  await expectNothingWritten(async () => {
    const file = (name: string, type: string, bytes: Uint8Array<ArrayBuffer>) =>
      life.customerCalls('POST', '/attachments', { body: multipart(name, type, bytes) });
    expect(pointersOf(await file('page.png', 'image/png', html))).toEqual(['/file']);
    expect(pointersOf(await file('page.html', 'text/html', html))).toEqual(['/file']);
    expect(pointersOf(await file('empty.png', 'image/png', new Uint8Array()))).toEqual(['/file']);
    expect(pointersOf(await file('large.png', 'image/png', large))).toEqual(['/file']);
    expect(pointersOf(await life.customerTries('attachments', { name: 'x.png', contentType: 'image/png', data: 'not base64!' }))).toEqual([
      '/data',
    ]);
    expect(pointersOf(await life.customerTries('attachments', {}))).toEqual(['/contentType', '/data', '/name']);
  });
});
