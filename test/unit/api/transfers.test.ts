import { describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import { LOCALES } from '../../../functions/domain/case/model.ts';
import { fold } from '../../../functions/domain/contract/evolve.ts';
import { CHUNK_ROWS } from '../../../functions/domain/contract/import/outcome.ts';
import { problems } from '../../../functions/handlers/api/answers.ts';
import { importReport, importRows } from '../../../functions/handlers/api/transferAnswers.ts';
import type { TransferDeps } from '../../../functions/handlers/staff/transfer/context.ts';
import type { Answer } from '../../../functions/http/message.ts';
import { importChunk } from '../../../functions/usecases/importChunk.ts';
import { exportOf } from '../../support/builders/contractFiles.ts';
import { ContractRegister } from '../../support/builders/contractRegister.ts';
import { aPolicyholder, someTerms } from '../../support/builders/contracts.ts';
import { ImportRoom } from '../../support/builders/importRoom.ts';
import { carriedOn, SITE } from './contractDoors.ts';
import { bodyOf } from './doors.ts';
import { askTransfer, NOON, transferDeps } from './transferDoors.ts';

const IMPORTS = '/api/desk/contracts/imports';
const HEADER = 'Contract number,Customer name,E-mail,Owner,Product,Signed on,Premium,Currency,Period,Payment method';
const row = (id: string, changes: Readonly<Record<string, string>> = {}): string => {
  const cells = {
    id,
    name: '王小明',
    email: 'wang@example.com',
    owner: 'lin',
    product: 'care-plus',
    signedOn: '2026-03-01',
    premium: '1200.00',
  };
  return [...Object.values({ ...cells, ...changes }), 'CNY', '12', 'direct-debit'].join(',');
};
const fileOf = (...rows: readonly string[]): string => [HEADER, ...rows].join('\r\n');
const many = (count: number, changes: Readonly<Record<string, string>> = {}): string =>
  fileOf(...Array.from({ length: count }, (_, n) => row(`C-${n}`, changes)));

const room = () => {
  const [register, imports] = [new ContractRegister(), new ImportRoom()];
  return { register, imports, deps: transferDeps(register, imports) };
};
const reportIn = (answer: Answer) => parse(importReport, bodyOf(answer));
const codesIn = (answer: Answer): string[] => {
  expect(answer.status).toBe(422);
  const { errors = [] } = parse(problems['invalid-input'], bodyOf(answer));
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
};
const begin = (deps: TransferDeps, file: string, key = 'k1') =>
  askTransfer(deps, 'POST', IMPORTS, { file, headers: { 'idempotency-key': key } });
const look = async (deps: TransferDeps, importId = '') => reportIn(await askTransfer(deps, 'GET', `${IMPORTS}/${importId}`));

/** Works through what is in the queue. */
const workOn = async (deps: TransferDeps, imports: ImportRoom): Promise<void> => {
  for (const { importId, chunk } of imports.orders.splice(0)) await importChunk(deps)(importId, chunk, NOON);
};

describe('a dry run', () => {
  test('says what would become of every row, and writes nothing', async () => {
    const { register, imports, deps } = room();
    await begin(deps, fileOf(row('C-1'), row('C-2')));
    await workOn(deps, imports);
    const before = register.written;
    const file = fileOf(
      row('C-1'),
      row('C-2', { premium: '1300' }),
      row('C-3'),
      row('C-4', { signedOn: '03/04/2026' }),
      row('C-5', { owner: 'nobody' }),
    );
    const answer = await askTransfer(deps, 'POST', IMPORTS, { file, query: { dryRun: 'true' } });
    expect(answer.status).toBe(200);
    const report = reportIn(answer);
    expect(report).toMatchObject({
      dryRun: true,
      state: 'done',
      rows: 5,
      done: 5,
      counts: { created: 1, changed: 1, unchanged: 1, refused: 2 },
    });
    expect(
      report.wrong.map(({ line, contractId, errors }) => [line, contractId, errors?.map(({ column, code }) => `${column} ${code}`)]),
    ).toEqual([
      [5, 'C-4', ['Signed on date-ambiguous']],
      [6, 'C-5', ['Owner not-staff']],
    ]);
    expect(register.written).toBe(before);
    expect(imports.orders).toEqual([]);
    expect(imports.kept.size).toBe(1);
  });

  test.each(LOCALES)('speaks to its reader in %s', async (locale) => {
    const file = fileOf(row('C-1', { signedOn: '03/04/2026' }));
    const { deps } = room();
    const answer = await askTransfer(deps, 'POST', IMPORTS, { file, query: { dryRun: 'true' }, headers: { 'accept-language': locale } });
    const said = { en: 'more than one way', 'zh-CN': '不止一种读法', 'zh-TW': '不只一種讀法' }[locale];
    expect(reportIn(answer).wrong[0]?.errors?.[0]?.detail).toContain(said);
    expect(reportIn(answer).absentColumns).toContain({ en: 'Phone', 'zh-CN': '电话', 'zh-TW': '電話' }[locale]);
  });

  test('shows the first 200 wrong rows of any number', async () => {
    const { deps } = room();
    const answer = await askTransfer(deps, 'POST', IMPORTS, { file: many(300, { premium: '0' }), query: { dryRun: 'true' } });
    const { wrong, counts } = reportIn(answer);
    expect([wrong.length, wrong.at(-1)?.line, counts.refused]).toEqual([200, 201, 300]);
  });

  test('that takes too long says for how many rows it knows', async () => {
    const { deps } = room();
    let time = 0;
    const slow = { ...deps, stopwatch: () => (time += 1000) };
    const answer = await askTransfer(slow, 'POST', IMPORTS, {
      file: `${many(100)}\r\n${row('C-x', { premium: '0' })}`,
      query: { dryRun: 'true' },
    });
    const { rows, done, counts } = reportIn(answer);
    expect(rows).toBe(101);
    expect(done).toBeLessThan(100);
    expect(counts.refused).toBe(1);
  });
});

describe('an import', () => {
  test('answers where to look, works through the file in the background, and reports on every row', async () => {
    const { register, imports, deps } = room();
    const answer = await begin(deps, `${many(450)}\r\n${row('C-x', { signedOn: 'soon' })}`);
    expect(answer.status).toBe(202);
    const { importId } = reportIn(answer);
    expect(answer.headers).toMatchObject({ location: `${SITE}${IMPORTS}/${importId}` });
    expect(await look(deps, importId)).toMatchObject({ state: 'running', rows: 451, done: 0, by: 'chen', encoding: 'utf-8' });
    expect(imports.orders).toHaveLength(3);

    const [first] = imports.orders.splice(1, 1);
    if (!first) throw new Error('no chunks');
    await importChunk(deps)(first.importId, first.chunk, NOON);
    expect(await look(deps, importId)).toMatchObject({ state: 'running', done: CHUNK_ROWS, counts: { created: CHUNK_ROWS, refused: 0 } });

    await workOn(deps, imports);
    expect(await look(deps, importId)).toMatchObject({
      ...{ state: 'done', done: 451, counts: { created: 450, changed: 0, unchanged: 0, refused: 1 } },
      wrong: [{ line: 452, contractId: 'C-x', outcome: 'refused', errors: [{ column: 'Signed on', code: 'date' }] }],
    });
    expect(register.written).toBe(450);
    expect(register.events.get('C-7')?.[0]?.by).toEqual({ role: 'staff', id: 'chen', group: 'supervisor' });
  });

  test('is safe to repeat: the same file again changes nothing, another one only what differs', async () => {
    const { register, imports, deps } = room();
    await begin(deps, many(5), 'k1');
    await workOn(deps, imports);
    const again = reportIn(await begin(deps, many(5), 'k2'));
    await workOn(deps, imports);
    expect((await look(deps, again.importId)).counts).toEqual({ created: 0, changed: 0, unchanged: 5, refused: 0 });
    const other = reportIn(await begin(deps, many(5, { premium: '900' }), 'k3'));
    await workOn(deps, imports);
    expect((await look(deps, other.importId)).counts).toEqual({ created: 0, changed: 5, unchanged: 0, refused: 0 });
    expect(register.written).toBe(10);
  });

  test('that is killed half-way goes on, writes nothing twice, and reports as if nothing had been', async () => {
    const { register, imports, deps } = room();
    const { importId = '' } = reportIn(await begin(deps, many(100)));
    let writes = 0;
    const dying = {
      ...deps,
      contracts: {
        ...deps.contracts,
        load: register.load,
        append: register.append,
        register: async (...written: Parameters<ContractRegister['register']>) => {
          writes += 1;
          if (writes > 40) throw new Error('killed');
          return register.register(...written);
        },
      },
      imports: { ...deps.imports, load: imports.load, finish: async () => Promise.reject(new Error('killed')) },
    };
    await expect(importChunk(dying)(importId, 0, NOON)).rejects.toThrow('killed');
    expect(register.written).toBe(40);
    expect((await look(deps, importId)).done).toBe(0);
    await importChunk(deps)(importId, 0, NOON);
    await importChunk(deps)(importId, 0, NOON);
    expect((await look(deps, importId)).counts).toEqual({ created: 100, changed: 0, unchanged: 0, refused: 0 });
    expect(register.written).toBe(100);
  });

  test('is stopped by no row that breaks, and tried again when all of them do', async () => {
    const { register, imports, deps } = room();
    const { importId = '' } = reportIn(await begin(deps, many(10)));
    const breaking = (isBad: (id: string) => boolean) => ({
      ...deps,
      contracts: {
        ...{ load: register.load, append: register.append },
        register: async (...[event, index]: Parameters<ContractRegister['register']>) =>
          isBad(event.contractId) ? Promise.reject(new Error('bad')) : register.register(event, index),
      },
    });
    await expect(importChunk(breaking(() => true))(importId, 0, NOON)).rejects.toThrow('bad');
    expect(await look(deps, importId)).toMatchObject({ state: 'running', done: 0 });
    const broken = await importChunk(breaking((id) => id === 'C-4'))(importId, 0, NOON);
    expect(broken).toHaveLength(1);
    expect(await look(deps, importId)).toMatchObject({
      ...{ state: 'done', counts: { created: 9, refused: 1 } },
      wrong: [{ contractId: 'C-4', errors: [{ code: 'csv-failed' }] }],
    });
    imports.orders.splice(0);
  });

  test('with the same key is one import; a start that broke off is mended by repeating it; another file under the key is refused', async () => {
    const { imports, deps } = room();
    const first = await begin(deps, many(250));
    imports.orders.splice(0, 1);
    await importChunk(deps)(reportIn(first).importId ?? '', 0, NOON);
    imports.orders.splice(0);
    const again = await begin(deps, many(250));
    expect(again.status).toBe(202);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    expect(reportIn(again).importId).toBe(reportIn(first).importId);
    expect(imports.orders.map(({ chunk }) => chunk)).toEqual([1]);
    expect(parse(problems['key-reused'], bodyOf(await begin(deps, many(251)))).status).toBe(422);
  });

  test('lists its rows page by page, all of them or those with one outcome', async () => {
    const { imports, deps } = room();
    const wrong = Array.from({ length: 30 }, (_, n) => row(`W-${n}`, { premium: 'x' }));
    const { importId } = reportIn(await begin(deps, [many(380), ...wrong].join('\r\n')));
    await workOn(deps, imports);
    const lines: number[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '200', ...(cursor && { cursor }) };
      const page = parse(importRows, bodyOf(await askTransfer(deps, 'GET', `${IMPORTS}/${importId}/rows`, { query })));
      lines.push(...page.items.map(({ line }) => line));
      cursor = page.nextCursor;
    } while (cursor);
    expect(lines).toEqual(Array.from({ length: 410 }, (_, n) => n + 2));
    const refused = await askTransfer(deps, 'GET', `${IMPORTS}/${importId}/rows`, { query: { outcome: 'refused', limit: '7' } });
    const page = parse(importRows, bodyOf(refused));
    expect(page.items.map(({ line }) => line)).toEqual([382, 383, 384, 385, 386, 387, 388]);
    expect(page.nextCursor).toBeDefined();
  });
});

