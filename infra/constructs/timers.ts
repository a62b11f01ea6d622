import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { Handler } from './handler.ts';

export interface TimersProps {
  readonly config: StageConfig;
  /** Where a timer's message goes when its time comes. */
  readonly queue: IQueue;
}

/** One-time schedules of cases: a group of their own, and the role by which they reach one queue. */
export class Timers extends Construct {
  private readonly config: StageConfig;
  private readonly queue: IQueue;
  private readonly group: ScheduleGroup;
  private readonly role: Role;

  constructor(scope: Construct, id: string, { config, queue }: TimersProps) {
    super(scope, id);
    this.config = config;
    this.queue = queue;
    const scheduleGroupName = Stack.of(this).stackName;
    this.group = new ScheduleGroup(this, 'Group', { scheduleGroupName, removalPolicy: RemovalPolicy.DESTROY }); // the sweep finds what a lost one would have done
    this.role = new Role(this, 'Role', {
      description: 'What the timers of cases may do',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account, 'aws:SourceArn': this.group.scheduleGroupArn } },
      }),
    });
    queue.grant(this.role, 'sqs:SendMessage');
  }

  /** Lets a function set timers. */
  areSetBy(handler: Handler): void {
    const inGroup = (group: string) =>
      Stack.of(this).formatArn({
        service: 'scheduler',
        resource: 'schedule',
        resourceName: `${group}/*`,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      });
    handler.knows({ TIMERS_ARN: this.queue.queueArn, SCHEDULE_GROUP: this.group.scheduleGroupName, SCHEDULE_ROLE_ARN: this.role.roleArn });
    // The local cloud takes every schedule for one of the default group.
    const group = this.config.isLocal ? 'default' : Stack.of(this).stackName;
    handler.may(['scheduler:CreateSchedule'], [inGroup(group)], {
      wildcardBecause: 'Each timer has a name of its own; these are the schedules of this group only.',
    });
    handler.may(['iam:PassRole'], [this.role.roleArn], { when: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } } });
  }
}
