import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { stageConfig } from './config.ts';
import { forLocalCloud } from './constructs/localCloud.ts';
import { AftercareStack, type AftercareProps } from './stacks/aftercare.ts';

const app = new App({ analyticsReporting: false });
const config = stageConfig(app.node.tryGetContext('stage') ?? 'local');

const props: AftercareProps = {
  config,
  siteUrl: text('siteUrl'),
  consoleUrl: text('consoleUrl'),
  cloudUrl: text('cloudUrl') ?? process.env['AWS_ENDPOINT_URL'],
  description: `Aftercare (${config.stage}): complaints, after-sales requests and inquiries from web form to survey`,
  terminationProtection: config.isProtected,
};
const stack = new AftercareStack(app, `aftercare-${config.stage}`, config.isLocal ? forLocalCloud(props) : props);
Tags.of(stack).add('application', 'aftercare');
Tags.of(stack).add('stage', config.stage);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
app.synth();

function text(name: string): string | undefined {
  const value: unknown = app.node.tryGetContext(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
