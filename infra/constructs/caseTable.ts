import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { Handler } from './handler.ts';

/** What a function does with the table. */
export type TableUse =
  | 'read'
  | 'append'
  | 'index'
  | 'readMail'
  | 'readStanding'
  | 'listOpen'
  | 'countOpenings'
  | 'listContracts'
  | 'listCare'
  | 'keepImports'
  | 'lookUp';

/** The one table: cases and contracts as their events, what was mailed to an address, and the step that a workflow waits in. */
export class CaseTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: config.isProtected,
      // Another key than DynamoDB's own leaves a trace of its use in CloudTrail.
      encryption: config.isProtected ? TableEncryption.AWS_MANAGED : TableEncryption.DEFAULT,
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'open',
      partitionKey: { name: 'open', type: AttributeType.STRING },
      sortKey: { name: 'due', type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['owner'],
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'source',
      partitionKey: { name: 'source', type: AttributeType.STRING },
      sortKey: { name: 'at', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'contracts',
      partitionKey: { name: 'contracts', type: AttributeType.STRING },
      sortKey: { name: 'dueOn', type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['owner'],
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'care',
      partitionKey: { name: 'care', type: AttributeType.STRING },
      sortKey: { name: 'careAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }

  /** Lets a function use the table in these ways, and tells it the table's name. */
  serves(handler: Handler, ...uses: readonly TableUse[]): void {
    const { tableArn, tableName } = this.table;
    handler.knows({ TABLE_NAME: tableName });
    const onTable = uses.flatMap((use) => TABLE_ACTIONS[use] ?? []);
    const onIndexes = uses.flatMap((use) => INDEXES[use] ?? []);
    if (onTable.length > 0) handler.may([...new Set(onTable)], [tableArn]);
    if (onIndexes.length > 0)
      handler.may(
        ['dynamodb:Query'],
        onIndexes.map((index) => `${tableArn}/index/${index}`),
      );
  }

  /** Sends every new event, every step that a workflow waits in and every new version of rules to a function; what it cannot take goes to `parked`. */
  streamsTo(handler: Handler, parked: IQueue): void {
    const streamArn = this.table.tableStreamArn ?? '';
    handler.may(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamArn]);
    const wildcardBecause = 'Lambda lists streams before it reads one; these are the streams of this table only.';
    handler.may(['dynamodb:ListStreams'], [`${this.table.tableArn}/stream/*`], { wildcardBecause });
    handler.may(['sqs:SendMessage'], [parked.queueArn]);
    new EventSourceMapping(handler, 'Stream', {
      target: handler.function,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON, // nothing is lost between the table's creation and the mapping's
      batchSize: 50,
      parallelizationFactor: 4, // the order within a case stays: it is one partition key
      bisectBatchOnError: true,
      retryAttempts: 5,
      reportBatchItemFailures: true,
      onFailure: { bind: () => ({ destination: parked.queueArn }) },
      filters: [
        // Index attributes ride on the first event and are updated by the function itself: only INSERT, or it would call itself.
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
        }),
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { Keys: { sk: { S: FilterRule.isEqual('WAIT') } }, NewImage: { token: { S: FilterRule.exists() } } },
        }),
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.or('RULES', 'CARE') } } },
        }),
      ],
    });
  }
}

const TABLE_ACTIONS: Readonly<Partial<Record<TableUse, readonly string[]>>> = {
  read: ['dynamodb:Query'],
  append: ['dynamodb:PutItem'],
  index: ['dynamodb:UpdateItem'],
  readMail: ['dynamodb:GetItem'],
  readStanding: ['dynamodb:BatchGetItem'],
  lookUp: ['dynamodb:BatchGetItem'],
  keepImports: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
};

const INDEXES: Readonly<Partial<Record<TableUse, readonly string[]>>> = {
  listOpen: ['open'],
  countOpenings: ['source'],
  listContracts: ['contracts'],
  listCare: ['care'],
};
