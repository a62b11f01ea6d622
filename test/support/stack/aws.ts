import { AwsClient } from 'aws4fetch';
import { REGION } from '../../../infra/local/options.ts';
import { theStack } from './theStack.ts';

/** Who calls; the operator of the local cloud unless told otherwise. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const OPERATOR: Credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

const send = async (service: string, credentials: Credentials, init: RequestInit): Promise<{ status: number; text: string }> => {
  const client = new AwsClient({ ...credentials, region: REGION, service, retries: 0 });
  const answer = await client.fetch(theStack().awsEndpoint, { method: 'POST', ...init });
  return { status: answer.status, text: await answer.text() };
};

/** Calls a service of the local cloud that speaks JSON, such as CloudWatch Logs. */
export const jsonCall = (service: string, target: string, body: object, credentials = OPERATOR) =>
  send(service, credentials, {
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target },
    body: JSON.stringify(body),
  });

/** Calls a service of the local cloud that speaks forms, such as STS. */
export const formCall = (service: string, fields: Readonly<Record<string, string>>, credentials = OPERATOR) =>
  send(service, credentials, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });

/** Credentials of a role, as a function that runs under it has them. */
export async function asRole(roleArn: string): Promise<Credentials> {
  const { text } = await formCall('sts', { Action: 'AssumeRole', Version: '2011-06-15', RoleArn: roleArn, RoleSessionName: 'test' });
  const field = (name: string): string => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1] ?? '';
  const credentials = { accessKeyId: field('AccessKeyId'), secretAccessKey: field('SecretAccessKey'), sessionToken: field('SessionToken') };
  if (!credentials.accessKeyId) throw new Error(`Nobody can be ${roleArn}: ${text.slice(0, 300)}`);
  return credentials;
}