describe('what is sent', () => {
  const form = (bytes: Uint8Array<ArrayBuffer>, name = '合同 "2026".csv'): FormData => {
    const data = new FormData();
    data.set('file', new Blob([bytes], { type: 'application/vnd.ms-excel' }), name);
    return data;
  };

  test('may be a form with a file, in GB18030', async () => {
    const { deps } = room();
    const gb = new Uint8Array([...Buffer.from(`${HEADER}\nC-1,`), 0xcd, 0xf5, 0xb7, 0xbc, ...Buffer.from(row('').slice(4))]);
    const answer = await askTransfer(deps, 'POST', IMPORTS, { file: form(gb), query: { dryRun: 'true' } });
    expect(reportIn(answer)).toMatchObject({ encoding: 'gb18030', counts: { created: 1 }, fileName: '合同 "2026".csv' });
  });

  test.each([
    ['a workbook', { file: form(new Uint8Array([0x50, 0x4b, 3, 4])) }, '/file csv-workbook'],
    ['another field', { file: new FormData() }, '/file required'],
    ['nothing', {}, '/file required'],
    ['an empty file', { file: form(new Uint8Array()) }, '/file csv-empty'],
    ['a file without contracts', { file: HEADER }, '/file csv-no-rows'],
    ['a perhaps', { file: many(1), query: { dryRun: 'perhaps' } }, '/dryRun choice'],
    ['too large a file', { file: 'x'.repeat(4_000_001) }, '/file csv-large'],
  ])('%s is refused', async (_, question, code) => {
    const { deps, imports } = room();
    expect(codesIn(await askTransfer(deps, 'POST', IMPORTS, question))).toEqual([code]);
    expect(imports.kept.size).toBe(0);
  });

  test.each([
    ['JSON', { file: '{}', type: 'application/json' }, 415],
    ['a picture', { file: 'x', type: 'image/png' }, 415],
    ['more than a Lambda takes', { file: 'x'.repeat(5_900_001) }, 413],
    ['a key of blanks', { file: many(1), headers: { 'idempotency-key': ' ' } }, 422],
  ])('%s gets a problem', async (_, question, status) => {
    const { deps } = room();
    expect((await askTransfer(deps, 'POST', IMPORTS, question)).status).toBe(status);
  });
});

