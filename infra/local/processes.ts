import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, dirname } from 'node:path';

const READY_POLL_MS = 100;
const ABORT_GRACE_MS = 10_000;

/** A helper process that runs until it is stopped. */
export interface Helper {
  name: string;
  process: ChildProcess;
  logFile: string;
}

/** The part of this process's environment that helpers need; the user's own AWS settings stay out. */
export function plainEnvironment(): Record<string, string> {
  const { HOME, LANG, TMPDIR } = process.env;
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter); // the same Node for everyone
  return { PATH: path, ...(HOME && { HOME }), ...(LANG && { LANG }), ...(TMPDIR && { TMPDIR }) };
}

/**
 * Starts a helper in a process group of its own, so that Ctrl-C reaches only us and we stop the helpers in order.
 * Its standard input stays open as long as we live: helpers end when it closes (emulator/parent.py).
 */
export function startHelper(name: string, command: string, args: string[], environment: Record<string, string>, logFile: string): Helper {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { detached: true, stdio: ['pipe', log, log], env: { ...plainEnvironment(), ...environment } });
  child.on('error', () => {}); // told by whenHealthy, as the process has no exit code then
  return { name, process: child, logFile };
}

/** Waits until `url` answers 200. Throws with the end of the log when the helper ends before, or after `seconds`. */
export async function whenHealthy(helper: Helper, url: string, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (hasEnded(helper)) throw new Error(`${helper.name} stopped at once.\n${await endOf(helper.logFile)}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, READY_POLL_MS));
  }
  throw new Error(`${helper.name} was not ready within ${seconds} s.\n${await endOf(helper.logFile)}`);
}

/** Asks a helper to end, waits, and kills it after `seconds`. True when it ended by itself, in order. */
export async function stopHelper(helper: Helper, seconds: number): Promise<boolean> {
  if (hasEnded(helper)) return false;
  const ended = new Promise((resume) => helper.process.once('exit', resume));
  const kill = setTimeout(() => helper.process.kill('SIGKILL'), seconds * 1000);
  helper.process.kill('SIGTERM');
  await ended;
  clearTimeout(kill);
  return helper.process.exitCode === 0;
}

/** How to run a command. */
export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  onLine?: (line: string) => void;
  /** Ends the command, after a grace in which it may finish by itself: half a deployment would be kept. */
  abort?: AbortSignal | undefined;
}

/** Runs a command to its end; throws with its last output when it fails. Ctrl-C does not reach it. */
export async function run(command: string, args: string[], { cwd, env, onLine, abort }: RunOptions = {}): Promise<string> {
  const child = spawn(command, args, { cwd, env: { ...plainEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
    const line = chunk.toString().trim().split('\n').at(-1);
    if (line) onLine?.(line);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const endSoon = (): void => void setTimeout(() => child.kill(), ABORT_GRACE_MS).unref();
  if (abort?.aborted) endSoon();
  abort?.addEventListener('abort', endSoon);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => abort?.removeEventListener('abort', endSoon));
  if (code !== 0) throw new Error(`${command} ${args.slice(0, 3).join(' ')} failed (exit ${code}).\n${lastLines(output)}`);
  return output;
}

/** Throws, naming what to do, when somebody already listens on the port. */
export async function assertPortFree(port: number, purpose: string, variable: string): Promise<void> {
  const taken = await new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
  if (taken) {
    throw new Error(
      `Port ${port} (${purpose}) is taken. Stop what listens there (another \`npm start\`?), or move it: ${variable}=${port + 1} npm start`,
    );
  }
}

const hasEnded = (helper: Helper): boolean =>
  helper.process.exitCode !== null || helper.process.signalCode !== null || helper.process.pid === undefined;

const endOf = async (file: string): Promise<string> => lastLines(await readFile(file, 'utf8').catch(() => ''));

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-30).join('\n');
