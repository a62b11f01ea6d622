import { beforeEach, expect, test } from '@jest/globals';
import type * as z from 'zod/mini';
import { deskContract } from '../../functions/handlers/api/contractAnswers.ts';
import { importReport, importRows } from '../../functions/handlers/api/transferAnswers.ts';
import { chen, huang, lin, wu } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf, call, expectProblem, pointersOf, type Call } from '../support/stack/http.ts';

const IMPORTS = '/api/desk/contracts/imports';
const HEADER = '合同号,客户姓名,邮箱,负责人,产品,签订日期,保费,币种,缴费周期,付款方式';

/** Numbers that no other run of a test has. */
let prefix = '';
beforeEach(() => {
  prefix = `T${crypto.randomUUID().slice(0, 8)}-`;
});

const row = (id: string, changes: Readonly<Record<string, string>> = {}): string => {
  const cells = { id: prefix + id, name: '王小明', email: `${prefix}${id}@example.com`, owner: lin.email, product: '安心家庭' };
  return Object.values({
    ...cells,
    signedOn: '2026/3/1',
    premium: '"¥1,200.00"',
    currency: 'CNY',
    period: '年缴',
    method: '银行代扣',
    ...changes,
  }).join(',');
};
const fileOf = (...rows: readonly string[]): string => [HEADER, ...rows].join('\r\n');
const rows = (count: number, changes: Readonly<Record<string, string>> = {}): readonly string[] =>
  Array.from({ length: count }, (_, n) => row(String(n).padStart(4, '0'), changes));

const send = (file: string, query = '', more: Call = {}) =>
  chen.call('POST', `${IMPORTS}${query}`, { body: file, ...more, headers: { 'content-type': 'text/csv', ...more.headers } });
const importsOf = async (file: string): Promise<z.infer<typeof importReport>> => answerOf(importReport, await send(file));
const ended = (importId = '') =>
  eventually(
    async () => {
      const report = answerOf(importReport, await chen.call('GET', `${IMPORTS}/${importId}`));
      expect(report.state).toBe('done');
      return report;
    },
    { within: 60 },
  );

test('a file is tried, imported, imported again, changed, and exported as it came', async () => {
  const file = fileOf(...rows(450), row('bad', { signedOn: '03/04/2026' }), row('0007'), row('unowned', { owner: 'nobody@example.com' }));
  const tried = answerOf(importReport, await send(file, '?dryRun=true'));
  const counts = { created: 449, changed: 0, unchanged: 0, refused: 4 };
  expect(tried).toMatchObject({ dryRun: true, state: 'done', rows: 453, done: 453, counts });
  expectProblem(await chen.call('GET', `/api/desk/contracts/${prefix}0000`), 'not-found');

  const begun = await send(file);
  expect(begun.status).toBe(202);
  const { importId } = answerOf(importReport, begun);
  expect(begun.headers.get('location')).toMatch(new RegExp(`${IMPORTS}/${importId}$`));
  const done = await ended(importId);
  expect(done).toMatchObject({ counts, done: 453, by: chen.email });
  expect(done.wrong).toEqual(tried.wrong);
  expect(done.wrong.map(({ line, errors }) => [line, errors?.map(({ column, code }) => `${column} ${code}`)])).toEqual([
    [9, ['合同号 csv-repeated']],
    [452, ['签订日期 date-ambiguous']],
    [453, ['合同号 csv-repeated']],
    [454, ['负责人 not-staff']],
  ]);
  const contract = answerOf(deskContract, await lin.call('GET', `/api/desk/contracts/${prefix}0001`));
  expect(contract).toMatchObject({
    version: 1,
    terms: { premium: { amount: '1200.00', currency: 'CNY' }, everyMonths: 12, signedOn: '2026-03-01' },
  });

  const again = await importsOf(file);
  expect((await ended(again.importId)).counts).toEqual({ created: 0, changed: 0, unchanged: 449, refused: 4 });
  const changed = await importsOf(fileOf(...rows(7, { premium: '900' })));
  expect((await ended(changed.importId)).counts).toEqual({ created: 0, changed: 7, unchanged: 0, refused: 0 });
  const page = answerOf(importRows, await chen.call('GET', `${IMPORTS}/${importId}/rows?outcome=refused&limit=2`));
  expect(page.items.map(({ line }) => line)).toEqual([9, 452]);

  const exported = await eventually(async () => {
    let text = '';
    let next: string | undefined = `/api/desk/contracts/export?number=${prefix}&limit=200&lang=zh-TW`;
    while (next) {
      const part = await huang.call('GET', next);
      expect(part.status).toBe(200);
      text += part.text;
      next = /^<([^>]+)>; rel="next"$/.exec(part.headers.get('link') ?? '')?.[1];
    }
    expect(text.trim().split('\r\n')).toHaveLength(450);
    return text;
  });
  expect(exported).toContain('契約編號');
  const back = await importsOf(exported);
  expect((await ended(back.importId)).counts).toEqual({ created: 0, changed: 0, unchanged: 449, refused: 0 });
});

