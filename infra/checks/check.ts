import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const TEMPLATES = '.build/synth';

/** One check: its name, what it runs, and when it does not apply. */
interface Step {
  readonly name: string;
  readonly run: readonly (readonly string[])[];
  /** The step passes unseen unless this holds. */
  readonly if?: () => boolean;
  /** Output that means failure although the tool is content. */
  readonly refuse?: RegExp;
}

const CLIENT = 'functions/web/client/tsconfig.json';
const exists = (path: string): boolean => existsSync(join(ROOT, path));

const synth = (stage: string): Step => ({
  name: `synth ${stage}`,
  // cdk-nag runs inside; --strict makes every warning an error.
  run: [['cdk', 'synth', '--quiet', '--strict', '-c', `stage=${stage}`, '--output', `${TEMPLATES}/${stage}`]],
  if: () => exists('infra/app.ts'),
  refuse: /\[warning|^warning\b|⚠/im,
});

const VENV_PYTHON = '.venv/bin/python';
const CFN_LINT = '.venv/bin/cfn-lint';

const cfnLint: Step = {
  name: 'cfn-lint',
  get run() {
    // Without a template cfn-lint would wait for one: a name that does not exist makes it say so.
    const found = globSync(`${TEMPLATES}/*/**/*.template.json`, { cwd: ROOT });
    const templates = found.length > 0 ? found : [`${TEMPLATES}/no.template.json`];
    return [
      ...(exists(VENV_PYTHON) ? [] : [['python3', '-m', 'venv', '.venv']]),
      ...(exists(CFN_LINT)
        ? []
        : [[VENV_PYTHON, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', 'infra/checks/requirements.txt']]),
      [CFN_LINT, '--', ...templates],
    ];
  },
};

const STEPS: readonly Step[] = [
  { name: 'types', run: [['tsc', '-p', '.']] },
  { name: 'types of the browser', run: [['tsc', '-p', CLIENT]], if: () => exists(CLIENT) },
  { name: 'lint', run: [['eslint', '-c', 'infra/checks/eslint.config.js', '--max-warnings', '0', '.']] },
  { name: 'format', run: [['prettier', '--check', '--log-level', 'warn', '.']] },
  { name: 'import rule', run: [['depcruise', '--config', '.dependency-cruiser.cjs', 'functions', 'infra', 'test']] },
  { name: 'unused code', run: [['knip']] },
  {
    name: 'state machine rules',
    run: [
      ['node', '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', 'test/workflows'],
    ],
  },
  { name: 'diagrams', run: [['node', 'infra/checks/diagram.ts', '--check']] },
  {
    name: 'OpenAPI',
    run: [
      ['node', 'infra/checks/openapi.ts'],
      ['redocly', 'lint', '--config', '.redocly.yaml', '.build/openapi.json'],
    ],
    if: () => exists('infra/checks/openapi.ts'),
  },
  synth('dev'),
  synth('prod'),
  synth('local'),
  cfnLint,
];

interface Ended {
  readonly passed: boolean;
  readonly output: string;
}

/** Runs a tool of the project (`node_modules/.bin` comes first). */
const runTool = (line: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const [tool = '', ...args] = line;
    const path = `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
    const child = spawn(tool, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: path, NO_COLOR: '1', CDK_DISABLE_CLI_TELEMETRY: 'true' },
    });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => {
      resolve({ passed: false, output: `${tool}: ${error.message}` });
    });
    child.on('close', (code) => {
      resolve({ passed: code === 0, output });
    });
  });

const runStep = async (step: Step): Promise<Ended> => {
  let output = '';
  // One after the other: each line may need what the one before made.
  for (const line of step.run) {
    const ended = await runTool(line);
    output += ended.output;
    if (!ended.passed || step.refuse?.test(ended.output)) return { passed: false, output };
  }
  return { passed: true, output };
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const chosen = STEPS.filter(
  (step) => (positionals.length === 0 || positionals.some((word) => step.name.startsWith(word))) && (step.if?.() ?? true),
);
if (chosen.length === 0) throw new Error(`No step begins so. There are: ${STEPS.map((step) => step.name).join(', ')}`);

const results: { readonly name: string; readonly passed: boolean; readonly seconds: number }[] = [];
for (const step of chosen) {
  const begin = performance.now();
  const { passed, output } = await runStep(step);
  const seconds = Math.round((performance.now() - begin) / 100) / 10;
  results.push({ name: step.name, passed, seconds });
  console.log(`${passed ? '✓' : '✗'} ${step.name} (${seconds} s)`);
  if (!passed) console.log(output.trimEnd().replaceAll(/^/gm, '    '));
}

const failed = results.filter((result) => !result.passed);
console.log(`${results.length - failed.length} checks passed, ${failed.length} failed`);
if (values.json) {
  const path = join(ROOT, values.json);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(results, null, 2));
  console.log(`written to ${relative(ROOT, path)}`);
}
if (failed.length > 0) process.exitCode = 1;
