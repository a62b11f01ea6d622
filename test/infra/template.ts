import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { stageConfig, type StageName } from '../../infra/config.ts';
import { AftercareStack } from '../../infra/stacks/aftercare.ts';

/** One resource of a template. */
export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletion: string | undefined;
}

const cdk: { context: Record<string, unknown> } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));
const made = new Map<StageName, ReturnType<typeof make>>();

// The CDK's own validation takes longer than all tests here, and so does bundling: `npm run check` has both.
process.env['CDK_VALIDATION'] = 'false';
const UNBUNDLED = { 'aws:cdk:bundling-stacks': [] };

/** The template of a stage, with the flags of `cdk.json`. */
export function stage(name: StageName) {
  const known = made.get(name) ?? make(name);
  made.set(name, known);
  return known;
}

function make(name: StageName) {
  const app = new App({ context: { ...cdk.context, ...UNBUNDLED } });
  const stack = new AftercareStack(app, `aftercare-${name}`, { config: stageConfig(name) });
  const resources = Object.entries(record(Template.fromStack(stack).toJSON()['Resources'])).map(([id, value]): Resource => {
    const { Type, Properties, DeletionPolicy } = record(value);
    return {
      id,
      type: String(Type),
      properties: record(Properties),
      deletion: DeletionPolicy === undefined ? undefined : String(DeletionPolicy),
    };
  });
  return {
    resources,
    ofType: (type: string): readonly Resource[] => resources.filter((resource) => resource.type === `AWS::${type}`),
  };
}

/** An object of unknown shape as a record; empty for anything else. */
export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** A list, or the one thing that stands for it. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** A value with its references in words: `<CasesTable>/index/open`, without the hashes of logical ids. */
export function words(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[operation, operand] = ['', undefined]] = Object.entries(value);
  if (operation === 'Ref' || operation === 'Fn::GetAtt') return `<${String(list(operand)[0]).replace(/[0-9A-F]{8}$/, '')}>`;
  if (operation === 'Fn::Join')
    return list(list(operand)[1])
      .map(words)
      .join(String(list(operand)[0]));
  throw new Error(`No words for ${JSON.stringify(value)}`);
}

/** Statements of a policy document. */
export const statements = (document: unknown) =>
  list(record(document)['Statement']).map((statement) => {
    const { Effect, Action, Resource, Condition } = record(statement);
    return {
      effect: String(Effect),
      actions: list(Action).map(String),
      resources: list(Resource).map(words),
      condition: record(Condition),
    };
  });

/** What the role of a construct may do, by resource. */
export function grants(name: StageName, role: string): Record<string, readonly string[]> {
  const allowed: Record<string, readonly string[]> = {};
  for (const policy of stage(name).ofType('IAM::Policy')) {
    if (!list(policy.properties['Roles']).some((of) => words(of) === `<${role}>`)) continue;
    for (const { actions, resources } of statements(policy.properties['PolicyDocument']))
      for (const resource of resources) allowed[resource] = [...(allowed[resource] ?? []), ...actions].sort();
  }
  return allowed;
}

/** A function's environment by the name of its construct. */
export const environment = (name: StageName, handler: string): Readonly<Record<string, unknown>> => {
  const found = stage(name)
    .ofType('Lambda::Function')
    .find(({ properties }) => properties['FunctionName'] === `aftercare-${name}-${handler}`);
  return record(record(found?.properties['Environment'])['Variables']);
};
