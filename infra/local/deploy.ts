import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { cloudClient, cloudEndpoint, cloudEnvironment, homeFolder, onMovedClock, PROJECT, REGION, type StackOptions } from './options.ts';
import { run, type RunOptions } from './processes.ts';

const ACCOUNT = '000000000000'; // the emulator's
const ASSET_BUCKET = `cdk-hnb659fds-assets-${ACCOUNT}-${REGION}`; // by the CDK's usual qualifier

/** What the stack publishes (CfnOutput), as far as the local tools need it. */
export interface Outputs {
  ApiUrl: string;
  ApiId: string;
  TableName: string;
  UserPoolId: string;
  UserPoolClientId: string;
  CaseLifecycleArn: string;
  SweepFunctionName: string;
  ThrottleRate: string;
  ThrottleBurst: string;
}

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
  const outputs = join(options.home, 'outputs.json');
  const addresses = {
    siteUrl: `http://localhost:${options.ports.site}`,
    consoleUrl: executionPage(options),
    cloudUrl: cloudEndpoint(options),
  };
  const context = Object.entries({ stage: options.stage, ...addresses }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await cdk(
    options,
    ['deploy', '--all', '--require-approval', 'never', '--concurrency', '4', '--outputs-file', outputs, ...context],
    watch,
  );
  return readOutputs(outputs, `aftercare-${options.stage}`);
}

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

function readOutputs(file: string, stack: string): Outputs {
  const all: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const given = record(record(all)[stack]);
  const output = (name: keyof Outputs): string => {
    const value = given[name];
    if (typeof value !== 'string')
      throw new Error(`The stack ${stack} has no output ${name}: infra/stacks must publish it for the local tools.`);
    return value;
  };
  return {
    ApiUrl: output('ApiUrl'),
    ApiId: output('ApiId'),
    TableName: output('TableName'),
    UserPoolId: output('UserPoolId'),
    UserPoolClientId: output('UserPoolClientId'),
    CaseLifecycleArn: output('CaseLifecycleArn'),
    SweepFunctionName: output('SweepFunctionName'),
    ThrottleRate: output('ThrottleRate'),
    ThrottleBurst: output('ThrottleBurst'),
  };
}

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});
