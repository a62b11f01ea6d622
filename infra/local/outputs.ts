import { existsSync, readFileSync } from 'node:fs';

/** What the stack publishes (CfnOutput), as far as the local tools need it. */
export interface Outputs {
  ApiUrl: string;
  ApiId: string;
  TableName: string;
  UserPoolId: string;
  UserPoolClientId: string;
  CaseLifecycleArn: string;
  RenewalArn: string;
  SweepFunctionName: string;
  ThrottleRate: string;
  ThrottleBurst: string;
}

/** Reads the outputs of a stack in what `cdk deploy --outputs-file` wrote. Throws, naming it, when one is missing. */
export function readOutputs(file: string, stack: string): Outputs {
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
    RenewalArn: output('RenewalArn'),
    SweepFunctionName: output('SweepFunctionName'),
    ThrottleRate: output('ThrottleRate'),
    ThrottleBurst: output('ThrottleBurst'),
  };
}

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});
