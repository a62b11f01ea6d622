import { basename } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ApplicationLogLevel, Architecture, Function, LoggingFormat, Runtime, SystemLogLevel, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept, plain } from './accept.ts';
import { bundled } from './bundle.ts';

type Conditions = Readonly<Record<string, unknown>>;

export interface HandlerProps {
  readonly config: StageConfig;
  /** File below `functions/handlers`, without `.ts`; its last part is the construct's id. */
  readonly entry: string;
  readonly timeoutSeconds: number;
  /** Megabytes; computing power grows with them, up to one processor at 1,769. 512 when missing. */
  readonly memory?: number;
  /** Who is hurt when it fails, in a sentence for the alarm. */
  readonly harm: string;
  /** Ships the browser's files as well. */
  readonly withPages?: boolean;
}

/** A function of Aftercare: its own role that starts with nothing but logs and traces, its own log group, one file as its code. */
export class Handler extends Construct {
  readonly function: Function;
  readonly harm: string;
  private readonly role: Role;

  constructor(scope: Construct, props: HandlerProps) {
    const id = basename(props.entry);
    super(scope, id);
    const { config } = props;
    this.harm = props.harm;
    const name = `${Stack.of(this).stackName}-${id}`;
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${name}`,
      retention: config.logRetentionDays,
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), description: `What ${name} may do` });
    this.function = new Function(this, 'Function', {
      functionName: name,
      description: `functions/handlers/${props.entry}.ts`,
      code: bundled(props.entry, { withPages: props.withPages ?? false }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds),
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN, // start and end of each call would be half of the logs' cost
      tracing: Tracing.ACTIVE,
      environment: { STAGE: config.stage, POWERTOOLS_SERVICE_NAME: id, POWERTOOLS_METRICS_NAMESPACE: 'Aftercare' },
    });
    this.may(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    accept(this.role, 'X-Ray takes traces for no named resource; CDK grants exactly the two actions that send them.', 'IAM5[Resource::*]');
  }

  /** Allows exactly these actions on exactly these resources. */
  may(
    actions: readonly string[],
    resources: readonly string[],
    only: { readonly when?: Conditions; readonly wildcardBecause?: string } = {},
  ): void {
    const { when: conditions, wildcardBecause } = only;
    this.role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources], ...(conditions && { conditions }) }));
    const inActions = actions.filter((action) => action.includes('*')).map((action) => `IAM5[Action::${action}]`);
    const inResources = resources.map((resource) => plain(this, resource)).filter((resource) => resource.includes('*'));
    if (wildcardBecause) accept(this.role, wildcardBecause, ...inActions, ...inResources.map((resource) => `IAM5[Resource::${resource}]`));
  }

  /** Keeps what an event could not do, when it was called by an event bus: after two more tries, or when it is too old, it lies in `parked`. */
  parksFailuresOn(parked: IQueue, maxEventAge: Duration): void {
    const onFailure = { bind: () => ({ destination: parked.queueArn }) };
    this.may(['sqs:SendMessage'], [parked.queueArn]);
    this.function.configureAsyncInvoke({ onFailure, retryAttempts: 2, maxEventAge });
  }

  /** Tells the code where something is. */
  knows(environment: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(environment)) this.function.addEnvironment(name, value);
  }
}
