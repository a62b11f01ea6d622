import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonCall } from './aws.ts';
import { theStack } from './theStack.ts';

interface Page {
  readonly logGroups?: readonly { readonly logGroupName: string }[];
  readonly events?: readonly { readonly message: string }[];
  readonly nextToken?: string;
}

const isPage = (value: unknown): value is Page => typeof value === 'object' && value !== null;

async function ask(target: string, body: object): Promise<Page> {
  const { status, text } = await jsonCall('logs', `Logs_20140328.${target}`, body);
  const page: unknown = JSON.parse(text);
  if (status !== 200 || !isPage(page)) throw new Error(`${target} answered ${status}: ${text.slice(0, 300)}`);
  return page;
}

/** Everything that the functions of the stack logged, by log group. */
export async function logsOfFunctions(): Promise<ReadonlyMap<string, string>> {
  const { logGroups = [] } = await ask('DescribeLogGroups', {});
  const logs = new Map<string, string>();
  for (const { logGroupName } of logGroups) {
    const lines: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await ask('FilterLogEvents', { logGroupName, limit: 10_000, ...(nextToken && { nextToken }) });
      lines.push(...(page.events ?? []).map(({ message }) => message));
      nextToken = page.nextToken;
    } while (nextToken);
    logs.set(logGroupName, lines.join('\n'));
  }
  return logs;
}

/** The files into which the processes of the stack log, by name. */
export function logFiles(): ReadonlyMap<string, string> {
  const folder = join(theStack().home, 'logs');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
