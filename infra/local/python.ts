import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './options.ts';
import { run } from './processes.ts';

const VENV = join(PROJECT, '.venv');
const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const STAMP = join(VENV, '.installed'); // hash of the requirements that are in there

/** The Python that the local cloud runs with. */
export const PYTHON = join(VENV, 'bin', 'python');

/** Makes `.venv` and installs the pinned packages, unless they are there already. Throws with advice when Python is missing. */
export async function installPython(onLine: (line: string) => void = () => {}): Promise<void> {
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  await makeVenv(onLine);
  await run(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS], {
    env: pipEnvironment(),
    onLine,
  });
  writeFileSync(STAMP, wanted);
}

async function makeVenv(onLine: (line: string) => void): Promise<void> {
  const create = () => run('python3', ['-m', 'venv', '--clear', VENV]);
  try {
    await create();
  } catch (problem) {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw withAdvice(problem);
    onLine('python3-venv is missing: installing it');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['install', '--yes', '--quiet', 'python3', 'python3-venv'], { env }).catch((failed: unknown) => {
      throw withAdvice(failed);
    });
    await create();
  }
}

/** pip may need to be told of a package mirror or a proxy, which the plain environment leaves out. */
function pipEnvironment(): Record<string, string> {
  const wanted = /^(PIP_|SSL_CERT_|REQUESTS_CA_BUNDLE$|https?_proxy$|no_proxy$)/i;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value !== undefined && wanted.test(name) ? [[name, value]] : [])),
  );
}

const withAdvice = (cause: unknown): Error =>
  new Error('Python 3.10 or later with its venv module is needed. On Debian or Ubuntu: sudo apt-get install python3 python3-venv', {
    cause,
  });