test('only supervisors and admins import and export', async () => {
  const { deps } = room();
  const asked = [
    ['POST', IMPORTS],
    ['GET', `${IMPORTS}/x`],
    ['GET', `${IMPORTS}/x/rows`],
    ['GET', '/api/desk/contracts/export'],
  ] as const;
  for (const [method, path] of asked) {
    for (const group of ['agent', 'department', 'auditor'] as const)
      expect((await askTransfer(deps, method, path, { as: [group], file: many(1) })).status).toBe(403);
    expect((await askTransfer(deps, method, path, { as: ['admin'], file: many(1) })).status).not.toBe(403);
  }
});

test('an import that nobody began is not found; wrong questions about one are refused', async () => {
  const { deps } = room();
  expect((await askTransfer(deps, 'GET', `${IMPORTS}/nothing`)).status).toBe(404);
  expect((await askTransfer(deps, 'GET', `${IMPORTS}/nothing/rows`)).status).toBe(404);
  const rows = (query: Readonly<Record<string, string>>) => askTransfer(deps, 'GET', `${IMPORTS}/x/rows`, { query });
  expect(codesIn(await rows({ outcome: 'lost' }))).toEqual(['/outcome choice']);
  expect(codesIn(await rows({ limit: '0' }))).toEqual(['/limit too-small']);
  expect(codesIn(await rows({ limit: '201' }))).toEqual(['/limit too-big']);
  expect((await rows({ cursor: 'x' })).status).toBe(400);
});

