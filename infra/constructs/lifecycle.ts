import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import type { CaseTable } from './caseTable.ts';
import { workflowDefinition } from './definition.ts';
import type { Handler } from './handler.ts';
import { grantable } from './localCloud.ts';

export interface LifecycleProps {
  readonly config: StageConfig;
  readonly cases: CaseTable;
  /** Name of the file in `workflows`, and of the state machine in its stage. */
  readonly workflow: string;
  /** What has an execution of its own, in a word. */
  readonly subject: string;
  /** Environment variable that tells functions of it. */
  readonly variable: string;
}

/** The workflow of a thing with a life of its own: one execution each. It may write the table, where it says what it waits for, and nothing else. */
export class Lifecycle extends Construct {
  readonly machine: StateMachine;
  private readonly props: LifecycleProps;

  constructor(scope: Construct, id: string, props: LifecycleProps) {
    super(scope, id);
    this.props = props;
    const { config, cases, workflow } = props;
    const name = `${Stack.of(this).stackName}-${workflow}`;
    const { tableArn, tableName } = cases.table;
    const substitutions = { TableName: tableName };
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com'), description: `What ${name} may do` });
    const logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/${name}`, // this prefix keeps the log group out of the size-limited resource policy
      retention: config.logRetentionDays,
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(workflowDefinition(workflow, Object.keys(substitutions))),
      definitionSubstitutions: substitutions,
      role,
      tracingEnabled: true,
      logs: { destination: logs, level: LogLevel.ERROR, includeExecutionData: false },
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources: [tableArn] }));
    accept(role, 'Delivery of logs and traces knows no resources; CDK grants exactly the actions for them.', 'IAM5[Resource::*]');
    accept(this.machine, 'The history of an execution is kept for 90 days anyway; the log is for errors only, without any data.', 'SF1');
  }

  /** Tells a function which workflow this is. */
  isKnownTo(handler: Handler): void {
    handler.knows({ [this.props.variable]: this.machine.stateMachineArn });
  }

  /** Lets a function start executions, answer what they wait for, and see whether one still runs. */
  isDrivenBy(handler: Handler): void {
    const { stateMachineArn } = this.machine;
    const executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.machine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.isKnownTo(handler);
    handler.may(['states:StartExecution'], [stateMachineArn]);
    handler.may(['states:SendTaskFailure', 'states:SendTaskSuccess'], ...grantable(this.props.config, [stateMachineArn]));
    handler.may(['states:DescribeExecution'], [executions], {
      wildcardBecause: `Each ${this.props.subject} has an execution of its own; these are the executions of this machine only.`,
    });
  }

  /** Reports executions that ended badly to a queue. */
  reportsFailuresTo(queue: IQueue, undelivered: IQueue): void {
    new Rule(this, 'Failures', {
      description: `An execution ended badly: its ${this.props.subject} is put back on its way`,
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [this.machine.stateMachineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: undelivered })],
    });
  }
}
