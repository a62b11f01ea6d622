import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getAsset } from '../../../functions/handlers/customer/pages.ts';
import type { Answer } from '../../../functions/http/message.ts';
import { Problem } from '../../../functions/http/problem.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';
const A_WHILE = 'public, max-age=300';
const HASHES = { 'site.css': 'abc123', 'part-K7QX2.js': 'def456' };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assets-'));
  for (const name of [...Object.keys(HASHES), 'manifest.json']) await writeFile(join(folder, name), `content of ${name}`);
});
afterAll(() => rm(folder, { recursive: true }));

const asks = (name: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  getAsset(
    folder,
    HASHES,
  )({
    method: 'GET',
    path: `/assets/${name}`,
    params: { name },
    query,
    headers: {},
    cookies: {},
    source: '192.0.2.1',
    domain: 'aftercare.example',
    claims: {},
    body: async () => ({ kind: 'none' }),
  });

describe('a file beside the pages', () => {
  test.each([
    ['by the hash of its content, for good', 'site.css', { v: 'abc123' }, FOR_GOOD],
    ['by the hash of another release, for a while', 'site.css', { v: 'abc122' }, A_WHILE],
    ['by its name alone, for a while', 'site.css', {}, A_WHILE],
    ['part of a script, which is named by its content, for good', 'part-K7QX2.js', {}, FOR_GOOD],
  ])('is kept %s', async (_, name, query, kept) =>
    expect(await asks(name, query)).toMatchObject({ status: 200, headers: { 'cache-control': kept }, body: `content of ${name}` }),
  );

  test('says what it is', async () => {
    expect((await asks('site.css')).headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' });
    expect((await asks('part-K7QX2.js')).headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8' });
  });

  test.each(['manifest.json', 'part-OLD.js', '../site.css', 'constructor', '__proto__'])('is not found: %s', async (name) => {
    await expect(asks(name)).rejects.toMatchObject(new Problem('not-found'));
  });
});