describe('an export', () => {
  test('gives the same contracts as they were, in parts that make one file', async () => {
    const { register, imports, deps } = room();
    const contracts = Array.from(
      { length: 25 },
      (_, n) => [`C-${n}`, someTerms({ customer: aPolicyholder({ name: `=客户 ${n}` }) })] as const,
    );
    await begin(deps, exportOf(contracts));
    await workOn(deps, imports);
    await carriedOn(register);
    const parts: string[] = [];
    let next: string | undefined = '/api/desk/contracts/export?limit=10';
    while (next) {
      const { pathname, searchParams } = new URL(next, SITE);
      const { status, headers, body } = await askTransfer(deps, 'GET', pathname, { query: Object.fromEntries(searchParams) });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': expect.stringMatching(/^attachment/),
      });
      parts.push(String(body));
      next = /^<([^>]+)>; rel="next"$/.exec(headers?.['link'] ?? '')?.[1];
    }
    expect(parts).toHaveLength(3);
    const whole = parts.join('');
    expect(whole.split('\uFEFF')).toHaveLength(2);
    const { importId } = reportIn(await begin(deps, whole, 'k2'));
    await workOn(deps, imports);
    expect((await look(deps, importId)).counts).toEqual({ created: 0, changed: 0, unchanged: 25, refused: 0 });
    expect(fold(register.events.get('C-3') ?? []).terms.customer.name).toBe('=客户 3');
  });

  test('takes the filters of the list', async () => {
    const { register, imports, deps } = room();
    await begin(deps, fileOf(row('C-1'), row('D-1', { owner: 'wang' }), row('D-2')));
    await workOn(deps, imports);
    await carriedOn(register);
    const ids = async (query: Readonly<Record<string, string>>) =>
      String((await askTransfer(deps, 'GET', '/api/desk/contracts/export', { query })).body)
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]);
    expect(await ids({ number: 'D-' })).toEqual(['D-1', 'D-2']);
    expect(await ids({ owner: 'wang' })).toEqual(['D-1']);
    expect(await ids({ dueTo: '2020-01-01' })).toEqual([]);
    expect(
      codesIn(await askTransfer(deps, 'GET', '/api/desk/contracts/export', { query: { limit: '1001', colour: 'red' } })).sort(),
    ).toEqual(['/colour unknown-field', '/limit too-big']);
    const backwards = { dueFrom: '2027-01-01', dueTo: '2026-01-01' };
    expect(codesIn(await askTransfer(deps, 'GET', '/api/desk/contracts/export', { query: backwards }))).toEqual([
      '/dueTo end-before-start',
    ]);
    expect((await askTransfer(deps, 'GET', '/api/desk/contracts/export', { query: { cursor: 'forged' } })).status).toBe(400);
  });
});
