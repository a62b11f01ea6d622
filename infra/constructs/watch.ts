import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { StageName } from '../config.ts';
import { PERIOD, type Alarms } from './alarms.ts';
import type { CaseTable } from './caseTable.ts';
import type { Handler } from './handler.ts';
import type { WorkQueue } from './workQueue.ts';

/** What is watched. */
export interface Watched {
  readonly stage: StageName;
  readonly handlers: Readonly<Record<'site' | 'desk' | 'dispatch' | 'sweep', Handler>> & Readonly<Record<string, Handler>>;
  readonly api: HttpApi;
  /** The workflow of cases, and that of renewals. */
  readonly machine: StateMachine;
  readonly renewals: StateMachine;
  readonly cases: CaseTable;
  readonly outbox: WorkQueue;
  readonly repair: WorkQueue;
  readonly timers: WorkQueue;
  readonly imports: WorkQueue;
  readonly care: WorkQueue;
  readonly undelivered: IQueue;
  readonly configurationSetName: string;
}

const sum = { period: PERIOD, statistic: Stats.SUM };
const worst = { period: PERIOD, statistic: Stats.MAXIMUM };
const MINUTE_MS = 60_000;

/** Years whose statutory days somebody must enter, as the sweep found them last night. */
export const missingYears = (stage: StageName): Metric =>
  new Metric({
    namespace: 'Aftercare',
    metricName: 'MissingHolidayYears',
    dimensionsMap: { service: 'sweep', stage },
    statistic: Stats.MAXIMUM,
    period: Duration.days(1),
  });

/** Sets every alarm of a stage. */
export function watch(alarms: Alarms, watched: Watched): void {
  watchDoors(alarms, watched);
  watchCases(alarms, watched);
  watchMails(alarms, watched);
  watchImports(alarms, watched);
  watchCare(alarms, watched);
  for (const handler of Object.values(watched.handlers))
    alarms.add({
      heading: 'A function fails',
      of: handler.node.id,
      harm: handler.harm,
      metric: handler.function.metricErrors(sum),
      threshold: 3, // one may be a passing fault, which is tried again
    });
}

function watchDoors(alarms: Alarms, { api, handlers, cases }: Watched): void {
  alarms.add({
    heading: 'Customers and staff see errors',
    harm: 'People who open the site, send a form or work at the desk get an error page.',
    metric: api.metricServerError(sum),
    threshold: 5,
  });
  alarms.add({
    heading: 'The site is slow',
    harm: 'One in twenty people waits more than three seconds for a page, and some give up.',
    metric: api.metricLatency({ period: PERIOD, statistic: Stats.percentile(95) }),
    threshold: 3000,
    periods: 3,
  });
  for (const handler of [handlers.site, handlers.desk])
    alarms.add({
      heading: 'People are turned away',
      of: handler.node.id,
      harm: 'More people come at once than this account may serve: some get an error page.',
      metric: handler.function.metricThrottles(sum),
      threshold: 1,
    });
  for (const [of, metricName] of [['writes', 'WriteThrottleEvents'] as const, ['reads', 'ReadThrottleEvents'] as const])
    alarms.add({
      heading: 'The table is too busy',
      of,
      harm: 'Customers and staff wait longer, and some get an error page.',
      metric: cases.table.metric(metricName, sum),
      threshold: 1,
      periods: 2,
    });
}

function watchImports(alarms: Alarms, { imports }: Watched): void {
  alarms.add({
    heading: 'An import is stuck',
    harm: 'Contracts of a file are not in the register, so nobody is reminded of their premiums: five tries failed.',
    metric: imports.parked.metricApproximateNumberOfMessagesVisible(worst),
    threshold: 1,
  });
  alarms.add({
    heading: 'Imports are late',
    harm: 'A supervisor waits a quarter of an hour and more for a file of contracts.',
    metric: imports.queue.metricApproximateAgeOfOldestMessage(worst),
    threshold: 900,
  });
}

function watchCare(alarms: Alarms, { care, handlers }: Watched): void {
  alarms.add({
    heading: 'A contract is not looked after',
    harm: 'A customer is not reminded of a premium, or an owner does not get a task: five tries failed.',
    metric: care.parked.metricApproximateNumberOfMessagesVisible(worst),
    threshold: 1,
  });
  alarms.add({
    heading: 'Care is late',
    harm: 'Customers are reminded an hour and more after their morning, and owners get their tasks late.',
    metric: care.queue.metricApproximateAgeOfOldestMessage(worst),
    threshold: 3600,
  });
  alarms.add({
    heading: 'The hourly sweep did not run',
    harm: 'Customers are not reminded of their premiums, and owners do not get their tasks.',
    metric: handlers.sweep.function.metricInvocations({ period: Duration.hours(1), statistic: Stats.SUM }),
    threshold: 1,
    below: true,
    periods: 3,
    unmeasured: 'trouble',
  });
}

