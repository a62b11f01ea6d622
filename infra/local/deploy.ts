import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudEnvironment, homeFolder, PROJECT, REGION, type StackOptions } from './options.ts';
import { run } from './processes.ts';

const ACCOUNT = '000000000000'; // the emulator's

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

/** Prepares the local cloud for the CDK (once per state directory; repeated, it changes nothing). */
export async function bootstrap(options: StackOptions, onLine?: (line: string) => void): Promise<void> {
  await cdk(options, ['bootstrap', `aws://${ACCOUNT}/${REGION}`], onLine);
}

/** Deploys the project to the local cloud as to AWS, links in mails pointing at the local site, and reads the outputs. */
export async function deploy(options: StackOptions, onLine?: (line: string) => void): Promise<Outputs> {
  const outputs = join(options.home, 'outputs.json');
  const context = ['-c', `stage=${options.stage}`, '-c', `siteUrl=http://localhost:${options.ports.site}`];
  await cdk(options, ['deploy', '--all', '--require-approval', 'never', '--concurrency', '4', '--outputs-file', outputs, ...context], onLine);
  return readOutputs(outputs, `aftercare-${options.stage}`);
}

async function cdk(options: StackOptions, args: string[], onLine?: (line: string) => void): Promise<void> {
  const env = { ...cloudEnvironment(options), CI: '1', CDK_DEFAULT_ACCOUNT: ACCOUNT, CDK_DEFAULT_REGION: REGION, CDK_DISABLE_CLI_TELEMETRY: '1' };
  const output = ['--output', homeFolder(options, 'cdk.out'), '--no-notices', '--no-version-reporting'];
  const command = join(PROJECT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  await run(process.execPath, [command, ...args, ...output], { cwd: PROJECT, env, ...(onLine && { onLine }) });
}

function readOutputs(file: string, stack: string): Outputs {
  const all: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const given = record(record(all)[stack]);
  const output = (name: keyof Outputs): string => {
    const value = given[name];
    if (typeof value !== 'string') throw new Error(`The stack ${stack} has no output ${name}: infra/stacks must publish it for the local tools.`);
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
