import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PYTHON } from './python.ts';
import { cloudEnvironment, homeFolder, onMovedClock, REGION, type StackOptions } from './options.ts';
import { startHelper, stopHelper, whenHealthy, type Helper } from './processes.ts';

const START_SECONDS = 60; // 2 s here; a slow machine with much saved state takes longer
const STOP_SECONDS = 30; // it saves its state meanwhile

/** Where the local cloud saves its state when it stops. */
export const stateFolder = (options: StackOptions): string => homeFolder(options, 'cloud', 'state');

/** Starts the local cloud with the state of last time; mails it sends go to the SMTP server at `smtpPort`. */
export async function startCloud(options: StackOptions, smtpPort: number): Promise<Helper> {
  const state = stateFolder(options);
  const files = homeFolder(options, 'cloud', 's3');
  if (readdirSync(state).length === 0) emptyFolder(files); // killed before it saved anything: buckets without their stack would be in the way
  const environment = {
    ...cloudEnvironment(options),
    ...onMovedClock(options),
    GATEWAY_PORT: String(options.ports.cloud),
    BIND_HOST: '127.0.0.1',
    AUTH: 'true', // IAM is enforced: a missing grant shows here, not on AWS
    IOT_MTLS_ENABLED: '0',
    MINISTACK_REGION: REGION,
    PERSIST_STATE: '1',
    STATE_DIR: state,
    S3_PERSIST: '1',
    S3_DATA_DIR: files,
    SMTP_HOST: `127.0.0.1:${smtpPort}`,
  };
  const log = join(homeFolder(options, 'logs'), 'cloud.log');
  const cloud = startHelper('The local cloud', PYTHON, [join(import.meta.dirname, 'emulator', 'launch.py')], environment, log);
  try {
    await whenHealthy(cloud, `http://127.0.0.1:${options.ports.cloud}/_ministack/health`, START_SECONDS);
  } catch (problem) {
    await stopCloud(cloud);
    throw problem;
  }
  return cloud;
}

/** Stops the local cloud once it saved its state. False when it ended without that. */
export const stopCloud = (cloud: Helper): Promise<boolean> => stopHelper(cloud, STOP_SECONDS);

function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}
