import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployedOutputs } from './deploy.ts';
import { stateFolder } from './cloud.ts';
import { PROJECT, type StackOptions } from './options.ts';
import type { Outputs } from './outputs.ts';

/** Everything that a deployment is made of; a synthesis takes 20 s, reading these 50 ms. */
const SOURCES = ['functions', 'workflows', 'infra', 'cdk.json', 'package-lock.json', 'tsconfig.json'];
const NOT_DEPLOYED = ['infra/local', 'infra/checks'];

/**
 * Notes which sources the local cloud holds, once it stopped with its state saved. Written then and not at the deployment:
 * after a kill the saved state is older, and the next start must deploy.
 */
export const leaveReceipt = (options: StackOptions, sources: string): void => writeFileSync(receiptFile(options), sources);

/** The outputs of the deployment that the cloud holds, if it is of these sources. The receipt is good for one start. */
export function takeReceipt(options: StackOptions, sources: string): Outputs | undefined {
  const file = receiptFile(options);
  const same = existsSync(file) && readFileSync(file, 'utf8') === sources;
  rmSync(file, { force: true });
  return same ? deployedOutputs(options) : undefined;
}

/** It lies with the state that it vouches for, so that they go together. */
const receiptFile = (options: StackOptions): string => join(stateFolder(options), 'deployed');

/** A hash of everything that a deployment with these options is made of. */
export function fingerprint({ stage, ports }: StackOptions): string {
  const hash = createHash('sha256').update(JSON.stringify({ stage, ports }));
  for (const file of SOURCES.flatMap(filesUnder)) hash.update(file).update(readFileSync(join(PROJECT, file)));
  return hash.digest('hex');
}

/** Files at or under a path of the project, in a fixed order. */
function filesUnder(path: string): string[] {
  if (NOT_DEPLOYED.includes(path)) return [];
  const full = join(PROJECT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
