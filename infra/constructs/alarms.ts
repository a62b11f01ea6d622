import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';

/** When somebody is to be called, and why. */
export interface Trouble {
  /** What is wrong, as a heading of `infra/runbook.md`. */
  readonly heading: string;
  /** What is looked at, where one heading has several alarms. */
  readonly of?: string;
  /** Who is hurt, in a sentence. */
  readonly harm: string;
  readonly metric: IMetric;
  /** Alarm at this value and above, or below it when `below`. */
  readonly threshold: number;
  readonly below?: boolean;
  /** Periods of the metric in a row; 1 when missing. */
  readonly periods?: number;
  /** What it means when nothing was measured: no trouble when missing. `unchanged`: what was found last still holds. */
  readonly unmeasured?: 'trouble' | 'unchanged';
}

const UNMEASURED = { trouble: TreatMissingData.BREACHING, unchanged: TreatMissingData.IGNORE } as const;

/** The place in the runbook of a heading, as GitHub makes it. */
export const anchor = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-');

/** All alarms of a stage: each says who is hurt and where the runbook tells what to do. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { displayName: `Aftercare ${config.stage}`, enforceSSL: true });
    // A topic with a policy of its own has no default one, which would have let the account's alarms in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (config.alarmEmail) topic.addSubscription(new EmailSubscription(config.alarmEmail));
    this.action = new SnsAction(topic);
  }

  /** Calls somebody at this trouble, and when it is over. */
  add(trouble: Trouble): void {
    const { heading, of, harm, metric, threshold, periods = 1 } = trouble;
    const name = of ? `${heading} (${of})` : heading;
    const alarm = new Alarm(this, name.replaceAll(/[^A-Za-z0-9]+/g, '-'), {
      alarmName: `${Stack.of(this).stackName}: ${name}`,
      alarmDescription: `${harm} What to do: infra/runbook.md#${anchor(heading)}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: trouble.below ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: trouble.unmeasured ? UNMEASURED[trouble.unmeasured] : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
    this.all.push(alarm);
  }
}

/** How long one point of a metric is, unless an alarm says otherwise. */
export const PERIOD = Duration.minutes(5);