function watchCases(alarms: Alarms, { stage, handlers, repair, timers, machine, renewals, undelivered }: Watched): void {
  alarms.add({
    heading: 'Cases do not move on',
    harm: 'What customers and staff did minutes ago had no effect yet: no acknowledgement, no next step, no mail.',
    metric: handlers.dispatch.function.metric('IteratorAge', worst),
    threshold: 5 * MINUTE_MS,
  });
  alarms.add({
    heading: 'A case is stuck',
    harm: 'A customer waits for a case that nothing moves any more: five repairs failed.',
    metric: repair.parked.metricApproximateNumberOfMessagesVisible(worst),
    threshold: 1,
  });
  alarms.add({
    heading: 'Repairs are late',
    harm: 'Customers whose case needs repair wait half an hour and more for it.',
    metric: repair.queue.metricApproximateAgeOfOldestMessage(worst),
    threshold: 1800,
  });
  alarms.add({
    heading: 'A case lost its workflow',
    harm: 'A case stands still until its repair, which starts by itself: customers notice only if that fails too.',
    metric: machine.metricFailed(sum),
    threshold: 1,
  });
  alarms.add({
    heading: 'A renewal lost its workflow',
    harm: 'Nobody is hurt: reminders and suspensions come from the sweep. The console shows a renewal as failed until its repair, which starts by itself.',
    metric: renewals.metricFailed(sum),
    threshold: 1,
  });
  alarms.add({
    heading: 'A timer was lost',
    harm: 'A survey, a warning or the closing of a case did not come: five tries failed. The next sweep makes up for it.',
    metric: timers.parked.metricApproximateNumberOfMessagesVisible(worst),
    threshold: 1,
  });
  alarms.add({
    heading: 'Timers are late',
    harm: 'Surveys, warnings and closings of cases come late.',
    metric: timers.queue.metricApproximateAgeOfOldestMessage(worst),
    threshold: 900,
  });
  alarms.add({
    heading: 'The nightly sweep did not run',
    harm: 'Nobody is hurt yet, but a case that falls off its way is not found.',
    metric: missingYears(stage).with({ period: Duration.hours(1), statistic: Stats.SAMPLE_COUNT }), // what it reports at its end; the hourly one does not
    threshold: 1,
    below: true,
    periods: 26, // hours in a row without one: a day, and two for a late start
    unmeasured: 'trouble',
  });
  alarms.add({
    heading: 'Days off are not entered',
    harm: 'Nobody is hurt yet, but due times that reach into a year without its days off and make-up workdays are wrong by days.',
    metric: missingYears(stage),
    threshold: 1,
    unmeasured: 'unchanged', // it is measured once a night, and not at the same second
  });
  alarms.add({
    heading: 'Events were not delivered',
    harm: 'The system does not know that a mail bounced or that a workflow ended: customers may wait for what does not come.',
    metric: undelivered.metricApproximateNumberOfMessagesVisible(worst),
    threshold: 1,
  });
}

function watchMails(alarms: Alarms, { outbox, configurationSetName }: Watched): void {
  alarms.add({
    heading: 'A customer gets no mail',
    harm: 'A customer does not get the acknowledgement, offer or answer that the case promises: five tries failed.',
    metric: outbox.parked.metricApproximateNumberOfMessagesVisible(worst),
    threshold: 1,
  });
  alarms.add({
    heading: 'Mails are late',
    harm: 'Customers wait a quarter of an hour and more for their mails.',
    metric: outbox.queue.metricApproximateAgeOfOldestMessage(worst),
    threshold: 900,
  });
  alarms.add({
    heading: 'Mails bounce',
    harm: 'More than 4 % of mails do not reach their customer. At 5 % SES puts the account under review, at 10 % nobody gets mail any more.',
    metric: reputation('BounceRate', configurationSetName),
    threshold: 0.04,
  });
  alarms.add({
    heading: 'Customers report our mails as spam',
    harm: 'More than 0.08 % of readers want no such mail. At 0.1 % SES puts the account under review, and mail to everybody is at risk.',
    metric: reputation('ComplaintRate', configurationSetName),
    threshold: 0.0008,
  });
}

const reputation = (rate: 'BounceRate' | 'ComplaintRate', configurationSet: string): Metric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    dimensionsMap: { 'ses:configuration-set': configurationSet },
    statistic: Stats.AVERAGE,
    period: Duration.hours(1),
  });
