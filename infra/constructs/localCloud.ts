import { CliCredentialsStackSynthesizer, type StackProps } from 'aws-cdk-lib';
import type { StageConfig } from '../config.ts';

type Grant = [resources: readonly string[], only: { when?: Readonly<Record<string, unknown>>; wildcardBecause?: string }];

/**
 * What a grant of certain calls is limited to: exact resources and conditions on AWS. The local cloud sees neither a resource nor
 * these conditions in the calls that this is used for, and would refuse them.
 */
export function grantable(config: StageConfig, resources: readonly string[], when?: Readonly<Record<string, unknown>>): Grant {
  if (config.isLocal) return [['*'], { wildcardBecause: 'Only in the local stages: on AWS the grant names its resources.' }];
  return [resources, when ? { when } : {}];
}

/** Deploys with the caller's own credentials: the local cloud does not understand the roles of a bootstrapped account. */
export const forLocalCloud = <Props extends StackProps>(props: Props): Props =>
  // The library's class misses its own interface under exactOptionalPropertyTypes; an intersection of types satisfies it.
  Object.assign(props, { synthesizer: new CliCredentialsStackSynthesizer() });

/** The action by which messages are put on a queue. On AWS it covers batches; the local cloud wants one for batches that IAM does not have. */
export const sendAction = (config: StageConfig): string => (config.isLocal ? 'sqs:SendMessage*' : 'sqs:SendMessage');

/** Why the wildcard of {@link sendAction} is accepted. */
export const LOCAL_BATCHES = 'Only in the local stages: the local cloud has an action of its own for batches.';

/** Why queues and buckets do not insist on TLS there. */
export const PLAIN_HTTP = 'Only in the local stages: the local cloud is reached without TLS.';
