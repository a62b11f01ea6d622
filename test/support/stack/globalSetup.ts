import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startStack, type Stack } from '../../../infra/local/stack.ts';
import { PROJECT, type StackOptions } from '../../../infra/local/options.ts';

declare global {
  // The stack that this run of the tests started; globalTeardown stops it.
  var startedStack: Stack | undefined;
}

/** Where the stacks of test runs have their files: one folder per run, kept until the next run for whoever looks for a reason. */
export const RUNS = join(PROJECT, '.local', 'test');

/** Ports that nobody uses now, so that runs do not get into each other's way. */
export async function freePorts(): Promise<StackOptions['ports']> {
  const servers = [0, 1, 2, 3].map(() => createServer().listen(0, '127.0.0.1'));
  const ports = await Promise.all(
    servers.map(async (server) => {
      await once(server, 'listening');
      return portOf(server.address());
    }),
  );
  for (const server of servers) server.close();
  const [site = 0, mail = 0, console = 0, cloud = 0] = ports;
  return { site, mail, console, cloud };
}

const portOf = (address: AddressInfo | string | null): number => (typeof address === 'object' && address ? address.port : 0);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Removes what runs left behind whose process is gone. */
function removeOldRuns(): void {
  for (const run of existsSync(RUNS) ? readdirSync(RUNS) : [])
    if (!isRunning(Number(run.split('-')[0]))) rmSync(join(RUNS, run), { recursive: true, force: true });
}

/**
 * Starts the one stack that integration tests, drills and browser tests of this run share. AFTERCARE_STACK=path/to/stack.json uses a running one instead,
 * which is fast while one writes tests (`node test/support/stack/keep.ts`).
 */
export default async function globalSetup(): Promise<void> {
  if (process.env['AFTERCARE_STACK']) return;
  removeOldRuns();
  const home = join(RUNS, String(process.pid));
  mkdirSync(home, { recursive: true });
  const stackFile = join(home, 'stack.json');
  globalThis.startedStack = await startStack({ stage: 'local', ports: await freePorts(), home, stackFile, quiet: true });
  process.env['AFTERCARE_STACK'] = stackFile;
}
