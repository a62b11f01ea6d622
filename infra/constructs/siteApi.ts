import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { accept } from './accept.ts';
import type { Handler } from './handler.ts';
import type { Staff } from './staff.ts';

/**
 * The one public address: pages and APIs. It is made before the functions, which are told its address, and gets its routes
 * after them.
 */
export class SiteApi extends Construct {
  readonly api: HttpApi;
  /** The API's own address, without a slash at the end. */
  readonly url: string;
  private staffOnly: HttpJwtAuthorizer | undefined;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const name = Stack.of(this).stackName;
    this.api = new HttpApi(this, 'Api', { apiName: name, description: 'Pages and APIs of Aftercare', createDefaultStage: false });
    this.url = this.api.apiEndpoint;
    const logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/api/${name}`,
      retention: config.logRetentionDays,
      removalPolicy: config.isProtected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.throttle.rate, burstLimit: config.throttle.burst },
      detailedMetricsEnabled: !config.isLocal,
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)) },
    });
  }

  /** Anybody may call; the function looks at links and limits itself. */
  isOpen(handler: Handler, ...paths: readonly string[]): void {
    const reason = 'Customers have no account: the function checks the signed link, and how often one source writes.';
    for (const route of this.routes(handler, paths, new HttpNoneAuthorizer())) accept(route, reason, 'APIG4');
  }

  /** Only signed-in staff may call. */
  isForStaff(staff: Staff, handler: Handler, ...paths: readonly string[]): void {
    const { client } = staff;
    this.staffOnly ??= new HttpJwtAuthorizer('Staff', staff.issuer, { jwtAudience: [client.userPoolClientId] });
    this.routes(handler, paths, this.staffOnly);
  }

  private routes(handler: Handler, paths: readonly string[], authorizer: IHttpRouteAuthorizer) {
    const integration = new HttpLambdaIntegration(handler.node.id, handler.function);
    return paths.flatMap((path) => this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration, authorizer }));
  }
}

/** No address, path or query of a request: they carry the tokens of links. The request id leads to the function's log. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  method: '$context.httpMethod',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  functionStatus: '$context.integrationStatus',
  error: '$context.error.responseType',
};
