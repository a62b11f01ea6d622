import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { environment, stage } from './template.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const HANDLERS = join(PROJECT, 'functions/handlers');
const EXPORTS_HANDLER = /^export const handler\b/m;

const files = globSync('**/*.ts', { cwd: HANDLERS }).filter((file) => EXPORTS_HANDLER.test(readFileSync(join(HANDLERS, file), 'utf8')));

test('every file that exports a handler is a function, and every function has its file', () => {
  const described = stage('prod')
    .ofType('Lambda::Function')
    .map(({ properties }) => String(properties['Description']));
  expect(described.sort()).toEqual(files.map((file) => `functions/handlers/${file}`).sort());
});

/** Variables that every function has: for logs and metrics. */
const COMMON = ['POWERTOOLS_METRICS_NAMESPACE', 'POWERTOOLS_SERVICE_NAME', 'STAGE'];

/** Variables that Lambda sets itself. */
const GIVEN = /^AWS_/;

/** Names in `env('…')` of everything that ends up in a bundle. */
function read(file: string): string[] {
  const { outputFiles } = buildSync({
    ...{ entryPoints: [join(HANDLERS, file)], absWorkingDir: PROJECT, bundle: true, platform: 'node', packages: 'external' },
    ...{ write: false, outdir: 'unused', loader: { '.html': 'text', '.svg': 'text' }, logLevel: 'error' },
  });
  const names = outputFiles.flatMap(({ text }) => [...text.matchAll(/\benv\d*\("([A-Z_]+)"\)/g)].map((match) => match[1] ?? ''));
  return [...new Set(names)].filter((name) => !GIVEN.test(name)).sort();
}

describe.each(files)('%s', (file) => {
  test('is told what it reads, and nothing else', () => {
    const told = Object.keys(environment('prod', basename(file, '.ts'))).filter((name) => !COMMON.includes(name));
    expect(told.sort()).toEqual(read(file));
  });
});
