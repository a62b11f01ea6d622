import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clockOf } from './clock.ts';

/** Region of the local cloud. */
export const REGION = 'us-east-1';

/** The repository's top folder. */
export const PROJECT = resolve(import.meta.dirname, '../..');

/** Where and how a local stack runs. */
export interface StackOptions {
  /** Name in `infra/config.ts`: `local`, or `demo` with its short durations. */
  stage: string;
  ports: { site: number; mail: number; console: number; cloud: number };
  /** Folder of everything that outlives a stop: cloud state, mails, clock, logs. */
  home: string;
  /** File that tells others where the running stack is (contract: `.local/stack.json`). */
  stackFile: string;
  /** No progress on the terminal. */
  quiet: boolean;
}

/** What differs from the usual stack; `environment` may move ports by PORT, MAIL_PORT, CONSOLE_PORT and CLOUD_PORT. */
export interface StackChoice extends Partial<Omit<StackOptions, 'ports'>> {
  ports?: Partial<StackOptions['ports']>;
  environment?: Record<string, string | undefined>;
}

/** The usual local stack, with `choice` put over it. Throws on a port that is no number from 1 to 65535. */
export function stackOptions(choice: StackChoice = {}): StackOptions {
  const stage = choice.stage ?? 'local';
  const environment = choice.environment ?? {};
  return {
    stage,
    ports: {
      site: choice.ports?.site ?? portFrom(environment, 'PORT', 8080),
      mail: choice.ports?.mail ?? portFrom(environment, 'MAIL_PORT', 8025),
      console: choice.ports?.console ?? portFrom(environment, 'CONSOLE_PORT', 8090),
      cloud: choice.ports?.cloud ?? portFrom(environment, 'CLOUD_PORT', 4566),
    },
    home: resolve(choice.home ?? join(PROJECT, '.local', stage)),
    stackFile: resolve(choice.stackFile ?? join(PROJECT, '.local', 'stack.json')),
    quiet: choice.quiet ?? false,
  };
}

function portFrom(environment: Record<string, string | undefined>, name: string, usual: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`${name}=${text} is not a port number (1 to 65535).`);
  return port;
}

/** A folder in the stack's home, made if it is missing. */
export function homeFolder(options: StackOptions, ...names: string[]): string {
  const folder = join(options.home, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The file that holds the seconds by which the local cloud runs ahead of the machine. */
export const clockFile = (options: Pick<StackOptions, 'home'>): string => join(options.home, 'clock');

/** Address of the local cloud's API for SDKs and the CDK. */
export const cloudEndpoint = (options: StackOptions): string => `http://localhost:${options.ports.cloud}`;

/** Environment that points AWS tools at the local cloud, and no other credentials than its own. */
export function cloudEnvironment(options: StackOptions): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: cloudEndpoint(options),
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
  };
}

/**
 * Settings of an SDK client of the local cloud, which may run ahead of the machine: without the offset the SDK would take every refusal
 * for a wrong clock and try again. Make clients after moving the clock.
 */
export function cloudClient(stack: { awsEndpoint: string; home: string }) {
  return {
    endpoint: stack.awsEndpoint,
    region: REGION,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    systemClockOffset: clockOf(stack.home).offsetSeconds() * 1000,
  };
}

/** Environment in which a Node process reads the local cloud's clock. */
export const onMovedClock = (options: Pick<StackOptions, 'home'>): Record<string, string> => ({
  CLOCK_FILE: clockFile(options),
  NODE_OPTIONS: `--require "${join(import.meta.dirname, 'emulator', 'clock_shim.cjs')}"`,
});
