import { Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  SingleValueWidget,
  TextWidget,
  type IMetric,
  type IWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PERIOD, type Alarms } from './alarms.ts';
import { missingYears, type Watched } from './watch.ts';

const sum = { period: PERIOD, statistic: Stats.SUM };
const worst = { period: PERIOD, statistic: Stats.MAXIMUM };

/** The dashboard of a stage: what customers feel first, then where it comes from. */
export function overview(scope: Construct, alarms: Alarms, watched: Watched): void {
  const { stage, api, cases, handlers, machine, renewals, outbox, repair, timers, imports, care, undelivered } = watched;
  const parked = [outbox.parked, repair.parked, timers.parked, imports.parked, care.parked, undelivered];
  const working = [outbox.queue, repair.queue, timers.queue, imports.queue, care.queue];
  new Dashboard(scope, 'Dashboard', {
    dashboardName: Stack.of(scope).stackName,
    widgets: [
      [
        new TextWidget({ markdown: '# Aftercare\nRed means that somebody is hurt. What to do: `infra/runbook.md`.', width: 24, height: 2 }),
        new AlarmStatusWidget({ title: 'Who is hurt?', alarms: alarms.all, width: 24, height: 5 }),
      ],
      [
        graph('Requests', [api.metricCount(sum)]),
        graph('Refused (4xx) and failed (5xx) requests', [api.metricClientError(sum), api.metricServerError(sum)]),
        graph(
          'Milliseconds to an answer',
          [50, 95, 99].map((part) => api.metricLatency({ period: PERIOD, statistic: Stats.percentile(part), label: `${part} %` })),
        ),
      ],
      [
        new SingleValueWidget({ title: 'Cases opened', metrics: [machine.metricStarted(sum)], setPeriodToTimeRange: true, width: 6 }),
        new SingleValueWidget({ title: 'Cases closed', metrics: [machine.metricSucceeded(sum)], setPeriodToTimeRange: true, width: 6 }),
        new SingleValueWidget({
          title: 'Workflows lost',
          metrics: [machine.metricFailed(sum), renewals.metricFailed(sum)],
          setPeriodToTimeRange: true,
          width: 6,
        }),
        new SingleValueWidget({
          title: 'Oldest change without effect (ms)',
          metrics: [handlers.dispatch.function.metric('IteratorAge', worst)],
          width: 6,
        }),
      ],
      [
        graph(
          'Waiting work',
          working.map((queue) => queue.metricApproximateNumberOfMessagesVisible(worst)),
        ),
        graph(
          'Oldest waiting work (s)',
          working.map((queue) => queue.metricApproximateAgeOfOldestMessage(worst)),
        ),
        graph(
          'Parked: somebody must look',
          parked.map((queue) => queue.metricApproximateNumberOfMessagesVisible(worst)),
        ),
      ],
      [
        graph(
          'Failures of functions',
          Object.values(handlers).map((handler) => handler.function.metricErrors({ ...sum, label: handler.node.id })),
        ),
        graph(
          'Milliseconds of functions (95 %)',
          Object.values(handlers).map((handler) =>
            handler.function.metricDuration({ period: PERIOD, statistic: Stats.percentile(95), label: handler.node.id }),
          ),
        ),
        graph('Units of the table', [cases.table.metricConsumedWriteCapacityUnits(sum), cases.table.metricConsumedReadCapacityUnits(sum)]),
      ],
      [
        new SingleValueWidget({ title: 'Renewals begun', metrics: [renewals.metricStarted(sum)], setPeriodToTimeRange: true, width: 6 }),
        new SingleValueWidget({ title: 'Renewals ended', metrics: [renewals.metricSucceeded(sum)], setPeriodToTimeRange: true, width: 6 }),
        new SingleValueWidget({ title: 'Years whose days off somebody must enter', metrics: [missingYears(stage)], width: 6 }),
      ],
    ],
  });
}

const graph = (title: string, left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 8, height: 6 });
