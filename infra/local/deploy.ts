import { join } from 'node:path';
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { cloudClient, cloudEndpoint, cloudEnvironment, homeFolder, onMovedClock, PROJECT, REGION, type StackOptions } from './options.ts';
import { readOutputs, type Outputs } from './outputs.ts';
import { run, type RunOptions } from './processes.ts';

const ACCOUNT = '000000000000'; // the emulator's
const ASSET_BUCKET = `cdk-hnb659fds-assets-${ACCOUNT}-${REGION}`; // by the CDK's usual qualifier

type Watch = Pick<RunOptions, 'onLine' | 'abort'>;

/** Prepares the local cloud for the CDK, once per state directory. */
export async function bootstrap(options: StackOptions, watch: Watch = {}): Promise<void> {
  const s3 = new S3Client({ ...cloudClient({ awsEndpoint: cloudEndpoint(options), home: options.home }), forcePathStyle: true });
  const done = await s3.send(new HeadBucketCommand({ Bucket: ASSET_BUCKET })).then(
    () => true,
    () => false,
  );
  s3.destroy();
  if (!done) await cdk(options, ['bootstrap', `aws://${ACCOUNT}/${REGION}`], watch, options.home); // elsewhere it would synthesise first
}

/** Deploys the project to the local cloud as to AWS, links in mails pointing at the local site, and reads the outputs. */
export async function deploy(options: StackOptions, watch: Watch = {}): Promise<Outputs> {
  const addresses = {
    siteUrl: `http://localhost:${options.ports.site}`,
    consoleUrl: executionPage(options),
    cloudUrl: cloudEndpoint(options),
  };
  const context = Object.entries({ stage: options.stage, ...addresses }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await cdk(
    options,
    ['deploy', '--all', '--require-approval', 'never', '--concurrency', '4', '--outputs-file', outputsFile(options), ...context],
    watch,
  );
  return deployedOutputs(options);
}

/** The outputs of the last deployment. */
export const deployedOutputs = (options: StackOptions): Outputs => readOutputs(outputsFile(options), `aftercare-${options.stage}`);

const outputsFile = ({ home }: StackOptions): string => join(home, 'outputs.json');

/** The console has no page of its own for an execution: the machine's lists them by name, which is the case's id. */
function executionPage({ stage, ports }: StackOptions): string {
  const machine = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:aftercare-${stage}-case-lifecycle`;
  return `http://localhost:${ports.console}/resources/stepfunctions?machine=${encodeURIComponent(machine)}#{execution}`;
}

async function cdk(options: StackOptions, args: string[], watch: Watch, cwd = PROJECT): Promise<void> {
  const env = {
    ...cloudEnvironment(options),
    ...onMovedClock(options),
    CI: '1',
    CDK_DEFAULT_ACCOUNT: ACCOUNT,
    CDK_DEFAULT_REGION: REGION,
    CDK_DISABLE_CLI_TELEMETRY: '1',
  };
  const output = ['--output', homeFolder(options, 'cdk.out'), '--no-notices', '--no-version-reporting'];
  const command = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  await run(process.execPath, [command, ...args, ...output], { cwd, env, ...watch });
}
