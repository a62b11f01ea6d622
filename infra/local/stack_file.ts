import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cloudEndpoint, REGION, type StackOptions } from './options.ts';
import type { Outputs } from './outputs.ts';
import { STAFF, type StaffAccount } from './staff.ts';

/** Where a running local stack is, for scripts and tests: the content of `.local/stack.json`. */
export interface StackInfo {
  stage: string;
  /** Folder of the stack's files, among them its clock. */
  home: string;
  siteUrl: string;
  apiUrl: string;
  mailboxUrl: string;
  consoleUrl: string;
  awsEndpoint: string;
  region: string;
  stateMachines: { caseLifecycle: string; renewal: string };
  tableName: string;
  sweepFunctionName: string;
  auth: { userPoolId: string; clientId: string };
  staff: readonly StaffAccount[];
}

/** The description of a stack with these options and outputs. */
export const stackInfo = (options: StackOptions, outputs: Outputs): StackInfo => ({
  stage: options.stage,
  home: options.home,
  siteUrl: `http://localhost:${options.ports.site}`,
  apiUrl: apiUrlOf(options, outputs),
  mailboxUrl: `http://localhost:${options.ports.mail}`,
  consoleUrl: `http://localhost:${options.ports.console}`,
  awsEndpoint: cloudEndpoint(options),
  region: REGION,
  stateMachines: { caseLifecycle: outputs.CaseLifecycleArn, renewal: outputs.RenewalArn },
  tableName: outputs.TableName,
  sweepFunctionName: outputs.SweepFunctionName,
  auth: { userPoolId: outputs.UserPoolId, clientId: outputs.UserPoolClientId },
  staff: STAFF,
});

/** The API inside the local cloud, at an address that needs no name service (the output's host does, outside browsers). */
const apiUrlOf = (options: StackOptions, outputs: Outputs): string =>
  `${cloudEndpoint(options)}/_aws/execute-api/${outputs.ApiId}/$default`;

/** Writes the file in one step, so that nobody reads half of it. */
export function writeStackFile(file: string, info: StackInfo): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(info, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** Removes the file of a stack that stops, unless another stack has written its own meanwhile. */
export function removeStackFile(file: string, info: StackInfo): void {
  if (existsSync(file) && readStackFile(file).siteUrl === info.siteUrl) rmSync(file);
}

/** The running stack; throws with advice when none is running. */
export function readStackFile(file: string): StackInfo {
  const content: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (!isStackInfo(content))
    throw new Error('No local stack is running. Start one in another terminal: npm start (for the demo: npm start -- --stage demo)');
  return content;
}

const isStackInfo = (value: unknown): value is StackInfo =>
  typeof value === 'object' && value !== null && 'siteUrl' in value && 'staff' in value;
