import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IConstruct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import type { Handler } from './handler.ts';
import { LOCAL_BATCHES, PLAIN_HTTP, sendAction } from './localCloud.ts';

export interface WorkQueueProps {
  readonly config: StageConfig;
  readonly name: string;
  /** Keeps the order within a group, and takes a message once in five minutes. */
  readonly inOrder?: boolean;
  /** The longest that its function may work on a batch: a message comes back after six times that. */
  readonly timeoutSeconds: number;
}

/** A queue of work with the place where messages are parked that failed five times. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly parked: Queue;
  private readonly config: StageConfig;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { config, name, timeoutSeconds } = props;
    this.config = config;
    this.parked = parkingQueue(this, 'Parked', config, `${name}-parked`, props.inOrder ?? false);
    acceptPlainHttp(config, this);
    this.queue = new Queue(this, 'Queue', {
      ...common(config),
      ...named(this, name, props.inOrder ?? false),
      // In the local stages nobody wants to wait minutes for a second try.
      visibilityTimeout: Duration.seconds(config.isLocal ? timeoutSeconds : 6 * timeoutSeconds),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.parked, maxReceiveCount: 5 },
    });
  }

  /** Lets a function put messages here, and tells it where. */
  takesFrom(handler: Handler, variable: string): void {
    handler.knows({ [variable]: this.queue.queueUrl });
    handler.may([sendAction(this.config)], [this.queue.queueArn], { wildcardBecause: LOCAL_BATCHES });
  }

  /** Lets a function work on what is here; it answers which messages failed. */
  feeds(handler: Handler, options: { readonly batchSize: number; readonly maxConcurrency?: number }): void {
    handler.may(['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], [this.queue.queueArn]);
    new EventSourceMapping(handler, 'Work', {
      target: handler.function,
      eventSourceArn: this.queue.queueArn,
      reportBatchItemFailures: true,
      ...options,
    });
  }
}

/** A queue where things wait for somebody to look at them. */
export function parkingQueue(scope: Construct, id: string, config: StageConfig, name: string, inOrder = false): Queue {
  const queue = new Queue(scope, id, { ...common(config), ...named(scope, name, inOrder), retentionPeriod: Duration.days(14) });
  acceptPlainHttp(config, queue);
  accept(queue, 'It is where others park what failed; an alarm calls somebody when it is not empty.', 'SQS3');
  return queue;
}

const acceptPlainHttp = (config: StageConfig, scope: IConstruct): void => {
  if (config.isLocal) accept(scope, PLAIN_HTTP, 'SQS4');
};

const common = (config: StageConfig) => ({
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: !config.isLocal,
  removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
});

const named = (scope: Construct, name: string, inOrder: boolean) => {
  const queueName = `${Stack.of(scope).stackName}-${name}`;
  if (!inOrder) return { queueName };
  return {
    queueName: `${queueName}.fifo`,
    fifo: true,
    // High throughput: 300 calls a second for each group (a case), not for all together.
    deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
    fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
  };
};