test('a form with a file in GB18030 is read as people wrote it', async () => {
  const text = fileOf(row('gb', { name: '@' }));
  const [before = '', after = ''] = text.split('@,');
  const ascii = `Contract number,Customer name,E-mail,Owner,Product,Signed on,Premium,Currency,Period,Payment method\r\n`;
  const line = `${prefix}gb,@,,${lin.email},care,2026-03-01,1200,CNY,12,cash`.split('@,,');
  expect([before, after].every((part) => part.length > 0)).toBe(true);
  const bytes = new Uint8Array([...Buffer.from(ascii + line[0]), 0xcd, 0xf5, 0xb7, 0xbc, ...Buffer.from(`,,${line[1]}`)]);
  const body = new FormData();
  body.set('file', new Blob([bytes], { type: 'text/csv' }), '合同.csv');
  const started = answerOf(importReport, await chen.call('POST', IMPORTS, { body }));
  expect(started).toMatchObject({ encoding: 'gb18030', fileName: '合同.csv' });
  expect((await ended(started.importId)).counts.created).toBe(1);
  const contract = answerOf(deskContract, await lin.call('GET', `/api/desk/contracts/${prefix}gb`));
  expect(contract.customerName).toBe('王芳');
});

test('the same key is one import, whatever was lost on the way', async () => {
  const key = { headers: { 'idempotency-key': crypto.randomUUID() } };
  const file = fileOf(row('key'));
  const first = answerOf(importReport, await send(file, '', key));
  const replayed = await send(file, '', key);
  expect(replayed.headers.get('idempotency-replayed')).toBe('true');
  expect(answerOf(importReport, replayed).importId).toBe(first.importId);
  expectProblem(await send(fileOf(row('other')), '', key), 'key-reused');
  expect((await ended(first.importId)).counts.created).toBe(1);
});

test('files that are none, and people who may not, are refused', async () => {
  expect(pointersOf(await send('', '', { body: 'x' }))).toEqual(['/file']);
  expect(pointersOf(await send(fileOf(row('x')), '?dryRun=maybe'))).toEqual(['/dryRun']);
  expect(pointersOf(await send(HEADER))).toEqual(['/file']);
  expect(pointersOf(await send(`${fileOf(row('x'))}${'\r\n'.padEnd(4_000_000, 'x')}`))).toEqual(['/file']);
  expectProblem(await send('x'.repeat(6_000_000)), 'body-too-large');
  expectProblem(await chen.call('POST', IMPORTS, { json: {} }), 'unsupported-media-type');
  for (const person of [lin, wu]) {
    expectProblem(await person.call('POST', IMPORTS, { body: fileOf(row('x')), headers: { 'content-type': 'text/csv' } }), 'forbidden');
    expectProblem(await person.call('GET', '/api/desk/contracts/export'), 'forbidden');
  }
  expect((await call('POST', IMPORTS, { body: 'x', headers: { 'content-type': 'text/csv' } })).status).toBe(401);
  expectProblem(await chen.call('GET', `${IMPORTS}/nothing`), 'not-found');
  expectProblem(await chen.call('PUT', '/api/desk/contracts/export', { json: {} }), 'not-found');
});
