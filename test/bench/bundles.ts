import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { codeOf } from '../../infra/constructs/bundle.ts';
import { PROJECT } from '../../infra/local/options.ts';
import { atMost, quantile, table, type Report } from './report.ts';

const KILOBYTES = 500;
const RATIO = 1.4;
const ROUNDS = 25;

/** Functions that answer people and programs; the budgets are for them. */
const API = ['site', 'desk', 'docs'];

interface Package {
  readonly name: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

const lambda = z.object({
  Type: z.literal('AWS::Lambda::Function'),
  Properties: z.object({
    FunctionName: z.string(),
    Code: z.object({ S3Key: z.string() }),
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  }),
});
const template = z.object({ Resources: z.record(z.string(), z.unknown()) });

/** The packages as they would be deployed to AWS, each with its environment; values that a deployment would find out are made up. */
function packagesIn(folder: string): readonly Package[] {
  const run = spawnSync(process.execPath, [join(PROJECT, 'infra', 'app.ts')], {
    cwd: PROJECT,
    env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify({ stage: 'prod' }) },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`The stack could not be synthesised:\n${run.stderr}`);
  const { Resources } = z.parse(template, JSON.parse(readFileSync(join(folder, 'aftercare-prod.template.json'), 'utf8')));
  return Object.values(Resources).flatMap((resource) => {
    const found = lambda.safeParse(resource);
    if (!found.success) return [];
    const { FunctionName, Code, Environment } = found.data.Properties;
    const variables = Object.entries(Environment.Variables);
    return {
      name: FunctionName.replace('aftercare-prod-', ''),
      folder: join(folder, `asset.${Code.S3Key.replace('.zip', '')}`),
      environment: Object.fromEntries(variables.map(([name, value]) => [name, typeof value === 'string' ? value : `made-up:${name}`])),
    };
  });
}

/** The handler to compare with, bundled as the functions are. */
function baselineIn(folder: string): Package {
  mkdirSync(folder);
  for (const { path, content } of codeOf(join(import.meta.dirname, 'baseline.ts')).files) writeFileSync(join(folder, path), content);
  return { name: 'baseline', folder, environment: {} };
}

/** What Lambda sets for every function. */
const LAMBDA = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'made-up', AWS_SECRET_ACCESS_KEY: 'made-up', AWS_SESSION_TOKEN: 'made-up' };

/** Prints the milliseconds of the first `require`, and which files of the package it read. */
const LOADING = `
const [path] = process.argv.slice(1);
const begun = performance.now();
require(path);
const milliseconds = performance.now() - begun;
console.log(JSON.stringify({ milliseconds, files: Object.keys(require.cache) }));`;

const loading = z.object({ milliseconds: z.number(), files: z.array(z.string()) });

/** Loads a package in a fresh process. */
function load({ name, folder, environment }: Package): z.infer<typeof loading> {
  const run = spawnSync(process.execPath, ['-e', LOADING, join(folder, 'index.js')], {
    env: { PATH: process.env['PATH'], ...LAMBDA, ...environment },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${name} does not load:\n${run.stderr}`);
  return z.parse(loading, JSON.parse(run.stdout));
}

const bytesOf = (files: readonly string[]): number => files.reduce((total, file) => total + statSync(file).size, 0);

const codeIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));

const kilobytes = (bytes: number): number => bytes / 1000;

function measured(baseline: Package, functions: readonly Package[]) {
  const all = [baseline, ...functions];
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  const loaded = new Map<string, readonly string[]>();
  for (let round = -1; round < ROUNDS; round += 1)
    for (const one of round % 2 ? all : all.toReversed()) {
      const { milliseconds, files } = load(one);
      if (round >= 0) times.get(one.name)?.push(milliseconds); // the first round fills the machine's caches
      loaded.set(one.name, files);
    }
  const median = ({ name }: Package): number => quantile(times.get(name) ?? [], 0.5);
  return all.map((one) => ({
    name: one.name,
    package: kilobytes(bytesOf(codeIn(one.folder))),
    atStart: kilobytes(bytesOf(loaded.get(one.name) ?? [])),
    milliseconds: median(one),
    ratio: median(one) / median(baseline),
  }));
}

/** Sizes of all packages, and how long they load beside a handler that only imports client-dynamodb. */
export async function bundles(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-bench-'));
  try {
    const results = measured(baselineIn(join(folder, 'baseline')), packagesIn(join(folder, 'cdk.out')));
    const doors = results.filter(({ name }) => API.includes(name));
    return {
      figures: [
        ...doors.map((one) => atMost(`${one.name}: whole package`, KILOBYTES, one.package, ' KB')),
        ...doors.map((one) => atMost(`${one.name}: load time beside the baseline`, RATIO, one.ratio, ' ×', 2)),
      ],
      details: table([
        ['function', 'package KB', 'read at start KB', 'load ms', '× baseline'],
        ...results.map((one) => [
          one.name,
          one.package.toFixed(0),
          one.atStart.toFixed(0),
          one.milliseconds.toFixed(1),
          one.ratio.toFixed(2),
        ]),
      ]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
